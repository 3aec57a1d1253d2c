import { expect, test } from 'vitest';
import { planOf } from './plan';

const MINUTE = 60_000;
const minutes = [2, 3, 5];

test('before the class begins nothing has passed, and the whole plan is left', () => {
  expect(planOf({ minutes, section: 0, place: 0, startedAt: null, now: 99 * MINUTE })).toEqual({
    elapsed: 0,
    planned: 0,
    ahead: 0,
    remaining: 10 * MINUTE,
  });
});

test('in the middle of a section the plan stands in its middle; what was used and what is left add up', () => {
  const plan = planOf({ minutes, section: 1, place: 0.5, startedAt: 0, now: 4 * MINUTE });
  expect(plan).toEqual({
    elapsed: 4 * MINUTE,
    planned: 3.5 * MINUTE,
    ahead: -0.5 * MINUTE,
    remaining: 6.5 * MINUTE,
  });
});
