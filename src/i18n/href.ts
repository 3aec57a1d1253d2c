/** Why: one place knows the base path and where a language lives, so the site works under any sub-path. */
import { LANGUAGES, type Lang } from '../lib/message';

/** The site's root as Astro knows it (`BASE_PATH`), always with a slash at both ends. */
const BASE = withSlashes(import.meta.env.BASE_URL);

function withSlashes(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Address of a place in one language: `href('lessons/kvm/', 'zh-cn')` → `/zh-cn/lessons/kvm/`. `path` has no leading slash. */
export function href(path: string, lang: Lang, base: string = BASE): string {
  return `${withSlashes(base)}${lang === 'en' ? '' : `${lang}/`}${path}`;
}

/** Address of a file that has no language: `asset('favicon.svg')`. */
export function asset(path: string, base: string = BASE): string {
  return `${withSlashes(base)}${path}`;
}

/** The route parameter `[...lang]`: nothing for English, the language's name for the others. */
export function langParam(lang: Lang): { readonly lang: string | undefined } {
  return { lang: lang === 'en' ? undefined : lang };
}

/** The language that a route parameter stands for. */
export function langOf(param: string | undefined): Lang {
  return LANGUAGES.find((lang) => lang === param) ?? 'en';
}

/** The other one: the site has two. */
export function otherLang(lang: Lang): Lang {
  return lang === 'en' ? 'zh-cn' : 'en';
}

/** What stands in `lang` and `hreflang` attributes; it picks the right glyphs. */
export const HTML_LANG: Record<Lang, string> = { en: 'en', 'zh-cn': 'zh-CN' };

/** A language's own name, never translated. */
export const LANG_NAME: Record<Lang, string> = { en: 'English', 'zh-cn': '中文' };
