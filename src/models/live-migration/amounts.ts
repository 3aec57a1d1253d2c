/** Why: pages and µs as people say them: MiB and GiB, ms and s. */
import type { Message } from '../../lib/message';
import { PAGES_PER_GIB, PAGES_PER_MIB } from './types';

const round = (n: number, digits: number) => Number(n.toPrecision(digits));

/** Pages as GiB, MiB or KiB, with three digits, or two of a few MiB. */
export function sizeOf(pages: number): Message {
  const mib = pages / PAGES_PER_MIB;
  if (pages > 0 && mib < 1) return { key: 'kib', values: { n: pages * 4 } };
  return mib >= 1000
    ? { key: 'gib', values: { n: round(pages / PAGES_PER_GIB, 3) } }
    : { key: 'mib', values: { n: mib < 10 ? round(mib, 2) : Math.round(mib) } };
}

/** A duration in seconds from one second on, else in ms, and below one of them in µs. */
export function timeOf(us: number): Message {
  if (us >= 1e6) return { key: 's', values: { n: round(us / 1e6, 3) } };
  if (us === 0 || us >= 1000)
    return { key: 'ms', values: { n: us < 10_000 ? round(us / 1000, 2) : Math.round(us / 1000) } };
  return { key: 'us', values: { n: round(us, 2) } };
}

/** Pages of a recording, whose whole guest has 8,192 of them. */
export const pagesOf = (n: number): Message => ({ key: 'pages', values: { n } });
