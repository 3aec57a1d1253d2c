import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTitles, type SearchEntry } from './search-match';

const entry = (k: SearchEntry['k'], t: string, a = ''): SearchEntry => ({ k, t, u: `/${t}`, a });

describe('matchTitles', () => {
  it('finds every substring of a title, in any script, width and case', () => {
    const entries = [
      entry('term', '影子页表', 'Shadow page table'),
      entry('lesson', 'KVM'),
      entry('section', '轻量级退出'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.nat(), fc.nat(), (wanted, i, j) => {
        const chars = [...wanted.t];
        const start = i % chars.length;
        const part = chars.slice(start, start + 1 + (j % (chars.length - start))).join('');
        expect(matchTitles(entries, part)).toContain(wanted);
        expect(matchTitles(entries, part.toUpperCase())).toContain(wanted);
      }),
    );
    expect(matchTitles(entries, 'ｋｖｍ')).toEqual([entries[1]]);
    expect(matchTitles(entries, 'page TABLE')).toEqual([entries[0]]);
  });

  it('puts a whole name before a beginning, a beginning before a middle, and other names last', () => {
    const entries = [
      entry('term', '退出', 'exit'),
      entry('term', 'VM exit'),
      entry('question', 'exit reasons'),
      entry('section', 'exit'),
    ];
    expect(matchTitles(entries, 'exit').map((found) => found.t)).toEqual([
      'exit',
      'exit reasons',
      'VM exit',
      '退出',
    ]);
  });

  it('finds nothing for nothing, and never more than twelve', () => {
    const many = Array.from({ length: 40 }, (_, i) => entry('term', `page ${i}`));
    expect(matchTitles(many, '  ')).toEqual([]);
    expect(matchTitles(many, 'page')).toHaveLength(12);
  });
});
