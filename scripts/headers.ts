/**
 * Why: the site is served in tests and by `npm start` with the headers of production, so that what works here
 * works there. The file `_headers` is the one that Netlify, Cloudflare Pages and others read.
 */

export interface HeaderRule {
  /** Path pattern: `*` stands for anything. */
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads the `_headers` format: a path pattern at the start of a line, then indented `Name: value` lines.
 * @throws Error naming the line that is neither.
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) return;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: content, headers: [] });
      return;
    }
    const colon = content.indexOf(':');
    const rule = rules.at(-1);
    if (!rule || colon < 1)
      throw new Error(`_headers:${i + 1}: expected "Name: value" under a path, found "${content}"`);
    rule.headers.push([content.slice(0, colon).trim(), content.slice(colon + 1).trim()]);
  });
  return rules;
}

/** All headers for one path; where two rules give the same header the later rule wins. */
export function headersFor(rules: readonly HeaderRule[], pathname: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    if (new RegExp(`^${parts.join('.*')}$`).test(pathname))
      for (const [name, value] of headers) found.set(name.toLowerCase(), value);
  }
  return found;
}
