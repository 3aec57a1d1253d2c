/**
 * Why: what the built site needs that Astro does not make: the full-text index, a Chinese `404.html` where hosts
 * look for it, and in each page's security policy its own hashes only. Usage: `node scripts/after-build.ts [folder]`,
 * after `astro build`; the folder is `dist`.
 */
import { access, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { ownHashesOnly } from './policy-hashes.ts';

/** `zh-cn/404/index.html` → `zh-cn/404.html`. */
async function moveNotFound(dist: string): Promise<void> {
  const folder = path.join(dist, 'zh-cn', '404');
  const made = await access(folder).then(
    () => true,
    () => false,
  );
  if (!made) return;
  await rename(path.join(folder, 'index.html'), path.join(dist, 'zh-cn', '404.html'));
  await rm(folder, { recursive: true });
}

/** Pagefind's own interface, of which only the engine is served. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Indexes every page with `data-pagefind-body`, each in its own language. @throws Error with Pagefind's own words. */
async function indexText(dist: string): Promise<number> {
  const fail = (errors: readonly string[]) => {
    if (errors.length > 0) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
  };
  const { index, errors } = await createIndex({ excludeSelectors: ['.figure', '.quiz'] });
  fail(errors);
  if (!index) throw new Error('Pagefind gave no index and no error');
  const added = await index.addDirectory({ path: dist });
  fail(added.errors);
  const made = await index.getFiles();
  fail(made.errors);
  await close();
  // Written here, not by Pagefind's own process: that may end before its last bytes are on the disk.
  for (const { path: name, content } of made.files.filter(({ path: name }) => !UNUSED.test(name))) {
    const file = path.join(dist, 'pagefind', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return added.page_count;
}

/** Rewrites the policy of every page in place. */
async function tightenPolicies(dist: string): Promise<void> {
  for await (const file of glob('**/*.html', { cwd: dist })) {
    const place = path.join(dist, file);
    await writeFile(place, ownHashesOnly(await readFile(place, 'utf8')));
  }
}

const dist = path.resolve(process.argv[2] ?? 'dist');
await moveNotFound(dist);
await tightenPolicies(dist);
const pages = await indexText(dist);
console.log(`search: ${pages} pages indexed`);
