/** Why: a term's definition opens beside the word; the page's list of terms is where it is taken from. */

const GAP = 8;

export function startTerms(): void {
  const box = document.querySelector<HTMLElement>('#term-popover');
  if (!box || !('showPopover' in box)) return;
  let opener: HTMLAnchorElement | null = null;

  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.term');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The list's own links lead to the same place in the glossary.
    const definition = document.querySelector(`.terms dt a[href$="${link.hash}"]`)?.closest('div');
    if (!definition) return;
    event.preventDefault();
    if (opener === link && box.matches(':popover-open')) return box.hidePopover();
    fill(box, definition, link.href);
    opener = link;
    box.showPopover();
    place(box, link);
    box.focus({ preventScroll: true });
  });
  box.addEventListener('toggle', (event) => {
    if (event.newState === 'closed' && box.contains(document.activeElement)) opener?.focus();
  });
  addEventListener('scroll', () => opener && box.matches(':popover-open') && place(box, opener), {
    passive: true,
  });
}

function fill(box: HTMLElement, definition: Element, address: string): void {
  const name = document.createElement('p');
  name.className = 'term-name';
  name.append(...[...definition.querySelectorAll('dt > *')].flatMap((part) => [plain(part), ' ']));
  const text = document.createElement('p');
  text.append(...[...(definition.querySelector('dd')?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  const more = document.createElement('a');
  more.href = address;
  more.textContent = `${box.dataset.more} →`;
  box.replaceChildren(name, text, more);
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', definition.querySelector('dt > *')?.textContent ?? '');
}

/** The words of a part of the list, with their language but without their link. */
function plain(part: Element): HTMLElement {
  const word = document.createElement(part.tagName === 'A' ? 'b' : 'span');
  word.textContent = part.textContent;
  const lang = part.getAttribute('lang');
  if (lang) word.lang = lang;
  return word;
}

/** Below the word, or above it where the window ends; never past its sides. */
function place(box: HTMLElement, link: Element): void {
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.max(GAP, Math.min(word.left, document.documentElement.clientWidth - width - GAP));
  const below = word.bottom + GAP;
  const top = below + height > innerHeight && word.top - GAP - height > 0 ? word.top - GAP - height : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
