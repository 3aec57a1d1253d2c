/** Why: “predict, then see”. Each answer is read off the states that the model computed. */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import { sizeOf, timeOf } from './amounts';
import { ABSENT, DEVICE_US, usFor, type Guest, type MigrationState } from './types';

const choose = (key: string, ids: readonly string[], answer: string): Prediction => ({
  question: { key },
  options: ids.map((id) => ({ id, label: { key: `option-${id}` } })),
  answer,
});

/** Numbers as near as this to the right one are no choice. */
const NEAR = 0.15;

/** The right amount among others, ascending, each told once. */
function amounts(
  question: Message,
  right: number,
  others: readonly number[],
  say: (n: number) => Message,
): Prediction {
  const told = (n: number) => JSON.stringify(say(n));
  const all = [right, ...others.filter((n) => Math.abs(n / right - 1) > NEAR && n > 0)];
  const unique = all.filter((n, i) => all.findIndex((other) => told(other) === told(n)) === i).slice(0, 4);
  return {
    question,
    options: unique.toSorted((a, b) => a - b).map((n) => ({ id: `n-${Math.round(n)}`, label: say(n) })),
    answer: `n-${Math.round(right)}`,
  };
}

/** Half of memory is sent and the guest has run on: is what was sent still good? */
export const askAgain = ({ source, destination }: MigrationState): Prediction =>
  choose(
    'ask-first-half',
    ['all-new', 'some-old', 'locked'],
    source.some((version, cell) => destination[cell] !== ABSENT && version > destination[cell]!)
      ? 'some-old'
      : 'all-new',
  );

/** How much must the second round send? */
export const askStop = ({ setup }: MigrationState, { remaining }: MigrationState): Prediction =>
  amounts(
    { key: 'ask-second', values: { memory: sizeOf(setup.pages) } },
    remaining,
    [setup.pages, setup.pages / 2, setup.pages / 16, setup.hotPages, setup.pages / 256],
    sizeOf,
  );

/** A round has ended: another one, or stop? */
export const askNext = (state: MigrationState, stops: boolean): Prediction => ({
  ...choose(
    'ask-next',
    stops ? ['another', 'from-start', 'stop'] : ['from-start', 'stop', 'another'],
    stops ? 'stop' : 'another',
  ),
  question: {
    key: 'ask-next',
    values: {
      rest: sizeOf(state.remaining),
      estimate: timeOf(usFor(state.remaining, state.setup.link)),
      limit: timeOf(state.setup.limitUs),
    },
  },
});

export const askCancel = (): Prediction =>
  choose('ask-cancel', ['later-round', 'never', 'by-limit'], 'never');

export const askThrottle = (): Prediction =>
  choose(
    'ask-throttle',
    ['throttle-vcpu', 'throttle-link', 'throttle-limit', 'throttle-compress'],
    'throttle-vcpu',
  );

/** Where does the guest run while the device state is on its way? */
export const askWhere = (guest: Guest): Prediction =>
  choose('ask-where', ['at-source', 'at-destination', 'at-both', 'at-nobody'], `at-${guest}`);

/** How long did the guest stand still? */
export const askDowntime = ({ setup, us }: MigrationState, down: number): Prediction =>
  amounts(
    { key: 'ask-downtime' },
    down,
    [usFor(setup.pages, setup.link), setup.limitUs * 4, setup.limitUs / 2, us, DEVICE_US],
    timeOf,
  );

/** Who has the newest copy of a page that the guest has just written to? */
export const askNewest = ({ guest }: MigrationState): Prediction =>
  choose('ask-newest', ['at-source', 'at-both', 'at-destination'], `at-${guest}`);

export const askFault = (): Prediction =>
  choose('ask-fault', ['fault-crash', 'fault-zero', 'fault-waits', 'fault-back'], 'fault-waits');
