/**
 * Why: search as you type over two indexes: a small exact one (titles, sections, terms, question stems), where
 * any substring matches, Chinese too; and Pagefind's full text, which segments words. Both are our own files.
 */
import { matchTitles, type SearchIndex } from './search-match';
import { excerpt, marked, row } from './search-rows';

interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
}
interface Pagefind {
  readonly options: (options: Record<string, unknown>) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly debouncedSearch: (
    query: string,
    options?: object,
    wait?: number,
  ) => Promise<{ results: { readonly data: () => Promise<PagefindPage> }[] } | null>;
}

const TEXT_RESULTS = 8;
const attached = new WeakSet<HTMLDialogElement>();

/** Makes the dialog search; a second call does nothing. */
export function attachSearch(dialog: HTMLDialogElement): void {
  if (attached.has(dialog)) return;
  attached.add(dialog);
  const input = dialog.querySelector('input')!;
  const status = dialog.querySelector<HTMLElement>('.search-status')!;
  const list = dialog.querySelector<HTMLElement>('.search-results')!;
  const names = loadNames(dialog.dataset.titles ?? '');
  const texts = loadPagefind(dialog.dataset.pagefind ?? '', dialog.dataset.base ?? '/');
  let turn = 0;

  const search = async () => {
    const query = input.value.trim();
    const mine = ++turn;
    if (query === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    const index = await names.catch(() => null);
    if (mine !== turn) return;
    if (!index) {
      status.textContent = dialog.dataset.failed ?? '';
      return;
    }
    const { words, entries } = index;
    const found = matchTitles(entries, query);
    list.replaceChildren(
      ...found.map((entry) => row(entry.u, words.kinds[entry.k], marked(entry.t, query), [entry.c ?? ''])),
    );
    const pages = await searchText(await texts.catch(() => null), query);
    if (mine !== turn || pages === 'newer') return;
    const others = (pages ?? []).filter((page) => !found.some((entry) => entry.u === page.url));
    list.append(
      ...others.map((page) =>
        row(page.url, words.kinds.page, [page.meta.title ?? page.url], excerpt(page.excerpt)),
      ),
    );
    const count = list.childElementCount;
    const told = count === 0 ? words.none : count === 1 ? words.one : words.some;
    const sentence = told.replace('{query}', query).replace('{count}', String(count));
    status.textContent = pages === null ? `${sentence} ${words.partial}` : sentence;
  };

  input.addEventListener('input', () => void search());
  dialog.addEventListener('keydown', (event) => moveFocus(event, input, list));
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    // Enter in the field opens the first result; the button closes.
    if (document.activeElement !== input) return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  list.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) dialog.close();
  });
  void search();
}

async function loadNames(address: string): Promise<SearchIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as SearchIndex;
}

async function loadPagefind(folder: string, baseUrl: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl, bundlePath: folder, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

/** Full-text results; null if there is no full text, `newer` if another query has overtaken this one. */
async function searchText(
  pagefind: Pagefind | null,
  query: string,
): Promise<readonly PagefindPage[] | null | 'newer'> {
  if (!pagefind) return null;
  try {
    const answer = await pagefind.debouncedSearch(query, {}, 120);
    if (!answer) return 'newer';
    return await Promise.all(answer.results.slice(0, TEXT_RESULTS).map((result) => result.data()));
  } catch {
    return null;
  }
}

/** Arrow keys walk from the field through the results and back. */
function moveFocus(event: KeyboardEvent, input: HTMLElement, list: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [input, ...list.querySelectorAll<HTMLElement>('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[(at + (event.key === 'ArrowDown' ? 1 : stops.length - 1)) % stops.length]?.focus();
}
