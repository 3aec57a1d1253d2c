import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  complete,
  doneIn,
  EMPTY,
  freeIn,
  mustKick,
  offer,
  offeredIn,
  reap,
  SIZE,
  take,
  wantKick,
  type Virtqueue,
} from './virtqueue';

const START = 65_500;
const aged: Virtqueue = {
  ...EMPTY,
  availIdx: START,
  usedIdx: START,
  lastAvail: START,
  lastUsed: START,
  availEvent: START,
  usedEvent: START,
};
type Act = 'offer' | 'take' | 'complete' | 'reap';
const acts = fc.array(fc.constantFrom<Act>('offer', 'offer', 'take', 'complete', 'reap'), {
  maxLength: 400,
});

test('no descriptor is lost, no packet is lost or reordered, and no index overtakes another, across the wrap of 16 bits', () => {
  fc.assert(
    fc.property(acts, (list) => {
      let queue = aged;
      let sent = 0;
      const held: number[] = [];
      const back: number[] = [];
      for (const act of list) {
        if (act === 'offer') {
          const now = offer(queue, sent);
          expect(now === undefined).toBe(freeIn(queue) === 0);
          if (now) {
            queue = now;
            sent++;
          }
        } else if (act === 'take') {
          const taken = take(queue);
          if (taken) {
            queue = taken.queue;
            held.push(taken.head);
          }
        } else if (act === 'complete' && held.length > 0) queue = complete(queue, held.shift()!);
        else if (act === 'reap') {
          const reaped = reap(queue, 1);
          queue = reaped.queue;
          back.push(...reaped.packets);
        }
        expect(freeIn(queue) + offeredIn(queue) + held.length + doneIn(queue)).toBe(SIZE);
      }
      expect(back).toEqual(back.map((_, i) => i));
      expect(sent - back.length).toBe(SIZE - freeIn(queue));
    }),
  );
});

test('a sleeping device is kicked for the first packet only; a working one is not kicked at all', () => {
  const add = (queue: Virtqueue, packet: number) => {
    const now = offer(queue, packet)!;
    return { queue: now, kick: mustKick(now, queue.availIdx) };
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 65_535 }), fc.integer({ min: 1, max: SIZE }), (index, count) => {
      const at = { ...EMPTY, availIdx: index, lastAvail: index, usedIdx: index, lastUsed: index };
      let queue = wantKick(at);
      const kicks: boolean[] = [];
      for (let packet = 0; packet < count; packet++) {
        const added = add(queue, packet);
        queue = added.queue;
        kicks.push(added.kick);
        // It wakes, works and does not sleep: no matter how far it gets, what follows is no kick.
        const taken = take(queue);
        if (taken && packet % 2 === 0) queue = taken.queue;
      }
      expect(kicks).toEqual(kicks.map((_, i) => i === 0));
    }),
  );
});
