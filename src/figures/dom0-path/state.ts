/** Why: one still of either story, with everything that the picture, the panels and the tests look at. */
import type { Beat, BeatId } from '../../models/dom0-path/beats';
import type { Choice } from '../../models/dom0-path/choice';
import type { Knee, Remedy } from '../../models/dom0-path/knee';
import type { Line } from '../../models/dom0-path/lines';
import type { Counts, Links } from '../../models/dom0-path/links';
import type { Window } from '../../models/dom0-path/load';
import type { Verdict } from '../../models/dom0-path/telling';
import type { PingId } from './recordings';

export interface PingState {
  readonly kind: 'ping';
  readonly scene: PingId;
  readonly beat: BeatId;
  /** Events so far, this one included. */
  readonly past: readonly BeatId[];
  readonly lines: readonly Line[];
  readonly span: Beat['span'];
  readonly links: Links;
  /** Whose vCPU has the processor at the end of this event. */
  readonly running: 'domu' | 'dom0';
  /** So far. */
  readonly counts: Counts;
  /** Of the whole scene. */
  readonly totals: Counts;
  /** Executed since the first line. */
  readonly instructions: number;
}

export interface LoadState {
  readonly kind: 'load';
  readonly choice: Choice;
  /** Guests that could be started. */
  readonly started: number;
  /** The whole run, and how many windows of it are over. */
  readonly windows: readonly Window[];
  readonly shown: number;
  readonly knee: Knee;
  readonly remedy: Remedy;
  readonly verdict: Verdict;
  /** The last step sums up. */
  readonly over: boolean;
}

export type PathState = PingState | LoadState;
