/** Why: the recorded pings and what the two domains' ports are, read once; all else in this figure starts from here. */
import domainsJson from '../../../content/recordings/xen-domains.json';
import pingJson from '../../../content/recordings/xen-ping.json';
import { beatsOf, type Beat } from '../../models/dom0-path/beats';
import { linesOf, type Line, type Recording } from '../../models/dom0-path/lines';
import { linksOf, type Links } from '../../models/dom0-path/links';

export const PINGS = ['ping-98', 'ping-1242'] as const;
export type PingId = (typeof PINGS)[number];

// The files are checked against their schema and their raw traces by the converter's test.
export const RECORDING = pingJson as unknown as Recording;

/** A page that a tool of Xen printed. @throws Error when there is none. */
export function pageOf(scene: string, id: string): readonly string[] {
  const page = domainsJson.scenes.find((each) => each.id === scene)?.pages.find((each) => each.id === id);
  if (!page) throw new Error(`xen-domains has no page "${id}" in "${scene}"`);
  return page.lines.map((line) => domainsJson.lines[line] ?? '');
}

/** Memory of Domain 0 as `xl list` told it, MiB. */
export const dom0Memory = (scene: 'reserved' | 'unreserved', when: 'before' | 'after'): number =>
  Number(
    pageOf(scene, `${when}-xl-list`)
      .find((line) => line.startsWith('Domain-0'))
      ?.split(/\s+/)[2],
  );

export interface Ping {
  readonly lines: readonly Line[];
  readonly beats: readonly Beat[];
  readonly links: Links;
}

const cache = new Map<PingId, Ping>();

/** A ping with its events and links; read from the recording on first use. */
export function pingOf(id: PingId): Ping {
  const known = cache.get(id);
  if (known) return known;
  const lines = linesOf(RECORDING, id);
  const ping = { lines, beats: beatsOf(lines), links: linksOf(lines, pageOf('ping', 'lsevtchn-1')) };
  cache.set(id, ping);
  return ping;
}
