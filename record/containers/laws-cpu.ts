/** Why: what cpu.max and cpu.weight do, as sentences that hold of any recording of them. */
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import { last, readRun, rises, SAMPLE, SAMPLER, type Claims } from './run-reader.ts';

/** The kernel's tick, in microseconds: how much later than its quota a group may be stopped. */
const TICK = 4000;

function quotaClaims(recording: SeriesRecording, id: string): Claims {
  const { column, markAt, parameters } = readRun(recording, id);
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
  const { column, markAt, parameters } = readRun(recording, id);
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

export function cpuClaims(recording: SeriesRecording): Claims {
  const free = readRun(recording, 'no-quota');
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
