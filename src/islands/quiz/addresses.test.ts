import { expect, test } from 'vitest';
import { askedFor, naming, proofHref } from './addresses';

const step = { kind: 'step', figure: 'rings', ref: 'interrupts.deprivileged.skylake', at: 'popf' } as const;

test('a proof in the lesson is a jump inside it; from practice it leads to the lesson', () => {
  const proof = { ...step, inLesson: true };
  const query = '?rings=interrupts.deprivileged.skylake@popf';
  expect(proofHref(proof, 'cpu-rings', 'zh-cn', 'lesson')).toBe(`${query}#fig-rings`);
  expect(proofHref(proof, 'cpu-rings', 'zh-cn', 'practice')).toBe(
    `/zh-cn/lessons/cpu-rings/${query}#fig-rings`,
  );
});

test('a figure that does not stand in the lesson has a page of its own', () => {
  const proof = { ...step, inLesson: false };
  expect(proofHref(proof, 'kvm', 'en', 'lesson')).toBe(
    '/figures/rings/?rings=interrupts.deprivileged.skylake@popf',
  );
});

test('a section', () => {
  const proof = { kind: 'section', section: 'silent-failure' } as const;
  expect(proofHref(proof, 'cpu-rings', 'en', 'lesson')).toBe('#silent-failure');
  expect(proofHref(proof, 'cpu-rings', 'en', 'practice')).toBe('/lessons/cpu-rings/#silent-failure');
});

test('a question named in an address is found again, and the figure’s place stays', () => {
  const at = { pathname: '/lessons/kvm/', search: '?rings=a.b@c&q=old', hash: '#fig-rings' };
  const next = naming('new', at);
  expect(next).toBe('/lessons/kvm/?rings=a.b@c&q=new#fig-rings');
  expect(askedFor(new URL(next, 'https://x.test'))).toBe('new');
});

test('a link to a question gives way to where the reader went from there', () => {
  expect(askedFor({ search: '?q=b', hash: '#q-a' })).toBe('a');
  expect(naming('b', { pathname: '/practice/kvm/', search: '', hash: '#q-a' })).toBe('/practice/kvm/?q=b');
  expect(askedFor({ search: '', hash: '' })).toBeNull();
});
