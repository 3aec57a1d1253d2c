import { expect, test } from 'vitest';
import type { Wait } from '../../learning/schedule';
import { reviewText } from './messages';
import { sayWait, speakWait } from './say-wait';

test.each<[Wait, string, string]>([
  [{ unit: 'minutes', value: 10 }, '10 min', '10 分钟'],
  [{ unit: 'days', value: 3 }, '3 d', '3 天'],
  [{ unit: 'days', value: 30 }, '30 d', '30 天'],
  [{ unit: 'days', value: 61 }, '2 mo', '2 个月'],
  [{ unit: 'days', value: 45 }, '1.5 mo', '1.5 个月'],
  [{ unit: 'days', value: 165 }, '5 mo', '5 个月'],
  [{ unit: 'days', value: 365 }, '1 y', '1 年'],
])('%j', (wait, en, zh) => {
  expect(sayWait(wait, reviewText('en'))).toBe(en);
  expect(sayWait(wait, reviewText('zh-cn'))).toBe(zh);
});

test('a longer wait never reads shorter, and is spoken exactly', () => {
  const text = reviewText('en');
  const worth = { d: 1, mo: 30.44, y: 365 };
  let before = 0;
  for (let value = 1; value <= 365; value++) {
    const [n, unit] = sayWait({ unit: 'days', value }, text).split(' ');
    const days = Number(n) * worth[unit as keyof typeof worth];
    expect(days).toBeGreaterThanOrEqual(before);
    expect(Math.abs(days - value)).toBeLessThanOrEqual(16);
    before = days;
  }
  expect(speakWait({ unit: 'days', value: 61 }, text)).toContain('61');
});
