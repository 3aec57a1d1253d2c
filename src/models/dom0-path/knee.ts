/**
 * Why: the point of Domain 0's sizing is a curve, not a number: too little starves every guest, beyond the knee more
 * brings nothing, and memory that Domain 0 holds is memory for fewer guests.
 */
import { CHOICES, loadOf, spellChoice, startedOf, type Choice } from './choice';
import { runLoad, STEP_US, type Window } from './load';

/** Windows of a run, and the model's steps in each: 1 ms. */
export const RUN = { count: 16, steps: 100 } as const;
export const WINDOW_US = RUN.steps * STEP_US;
/** The last windows of a run, taken as its steady state. */
const STEADY = 4;

/** Packets per second that reach the wire in the steady state. */
export const throughputOf = (windows: readonly Window[]): number =>
  (windows.slice(-STEADY).reduce((sum, { deliveredHere }) => sum + deliveredHere, 0) / (STEADY * WINDOW_US)) *
  1e6;

export const runChoice = (choice: Choice): readonly Window[] => runLoad(loadOf(choice), RUN);

export interface KneePoint {
  readonly value: number;
  /** Packets per second. */
  readonly throughput: number;
  readonly started: number;
}
export interface Knee {
  readonly memory: readonly KneePoint[];
  readonly vcpus: readonly KneePoint[];
}

/** Neighbouring choices share most of their curves: a slider's next place must not compute them again. */
const known = new Map<string, number>();
const KEPT = 400;

/** Packets per second that reach the wire with these settings. */
export function throughputAt(choice: Choice): number {
  const key = spellChoice(choice);
  const found = known.get(key) ?? throughputOf(runChoice(choice));
  if (known.size >= KEPT) known.clear();
  known.set(key, found);
  return found;
}

const pointOf = (choice: Choice, value: number): KneePoint => ({
  value,
  throughput: throughputAt(choice),
  started: startedOf(choice),
});

/** Throughput over each choice of `dom0_mem`, and of vCPUs, with all else as it is. */
export const kneeOf = (choice: Choice): Knee => ({
  memory: CHOICES.memory.map((memory) => pointOf({ ...choice, memory }, memory)),
  vcpus: CHOICES.vcpus.map((vcpus) => pointOf({ ...choice, vcpus }, vcpus)),
});

export const REMEDIES = ['vcpu', 'memory', 'less-memory', 'none'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** What counts as more: three packets in a hundred. */
const MORE = 1.03;

/** The one change that brings most packets more to the wire; `none` if no change does. */
export function remedyOf(choice: Choice, { memory, vcpus }: Knee): Remedy {
  const at = (points: readonly KneePoint[], value: number, by: number) =>
    points[points.findIndex((point) => point.value === value) + by]?.throughput ?? 0;
  const now = at(vcpus, choice.vcpus, 0);
  const changes = [
    ['vcpu', at(vcpus, choice.vcpus, 1)],
    ['memory', at(memory, choice.memory, 1)],
    ['less-memory', at(memory, choice.memory, -1)],
  ] as const;
  const [best, most] = changes.reduce((a, b) => (b[1] > a[1] ? b : a));
  return most > now * MORE ? best : 'none';
}
