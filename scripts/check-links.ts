/**
 * Why: a broken link inside the site is a broken promise that no type can see. Reads the built HTML: every
 * link, image, script and style of the site must be a file that exists, every `#fragment` an id on its page.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface BrokenLink {
  readonly page: string;
  readonly link: string;
  readonly why: string;
}

export interface LinkReport {
  readonly pages: number;
  readonly links: number;
  readonly broken: readonly BrokenLink[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
};
const decode = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Links of a page as written: `href`, `src`, and the entries of `srcset`. Scripts' text is not read. */
export function linksOf(html: string): string[] {
  const markup = html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, '<script$1></script>')
    .replace(/<!--[\s\S]*?-->/g, '');
  const links: string[] = [];
  for (const [, name, value = ''] of markup.matchAll(
    /\s(href|src|srcset|component-url|renderer-url)="([^"]*)"/g,
  ))
    if (name === 'srcset') links.push(...value.split(',').map((entry) => entry.trim().split(/\s+/)[0] ?? ''));
    else links.push(value);
  return links.map(decode).filter((link) => link !== '');
}

function idsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map((match) => decode(match[1] ?? '')));
}

/** Checks a built site whose pages stand under `base` (with closing slash). `origin`: its own absolute address. */
export function checkLinks(dir: string, base: string, origin: string): LinkReport {
  const pages = globSync('**/*.html', { cwd: dir }).map((file) => file.split(path.sep).join('/'));
  const read = new Map<string, string>();
  const text = (file: string) => {
    const known = read.get(file) ?? readFileSync(path.join(dir, file), 'utf8');
    read.set(file, known);
    return known;
  };
  const ids = new Map<string, Set<string>>();
  const broken: BrokenLink[] = [];
  let links = 0;
  for (const page of pages) {
    const address = new URL(base + page.replace(/index\.html$/, ''), origin);
    for (const link of new Set(linksOf(text(page)))) {
      const target = URL.parse(link, address);
      if (!target) {
        broken.push({ page, link, why: 'is no address' });
        continue;
      }
      if (target.origin !== new URL(origin).origin) continue;
      links++;
      if (!target.pathname.startsWith(base)) {
        broken.push({ page, link, why: `leaves the site's base ${base}` });
        continue;
      }
      let file = decodeURIComponent(target.pathname.slice(base.length));
      if (file === '' || file.endsWith('/')) file += 'index.html';
      const full = path.join(dir, file);
      if (!existsSync(full) || !statSync(full).isFile()) {
        broken.push({ page, link, why: `${file} does not exist` });
        continue;
      }
      const fragment = decodeURIComponent(target.hash.slice(1));
      if (fragment === '' || !file.endsWith('.html')) continue;
      const known = ids.get(file) ?? idsOf(text(file));
      ids.set(file, known);
      // `#rings=popf@popf` is a place inside a figure, read by its player, not an id.
      if (!known.has(fragment) && !/[=@]/.test(fragment))
        broken.push({ page, link, why: `${file} has no id "${fragment}"` });
    }
  }
  return { pages: pages.length, links, broken };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { dir: { type: 'string', default: 'dist' } } });
  const base = `${(process.env.BASE_PATH ?? '').replace(/\/+$/, '')}/`;
  const origin = process.env.SITE_URL ?? 'https://ringside.example';
  const { pages, links, broken } = checkLinks(path.resolve(values.dir), base, origin);
  for (const { page, link, why } of broken) console.error(`${page}: "${link}" ${why}`);
  console.log(`${links} links on ${pages} pages, ${broken.length} broken`);
  if (broken.length > 0 || pages === 0) process.exitCode = 1;
}
