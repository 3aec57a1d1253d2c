import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHtml, html, htmlInXml, plain, xml } from './markup';
import { anyText, HOSTILE } from './sample.fixture';

const parse = (source: string) =>
  new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  }).parseFromString(source, 'text/xml').documentElement!;

test('any text is well-formed markup that holds nothing but bold, code and line breaks', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
      const names = [...parse(`<x>${html(text)}</x>`).getElementsByTagName('*')].map((node) => node.nodeName);
      expect(names.filter((name) => !['b', 'code', 'br'].includes(name))).toEqual([]);
      expect(parse(`<x a="${xml(text)}"/>`).getAttribute('a')).toBeDefined();
    }),
  );
});

test('what went out as HTML comes back as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => void expect(fromHtml(html(text))).toBe(text)),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(
      anyText,
      (text) => void expect(fromHtml(parse(`<x>${htmlInXml(text)}</x>`).textContent ?? '')).toBe(text),
    ),
  );
});

test('foreign HTML loses its tags, not its words; no entity can name a tag', () => {
  expect(fromHtml('<p>One</p><p onclick="x()">two <em>three</em></p>')).toBe('One\ntwo three');
  expect(fromHtml('a<br>b &#65;&#x4e2d;&nbsp;&amp;lt; &unknown; &#0; &#x110000;')).toBe(
    'a\nb A中\u00a0&lt; &unknown; &#0; &#x110000;',
  );
  expect(html(fromHtml('&lt;script&gt;x&lt;/script&gt;'))).toBe('&lt;script&gt;x&lt;/script&gt;');
  expect(fromHtml('&constructor; &__proto__;')).toBe('&constructor; &__proto__;');
});

test('plain text is one line without marks', () => {
  expect(plain(' a\n**b** `c`  d ')).toBe('a b c d');
  expect(html(HOSTILE)).not.toMatch(/<script|<img/);
});
