import { expect, test } from 'vitest';
import { questions } from '../../content/load';
import { topicName } from '../../i18n/topics';
import { LANGUAGES } from '../../lib/message';
import { masteryText } from './messages';
import { percentOf, sayMastery, sayRange } from './say-mastery';

test('every topic of the questions has a name', () => {
  const topics = new Set([...questions.values()].flatMap((list) => list.map(({ topic }) => topic)));
  for (const topic of topics)
    for (const lang of LANGUAGES)
      expect(topicName(topic, lang), `name of topic "${topic}" in src/i18n/topics.ts`).not.toBe(topic);
});

const mastery = {
  value: 0.629,
  most: 0.8,
  seen: 9,
  total: 12,
  missed: 1,
  level: 'sound',
  uncertain: false,
} as const;

test('a mastery is said with its number, its word and its doubt', () => {
  const text = masteryText('en');
  expect(sayMastery(mastery, text)).toBe('62% · sound');
  expect(sayMastery({ ...mastery, uncertain: true }, text)).toBe('62% · sound · few answers');
  expect(sayMastery({ ...mastery, level: 'none' }, text)).toBe('no answers yet');
  expect(sayMastery({ ...mastery, total: 0 }, text)).toBe('no questions yet');
  expect(sayRange(mastery, masteryText('zh-cn'))).toBe('62%–80%');
  expect([percentOf(0.999), percentOf(1)]).toEqual([99, 100]);
});
