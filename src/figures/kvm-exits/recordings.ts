/** Why: the two recordings, read once, and their exits by scene; all else in this figure starts from here. */
import nestedJson from '../../../content/recordings/kvm-nested.json';
import shadowJson from '../../../content/recordings/kvm-shadow.json';
import { countReasons, exitsOf, type SceneExits } from '../../models/kvm-exits/exits';
import type { Recording } from '../../models/kvm-exits/lines';

export const PAGINGS = ['nested', 'shadow'] as const;
export type Paging = (typeof PAGINGS)[number];
export const otherPaging = (paging: Paging): Paging => (paging === 'nested' ? 'shadow' : 'nested');

/** In the order of the control: from what every guest does to what only page tables make different. */
export const SCENES = [
  'cpuid',
  'port-io',
  'mmio',
  'msr',
  'hypercall',
  'first-touch',
  'second-touch',
  'cr3',
  'page-table',
  'syscalls',
  'hlt',
] as const;
export type SceneId = (typeof SCENES)[number];

/** Address of the instruction that each scene is about. */
export const SUBJECT: Readonly<Record<SceneId, number>> = {
  cpuid: 0x11ac,
  'port-io': 0x11bf,
  mmio: 0x11ea,
  msr: 0x11ff,
  hypercall: 0x126b,
  'first-touch': 0x1231,
  'second-touch': 0x1253,
  cr3: 0x12c3,
  'page-table': 0x12e6,
  syscalls: 0x6005,
  hlt: 0x13d1,
};

// The files are checked against their schema and their raw traces by the converter's test.
export const RECORDINGS = { nested: nestedJson, shadow: shadowJson } as unknown as Record<Paging, Recording>;

const cache = new Map<string, SceneExits>();

/** The exits of a scene; read from the recording on first use. */
export function sceneExits(scene: SceneId, paging: Paging): SceneExits {
  const key = `${scene}.${paging}`;
  const known = cache.get(key) ?? exitsOf(RECORDINGS[paging], scene);
  cache.set(key, known);
  return known;
}

/** A whole scene in numbers. */
export interface Totals {
  readonly exits: number;
  readonly light: number;
  readonly heavy: number;
  /** By reason, in order of first appearance. */
  readonly reasons: Readonly<Record<string, number>>;
}

export function totalsOf(scene: SceneId, paging: Paging): Totals {
  const { exits } = sceneExits(scene, paging);
  const heavy = exits.filter((exit) => exit.heavy).length;
  return { exits: exits.length, light: exits.length - heavy, heavy, reasons: countReasons(exits) };
}
