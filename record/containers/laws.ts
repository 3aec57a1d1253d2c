/**
 * Why: whatever machine recorded them, these hold of the recordings: they are what the figures teach. Asserted on the
 * committed JSON by the tests and on a new recording by `--check`. Each law that is broken is a sentence.
 */
import { rowsOf } from '../../src/lib/deltas.ts';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import type { SnapshotsRecording } from '../../src/schemas/recording-snapshots.ts';
import { brokenByHand } from './laws-by-hand.ts';
import type { Scene } from './runs.ts';

/** A run as columns by id; `clock` in microseconds. */
function read(recording: SeriesRecording, id: string) {
  const run = recording.runs.find((each) => each.id === id);
  if (run === undefined) throw new Error(`${recording.id}: found no run "${id}"`);
  const rows = rowsOf(run.rows);
  const column = (name: string): readonly number[] => {
    const at = name === 'clock' ? 0 : run.columns.findIndex((each) => each.id === name) + 1;
    if (at === 0 && name !== 'clock') throw new Error(`${recording.id}: found no column "${name}"`);
    return rows.map((row) => row[at]!);
  };
  const markAt = (what: string, nth = 0) =>
    run.marks.filter(([, each]) => each.startsWith(what))[nth]?.[0] ??
    (() => {
      throw new Error(`${recording.id}: run "${id}" has no mark "${what}"`);
    })();
  return { column, markAt, parameters: run.parameters, outcome: run.outcome };
}

type Claims = readonly (readonly [law: string, holds: boolean])[];
const last = (values: readonly number[]) => values.at(-1)!;
const rises = (values: readonly number[]) => values.every((value, i) => value >= (values[i - 1] ?? 0));

/** The kernel's tick, in microseconds: how much later than its quota a group may be stopped. */
const TICK = 4000;
/** Distance of samples where periods are counted, in microseconds. */
const SAMPLE = 10_000;
/** The sampler's own share of the CPU is at most this part. */
const SAMPLER = 0.03;

function quotaClaims(recording: SeriesRecording, id: string): Claims {
  const { column, markAt, parameters } = read(recording, id);
  const [quota, period] = String(parameters['cpu.max']).split(' ').map(Number) as [number, number];
  const [clock, usage, periods, throttled] = ['clock', 'usage', 'periods', 'throttled'].map(column);
  const from = markAt('a process');
  /** The first sample of each period that the kernel counted under load. */
  const edges = periods!.flatMap((count, i) =>
    i > 0 && count > periods![i - 1]! && clock![i]! > from + 2 * period ? [i] : [],
  );
  const spans = edges.slice(1).map((edge, e) => {
    const before = edges[e]!;
    return {
      periods: periods![edge]! - periods![before]!,
      used: usage![edge]! - usage![before]!,
      throttled: throttled![edge]! - throttled![before]!,
    };
  });
  const whole = { periods: spans.reduce((sum, span) => sum + span.periods, 0) };
  const used = usage![edges.at(-1)!]! - usage![edges[0]!]!;
  return [
    [`${id}: at least ten periods under load`, whole.periods >= 10],
    [
      `${id}: no period uses more than its quota and a tick`,
      spans.every((span) => span.used <= span.periods * quota + TICK),
    ],
    [
      `${id}: all periods together use no more than their quotas and a tick`,
      used <= whole.periods * quota + TICK,
    ],
    [`${id}: what the quota gives is used`, used >= whole.periods * quota * (1 - SAMPLER) - SAMPLE],
    [`${id}: nr_throttled is above 0 and rises`, last(throttled!) > 0 && rises(throttled!)],
    [
      `${id}: from one period to the next nr_throttled rises`,
      spans.every((span) => span.throttled >= 1 || span.periods === 1) &&
        spans.reduce((sum, span) => sum + span.throttled, 0) >= whole.periods * 0.8,
    ],
    [`${id}: throttled_usec rises`, rises(column('throttled-time')) && last(column('throttled-time')) > 0],
    [`${id}: idle, it is not throttled`, throttled!.every((count, i) => clock![i]! > from || count === 0)],
  ];
}

