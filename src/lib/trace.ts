/**
 * Why: one deterministic story per scenario. The same steps give the animation, the stills of reduced
 * motion, the narration, the transcript and the printed strip.
 */
import type { Message } from './message';

/** Names something that a figure's view draws with `data-node`. */
export type NodeId = string & { readonly __brand?: 'NodeId' };
/** Names a step inside its trace: stable, unique, what a URL and `<Step at>` say. Letters, digits and `-`. */
export type StepId = string & { readonly __brand?: 'StepId' };

/** What `at` counts. Recorded time under emulation is instructions, never latency; `us` is a model's own time, in µs. */
export type Unit = 'cycles' | 'instructions' | 'us' | 'steps';

/** A question asked before its step is shown; the model computes the answer. */
export interface Prediction {
  readonly question: Message;
  /** Two to five answers, in the order shown. */
  readonly options: readonly { readonly id: string; readonly label: Message }[];
  /** The `id` of the right option. */
  readonly answer: string;
}

export interface Step<State> {
  readonly id: StepId;
  /** Position on the trace's own axis, counted in `unit`; never falls from step to step. */
  readonly at: number;
  readonly unit: Unit;
  readonly state: State;
  /** One or two sentences: what just happened (in bold) and why it matters. */
  readonly caption: Message;
  /** The nodes that this step is about; each is drawn by the view. */
  readonly focus: readonly NodeId[];
  /** Asked on the way from the step before to this one, when the learner predicts. */
  readonly ask?: Prediction;
}

/** Where a number or a rule comes from. */
export interface Reference {
  readonly label: string;
  readonly url?: string;
}

/** What a model leaves out, or how a recording was made. */
export type Provenance =
  | {
      readonly kind: 'model';
      readonly simplifies: readonly Message[];
      readonly references: readonly Reference[];
    }
  | {
      readonly kind: 'recorded';
      /** Program and version that recorded, e.g. `ftrace, Linux 6.1`. */
      readonly tool: string;
      readonly versions: Readonly<Record<string, string>>;
      readonly command: string;
      /** ISO date of the recording. */
      readonly date: string;
      /** SHA-256 of the raw trace, hexadecimal. */
      readonly sha256: string;
      /** What the numbers are not. */
      readonly caveats: readonly Message[];
    };

export interface Trace<State> {
  readonly source: 'model' | 'recorded';
  readonly provenance: Provenance;
  /** At least one. */
  readonly steps: readonly Step<State>[];
}

/** Index of the step with this id, or -1. */
export function stepIndex<State>(trace: Trace<State>, id: StepId): number {
  return trace.steps.findIndex((step) => step.id === id);
}
