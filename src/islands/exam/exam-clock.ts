/** Why: joins the pure timer with the browser's two clocks and with what is saved, once a second. */
import { advance, callBetween, remaining, resumed, type Remaining } from '../../learning/exam/timer';
import type { ExamRecord } from '../../learning/summary';
import { recallBeat, rememberBeat } from '../../store/exam-beat';

export interface ExamClock {
  /** Looks at the clocks now, saves, and says how it stands. */
  readonly check: () => Remaining;
  /** Whole seconds left, as of the last look. */
  readonly left: () => number;
  /** The last call that was due: minutes left, or null. */
  readonly call: () => number | null;
  /** Looks once a second, and when the page comes back, while somebody listens. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** How a running exam stands now. Saves nothing. */
export function standingNow(exam: ExamRecord): Remaining {
  return remaining(advance(begin(exam), Date.now()), exam.start.minutes);
}

function begin({ start, answers }: ExamRecord) {
  const entries = [...answers.values()].map((answer) => answer.at);
  return resumed(start.at, entries, recallBeat(start.id));
}

export function createClock(exam: ExamRecord): ExamClock {
  const { id, minutes } = exam.start;
  let beat = advance(begin(exam), Date.now());
  const steady = performance.now() - beat.elapsed;
  let state = remaining(beat, minutes);
  let call: number | null = null;
  const listeners = new Set<() => void>();

  const check = (): Remaining => {
    // Another tab may have slept less than this one.
    const saved = recallBeat(id);
    const from = saved && saved.elapsed > beat.elapsed ? saved : beat;
    beat = advance(from, Date.now(), Math.round(performance.now() - steady));
    rememberBeat(id, beat);
    const before = state.left;
    state = remaining(beat, minutes);
    call = callBetween(before, state.left) ?? call;
    return state;
  };
  const look = () => {
    check();
    listeners.forEach((listener) => listener());
  };
  let interval: ReturnType<typeof setInterval> | undefined;
  return {
    check,
    left: () => Math.ceil(state.left / 1000),
    call: () => call,
    subscribe(listener) {
      if (listeners.size === 0) {
        interval = setInterval(look, 1000);
        document.addEventListener('visibilitychange', look);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(interval);
        document.removeEventListener('visibilitychange', look);
      };
    },
  };
}