function weightClaims(recording: SeriesRecording, id: string): Claims {
  const { column, markAt, parameters } = read(recording, id);
  const share = Number(parameters['b/cpu.weight']) / Number(parameters['a/cpu.weight']);
  const [clock, a, b] = ['clock', 'usage-a', 'usage-b'].map(column);
  const i = clock!.findIndex((at) => at > markAt('b begins') + 100_000);
  const [usedA, usedB] = [last(a!) - a![i]!, last(b!) - b![i]!];
  return [
    [
      `${id}: both busy, they share as their weights say (1:${share}, to 5 %)`,
      Math.abs(usedB / usedA / share - 1) < 0.05,
    ],
    [
      `${id}: alone, a has all of the CPU`,
      a![clock!.findIndex((at) => at > markAt('b begins')) - 1]! > 0.9 * markAt('b begins'),
    ],
    [`${id}: nothing is left over`, usedA + usedB >= (last(clock!) - clock![i]!) * (1 - SAMPLER)],
  ];
}

function cpuClaims(recording: SeriesRecording): Claims {
  const free = read(recording, 'no-quota');
  const from = free.markAt('a process');
  return [
    ...['quota-20', 'quota-50', 'quota-50-short'].flatMap((id) => quotaClaims(recording, id)),
    ['no-quota: never throttled', last(free.column('throttled')) === 0],
    [
      'no-quota: the CPU is used up',
      last(free.column('usage')) >= (last(free.column('clock')) - from) * (1 - SAMPLER) - SAMPLE,
    ],
    ...['weights-equal', 'weights-1-3'].flatMap((id) => weightClaims(recording, id)),
  ];
}

function memoryClaims(recording: SeriesRecording): Claims {
  const [anon, file, high] = ['max-anon', 'max-file', 'high-anon'].map((id) => read(recording, id));
  const under = (run: typeof anon) =>
    run!.column('current').every((bytes) => bytes <= Number(run!.parameters['memory.max']));
  const [clock, current] = ['clock', 'current'].map((id) => high!.column(id));
  const limit = Number(high!.parameters['memory.high']);
  const over = current!.findIndex((bytes) => bytes > limit);
  const speed = (from: number, to: number) =>
    (current![to]! - current![from]!) / (clock![to]! - clock![from]!);
  return [
    ['max-anon: oom_kill is 1', last(anon!.column('oom-kill')) === 1],
    ['max-anon: the process was ended by SIGKILL', anon!.outcome['process'] === 'ended by signal 9'],
    ['max-anon: the limit was hit before', last(anon!.column('max')) > 0 && last(anon!.column('oom')) >= 1],
    ['max-anon: memory.current never exceeds memory.max', under(anon)],
    ['max-anon: it came close to the limit', Math.max(...anon!.column('current')) > 14 * 2 ** 20],
    ['max-file: memory.current never exceeds memory.max', under(file)],
    ['max-file: the limit is hit again and again', last(file!.column('max')) > 10],
    [
      'max-file: nothing is killed',
      last(file!.column('oom-kill')) === 0 && file!.outcome['process'] === 'alive',
    ],
    ['high-anon: it goes beyond memory.high', over > 0],
    [
      'high-anon: nothing is killed',
      last(high!.column('oom-kill')) === 0 && high!.outcome['process'] === 'alive',
    ],
    ['high-anon: memory.events high rises', rises(high!.column('high')) && last(high!.column('high')) > 0],
    [
      'high-anon: beyond memory.high it grows a hundred times more slowly',
      speed(over, current!.length - 1) * 100 < speed(0, over - 1),
    ],
  ];
}

