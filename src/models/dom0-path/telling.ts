/** Why: sixteen milliseconds of a load are a handful of events. This says what each one is, and what the whole run was. */
import { loadOf, startedOf, type Choice } from './choice';
import { remedyOf, throughputOf, type Knee } from './knee';
import { NEED_MIB, slowdown, type Window } from './load';

/**
 * `first-drop`: a ring was full for the first time · `dropping`: it still is · `filling`: more comes than is taken ·
 * `silent`: no bell was rung, the back end never sleeps · `some`: it is rung for some packets · `each`: for most ·
 * `direct`: past Domain 0 · `direct-drop`: the wire is full.
 */
export const TELLINGS = [
  'first-drop',
  'dropping',
  'filling',
  'silent',
  'some',
  'each',
  'direct',
  'direct-drop',
] as const;
export type Telling = (typeof TELLINGS)[number];

/** Packets in all rings. */
export const backlogOf = (window: Window | undefined): number =>
  window?.guests.reduce((sum, { produced, consumed }) => sum + produced - consumed, 0) ?? 0;

/** Mean time from offered to taken of the packets of one window, µs; 0 if there were none. */
export function latencyOf(window: Window, before: Window | undefined): number {
  const sum = (from: Window | undefined) =>
    from?.guests.reduce((all, { waitedUs }) => all + waitedUs, 0) ?? 0;
  return window.deliveredHere === 0 ? 0 : (sum(window) - sum(before)) / window.deliveredHere;
}

/** Packets more than before that a guest's ring must hold to be told as filling. */
const GROWTH = 4;

export function tellingOf(choice: Choice, windows: readonly Window[], i: number): Telling {
  const window = windows[i]!;
  const before = windows[i - 1];
  if (choice.nic === 'passthrough') return window.droppedHere > 0 ? 'direct-drop' : 'direct';
  if (window.droppedHere > 0)
    return windows.slice(0, i).some(({ droppedHere }) => droppedHere > 0) ? 'dropping' : 'first-drop';
  if (backlogOf(window) - backlogOf(before) > GROWTH * startedOf(choice)) return 'filling';
  if (window.notifiedHere === 0) return 'silent';
  return window.notifiedHere * 2 < window.deliveredHere ? 'some' : 'each';
}

/** A run in which nothing changes is looked at this often, in windows. */
const GLANCE = 5;

/** Indices of the windows that are told: where something new begins, the last one, and now and then between. */
export function toldWindows(tellings: readonly Telling[]): readonly number[] {
  let told = 0;
  return tellings.flatMap((telling, i) => {
    const tell = i === 0 || i === tellings.length - 1 || tellings[i - 1] !== telling || i - told >= GLANCE;
    if (tell) told = i;
    return tell ? [i] : [];
  });
}

/** Memory that Domain 0 needs for itself and for the guests that run, MiB. */
export const needOf = (choice: Choice): number => NEED_MIB.own + startedOf(choice) * NEED_MIB.guest;

export const VERDICTS = [
  'passthrough',
  'passthrough-full',
  'too-much',
  'memory',
  'cpu',
  'spare',
  'balanced',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Memory for one guest more could be given back. */
const SPARE_MIB = 1024;
/** A part of what is offered that may still be on its way when a run ends. */
const LATE = 0.03;

/** What a run teaches. */
export function verdictOf(choice: Choice, windows: readonly Window[], knee: Knee): Verdict {
  const { busy } = windows.at(-1)!;
  const { guests, rate } = loadOf(choice);
  const starved = throughputOf(windows) < guests * rate * (1 - LATE);
  if (guests < choice.guests) return 'too-much';
  if (choice.nic === 'passthrough') return starved ? 'passthrough-full' : 'passthrough';
  if (starved) {
    const remedy = remedyOf(choice, knee);
    return remedy === 'memory' || (remedy === 'none' && slowdown(choice) > 1) ? 'memory' : 'cpu';
  }
  // One vCPU less would still leave a tenth of one.
  const spareCpu = choice.vcpus > 1 && busy * choice.vcpus < choice.vcpus - 1.1;
  return spareCpu || choice.memory - needOf(choice) >= SPARE_MIB ? 'spare' : 'balanced';
}
