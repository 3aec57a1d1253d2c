/** Why: one still of the story, with everything that the picture, the panels and the tests look at. */
import type { Exit, Span } from '../../models/kvm-exits/exits';
import type { Line } from '../../models/kvm-exits/lines';
import type { RecordedScene } from '../../models/kvm-exits/lines';
import type { Quiet } from './quiet';
import type { Paging, SceneId, Totals } from './recordings';

/** Where control is. */
export const LANES = ['ring3', 'ring0', 'cpu', 'kvm', 'vmm'] as const;
export type Lane = (typeof LANES)[number];

/**
 * `exit`: the CPU has stopped the guest · `handle`: KVM works · `wait`: the vCPU's thread sleeps ·
 * `user`: the VMM works · `entry`: the guest runs again · `round`: all of that in one step ·
 * `run`: the guest runs without an exit.
 */
export type Phase = 'start' | 'exit' | 'handle' | 'wait' | 'user' | 'entry' | 'round' | 'run' | 'end';

export interface ExitState {
  readonly scene: SceneId;
  readonly paging: Paging;
  readonly phase: Phase;
  readonly lane: Lane;
  /** The exit that the step is about. */
  readonly exit: Exit | undefined;
  readonly quiet: Quiet | undefined;
  /** All exits of the scene. */
  readonly exits: readonly Exit[];
  /** How many exits have happened, this one included. */
  readonly seen: number;
  readonly program: RecordedScene['program'];
  /** Addresses that the step is about. */
  readonly rips: readonly number[];
  /** All raw lines of the scene, and which of them this step tells. */
  readonly lines: readonly Line[];
  readonly span: Span;
  /** Exits so far. */
  readonly counts: Readonly<Record<string, number>>;
  readonly light: number;
  readonly heavy: number;
  /** Executed since the scene's marker; the sleep's clock ticks are apart. */
  readonly instructions: number;
  readonly asleep: number;
  readonly totals: Readonly<Record<Paging, Totals>>;
}
