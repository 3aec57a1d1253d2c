/** Why: the table of contents follows the reading, and others (language switch, last place) can ask where the reader is. */

let current = '';

/** Id of the section that is being read; empty at the top of a page or where there are no sections. */
export const currentSection = (): string => current;

const listeners = new Set<(id: string) => void>();

/** Calls back whenever another section is being read. */
export const onSection = (listener: (id: string) => void): void => void listeners.add(listener);

function show(id: string): void {
  if (id === current) return;
  current = id;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc a')) {
    if (id !== '' && link.hash === `#${CSS.escape(id)}`) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
  for (const listener of listeners) listener(id);
}

export function startSections(): void {
  const heads = [...document.querySelectorAll<HTMLElement>('.lesson h2[id]')];
  if (heads.length === 0) return;
  // The line is a third down the window: the section whose heading last crossed it is being read.
  const find = () => {
    const line = innerHeight / 3;
    show(heads.findLast((head) => head.getBoundingClientRect().top <= line)?.id ?? '');
  };
  const observer = new IntersectionObserver(find, { rootMargin: '0px 0px -66% 0px', threshold: [0, 1] });
  for (const head of heads) observer.observe(head);
}
