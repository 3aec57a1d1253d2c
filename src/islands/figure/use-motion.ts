/** Why: what moves between two steps, and when the next one comes, by the one clock. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { wideCount } from '../../lib/width';
import type { Trace } from '../../lib/trace';
import { onFrame } from '../../player/clock';
import { MOTION_MS, moveFrom, placesIn, type Places } from '../../player/motion';
import type { Timeline } from '../../player/timeline';

const QUERY = '(prefers-reduced-motion: reduce)';

/** Whether the reader asks for less motion now. Browsers only. */
export const prefersStill = (): boolean => matchMedia(QUERY).matches;

/** The same, following changes; false on the server. */
export function useReducedMotion(): boolean {
  const [reduced, setReduced] = useState(false);
  useEffect(() => {
    const query = matchMedia(QUERY);
    const update = () => setReduced(query.matches);
    update();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return reduced;
}

/** Moves marks from the step shown before to the present one, when the two are neighbours of one trace. */
export function useStepMotion(
  stage: RefObject<HTMLElement | null>,
  trace: Trace<unknown>,
  { index, speed }: Timeline,
  still: boolean,
): void {
  const shown = useRef<{ trace: Trace<unknown>; index: number; places: Places } | null>(null);
  useLayoutEffect(() => {
    const root = stage.current;
    if (!root) return undefined;
    const before = shown.current;
    shown.current = { trace, index, places: placesIn(root) };
    if (!before || still || before.trace !== trace || Math.abs(before.index - index) !== 1) return undefined;
    return moveFrom(before.places, root, MOTION_MS / speed, index > before.index);
    // A change of speed alone must not replay the motion.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stage, trace, index, still]);
}

/** Reading time of a caption at speed 1, milliseconds: about 220 English words or 330 汉字 a minute. */
export function dwell(caption: string): number {
  const wide = wideCount(caption);
  return 1600 + wide * 130 + (caption.length - wide) * 42;
}

/** How long a step of the home page's figure stays, milliseconds: it shows that it moves before it can be read. */
export const heroDwell = (caption: string, index: number): number =>
  index === 0 ? 1400 : 0.6 * dwell(caption);

/** Asks for the next step when the present one has been shown for `wait` milliseconds at speed 1. */
export function useAutoplay(
  { playing, speed, index, pending }: Timeline,
  wait: number,
  next: () => void,
): void {
  useEffect(() => {
    if (!playing || pending !== null) return undefined;
    let passed = 0;
    return onFrame((elapsed) => {
      passed += elapsed;
      if (passed >= wait / speed) {
        passed = 0;
        next();
      }
    });
  }, [playing, speed, index, pending, wait, next]);
}
