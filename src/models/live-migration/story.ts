/** Why: each method tells its own story, but all are told in the same way: a state, a sentence, what to look at. */
import type { Message } from '../../lib/message';
import type { Prediction, Step } from '../../lib/trace';
import { ABSENT, CELLS, type Guest, type MigrationState, type SceneId, type Setup, type Span } from './types';

/** Every cell of a host at the same version. */
export const allAt = (version: number): readonly number[] => Array.from({ length: CELLS }, () => version);
export const EMPTY = allAt(ABSENT);

/** Before the first page is sent. */
export const atRest = (scene: SceneId, setup: Setup): MigrationState => ({
  scene,
  setup,
  us: 0,
  guest: 'source',
  source: allAt(0),
  destination: EMPTY,
  flight: [],
  rounds: [],
  sent: 0,
  remaining: setup.pages,
  moved: 0,
  after: 0,
  throttle: 0,
  faults: 0,
  spans: [],
  end: 'open',
});

/** The time since the last state as where the guest ran; joins the stretch before if it ran there, too. */
function spansWith(spans: readonly Span[], guest: Guest, fromUs: number, toUs: number): readonly Span[] {
  if (toUs === fromUs) return spans;
  const last = spans.at(-1);
  return last?.guest === guest
    ? [...spans.slice(0, -1), { ...last, toUs }]
    : [...spans, { guest, fromUs, toUs }];
}

/** The next state. What the guest did until `us` it did where it was before. */
export function goOn(
  before: MigrationState,
  us: number,
  change: Partial<Omit<MigrationState, 'us' | 'spans'>>,
): MigrationState {
  const sent = change.sent ?? before.sent;
  return {
    ...before,
    flight: [],
    after: change.rounds ? 0 : before.after + sent - before.sent,
    ...change,
    us,
    sent,
    moved: sent - before.sent,
    spans: spansWith(before.spans, before.guest, before.us, us),
  };
}

export interface Telling {
  readonly caption: Message;
  /** `guest`, `source`, `destination`, `link`, `decision`, `rounds`, `time`. */
  readonly focus: readonly string[];
  readonly ask?: Prediction | undefined;
}

export const tell = (
  id: string,
  state: MigrationState,
  { caption, focus, ask }: Telling,
): Step<MigrationState> => ({
  id,
  at: state.us,
  unit: 'us',
  state,
  caption,
  focus,
  ...(ask && { ask }),
});
