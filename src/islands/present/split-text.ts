/**
 * Why: a lesson's sections become slides by being laid out in the room that a slide has, letter for letter as they
 * will be shown, and cut where the room ends; a page's width and a window's size play no part in it, so that every
 * window cuts at the same places.
 */

/** A block that announces the next one must not end a slide. */
const announces = (block: Element) =>
  /^H[34]$/.test(block.tagName) || /[:：]\s*$/.test(block.textContent ?? '');

/** A slide with less on it than this takes a part of a long table or list rather than stay nearly empty. */
const SPARSE = 0.4;
const cuttable = (block: Element) =>
  block.matches('ul,ol,table,.table-scroll') && partsOf(block).parts.length > 2;

/** Ends of sentences, or of lines in code, in the text of an element: offsets at which it may be cut. */
function cutsOf(element: Element): number[] {
  const text = element.textContent ?? '';
  const pattern = element.tagName === 'PRE' ? /\n(?=[^\n])/g : /[.!?]\s+|[。！？]/g;
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);
}

/** Takes all text after an offset out of an element, as a twin of it. */
function cutText(element: Element, offset: number): Element {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let node = walker.nextNode();
  while (node && passed + (node.textContent?.length ?? 0) < offset) {
    passed += node.textContent?.length ?? 0;
    node = walker.nextNode();
  }
  const range = document.createRange();
  if (node) range.setStart(node, offset - passed);
  range.setEndAfter(element.lastChild!);
  const twin = element.cloneNode(false) as Element;
  twin.removeAttribute('id');
  twin.append(range.extractContents());
  return twin;
}

/** Parts that may go to the next slide one by one, the last first; what stands before them is repeated there. */
function partsOf(element: Element): { readonly parts: Element[]; readonly head: Element[] } {
  const table = element.matches('table') ? element : element.querySelector(':scope > table');
  if (table)
    return { parts: [...table.querySelectorAll('tbody > tr')], head: [...table.querySelectorAll('thead')] };
  const title = element.querySelector(':scope > .note-title');
  return {
    parts: [...element.children].filter((child) => child !== title),
    head: title ? [title] : [],
  };
}

/** The same wrapper without its parts: for a table its scroll box, table and head; for a note its title. */
function shellOf(
  element: Element,
  head: readonly Element[],
): { readonly shell: Element; readonly body: Element } {
  const shell = element.cloneNode(false) as Element;
  shell.removeAttribute('id');
  const table = element.matches('table') ? element : element.querySelector(':scope > table');
  if (!table) {
    shell.append(...head.map((each) => each.cloneNode(true)));
    return { shell, body: shell };
  }
  const inner = element === table ? shell : (table.cloneNode(false) as Element);
  if (inner !== shell) shell.append(inner);
  const body = document.createElement('tbody');
  inner.append(...head.map((each) => each.cloneNode(true)), body);
  return { shell, body };
}

/**
 * Makes a block fit by taking what is too much out of it.
 * @returns what was taken out, as a block of its own; null when nothing could be
 */
export function trim(block: Element, fits: () => boolean): Element | null {
  if (/^(P|PRE|LI)$/.test(block.tagName) && block.querySelector('ul,ol') === null) {
    for (const offset of cutsOf(block).reverse()) {
      const rest = cutText(block, offset);
      if (fits()) return rest;
      // Too much still: put it back and cut earlier.
      block.append(...rest.childNodes);
    }
    return null;
  }
  const { parts, head } = partsOf(block);
  if (parts.length === 0) return null;
  const { shell, body } = shellOf(block, head);
  const start = Number(block.getAttribute('start') ?? 1);
  while (!fits() && parts.length > 1) body.prepend(parts.pop()!);
  // One row alone on a slide looks forgotten.
  if (body.children.length === 1 && parts.length > 2) body.prepend(parts.pop()!);
  if (!fits()) {
    const rest = trim(parts[0]!, fits);
    if (rest) body.prepend(rest);
    else if (body.children.length === 0) return null;
  }
  if (block.tagName === 'OL') shell.setAttribute('start', String(start + parts.length));
  return shell;
}

/**
 * Lays blocks out in slides.
 * @param blocks in order; they are moved
 * @param open makes the next slide's box, in place and in its final size
 */
export function pour(blocks: readonly Element[], open: () => HTMLElement): HTMLElement[] {
  const boxes: HTMLElement[] = [];
  const waiting = [...blocks];
  const fits = (box: HTMLElement) => box.scrollHeight <= box.clientHeight + 1;
  let box: HTMLElement | undefined;
  while (waiting.length > 0) {
    const block = waiting.shift()!;
    if (!box) boxes.push((box = open()));
    const own = box;
    own.append(block);
    if (fits(own)) continue;
    if ([...own.children].slice(0, -1).every(announces)) {
      // Alone, or announced only, and still too long: what cannot be cut stays, and is walked through page by page.
      const rest = trim(block, () => fits(own));
      if (rest) waiting.unshift(rest);
    } else if (
      own.scrollHeight > own.clientHeight &&
      block instanceof HTMLElement &&
      block.offsetTop < own.clientHeight * SPARSE &&
      cuttable(block)
    ) {
      const rest = trim(block, () => fits(own));
      if (rest) waiting.unshift(rest);
    } else {
      block.remove();
      waiting.unshift(block);
      while (own.children.length > 1 && announces(own.lastElementChild!)) {
        const last = own.lastElementChild!;
        last.remove();
        waiting.unshift(last);
      }
    }
    box = undefined;
  }
  return boxes;
}
