/** Why: “predict, then see”: how many references, in numbers that a learner might believe; the right one is the model's. */
import { promisedReferences, type Machine } from './machine';
import { depthOf } from './types';
import type { Prediction } from '../../lib/trace';

/** Answers as numbers, the same one once only, in rising order. */
export function countOptions(numbers: readonly number[], key = 'opt-count'): Prediction['options'] {
  return [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .slice(0, 5)
    .map((count) => ({ id: `n${count}`, label: { key, values: { count } } }));
}

export function askAll(machine: Machine): Prediction {
  const n = depthOf(machine.world.guest);
  const m = depthOf(machine.world.host);
  const right = promisedReferences(machine);
  return {
    question: { key: `ask-total-${machine.scenario.technique}`, values: { n, m } },
    options: countOptions([n, n + m, n * m, right]),
    answer: `n${right}`,
  };
}
