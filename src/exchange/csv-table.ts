/**
 * Why: one table, written and read alike (RFC 4180). The reader is our own because a complaint must name the line of
 * the file, which stands apart from the row as soon as a cell holds a line break; a test holds it against Papa Parse.
 */

/** What a spreadsheet would take for a formula gets an apostrophe before it; so does what already looks like that. */
const FORMULA = /^'*[=+\-@\t\r]/;

const cell = (text: string) => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** With the byte order mark that makes Excel read UTF-8. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

export interface Row {
  /** 1-based line of the file in which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}
export type Table =
  | { readonly rows: readonly Row[] }
  | { readonly unclosed: number }
  | { readonly after: number; readonly found: string };

/** Excel writes what the machine's region separates lists with. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  return [',', ';', '\t'].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
}

/**
 * Reads comma-, semicolon- or tab-separated text; blank rows are passed over. Never throws.
 * `unclosed`: the line where a quotation begins that never ends; `after`: the line where text follows a closed one.
 */
export function readTable(source: string): Table {
  const text = source.replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  const add = (value: string) =>
    void cells.push(FORMULA.test(value) && value.startsWith("'") ? value.slice(1) : value);
  const end = () => {
    if (cells.some((value) => value !== '')) rows.push({ line: begun, cells });
    cells = [];
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const opened = line;
      let value = '';
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0) return { unclosed: opened };
        const part = text.slice(at + 1, close);
        line += part.split('\n').length - 1;
        value += part;
        at = close + 1;
        if (text[at] !== '"') break;
        value += '"';
      }
      add(value);
      const next = text[at];
      if (next !== undefined && next !== separator && next !== '\r' && next !== '\n')
        return { after: line, found: text.slice(at, at + 20) };
    } else {
      const start = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      add(text.slice(start, at));
    }
    if (text[at] === separator) {
      at++;
      if (at === text.length) add('');
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    end();
    begun = line;
  }
  end();
  return { rows };
}
