/** Why: what the rest of the site may ask of the learner's log, whatever keeps it. */
import type { EventKind, EventOf, LearningEvent, NewEvent } from '../schemas/event';
import type { Quarantined, Trouble } from './database';

/** `from`: this tab, or another one of the same browser. `state`: durable or memory, or entries put aside. */
export type Change =
  | { readonly kind: 'added'; readonly events: readonly LearningEvent[]; readonly from: 'here' | 'elsewhere' }
  | { readonly kind: 'cleared'; readonly from: 'here' | 'elsewhere' }
  | { readonly kind: 'state' };

export interface Store {
  /** `memory`: what was added since the trouble lives only as long as this tab. */
  readonly state: 'durable' | 'memory';
  readonly trouble: Trouble | null;
  /**
   * Stamps and keeps an event. Resolves when it is on disk or, in trouble, in memory; never rejects.
   * @param after time (ms since 1970) that it must follow in the log, even if the machine's clock was set back
   */
  append(event: NewEvent, after?: number): Promise<LearningEvent>;
  /** The whole log in its order (by time, then id). */
  all(): Promise<readonly LearningEvent[]>;
  /** The answers and visits of one lesson, in order. */
  ofLesson(lesson: string): Promise<readonly LearningEvent[]>;
  /** The last event of one kind. */
  latest<Kind extends EventKind>(kind: Kind): Promise<EventOf<Kind> | undefined>;
  /** Union by id: the same file twice adds nothing the second time. */
  importEvents(events: readonly LearningEvent[]): Promise<{ readonly added: number; readonly known: number }>;
  /** Entries that could not be read, as they were found. */
  quarantined(): Promise<readonly Quarantined[]>;
  /** Forgets everything, also what was put aside. Only on the learner's own word. */
  clear(): Promise<void>;
  /** @returns what ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void;
  close(): void;
}
