/** Why: “predict, then see”: how many references, in numbers that a learner might believe; the right one is the model's. */
import { PAGE } from './address';
import { gpaOf } from './chains';
import { access, promisedReferences, type Machine } from './machine';
import { option } from './teller';
import { depthOf } from './types';
import type { Prediction } from '../../lib/trace';

/** Answers as numbers, the same one once only, in rising order. */
export function countOptions(numbers: readonly number[], key = 'opt-count'): Prediction['options'] {
  return [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .slice(0, 5)
    .map((count) => ({ id: `n${count}`, label: { key, values: { count } } }));
}

/** How many references this walk makes, through tables of these shapes. */
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

/** What the TLB learned from a walk: read off its entry, which names a machine frame or a guest's. */
export function askKept(machine: Machine): Prediction {
  const again = access({ ...machine }, 'data');
  const guestFrame = Math.floor(gpaOf(machine) / PAGE);
  const known = again.kind === 'hit' ? again.frame : undefined;
  return {
    question: { key: 'ask-kept' },
    options: [option('keeps-gpa'), option('keeps-hpa'), option('keeps-none')],
    answer:
      known === undefined
        ? 'keeps-none'
        : known === machine.world.place(guestFrame)
          ? 'keeps-hpa'
          : 'keeps-gpa',
  };
}
