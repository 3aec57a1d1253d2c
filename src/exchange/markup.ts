/** Why: a text holds `code` and **bold** and nothing else; whatever looks like a tag goes out as text. */

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Neither XML 1.0 nor a reader can do anything with these.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text for an XML element or attribute. */
export const xml = (text: string): string =>
  text.replace(UNPRINTABLE, '').replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/** HTML (and XHTML) of a text: everything escaped except the two marks, cut as `RichText` cuts them, and line breaks. */
export const html = (text: string): string =>
  text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .map((part) => {
      if (/^\*\*[^*]+\*\*$/.test(part)) return `<b>${xml(part.slice(2, -2))}</b>`;
      if (/^`[^`]+`$/.test(part)) return `<code>${xml(part.slice(1, -1))}</code>`;
      return xml(part);
    })
    .join('')
    .replace(/\r?\n/g, '<br/>');

/** HTML inside an XML element, as text: escaped once more. */
export const htmlInXml = (text: string): string => xml(html(text));

/** The text without marks, in one line, for places that take no HTML. */
export const plain = (text: string): string =>
  text
    .replace(UNPRINTABLE, '')
    .replace(/\*\*([^*]+)\*\*|`([^`]+)`/g, (_, bold?: string, code?: string) => bold ?? code ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** Plain text for places that some reader takes for HTML all the same: angle brackets become their single look-alikes. */
export const plainAnswer = (text: string): string => plain(text).replaceAll('<', '‹').replaceAll('>', '›');

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  bsol: '\\',
  percnt: '%',
  lbrack: '[',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

function entity(whole: string, name: string): string {
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (!number) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole;
  const code = number[1] ? parseInt(number[1], 16) : Number(number[2]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The inverse of `html`; tags other than ours fall away, their text stays. */
export const fromHtml = (source: string): string =>
  source
    .replace(/<\/?(?:code|tt)\s*>/gi, '`')
    .replace(/<\/?(?:b|strong)\s*>/gi, '**')
    .replace(/\s*<(?:br\s*\/?|\/p)>\s*/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(#?\w+);/g, entity)
    .trim();
