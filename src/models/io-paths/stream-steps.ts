/** Why: of two hundred packets the first ones are told event by event, the rest by milestones: the ring repeats itself. */
import type { Message } from '../../lib/message.ts';
import type { Step } from '../../lib/trace.ts';
import { askStream } from './predictions.ts';
import { PACKETS, simulate, type Told } from './stream.ts';
import { minus, NOTHING, type IoState, type Settings } from './types.ts';

/** Events that are steps of their own: so many, or to the interrupt that ends the first full ring. */
const CLOSE = 24;
const CLOSEST = 40;
const MILESTONES = [50, 100, 150];

/** Numbers of packets are told from 1. */
const shown = (packet: number | undefined) => (packet ?? 0) + 1;

function captionOf({ event, still, counts, rings, freed }: Told, { road }: Settings): Message {
  const index = rings.kind === 'virtqueue' ? rings.queue : { availIdx: 0, usedIdx: 0 };
  const slot = rings.kind === 'registers' ? rings.ring : { tail: 0, head: 0 };
  const values = {
    n: shown(still.packet),
    freed,
    avail: String(index.availIdx),
    used: String(index.usedIdx),
    tail: slot.tail,
    head: slot.head,
    ...counts,
  };
  const own = rings.kind === 'virtqueue' ? 'queue' : road;
  switch (event) {
    case 'give':
      return {
        key: `stream-${own}-give${own === 'queue' ? (still.kicked ? '-kick' : '-quiet') : ''}`,
        values,
      };
    case 'finish':
      return { key: `stream-${own}-finish${still.interrupted ? '-irq' : ''}`, values };
    case 'handle':
      return { key: `stream-${own}-handle`, values };
    case 'wake':
      return { key: `stream-${road}-wake`, values };
    case 'full':
    case 'pick':
    case 'sleep':
      return { key: `stream-${event}`, values };
    case 'end':
      return { key: `stream-${road}-end`, values };
  }
}

const focusOf = ({ event }: Told): readonly string[] => {
  switch (event) {
    case 'give':
      return ['driver', 'ring'];
    case 'full':
    case 'handle':
      return ['driver'];
    case 'wake':
    case 'sleep':
    case 'pick':
      return ['device'];
    case 'finish':
      return ['device', 'ring'];
    case 'end':
      return ['counts'];
  }
};

function closeOf(told: readonly Told[]): number {
  const full = told.findIndex(({ event }) => event === 'full');
  const freed = told.findIndex(({ event }, i) => full >= 0 && i > full && event === 'handle');
  return Math.min(Math.max(CLOSE, freed + 2), CLOSEST);
}

export function streamSteps(settings: Settings): readonly Step<IoState>[] {
  const { told } = simulate(settings.road, settings.pace);
  const first = told[0]!;
  const close = closeOf(told);
  const steps: Step<IoState>[] = [];
  let before = NOTHING;
  const push = (id: string, one: Told, caption: Message, focus: readonly string[], asked: boolean) => {
    const ask = asked ? askStream(settings, one, before) : undefined;
    const state: IoState = {
      settings,
      counts: one.counts,
      added: minus(one.counts, before),
      rings: one.rings,
      now: one.still,
      last: one.event === 'end',
    };
    before = one.counts;
    steps.push({ id, at: steps.length, unit: 'steps', state, caption, focus, ...(ask && { ask }) });
  };
  const opening: Told = {
    ...first,
    counts: NOTHING,
    rings: simulate(settings.road, settings.pace, 0).told[0]!.rings,
    still: {
      ...first.still,
      sent: 0,
      kicked: false,
      packet: undefined,
      kicks: [],
      driver: 'sending',
      device: first.rings.kind === 'virtqueue' ? 'asleep' : 'waiting',
    },
  };
  push(
    'start',
    opening,
    { key: `stream-${settings.road}-start`, values: { packets: PACKETS } },
    ['driver'],
    false,
  );
  told
    .slice(0, close)
    .forEach((one, i) => push(`event-${i + 1}`, one, captionOf(one, settings), focusOf(one), true));
  for (const milestone of MILESTONES) {
    const one = told.find(({ still }, i) => i >= close && still.sent >= milestone);
    if (one)
      push(
        `after-${milestone}`,
        one,
        { key: 'stream-milestone', values: { sent: one.still.sent, ...one.counts } },
        ['counts'],
        false,
      );
  }
  const last = told.at(-1)!;
  push('end', last, captionOf(last, settings), focusOf(last), true);
  return steps;
}
