/** Why: progress of two browsers becomes one without asking which is newer. */
import { inOrder, preferred, type LearningEvent } from '../schemas/event';

/** Union by id, in the order of the log. Commutative, associative, idempotent. */
export function merge(a: readonly LearningEvent[], b: readonly LearningEvent[]): LearningEvent[] {
  const byId = new Map<string, LearningEvent>();
  for (const event of [...a, ...b]) {
    const known = byId.get(event.id);
    byId.set(event.id, known ? preferred(known, event) : event);
  }
  return [...byId.values()].sort(inOrder);
}
