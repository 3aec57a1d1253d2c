import { expect, test } from 'vitest';
import type { Step, Trace } from '../lib/trace';
import { beatsOf } from './beats';

const ask = { question: { key: 'q' }, options: [{ id: 'a', label: { key: 'a' } }], answer: 'a' };
const step = (id: string, asks = false): Step<null> => ({
  id,
  at: 0,
  unit: 'steps',
  state: null,
  caption: { key: id },
  focus: [],
  ...(asks ? { ask } : {}),
});
const trace = {
  source: 'model',
  provenance: { kind: 'model', simplifies: [], references: [] },
  steps: [step('start', true), step('trap', true), step('end')],
} satisfies Trace<null>;

test('a question is a beat of its own before its step; the first step never asks', () => {
  expect(beatsOf(trace).map(({ index, ask: asks }) => `${index}${asks ? '?' : ''}`)).toEqual([
    '0',
    '1?',
    '1',
    '2',
  ]);
});

test('named steps alone are walked, in the order of the trace, without questions', () => {
  expect(beatsOf(trace, ['end', 'trap', 'gone'])).toEqual([
    { index: 1, ask: false },
    { index: 2, ask: false },
  ]);
  expect(beatsOf(trace, ['gone'])).toEqual(beatsOf(trace));
});
