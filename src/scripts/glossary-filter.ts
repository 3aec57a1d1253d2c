/** Why: the glossary is long; what is typed leaves only the terms that hold it, in either language. */
import { decode } from '../lib/decode';
import { fold } from './search-match';

/** Does nothing on a page without the glossary's filter. Without a script the field is not shown. */
export function startGlossaryFilter(): void {
  const form = document.querySelector<HTMLFormElement>('#glossary-filter');
  const input = form?.querySelector('input');
  const told = form?.querySelector<HTMLElement>('[role=status]');
  if (!form || !input || !told) return;
  const entries = [...document.querySelectorAll<HTMLElement>('.glossary > div')].map((row) => ({
    row,
    text: fold(`${row.id} ${row.textContent}`),
  }));
  const filter = () => {
    const wanted = fold(input.value.trim());
    let shown = 0;
    for (const { row, text } of entries) {
      row.hidden = !text.includes(wanted);
      if (!row.hidden) shown++;
    }
    const { some = '', one = '', none = '' } = told.dataset;
    const words = shown === 0 ? none : shown === 1 ? one : some;
    told.textContent =
      wanted === '' ? '' : words.replace('{n}', `${shown}`).replace('{query}', input.value.trim());
  };
  input.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A link to a term shows it, whatever the filter says.
  const reveal = () => {
    const target = document.getElementById(decode(location.hash.slice(1)));
    if (!target?.hidden) return;
    input.value = '';
    filter();
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  form.hidden = false;
  // The browser may have kept what was typed before a reload.
  filter();
}
