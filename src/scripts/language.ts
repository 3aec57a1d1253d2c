/** Why: the other language opens at the same place: same query (figure and step, question) and same section. */
import { recall, remember } from '../store/saved';
import { currentSection } from './sections';

const DECLINED = 'offer-declined';

export function startLanguage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => {
      remember(DECLINED, 'yes');
      const section = currentSection();
      link.search = location.search;
      link.hash = section ? `#${section}` : location.hash;
    });
  }
  offer();
}

/** Shows the bar if the browser prefers the other language over this page's, and nobody said no before. */
function offer(): void {
  const bar = document.querySelector<HTMLElement>('[data-offer]');
  if (!bar || recall(DECLINED) !== null || document.documentElement.dataset.embed !== undefined) return;
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  const find = (lang: string) => {
    const at = wanted.indexOf(lang);
    return at < 0 ? Infinity : at;
  };
  const other = bar.dataset.offer === 'en' ? 'en' : 'zh';
  if (find(other) >= find(other === 'en' ? 'zh' : 'en')) return;
  bar.hidden = false;
  bar.querySelector('[data-offer-no]')?.addEventListener('click', () => {
    remember(DECLINED, 'yes');
    bar.hidden = true;
  });
}
