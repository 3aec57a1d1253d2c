/** Why: a short question is read from the last row, a long one still stands whole: letters are as large as the room allows. */
import { useLayoutEffect, type RefObject } from 'react';
import { QUIZ_SIZES } from './quiz-desk';

export const overflows = (box: HTMLElement): boolean => box.scrollHeight > box.clientHeight + 1;

/** Gives the box the largest size of letters with which nothing in it is cut off; returns it. */
export function fitSize(box: HTMLElement): string {
  for (const size of QUIZ_SIZES) {
    box.dataset['size'] = size;
    if (!overflows(box)) return size;
  }
  return QUIZ_SIZES.at(-1)!;
}

/** The same whenever what is shown changes. @param key names it */
export function useFit(box: RefObject<HTMLElement | null>, key: string): void {
  useLayoutEffect(() => {
    if (box.current) fitSize(box.current);
  }, [box, key]);
}
