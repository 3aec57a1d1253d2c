/** Why: a phrase in the text moves the figure, and the figure marks the phrase; a few lines, before any figure is loaded. */
import { GO, SHOWN, type FigurePlace } from '../islands/figure/figure-events';
import { readPlace } from '../islands/figure/figure-url';

const LINKS = 'a[data-figure]';

/** The place that a link's address names: `?rings=popf.deprivileged.skylake@popf`. */
function placeOf(link: HTMLAnchorElement): FigurePlace | null {
  const figure = link.dataset['figure'] ?? '';
  const place = readPlace(link.search, figure);
  return place && { figure, ...place };
}

/** Follows clicks on step links and marks the links of the step shown. A link that no figure takes is a plain link. */
export function followSteps(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>(LINKS);
    const place = link && placeOf(link);
    if (!place) return;
    link.focus();
    const taken = !document.dispatchEvent(new CustomEvent(GO, { detail: place, cancelable: true }));
    if (taken) event.preventDefault();
  });
  document.addEventListener(SHOWN, (event) => {
    const { figure, ref, at } = (event as CustomEvent<FigurePlace>).detail;
    for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[data-figure="${figure}"]`)) {
      const place = placeOf(link);
      if (place?.ref === ref && place.at === at) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  });
}
