/** Why: what the tests know of the site: its pages as built, its two languages, and what its figures call things. */
import { globSync } from 'node:fs';
import path from 'node:path';

export const LANGS = ['en', 'zh-cn'] as const;
export type Lang = (typeof LANGS)[number];

/** Address of a place without leading slash, so that it stands below the base: `zh-cn/lessons/kvm/`. */
export const at = (place: string, lang: Lang) => `${lang === 'en' ? '' : `${lang}/`}${place}`;

/** The built site under test: `dist/`, or the folder that RINGSIDE_DIST names. */
export const dist = path.resolve(import.meta.dirname, '../..', process.env.RINGSIDE_DIST ?? 'dist');

/** Every page of the built site, as addresses. */
export const pages = globSync('**/index.html', { cwd: dist })
  .map((file) =>
    file
      .split(path.sep)
      .join('/')
      .replace(/index\.html$/, ''),
  )
  .filter((page) => !page.startsWith('pagefind/') && !/(^|\/)404\/$/.test(page))
  .sort();

/** Lessons that can be read. */
export const lessons = [...new Set(pages.flatMap((page) => /^lessons\/([^/]+)\/$/.exec(page)?.[1] ?? []))];

/** Names of the player's buttons, as assistive technology hears them. */
export const NAMES = {
  en: {
    forward: 'Step forward',
    back: 'Step back',
    first: 'First step',
    last: 'Last step',
    play: 'Play',
    pause: 'Pause',
  },
  'zh-cn': {
    forward: '下一步',
    back: '上一步',
    first: '第一步',
    last: '最后一步',
    play: '播放',
    pause: '暂停',
  },
} as const;
