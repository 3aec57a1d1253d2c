/** Why: pre-copy, told round by round until the rest fits into the downtime limit or somebody gives up. */
import type { Step } from '../../lib/trace';
import { sizeOf, timeOf } from './amounts';
import { closing } from './story-closing';
import { askAgain, askCancel, askNext, askStop, askThrottle } from './predictions';
import { preCopy, toldRounds, writtenBefore } from './precopy';
import { atRest, EMPTY, goOn, tell } from './story';
import { ABSENT, CELLS, estimateUs, pagesIn, type MigrationState, type Round, type Setup } from './types';
import { touched, writtenIn } from './walk';

/** Cells on the link at once, in the picture. */
const IN_FLIGHT = 8;

/** Half of the first round: the lower half of memory is sent, and some of it already old. */
function firstHalf(start: MigrationState, round: Round): MigrationState {
  const { setup } = start;
  const us = Math.floor(round.toUs / 2);
  const written = Math.min(setup.hotPages, pagesIn(setup.writes, us));
  const cells = writtenIn(setup, written);
  const half = CELLS / 2;
  const old = [...cells].filter(([cell]) => cell < half).reduce((sum, [, pages]) => sum + pages, 0);
  return goOn(start, us, {
    source: start.source.map((version, cell) => (cells.has(cell) ? 1 : version)),
    destination: start.destination.map((_, cell) => (cell < half ? 0 : ABSENT)),
    flight: Array.from({ length: IN_FLIGHT }, (_, i) => half + i),
    sent: setup.pages / 2,
    remaining: setup.pages / 2 + old,
  });
}

/** What a whole round does: its cells are sent as they were when it began, and the guest writes to others. */
function after(before: MigrationState, rounds: readonly Round[], index: number): MigrationState {
  const round = rounds[index]!;
  const { setup } = before;
  const from = writtenBefore(setup, rounds, index) % setup.hotPages;
  const cells = new Set(touched(setup, from, round.written!));
  // What was written in round 1 has its number since the middle of it; what was sent is the version before.
  const begun = before.source.map((version) => Math.min(version, round.number - 1));
  return goOn(before, round.toUs, {
    source: begun.map((version, cell) => (cells.has(cell) ? round.number : version)),
    destination: begun,
    rounds: rounds.slice(0, index + 1),
    sent: rounds.slice(0, index + 1).reduce((sum, { sent }) => sum + sent, 0),
    remaining: round.written!,
    throttle: rounds[index + 1]?.throttle ?? round.throttle,
  });
}

function roundCaption(state: MigrationState, told: Round | undefined): Step<MigrationState>['caption'] {
  const round = state.rounds.at(-1)!;
  const values = {
    number: round.number,
    from: (told?.number ?? 0) + 1,
    sent: sizeOf(round.sent),
    time: timeOf(round.toUs - round.fromUs),
    written: sizeOf(round.written!),
    estimate: timeOf(estimateUs(state)),
    limit: timeOf(state.setup.limitUs),
    throttle: state.throttle,
    all: sizeOf(state.sent),
    memory: sizeOf(state.setup.pages),
  };
  if (state.throttle > round.throttle)
    return { key: round.throttle === 0 ? 'cap-throttle' : 'cap-throttle-more', values };
  const fits = estimateUs(state) <= state.setup.limitUs;
  const shrinks = round.written! < round.sent;
  const key =
    round.number === 1 ? 'cap-round-first' : values.from < round.number ? 'cap-rounds' : 'cap-round';
  if (key === 'cap-round' && round.number > 2 && !fits && !shrinks)
    return { key: 'cap-round-again-stuck', values };
  return { key: `${key}-${fits ? 'fits' : shrinks ? 'shrinks' : 'stuck'}`, values };
}

export function preCopyStory(
  scene: 'pre-copy' | 'auto-converge',
  setup: Setup,
): readonly Step<MigrationState>[] {
  const { rounds, rest, converged } = preCopy(setup, scene === 'auto-converge');
  const start = atRest(scene, setup);
  const told = toldRounds(rounds);
  const half = firstHalf(start, rounds[0]!);
  const states = rounds.reduce<readonly MigrationState[]>(
    (list, _, i) => [...list, after(list.at(-1)!, rounds, i)],
    [half],
  );
  const steps = [
    tell('start', start, {
      caption: {
        key: `cap-start-${scene}`,
        values: { memory: sizeOf(setup.pages), hot: sizeOf(setup.hotPages) },
      },
      focus: ['guest', 'source'],
    }),
    tell('first-half', half, {
      caption: { key: 'cap-first-half', values: { sent: sizeOf(half.sent), time: timeOf(half.us) } },
      focus: ['source', 'destination', 'link'],
      ask: askAgain(half),
    }),
    ...told.map((round, i) => {
      const last = told[i - 1];
      const state = states[round.number]!;
      const moved = state.sent - (last ? states[last.number]!.sent : 0);
      const before = states[round.number - 1]!;
      const turned = state.throttle > round.throttle;
      return tell(
        `round-${round.number}`,
        { ...state, moved },
        {
          caption: roundCaption(state, last),
          focus: turned ? ['guest', 'rounds'] : ['rounds', 'decision', 'source'],
          ask:
            round.number === 2
              ? askNext(states[1]!, false)
              : turned && round.throttle === 0
                ? askThrottle()
                : round.number === 1
                  ? askStop(before, state)
                  : undefined,
        },
      );
    }),
  ];
  const final = states.at(-1)!;
  if (converged)
    return [
      ...steps,
      ...closing(final, { rest, ask: rounds.length === 1 ? undefined : askNext(final, true) }),
    ];
  const cancelled = goOn(final, final.us, { end: 'cancelled', destination: EMPTY });
  const cancel = tell('cancel', cancelled, {
    caption: {
      key: 'cap-cancel',
      values: {
        sent: sizeOf(final.sent),
        memory: sizeOf(setup.pages),
        written: sizeOf(final.remaining),
        time: timeOf(final.us),
      },
    },
    focus: ['guest', 'rounds'],
    ask: askCancel(),
  });
  return [...steps, cancel];
}
