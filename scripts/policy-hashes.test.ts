import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { ownHashesOnly } from './policy-hashes.ts';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const page = (sources: readonly string[], body: string) =>
  `<head><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self'${sources
    .map((source) => ` '${source}'`)
    .join('')};"></head><body>${body}</body>`;

it('keeps what the page needs, drops what other pages need, and touches nothing else', () => {
  const body = '<script>own()</script><style>.own{}</style><script type="module" src="/a.js"></script>';
  const before = page([hash('own()'), hash('other()'), hash('.own{}'), hash('')], body);
  expect(ownHashesOnly(before)).toBe(page([hash('own()'), hash('.own{}')], body));
  expect(ownHashesOnly(ownHashesOnly(before))).toBe(ownHashesOnly(before));
});

it('leaves a page without a policy alone', () => {
  expect(ownHashesOnly('<p>text</p>')).toBe('<p>text</p>');
});
