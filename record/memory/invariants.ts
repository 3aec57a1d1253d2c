/**
 * Why: what each recording of the memory topic is there to show, as laws on its numbers. The committed recordings are
 * tested with them, and new ones compared by them.
 */
import { rowsOf } from '../../src/lib/deltas.ts';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import type { MemoryScene } from './scenes.ts';

type Run = SeriesRecording['runs'][number];

/** A sample by column; `clock` too. */
type Row = Readonly<Record<string, number>>;

interface Seen {
  readonly rows: readonly Row[];
  readonly set: (name: string) => number;
  /** The last sample before a mark (the nth that has these words), and the last of all. */
  readonly before: (words: string, nth?: number) => Row;
  readonly last: Row;
}

/** A run's samples by column, and ways to find those at a mark. */
export function see(run: Run): Seen {
  const names = ['clock', ...run.columns.map(({ id }) => id)];
  const rows = rowsOf(run.rows).map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]!])));
  return {
    rows,
    set: (name) => Number(run.parameters[name]),
    before: (words, nth = 0) => {
      const mark = run.marks.filter(([, what]) => what.includes(words))[nth];
      const row = rows.findLast(({ clock }) => mark !== undefined && clock! <= mark[0]);
      if (row === undefined) throw new Error(`run "${run.id}" has no sample before "${words}"`);
      return row;
    },
    last: rows.at(-1)!,
  };
}

type Law = readonly [holds: (seen: Seen) => boolean, says: string];

const known = (row: Row) =>
  row['pages-shared']! + row['pages-sharing']! + row['pages-unshared']! + row['pages-volatile']!;
const WRITING = 'guest A begins to write';
const WRITTEN = 'guest A has written';
const OFF = 'KSM off';
/** Pages of zeros of both guests, and how many a merged page can stand for. */
const zeroPages = ({ set }: Seen) => Math.ceil((set('zero') * 2) / set('max_page_sharing'));
const saved = (seen: Seen) => seen.set('identical') + seen.set('zero') * 2 - zeroPages(seen);
/** Pages in memory beyond those that KSM saves; the kernel's other processes come and go by a few. */
const near = (a: number, b: number) => Math.abs(a - b) <= 32;

const KSM: readonly Law[] = [
  [
    (seen) => seen.rows.slice(0, 5).every((row) => row['pages-sharing'] === 0),
    'pages are shared before KSM runs',
  ],
  [(seen) => seen.before(WRITING)['pages-sharing'] === saved(seen), 'not every page that is alike is shared'],
  [
    (seen) => seen.before(WRITING)['pages-shared'] === seen.set('identical') + zeroPages(seen),
    'the merged pages are not those that are alike',
  ],
  [
    (seen) => seen.before(WRITING)['pages-unshared'] === seen.set('own') * 2,
    'the guests’ own pages are not the unshared ones',
  ],
  [
    (seen) =>
      [seen.before(WRITING), seen.before(OFF)].every((row) => known(row) === seen.set('pages-per-guest') * 2),
    'the four counters do not add up to both guests',
  ],
  [
    (seen) => near(seen.rows[0]!['nr-anon-pages']! - seen.before(WRITING)['nr-anon-pages']!, saved(seen)),
    'the memory in use does not fall by what is shared',
  ],
  [
    (seen) => seen.before(WRITTEN)['cow-ksm'] === seen.set('pages-to-write'),
    'not each write to a merged page is one copy-on-write fault',
  ],
  [
    (seen) =>
      near(
        seen.before(WRITTEN)['nr-anon-pages']! - seen.before(WRITING)['nr-anon-pages']!,
        seen.set('pages-to-write'),
      ),
    'the memory in use does not rise with the writes',
  ],
  [
    (seen) =>
      seen.before(WRITING)['pages-sharing']! - seen.before(WRITTEN)['pages-sharing']! <
      seen.set('pages-to-write'),
    'pages_sharing has fallen before ksmd came by',
  ],
  [
    (seen) => seen.before(OFF)['pages-sharing'] === saved(seen) - seen.set('pages-to-write'),
    'after further scans pages_sharing is not lower by the pages written',
  ],
  [
    (seen) => near(seen.last['nr-anon-pages']!, seen.rows[0]!['nr-anon-pages']!),
    'unmerging does not take all memory back',
  ],
];

const KIB = 1024;
const FREED = 'guest: has freed';
const ASKED = 'recorder balloon';
/** MiB that each of the recorder's commands asked for, in order. */
const askedFor = (run: Run) =>
  run.marks.flatMap(([, what]) => (what.startsWith(ASKED) ? [parseInt(what.slice(ASKED.length), 10)] : []));

const balloonLaws = (run: Run): readonly Law[] => {
  const steps = askedFor(run);
  const low = steps.indexOf(Math.min(...steps));
  /** The last sample in which a step holds. */
  const at = (seen: Seen, step: number) =>
    step + 1 < steps.length ? seen.before(ASKED, step + 1) : seen.last;
  return [
    [
      (seen) => steps.every((mib, i) => at(seen, i)['actual'] === mib * KIB),
      'the guest is not as large as it was told to be',
    ],
    [
      (seen) => {
        const full = seen.before(ASKED);
        const taken = (row: Row) => [full['total']! - row['total']!, full['actual']! - row['actual']!];
        return steps.every((_, i) => new Set(taken(at(seen, i))).size === 1);
      },
      'the guest’s MemTotal does not fall and rise by what the balloon takes and gives',
    ],
    [
      (seen) => seen.before(FREED)['resident']! - seen.before(ASKED)['resident']! < KIB,
      'the host has memory back because the guest has freed it',
    ],
    [
      (seen) => seen.before(ASKED)['resident']! - at(seen, low)['resident']! > 64 * KIB,
      'the host has not got 64 MiB back from the balloon',
    ],
    [
      (seen) => at(seen, low)['free']! < seen.before(ASKED)['free']!,
      'the guest has not less free memory under the balloon',
    ],
    [
      (seen) => seen.before('guest: fills', 1)['resident']! - at(seen, low)['resident']! < 16 * KIB,
      'deflating alone takes the host’s memory',
    ],
    [
      (seen) => seen.last['resident']! - seen.before('guest: fills', 1)['resident']! > 64 * KIB,
      'the guest’s use of its memory does not take the host’s',
    ],
  ];
};

/** What a recording fails to show, as sentences; empty when all is as it must be. */
export function violations(scene: MemoryScene, recording: SeriesRecording): readonly string[] {
  const [run] = recording.runs;
  if (run === undefined) return ['the run is missing'];
  const seen = see(run);
  const laws = scene === 'ksm' ? KSM : balloonLaws(run);
  return laws.filter(([holds]) => !holds(seen)).map(([, says]) => `${scene}: ${says}`);
}
