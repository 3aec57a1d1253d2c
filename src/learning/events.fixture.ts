/** Why: tests of several modules need arbitrary logs. */
import fc from 'fast-check';
import { EVENT_VERSION, type LearningEvent } from '../schemas/event';

const small = (...values: string[]) => fc.constantFrom(...values);
/** Few ids and times on purpose, so that collisions are common. */
const stamp = {
  v: fc.constant(EVENT_VERSION),
  id: fc.nat(12).map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  at: fc.nat(6),
};

const anyEvent: fc.Arbitrary<LearningEvent> = fc.oneof(
  fc.record({
    ...stamp,
    kind: fc.constant('answer' as const),
    lesson: small('kvm', 'io'),
    question: small('q1', 'q2', 'q3'),
    chosen: fc.subarray(['a', 'b', 'c']),
    right: fc.boolean(),
    mode: fc.constantFrom('lesson' as const, 'practice' as const),
  }),
  fc.record({
    ...stamp,
    kind: fc.constant('prediction' as const),
    figure: small('rings', 'kvm-exits'),
    scenario: small('popf', 'cr3'),
    step: small('start', 'end'),
    chosen: small('a', 'b'),
    right: fc.boolean(),
  }),
  fc.record({ ...stamp, kind: fc.constant('visit' as const), lesson: small('kvm', 'io') }),
  fc.record({
    ...stamp,
    kind: fc.constant('review' as const),
    card: small('question/q1', 'term/kvm'),
    grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  }),
  fc.record({
    ...stamp,
    kind: fc.constant('favourite' as const),
    question: small('q1', 'q2'),
    on: fc.boolean(),
  }),
);

export const anyLog = fc.array(anyEvent, { maxLength: 25 });
/** As a store gives it: ids unique, in order. */
export const anyStoredLog = fc
  .uniqueArray(anyEvent, { selector: (event) => event.id, maxLength: 12 })
  .map((events) => events.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
