/**
 * Why: post-copy as two walkers over the same cells. The source streams what is missing in order of addresses; the guest,
 * already at the destination, walks its working set and waits for each page that is not there. The link is never idle
 * and no page is sent twice, so that all takes pages/B seconds, whatever the guest does.
 * Source: Hines, Deshpande and Gopalan, “Post-copy live migration of virtual machines”, 2009 (demand paging and active
 * pushing); QEMU, docs/devel/migration/postcopy.rst.
 */
import { CELLS, FAULT_US, type Setup } from './types';
import { walkOf } from './walk';

export interface Fetched {
  /** µs after the switch at which each cell is complete. */
  readonly arrival: readonly number[];
  /** Cells that were fetched page by page because the guest stood in them, and from when to when, µs. */
  readonly asked: readonly {
    readonly cell: number;
    readonly fromUs: number;
    readonly toUs: number;
    readonly faults: number;
  }[];
  readonly endUs: number;
  /** Pages that the guest has written until the end, as a part of what it would have written with all pages there. */
  readonly speed: number;
}

/** µs that a missing page costs the guest: the request, the page on the link, and its own work. */
export const faultUs = ({ link, writes }: Setup): number => FAULT_US + 1e6 / link + 1e6 / writes;

/** Everything from the switch until the last page has come. */
export function fetchAll(setup: Setup): Fetched {
  const size = setup.pages / CELLS;
  const walk = walkOf(setup);
  const streamPage = 1e6 / setup.link;
  const arrival = new Array<number>(CELLS).fill(Infinity);
  const asked: Fetched['asked'][number][] = [];
  let [us, credit, done] = [0, 0, 0];
  const missing = (except: number) => arrival.findIndex((at, cell) => at === Infinity && cell !== except);

  for (let i = 0; ; i++) {
    const cell = walk[i % walk.length]!;
    const waits = arrival[cell] === Infinity;
    const pace = waits ? faultUs(setup) : 1e6 / setup.writes;
    const until = us + size * pace;
    // Pages a µs that are left for the stream beside those asked for.
    const rate = 1 / streamPage - (waits ? 1 / pace : 0);
    let now = us;
    for (let next = missing(waits ? cell : -1); next !== -1; next = missing(waits ? cell : -1)) {
      const there = now + (size - credit) / rate;
      if (there > until) break;
      [arrival[next], now, credit] = [there, there, 0];
    }
    if (missing(waits ? cell : -1) === -1) {
      const walked = (now - us) / pace;
      // The last cell is the guest's own: the whole link is for it, less what was sent of it before.
      const endUs = waits ? now + (size - walked - credit) * streamPage : now;
      if (waits) {
        arrival[cell] = endUs;
        const faults = Math.min(size, Math.floor((endUs - us) / pace));
        asked.push({ cell, fromUs: us, toUs: endUs, faults });
      }
      const ran = done + (endUs - us) / pace;
      return { arrival, asked, endUs, speed: ran / ((setup.writes * endUs) / 1e6) };
    }
    credit += (until - now) * rate;
    if (waits) {
      arrival[cell] = until;
      asked.push({ cell, fromUs: us, toUs: until, faults: size });
    }
    [us, done] = [until, done + size];
  }
}

/** Pages asked for until a moment (µs after the switch). */
export function faultsAt({ asked }: Fetched, us: number): number {
  return asked
    .filter(({ fromUs }) => fromUs <= us)
    .reduce(
      (sum, { fromUs, toUs, faults }) =>
        sum + Math.floor(faults * Math.min(1, (us - fromUs) / (toUs - fromUs))),
      0,
    );
}

/** Pages there at a moment (µs after the switch): the link is never idle. */
export const pagesAt = (setup: Setup, us: number): number =>
  Math.min(setup.pages, Math.floor((setup.link * us) / 1e6));
