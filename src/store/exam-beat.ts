/** Why: the time used of a running exam is saved every second, too often for the log; it is shared by all tabs. */
import { recall, remember } from './saved';

/** As `src/learning/exam/timer.ts` takes it. */
export interface SavedBeat {
  readonly elapsed: number;
  readonly wall: number;
}

const key = (exam: string) => `exam:${exam}`;
const isTime = (value: unknown): value is number => Number.isFinite(value) && Number(value) >= 0;

/** The last beat of an exam; null where none was saved, or what stands there is none. */
export function recallBeat(exam: string): SavedBeat | null {
  try {
    const found = JSON.parse(recall(key(exam)) ?? 'null') as Partial<SavedBeat> | null;
    if (!isTime(found?.elapsed) || !isTime(found.wall)) return null;
    return { elapsed: found.elapsed, wall: found.wall };
  } catch {
    return null;
  }
}

/** Saves a beat; null forgets it when the exam is over. */
export function rememberBeat(exam: string, beat: SavedBeat | null): void {
  remember(key(exam), beat && JSON.stringify(beat));
}
