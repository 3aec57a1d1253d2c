/** Why: reveal.js lays slides out, scales them, gives the overview and the jump; where the deck is, the shared state alone says. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RevealApi } from 'reveal.js';
import type { DeckSlide } from './slides';
import type { Shape } from '../../figures/contract';

/** Height of every slide, units; a slide's width follows from its shape. */
export const SLIDE_HEIGHT = 768;
export const SLIDE_WIDTH: Readonly<Record<Shape, number>> = { '4:3': 1024, '16:9': 1366 };

/** Narrower than 3:2 is an old projector, or a window held upright. */
export const shapeOf = (width: number, height: number): Shape => (width / height < 1.5 ? '4:3' : '16:9');

/**
 * Lays every drawing's words out anew. When the scale of the slides changes, Chromium may leave some where they were
 * at the old one; taken out of the page and put back, they are right.
 */
function settle(host: HTMLElement): void {
  for (const drawing of host.querySelectorAll<SVGElement>('.stage-view svg')) {
    drawing.style.display = 'none';
    drawing.getBoundingClientRect();
    drawing.style.display = '';
  }
}

/**
 * Runs reveal.js over the slides.
 * @param root element with `.slides` in it
 * @param current index of the slide to show
 * @param onSlide the reader chose a slide in the overview or by its number
 */
export function useReveal(
  root: React.RefObject<HTMLElement | null>,
  slides: readonly DeckSlide[],
  current: number,
  shape: Shape,
  onSlide: (index: number) => void,
): RevealApi | null {
  const [api, setApi] = useState<RevealApi | null>(null);
  const chosen = useRef(onSlide);
  useEffect(() => {
    chosen.current = onSlide;
  });
  const following = useRef(false);
  const first = useRef({ current, shape });

  useEffect(() => {
    let gone = false;
    let made: RevealApi | undefined;
    const host = root.current!;
    host.querySelector('.slides')!.prepend(...slides.map(({ element }) => element));
    void import('reveal.js').then(async ({ default: Reveal }) => {
      if (gone) return;
      made = new Reveal(host, {
        width: SLIDE_WIDTH[first.current.shape],
        height: SLIDE_HEIGHT,
        margin: 0,
        minScale: 0.05,
        maxScale: 16,
        center: false,
        controls: false,
        progress: true,
        keyboard: false,
        touch: false,
        hash: false,
        help: false,
        overview: true,
        jumpToSlide: true,
        transition: 'none',
        backgroundTransition: 'none',
        viewDistance: 3,
        embedded: true,
        // A narrow window shows a slide small, not a page of slides.
        scrollActivationWidth: 0,
      });
      await made.initialize();
      if (gone) return made.destroy();
      host.removeAttribute('role');
      made.slide(first.current.current);
      made.on('slidechanged', () => {
        if (!following.current) chosen.current(made!.getIndices().h);
      });
      made.on('resize', () => settle(host));
      setApi(made);
    });
    return () => {
      gone = true;
      made?.destroy();
    };
  }, [root, slides]);

  useLayoutEffect(() => {
    if (!api || api.getIndices().h === current) return;
    // What reveal.js tells of this move must not be taken for a choice: the deck may have gone on since.
    following.current = true;
    api.slide(current);
    following.current = false;
  }, [api, current]);
  useEffect(() => {
    if (!api) return;
    api.configure({ width: SLIDE_WIDTH[shape] });
    api.layout();
  }, [api, shape]);
  return api;
}
