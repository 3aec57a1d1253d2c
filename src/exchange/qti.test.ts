import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { changesOf } from './changes';
import { editionsOf, type Edition, type ExchangeQuestion, type FileLanguage } from './edition';
import { qtiFiles, writeQti } from './qti';
import { anyQuestions, bankQuestions, hostile } from './sample.fixture';

function parse(source: string): Element {
  const fail = (_: unknown, message: string) => {
    throw new Error(message);
  };
  return new DOMParser({ onError: fail }).parseFromString(source, 'text/xml').documentElement!;
}
const all = (node: Element, name: string) => [...node.getElementsByTagName(name)];
const ids = (nodes: readonly Element[]) => nodes.map((node) => node.getAttribute('identifier'));
const write = (questions: readonly ExchangeQuestion[], wanted: FileLanguage) =>
  writeQti(editionsOf(questions, wanted), wanted, changesOf(questions, 'qti', wanted), Date.UTC(2026, 0, 31));

const INTERACTIONS = {
  single: 'choice',
  point: 'choice',
  multiple: 'choice',
  'true-false': 'choice',
  ordering: 'order',
  matching: 'match',
};
const CHILDREN = [
  'responseDeclaration',
  'outcomeDeclaration',
  'outcomeDeclaration',
  'itemBody',
  'responseProcessing',
];

/** The item against the information model: declarations, interaction, key and feedback name each other. */
function sound(item: Element, { id, kind, lang, answer, options, choices }: Edition): void {
  expect(item.nodeName).toBe('assessmentItem');
  expect(item.namespaceURI).toBe('http://www.imsglobal.org/xsd/imsqti_v2p1');
  expect(item.getAttribute('identifier')).toBe(`q-${id}`);
  expect(item.getAttribute('xml:lang')).toBe(lang === 'en' ? 'en' : 'zh-CN');
  const order = [...item.childNodes].filter((node) => node.nodeType === 1).map((node) => node.nodeName);
  expect(order.slice(0, 5)).toEqual(CHILDREN);
  expect(new Set(order.slice(5)).size).toBeLessThanOrEqual(1);

  const [interaction] = all(item, `${INTERACTIONS[kind]}Interaction`);
  expect(interaction?.getAttribute('responseIdentifier')).toBe('RESPONSE');
  const key = all(all(item, 'correctResponse')[0]!, 'value').map((node) => node.textContent);
  const offered = ids([...all(interaction!, 'simpleChoice'), ...all(interaction!, 'simpleAssociableChoice')]);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered).toHaveLength(options.length + choices.length);
  for (const name of offered) expect(name).toMatch(/^[a-z][\w.-]*$/);
  for (const value of key) for (const part of value!.split(' ')) expect(offered).toContain(part);
  expect(key).toHaveLength(answer.length);
  const declared = item.getElementsByTagName('responseDeclaration')[0]!;
  expect(declared.getAttribute('cardinality')).toBe(
    {
      single: 'single',
      point: 'single',
      'true-false': 'single',
      multiple: 'multiple',
      ordering: 'ordered',
      matching: 'multiple',
    }[kind],
  );
  expect(declared.getAttribute('baseType')).toBe(kind === 'matching' ? 'directedPair' : 'identifier');

  const modal = all(item, 'modalFeedback');
  const each = kind !== 'ordering' && kind !== 'matching';
  if (each)
    expect(ids(modal)).toEqual(options.filter(({ why }) => why !== '').map((option) => `o-${option.id}`));
  else expect(ids(modal)).toEqual(['reasons']);
  expect(
    [...new Set(all(item, '*').map((node) => node.nodeName))].filter((name) => /script|img/.test(name)),
  ).toEqual([]);
}

test.each(['en', 'zh-cn', 'both'] as const)(
  'the package holds what its manifest names, each item sound, in %s',
  (wanted) => {
    for (const questions of [bankQuestions, hostile]) {
      const files = unzipSync(write(questions, wanted));
      const manifest = parse(strFromU8(files['imsmanifest.xml']!));
      expect(manifest.namespaceURI).toBe('http://www.imsglobal.org/xsd/imscp_v1p1');
      expect(all(manifest, 'schema')[0]?.textContent).toBe('QTIv2.1 Package');
      const resources = all(manifest, 'resource');
      expect(new Set(ids(resources)).size).toBe(resources.length);
      const named = resources.map((node) => node.getAttribute('href'));
      expect(all(manifest, 'file').map((node) => node.getAttribute('href'))).toEqual(named);
      expect(['imsmanifest.xml', ...named].sort()).toEqual(Object.keys(files).sort());
      for (const edition of editionsOf(questions, wanted))
        sound(parse(strFromU8(files[`items/${edition.id}.xml`]!)), edition);
    }
  },
);

test('whatever the texts are', () => {
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      const files = qtiFiles(editionsOf(questions, 'both'), 'both', []);
      for (const edition of editionsOf(questions, 'both'))
        sound(parse(files[`items/${edition.id}.xml`]!), edition);
    }),
    { numRuns: 200 },
  );
});

test('the same questions at the same time are the same bytes', () => {
  expect(write(hostile, 'both')).toEqual(write(hostile, 'both'));
});
