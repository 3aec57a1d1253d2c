/** Why: the time left is always in sight, and said aloud three times only. */
import { useSyncExternalStore } from 'react';
import { fill } from '../../lib/fill';
import type { ExamClock } from './exam-clock';
import type { ExamText } from './messages';
import { clockTime } from './spell';

interface ExamTimerProps {
  readonly clock: ExamClock;
  /** Whole seconds. */
  readonly left: number;
  readonly at: number;
  readonly count: number;
  readonly text: ExamText;
  readonly onHandIn: () => void;
}

export function ExamTimer({ clock, left, at, count, text, onHandIn }: ExamTimerProps) {
  const call = useSyncExternalStore(clock.subscribe, clock.call);
  return (
    <div className="exam-bar">
      <p className="exam-position">
        <span className="visually-hidden">{fill(text.position, { n: at, count })}</span>
        <b aria-hidden="true">
          {at} / {count}
        </b>
      </p>
      <p className={`exam-time${left <= 300 ? ' is-short' : ''}`} role="timer" aria-live="off">
        <span>{text.left}</span> <b>{clockTime(left)}</b>
      </p>
      <p className="visually-hidden" role="status">
        {call !== null && (call === 1 ? text.callOne : fill(text.call, { n: call }))}
      </p>
      <button type="button" onClick={onHandIn}>
        {text.handIn}
      </button>
    </div>
  );
}
