/**
 * Why: when the disk refuses, what was answered must still outlive a walk to the next page. `sessionStorage`
 * lives as long as the tab; where even that is refused, the page's own memory is all there is.
 */
import { readEvent, type LearningEvent } from '../schemas/event';

const KEY = 'ringside:waiting';

/** Notes the events that wait for the disk; none clears the note. */
export function noteWaiting(events: readonly LearningEvent[]): void {
  try {
    if (events.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(events));
  } catch {
    // The page's memory still has them.
  }
}

/** The events that an earlier page of this tab left waiting. */
export function waitingFromBefore(): LearningEvent[] {
  try {
    const noted: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(noted)) return [];
    return noted.flatMap((entry) => {
      const read = readEvent(entry);
      return read.kind === 'event' ? [read.event] : [];
    });
  } catch {
    return [];
  }
}
