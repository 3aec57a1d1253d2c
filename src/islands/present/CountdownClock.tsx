/** Why: “three minutes, talk to your neighbour” needs a clock that the whole room sees, the same in every window. */
import { useEffect, useState } from 'react';
import { leftOf, type Countdown } from '../../classroom/deck-state';
import type { DeckText } from './messages';

const MINUTE = 60_000;
/** What a countdown begins with, and how much a key adds or takes, milliseconds. */
export interface Pace {
  readonly first: number;
  readonly step: number;
}
const TALK: Pace = { first: 3 * MINUTE, step: MINUTE };
/** For one question of a class quiz. */
export const QUESTION_PACE: Pace = { first: MINUTE / 2, step: MINUTE / 6 };

/** The countdown after a key: begun, stopped, gone on with, more or less of it, or none. */
export function nextCountdown(
  countdown: Countdown | null,
  does: 'toggle' | 'clear' | 'more' | 'less',
  now: number,
  { first, step }: Pace = TALK,
): Countdown | null {
  if (does === 'clear') return null;
  if (!countdown) return does === 'toggle' ? { kind: 'running', endsAt: now + first } : null;
  const left = leftOf(countdown, now);
  if (does === 'toggle') {
    if (left === 0) return null;
    return countdown.kind === 'running' ? { kind: 'paused', left } : { kind: 'running', endsAt: now + left };
  }
  const other = Math.max(0, left + (does === 'more' ? step : -step));
  return countdown.kind === 'running'
    ? { kind: 'running', endsAt: now + other }
    : { kind: 'paused', left: other };
}

/** `4:05`; beyond an hour `1:04:05`. */
export function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The time now, each second. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function CountdownClock({
  countdown,
  text,
}: {
  readonly countdown: Countdown;
  readonly text: DeckText;
}) {
  const left = leftOf(countdown, useNow());
  return (
    <div
      className="deck-countdown"
      role="timer"
      data-over={left === 0 ? '' : undefined}
      data-kind={countdown.kind}
    >
      {left === 0 ? text.timeUp : clock(left)}
    </div>
  );
}
