/** Why: one still of the story, whoever tells it: calls with their answers, and all that is there after them. */
import type { Reason } from './types';
import type { Snapshot } from './snapshot';

export interface ToldCall {
  /** The caller's number in the first PID namespace, and its program. */
  readonly by: number;
  readonly comm: string;
  /** In C. */
  readonly text: string;
  /** What one would type to the same end. */
  readonly typed?: string | undefined;
  readonly result: number;
  /** Name of errno. */
  readonly error?: string | undefined;
  /** Known for the model's calls. */
  readonly reason?: Reason;
  /** The call succeeds and nothing happens. */
  readonly ignored?: boolean;
}

export interface NamespacesState {
  readonly scene: SceneId;
  /** Part of the story that the step is in; message `chapter.<id>`. */
  readonly chapter?: string;
  /** Made in this step; none: the state before any call. */
  readonly calls: readonly ToldCall[];
  readonly snapshot: Snapshot;
  /** Whose view is told, unless the learner chose somebody. */
  readonly viewer: number;
}

export const MODEL_SCENES = ['pid-1', 'ports', 'user', 'nsenter'] as const;
export type ModelScene = (typeof MODEL_SCENES)[number];
/** In the order of the control. */
export const SCENES = ['pid-1', 'ports', 'by-hand', 'user', 'nsenter', 'free'] as const;
export type SceneId = (typeof SCENES)[number];
