/** Why: one packet's hops become steps: where the vCPU, the working thread and the packet are, and what it has cost so far. */
import type { Prediction, Step } from '../../lib/trace.ts';
import { RECEIVE, SEND, type Hop } from './hops.ts';
import { askHop } from './predictions.ts';
import { emptyRings, finish, free, give, pick, type Rings } from './rings.ts';
import {
  NOTHING,
  plus,
  type Counts,
  type IoState,
  type Move,
  type PathStill,
  type Settings,
} from './types.ts';

/** Receive buffers that the driver has posted beforehand. */
const POSTED = 6;

function turn(rings: Rings, head: number, act: Hop['act']): { rings: Rings; head: number } {
  switch (act) {
    case 'give':
      return { rings: give(rings, 0) ?? rings, head };
    case 'pick': {
      const picked = pick(rings);
      return picked ? { rings: picked.rings, head: picked.head } : { rings, head };
    }
    case 'finish':
      return { rings: finish(rings, head).rings, head };
    case 'free':
      return { rings: free(rings, 1).rings, head };
    case undefined:
      return { rings, head };
  }
}

/** Who has moved from one still to the next. */
function movesOf(before: PathStill, after: PathStill, { round, signal }: Hop): readonly Move[] {
  const moves: Move[] = [];
  if (before.packet !== after.packet)
    moves.push({ who: 'packet', from: before.packet, to: after.packet, round: false });
  if (before.vcpu !== after.vcpu)
    moves.push({ who: 'vcpu', from: before.vcpu, to: after.vcpu, round: false });
  if (before.worker && after.worker && before.worker !== after.worker)
    moves.push({ who: 'worker', from: before.worker, to: after.worker, round: false });
  if (round) moves.push({ who: 'vcpu', from: after.vcpu, to: round, round: true });
  if (signal) moves.push({ who: 'signal', from: signal[0], to: signal[1], round: false });
  return moves;
}

const queued = (settings: Settings) => settings.road === 'virtio' || settings.road === 'vhost';

/** Hops of a scene that is one packet. */
export const hopsOf = ({ road, scene }: Settings): readonly Hop[] =>
  (scene === 'receive' ? RECEIVE : SEND)[road];

/** The steps of one packet, the introduction and the balance included. */
export function pathSteps(settings: Settings): readonly Step<IoState>[] {
  const { road, scene } = settings;
  const hops = hopsOf(settings);
  let rings = emptyRings(queued(settings) ? 'virtqueue' : 'registers', 0);
  if (scene === 'receive') for (let n = 0; n < POSTED; n++) rings = give(rings, n) ?? rings;
  let head = 0;
  let counts: Counts = NOTHING;
  const begins = scene === 'receive' ? 'wire' : 'app';
  let now: PathStill = { kind: 'path', vcpu: 'app', worker: undefined, packet: begins, moves: [] };
  const steps: Step<IoState>[] = [];
  const push = (
    id: string,
    key: string,
    focus: readonly string[],
    added: Partial<Counts>,
    ask?: Prediction,
  ) => {
    const state: IoState = {
      settings,
      counts,
      added: plus(NOTHING, added),
      rings,
      now,
      last: id === 'end',
    };
    steps.push({
      id,
      at: steps.length,
      unit: 'steps',
      state,
      caption: { key, values: { ...counts } },
      focus,
      ...(ask && { ask }),
    });
  };
  push('start', `${scene}-${road}-start`, ['packet'], {});
  for (const hop of hops) {
    const after: PathStill = {
      kind: 'path',
      vcpu: hop.vcpu ?? now.vcpu,
      worker: hop.worker === null ? undefined : (hop.worker ?? now.worker),
      packet: hop.packet ?? now.packet,
      moves: [],
    };
    const moves = movesOf(now, after, hop);
    const moved = moves.map(({ who }) => (who === 'signal' ? 'signal' : who));
    now = { ...after, moves };
    ({ rings, head } = turn(rings, head, hop.act));
    counts = plus(counts, hop.cost ?? {});
    const key = hop.shared ? `${scene}-${hop.id}` : `${scene}-${road}-${hop.id}`;
    const focus = moved.length > 0 ? [...new Set(moved)] : ['ring'];
    push(hop.id, key, focus, hop.cost ?? {}, hop.ask && askHop(settings, hop));
  }
  now = { ...now, moves: [] };
  push('end', `${scene}-${road}-end`, ['counts'], {});
  return steps;
}

/** What one packet costs in all. */
export const pathCounts = (settings: Settings): Counts =>
  hopsOf(settings).reduce<Counts>((sum, { cost }) => plus(sum, cost ?? {}), NOTHING);
