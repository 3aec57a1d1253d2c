import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, DAY, startOf, type Zone } from './day';

const HOUR = 3_600_000;
const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
const zones = fc.integer({ min: -12 * 4, max: 14 * 4 }).map(
  (quarters): Zone =>
    () =>
      quarters * 15,
);

test('a day begins at four by the learner’s clock, and ends there', () => {
  const shanghai = () => 480;
  const four = Date.UTC(2026, 4, 4, 20);
  expect(dayOf(four, shanghai)).toBe(dayOf(four - 1, shanghai) + 1);
  // Half past midnight still belongs to the evening before.
  expect(dayOf(four - 3.5 * HOUR, shanghai)).toBe(dayOf(four - 8 * HOUR, shanghai));
});

test('the beginning of a day is its first moment, in every zone', () => {
  fc.assert(
    fc.property(moment, zones, (at, zone) => {
      const day = dayOf(at, zone);
      const start = startOf(day, zone);
      expect(dayOf(start, zone)).toBe(day);
      expect(dayOf(start - 1, zone)).toBe(day - 1);
      expect(at - start).toBeLessThan(DAY);
    }),
  );
});

test('days follow one another without gap or overlap when summer time begins and ends', () => {
  // Central Europe, 2026: 29 March and 25 October, both at 01:00 UTC.
  const berlin: Zone = (at) => (at >= Date.UTC(2026, 2, 29, 1) && at < Date.UTC(2026, 9, 25, 1) ? 120 : 60);
  const first = dayOf(Date.UTC(2026, 2, 1, 12), berlin);
  const lengths = Array.from({ length: 300 }, (_, i) => {
    const start = startOf(first + i, berlin);
    expect(dayOf(start, berlin)).toBe(first + i);
    expect(dayOf(start - 1, berlin)).toBe(first + i - 1);
    return (startOf(first + i + 1, berlin) - start) / HOUR;
  });
  expect(lengths.filter((hours) => hours === 23)).toHaveLength(1);
  expect(lengths.filter((hours) => hours === 25)).toHaveLength(1);
  expect(lengths.filter((hours) => hours === 24)).toHaveLength(298);
});