function pidsClaims(recording: SeriesRecording): Claims {
  const limited = ['max-10', 'max-40'].flatMap((id): Claims => {
    const { column, parameters } = read(recording, id);
    const limit = Number(parameters['pids.max']);
    return [
      [`${id}: pids.current never exceeds pids.max`, column('current').every((count) => count <= limit)],
      [`${id}: it reaches the limit`, Math.max(...column('current')) === limit],
      [`${id}: forks are refused`, last(column('max')) > 0 && rises(column('max'))],
    ];
  });
  const free = read(recording, 'no-max');
  return [
    ...limited,
    ['no-max: no fork is refused', last(free.column('max')) === 0],
    ['no-max: it goes beyond the limits of the others', Math.max(...free.column('current')) > 80],
    ...['max-10', 'max-40', 'no-max'].map(
      (id) => [`${id}: cgroup.kill ends all`, last(read(recording, id).column('current')) === 0] as const,
    ),
  ];
}

function freezerClaims(recording: SeriesRecording): Claims {
  const { column, markAt } = read(recording, 'freeze-thaw-kill');
  const [clock, usage, frozen, populated] = ['clock', 'usage', 'frozen', 'populated'].map(column);
  const steps = usage!.slice(1).map((value, i) => ({
    used: value - usage![i]!,
    took: clock![i + 1]! - clock![i]!,
    at: clock![i]!,
    frozen: frozen![i] === 1 && frozen![i + 1] === 1 && populated![i + 1] === 1,
    free: frozen![i] === 0 && frozen![i + 1] === 0,
  }));
  const [freeze, thaw] = [markAt('cgroup.freeze=1'), markAt('cgroup.freeze=0')];
  const still = steps.filter((step) => step.frozen);
  return [
    ['frozen, at least forty samples', still.length >= 40],
    ['frozen, usage stays flat', still.every(({ used }) => used === 0)],
    [
      'thawed, usage rises with the clock',
      steps.filter(({ free, at }) => free && at > 2 * SAMPLE).every(({ used, took }) => used >= took * 0.9),
    ],
    [
      'the group is frozen after cgroup.freeze=1',
      frozen![clock!.findIndex((at) => at > freeze + SAMPLE)] === 1,
    ],
    [
      'the group is thawed after cgroup.freeze=0',
      frozen![clock!.findIndex((at) => at > thaw + SAMPLE)] === 0,
    ],
    ['a frozen process can be killed', last(populated!) === 0],
  ];
}

function ioClaims(recording: SeriesRecording): Claims {
  const limits = {
    'bytes-8m': ['bytes', 8 << 20],
    'bytes-2m': ['bytes', 2 << 20],
    'reads-100': ['reads', 100],
  } as const;
  const limited = Object.entries(limits).flatMap(([id, [name, rate]]): Claims => {
    const { column } = read(recording, id);
    const [clock, done] = ['clock', name].map(column);
    /** The kernel lets a tenth of a second's worth pass at once. */
    const burst = rate / 10;
    return [
      [
        `${id}: never faster than its limit`,
        done!.every((sum, i) => sum <= (rate * clock![i]!) / 1e6 + burst),
      ],
      [`${id}: the limit is used`, last(done!) >= ((rate * last(clock!)) / 1e6) * 0.9 - burst],
    ];
  });
  const free = read(recording, 'no-max');
  const i = free.column('clock').findIndex((at) => at > 200_000 - SAMPLE) - 1;
  return [...limited, ['no-max: all is read at once', free.column('bytes')[i] === 48 << 20]];
}

const CLAIMS: Readonly<Record<Scene, (recording: SeriesRecording) => Claims>> = {
  cpu: cpuClaims,
  memory: memoryClaims,
  pids: pidsClaims,
  freezer: freezerClaims,
  io: ioClaims,
};

export const claimsOf = (scene: Scene, recording: SeriesRecording): Claims => CLAIMS[scene](recording);

/** The laws that a recording breaks; none when it is good. */
export function brokenLaws(part: 'by-hand', recording: SnapshotsRecording): readonly string[];
export function brokenLaws(part: Scene, recording: SeriesRecording): readonly string[];
export function brokenLaws(
  part: 'by-hand' | Scene,
  recording: SnapshotsRecording | SeriesRecording,
): readonly string[] {
  if (recording.kind === 'snapshots') return brokenByHand(recording);
  if (part === 'by-hand') throw new Error('a series is no recording by hand');
  return claimsOf(part, recording).flatMap(([law, holds]) => (holds ? [] : [`broken: ${law}`]));
}
