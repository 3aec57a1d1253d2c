import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../lib/message';
import { asset, href, langOf, langParam, otherLang } from './href';

describe('href', () => {
  it('puts English at the root and Chinese under its name, below any base path', () => {
    expect(href('lessons/kvm/', 'en', '/')).toBe('/lessons/kvm/');
    expect(href('lessons/kvm/', 'zh-cn', '/')).toBe('/zh-cn/lessons/kvm/');
    expect(href('', 'zh-cn', '/')).toBe('/zh-cn/');
    for (const base of ['/course', 'course', '/course/', 'course/']) {
      expect(href('lessons/kvm/', 'en', base)).toBe('/course/lessons/kvm/');
      expect(href('', 'zh-cn', base)).toBe('/course/zh-cn/');
      expect(asset('favicon.svg', base)).toBe('/course/favicon.svg');
    }
  });

  it('reads back the language that it wrote', () => {
    for (const lang of LANGUAGES) {
      expect(langOf(langParam(lang).lang)).toBe(lang);
      expect(otherLang(lang)).not.toBe(lang);
      expect(otherLang(otherLang(lang))).toBe(lang);
    }
  });
});
