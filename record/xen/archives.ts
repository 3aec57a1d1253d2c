/**
 * Why: which files of which start of the machine make up the raw archive of each recording. Xen's binary traces are
 * listed as text in it; all else is as it was left.
 */
import { tar, type TarFile } from '../tar.ts';
import type { SetupId } from './machine.ts';
import { listXentrace, parseXentrace } from './xentrace.ts';

export const SCENES = ['xen-ping', 'xen-fork', 'xen-domains', 'xen-pvh'] as const;
export type SceneId = (typeof SCENES)[number];

interface Part {
  readonly setup: SetupId;
  /** As the start left it. */
  readonly name: string;
  /** In the recording's archive; Xen's binary traces are listed there as text. */
  readonly as: string;
}

const parts = (setup: SetupId, names: readonly string[]): readonly Part[] =>
  names.map((name) => ({ setup, name, as: name.replace(/\.xentrace\.bin$/, '.xentrace.txt') }));

/** What says how a start came about, and what it ran. */
const ABOUT = ['run.json', 'xen-version.txt', 'dom0-kernel.txt'];

export const DOMAIN_PAGES = ['xl-list', 'xl-vcpu-list', 'xl-info'] as const;
export const PING_PAGES = [
  'xl-list',
  'lsevtchn-0',
  'lsevtchn-1',
  'xenstore-frontend',
  'xenstore-backend',
  'interrupts-0',
] as const;

const domains = (setup: SetupId): readonly Part[] =>
  ['before', 'after'].flatMap((when) =>
    DOMAIN_PAGES.map((page) => ({ setup, name: `${when}-${page}.txt`, as: `${setup}-${when}-${page}.txt` })),
  );

const ARCHIVES: Readonly<Record<SceneId, readonly Part[]>> = {
  'xen-ping': parts('ping', [...ABOUT, 'ping.domu.txt', 'ping.dom0.txt', 'ping.xentrace.bin', 'wire.pcap']),
  'xen-fork': parts('ping', [...ABOUT, 'fork.domu.txt', 'fork.xentrace.bin']),
  'xen-pvh': parts('ping', [
    ...ABOUT,
    'pvh-guest-type.txt',
    'pvh-work.txt',
    'pvh-boot.xentrace.bin',
    'pvh-fork.xentrace.bin',
  ]),
  'xen-domains': [
    ...parts('reserved', ABOUT),
    ...domains('reserved'),
    ...domains('unreserved'),
    ...PING_PAGES.map((page): Part => ({ setup: 'ping', name: `${page}.txt`, as: `ping-${page}.txt` })),
  ],
};

/** The files that a start left, by name. */
export type Left = ReadonlyMap<string, Uint8Array>;

/** @throws Error: a file is missing; ByteError: a trace of Xen's is damaged */
export function archiveOf(scene: SceneId, left: Readonly<Record<SetupId, Left>>): Buffer {
  const files = ARCHIVES[scene].map(({ setup, name, as }): TarFile => {
    const data = left[setup].get(name);
    if (data === undefined)
      throw new Error(
        `${setup}.tar: found no ${name}; expected it of Domain 0, which says why in ${setup}.serial.txt`,
      );
    if (!name.endsWith('.xentrace.bin')) return { name: as, data };
    return {
      name: as,
      data: Buffer.from(listXentrace(parseXentrace(`${setup}.tar/${name}`, Buffer.from(data)))),
    };
  });
  return tar(files);
}
