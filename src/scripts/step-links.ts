/** Why: a phrase in the text moves the figure, and the figure marks the phrase; a few lines, before any figure is loaded. */
import { GO, SHOWN, type FigurePlace } from '../islands/figure/figure-events';

const LINKS = 'a[data-figure][data-at]';
const placeOf = ({ dataset }: HTMLElement): FigurePlace => ({
  figure: dataset['figure'] ?? '',
  ref: dataset['ref'] ?? '',
  at: dataset['at'] ?? '',
});

/** Follows clicks on step links and marks the links of the step shown. A link that no figure takes is a plain link. */
export function followSteps(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>(LINKS);
    if (!link) return;
    link.focus();
    const taken = !document.dispatchEvent(new CustomEvent(GO, { detail: placeOf(link), cancelable: true }));
    if (taken) event.preventDefault();
  });
  document.addEventListener(SHOWN, (event) => {
    const { figure, ref, at } = (event as CustomEvent<FigurePlace>).detail;
    for (const link of document.querySelectorAll<HTMLElement>(`a[data-figure="${figure}"][data-at]`)) {
      const place = placeOf(link);
      if (place.ref === ref && place.at === at) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  });
}
