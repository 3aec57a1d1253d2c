import { expect, test } from 'vitest';
import { codeInBold, countHan, countWords, proseOf, slipsIn } from './typography';

test.each([
  ['用KVM运行', 'a space is missing'],
  ['共18条', 'a space is missing'],
  ['执行`cli`指令', 'a space is missing'],
  ['你好,世界', 'half-width punctuation'],
  ['结束.', 'half-width punctuation'],
  ['内核(ring 0)', 'half-width bracket'],
  ['所谓"虚拟化"', 'straight quote'],
  ['退出， 然后', 'a space beside full-width punctuation'],
  ['等等...', 'dots'],
])('%s is a slip', (text, what) => {
  expect(slipsIn(text).join()).toContain(what);
});

test.each([
  '客户机执行 `popf`，IF 没有变。',
  '共 {count} 次退出，其中{what}占 95%。',
  '**18 条**敏感指令（17、18 或 19 条）',
  '“VM 退出”的代价是 1,200 个周期',
  'ring 0 → ring 3',
  '见 https://example.org/a,b 页',
])('%s is well set', (text) => {
  expect(slipsIn(text)).toEqual([]);
});

test('prose is what a reader reads', () => {
  const mdx = `---
title: 'CPU 特权环'
minutes: 25
---

<Section id="a" title="标题" />

<Figure
  id="rings"
  scenario="popf"
/>

看<Step at="popf">这一步</Step>。

\`\`\`asm
popf ; 代码
\`\`\`

- 一项
| 甲 | 乙 |
`;
  expect(proseOf(mdx)).toEqual([
    { line: 2, text: 'CPU 特权环' },
    { line: 6, text: '标题' },
    { line: 13, text: '看这一步。' },
    { line: 19, text: '一项' },
    { line: 20, text: '甲' },
    { line: 20, text: '乙' },
  ]);
});

test('words and 字 are counted as people count them', () => {
  expect(countWords('Two words, and `three` more.')).toBe(5);
  expect(countHan('客户机执行 popf 共 18 次')).toBe(9);
});

test('code inside bold is found, code beside bold is not', () => {
  expect(codeInBold('**KVM answers: `KVM_EXIT_IO`.** And `KVM_RUN` returns.')).toEqual([
    '**KVM answers: `KVM_EXIT_IO`.**',
  ]);
  expect(codeInBold('**First** `code` **and then** more `code`.')).toEqual([]);
});
