import { expect, test } from 'vitest';
import { headersFor, parseHeaders } from './headers.ts';

const text = `# all pages
/*
  X-Content-Type-Options: nosniff
  Cache-Control: no-cache

/_astro/*
  Cache-Control: public, max-age=31536000, immutable
`;

test('a path gets the headers of every rule that matches, the later rule winning', () => {
  const rules = parseHeaders(text);
  expect(Object.fromEntries(headersFor(rules, '/lessons/kvm/'))).toEqual({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
  expect(headersFor(rules, '/_astro/a.b.js').get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  );
});

test('a pattern is text, not a regular expression', () => {
  const rules = parseHeaders('/a.b\n  X-A: 1');
  expect(headersFor(rules, '/aXb').size).toBe(0);
});

test('a line that is no header is named', () => {
  expect(() => parseHeaders('/*\n  nonsense')).toThrow(
    '_headers:2: expected "Name: value" under a path, found "nonsense"',
  );
  expect(() => parseHeaders('  X-A: 1')).toThrow('_headers:1');
});
