/** Why: a recorded migration as the same story as the model's: a step a told pass, then the stop or the switch, and the end. */
import { provenanceOf } from '../../lib/recorded';
import type { Prediction, Step, Trace } from '../../lib/trace';
import { pagesOf } from '../../models/live-migration/amounts';
import { askThrottle } from '../../models/live-migration/predictions';
import { toldRounds } from '../../models/live-migration/precopy';
import { atRest, EMPTY, goOn, tell } from '../../models/live-migration/story';
import {
  estimateUs,
  type MigrationState,
  type RecordedId,
  type Round,
} from '../../models/live-migration/types';
import { cellsFor, closing, valuesOf } from './recorded-closing';
import { PROVENANCE, recordedRun, rowAt, type Run } from './recording';

const ms = (n: number) => ({ key: 'ms', values: { n: Math.round(n) } });

/** A pass has ended: what remains was written while it ran. */
function after(run: Run, before: MigrationState, rounds: readonly Round[]): MigrationState {
  const round = rounds.at(-1)!;
  const remaining = round.written ?? 0;
  const dirty = cellsFor(run, remaining);
  const next = run.rows.find(({ pass }) => pass === round.number + 1);
  return goOn(before, round.toUs, {
    source: EMPTY.map((_, cell) => round.number - (dirty.has(cell) ? 0 : 1)),
    destination: EMPTY.map(() => round.number - 1),
    rounds,
    sent: rowAt(run, round.toUs / 1000).sent,
    remaining,
    throttle: next && next.pass <= run.rounds.length ? next.throttle : round.throttle,
  });
}

/** Numbers as near as this to the recorded one are no choice. */
const NEAR = 0.2;

/** How many pages will the pass after this one have? */
function askPass({ number, sent, written = 0 }: Round): Prediction {
  const others = [sent, sent / 2, sent / 8, sent * 2, 0].map(Math.round);
  const far = others.filter((n) => Math.abs(n - written) > NEAR * written);
  return {
    question: { key: 'ask-recorded-pass', values: { number: number + 1 } },
    options: [written, ...far]
      .slice(0, 4)
      .toSorted((a, b) => a - b)
      .map((n) => ({ id: `n-${n}`, label: pagesOf(n) })),
    answer: `n-${written}`,
  };
}

function passSteps(run: Run, states: readonly MigrationState[]): readonly Step<MigrationState>[] {
  const told = toldRounds(run.rounds);
  return told.map((round, i) => {
    const last = told[i - 1];
    const state = states[round.number]!;
    const from = (last?.number ?? 0) + 1;
    const turned = state.throttle > round.throttle;
    const next = run.rounds[round.number];
    const same = round.number > 2 && round.written === round.sent;
    const kind = turned
      ? round.throttle === 0
        ? 'throttle'
        : 'throttle-more'
      : round.written === undefined
        ? 'last'
        : same
          ? 'same'
          : from < round.number
            ? 'many'
            : round.number === 1
              ? 'first'
              : 'one';
    const ask =
      turned && round.throttle === 0
        ? askThrottle()
        : round.number === 2 && round.written !== undefined
          ? askPass(round)
          : undefined;
    return tell(
      `round-${round.number}`,
      { ...state, moved: state.sent - (last ? states[last.number]!.sent : 0) },
      {
        caption: {
          key: `rec-pass-${kind}`,
          values: {
            number: round.number,
            from,
            sent: pagesOf(round.sent),
            written: pagesOf(next?.sent ?? state.remaining),
            time: ms((round.toUs - round.fromUs) / 1000),
            estimate: ms(estimateUs(state) / 1000),
            throttle: state.throttle,
            all: pagesOf(state.sent),
          },
        },
        focus: turned ? ['guest', 'rounds'] : ['rounds', 'source'],
        ask,
      },
    );
  });
}

export function runRecorded(id: RecordedId): Trace<MigrationState> {
  const run = recordedRun(id);
  const start = atRest(id, run.setup);
  const states = run.rounds.reduce<readonly MigrationState[]>(
    (list, _, i) => [...list, after(run, list.at(-1)!, run.rounds.slice(0, i + 1))],
    [start],
  );
  const steps = [
    tell('start', start, {
      caption: { key: `rec-start-${run.setup.writes === 0 ? 'quiet' : 'busy'}`, values: valuesOf(run) },
      focus: ['guest', 'source'],
    }),
    ...passSteps(run, states),
    ...closing(run, states.at(-1)!),
  ];
  // The recorder's clock is no machine's time: the axis counts steps, the picture shows its milliseconds.
  return {
    source: 'recorded',
    provenance: provenanceOf(PROVENANCE),
    steps: steps.map((step, i) => ({ ...step, at: i, unit: 'steps' })),
  };
}
