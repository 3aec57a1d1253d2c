/** Why: results are built as elements, never from HTML text: what is shown comes from files that a build made. */

/** The words with the searched part marked. */
export function marked(text: string, query: string): readonly (string | Node)[] {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return [text];
  const mark = document.createElement('mark');
  mark.textContent = text.slice(at, at + query.length);
  return [text.slice(0, at), mark, text.slice(at + query.length)];
}

/** Pagefind's excerpt, of which only the text and its marks are taken. */
export function excerpt(html: string): readonly (string | Node)[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return node.textContent ?? '';
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

/** One result: title, kind and context in a link. */
export function row(
  url: string,
  kind: string,
  title: readonly (string | Node)[],
  context: string | readonly (string | Node)[],
): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  const head = document.createElement('b');
  head.append(...title);
  const tag = document.createElement('small');
  tag.textContent = kind;
  const text = document.createElement('span');
  text.append(...(typeof context === 'string' ? [context] : context));
  link.append(head, tag, text);
  item.append(link);
  return item;
}
