import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, fetch, post, ringFrom, roomIn, sentIn, waitingIn, writeBack } from './descriptor-ring.ts';
import { hopsOf } from './path.ts';
import { census } from './rings.ts';
import { runIo, totalsOf } from './run.ts';
import { HANDLER_KVM, HANDLER_QEMU, PACKETS, simulate } from './stream.ts';
import { NOTHING, PACES, plus, ROADS, SCENES, type Pace } from './types.ts';
import { SIZE } from './virtqueue.ts';

const all = ROADS.flatMap((road) => SCENES.flatMap((scene) => PACES.map((pace) => ({ road, scene, pace }))));
const streams = ROADS.flatMap((road) => PACES.map((pace) => ({ road, pace })));
const total = (road: (typeof ROADS)[number], scene: (typeof SCENES)[number], pace: Pace = PACES[0]) =>
  totalsOf({ road, scene, pace });

describe('a card’s own ring', () => {
  it('loses and reorders nothing, and neither head nor cleaner overtakes, whatever is done to it', () => {
    const acts = fc.array(fc.constantFrom('post', 'post', 'send', 'clean'), { maxLength: 300 });
    fc.assert(
      fc.property(fc.nat(SIZE - 1), acts, (slot, list) => {
        let ring = ringFrom(slot);
        let posted = 0;
        const sent: number[] = [];
        const back: number[] = [];
        for (const act of list) {
          if (act === 'post') {
            const now = post(ring, posted);
            expect(now === undefined).toBe(roomIn(ring) === 0);
            if (now) {
              ring = now;
              posted++;
            }
          } else if (act === 'send') {
            const packet = fetch(ring);
            if (packet !== undefined) sent.push(packet);
            ring = writeBack(ring);
          } else {
            const cleaned = clean(ring);
            ring = cleaned.ring;
            back.push(...cleaned.packets);
          }
          expect(roomIn(ring) + waitingIn(ring) + sentIn(ring)).toBe(SIZE - 1);
        }
        expect(sent).toEqual(sent.map((_, i) => i));
        expect(back).toEqual(sent.slice(0, back.length));
        expect(posted).toBe(sent.length + waitingIn(ring));
      }),
    );
  });
});

describe.each(streams)('a stream by $road, $pace', ({ road, pace }) => {
  it('sends every packet once and in order, and takes every buffer back, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (packets) => {
        const { wire, back, told } = simulate(road, pace, packets);
        const expected = Array.from({ length: packets }, (_, i) => i);
        expect(wire).toEqual(expected);
        expect(back).toEqual(expected);
        const { room, size } = census(told.at(-1)!.rings);
        expect(room).toBe(size);
      }),
      { numRuns: 25 },
    );
  });

  it('never has more in the ring than it holds; indices and clock only go forward; kicks stay within packets', () => {
    let before = 0;
    for (const { rings, still, counts } of simulate(road, pace).told) {
      const { room, offered, done, size } = census(rings);
      const held = size - room - offered - done;
      expect(held).toBeGreaterThanOrEqual(0);
      expect(held).toBeLessThanOrEqual(1);
      expect(still.finished).toBeLessThanOrEqual(still.sent);
      expect(still.tick).toBeGreaterThanOrEqual(before);
      before = still.tick;
      expect(counts.kicks).toBeLessThanOrEqual(still.sent);
      expect(counts.kicks).toBe(still.kicks.length);
      expect(counts.interrupts).toBe(still.interrupts.length);
    }
  });
});

describe('counts', () => {
  it('with a busy device kicks are far fewer than packets; with a sleeping one every packet kicks', () => {
    for (const road of ['virtio', 'vhost'] as const) {
      expect(total(road, 'stream', 'guest-faster').kicks).toBeLessThan(PACKETS / 10);
      expect(total(road, 'stream', 'guest-faster').interrupts).toBeLessThan(PACKETS / 4);
      expect(total(road, 'stream', 'guest-slower').kicks).toBe(PACKETS);
    }
  });

  it('passed through there is no exit and no switch; vhost never enters QEMU; e1000 costs most, in every scene', () => {
    for (const { scene, pace } of all) {
      const [e1000, virtio, vhost, vfio] = ROADS.map((road) => totalsOf({ road, scene, pace }));
      expect([vfio!.exits, vfio!.switches]).toEqual([0, 0]);
      expect(vhost!.switches).toBe(0);
      expect(virtio!.switches).toBeGreaterThan(0);
      expect(e1000!.switches).toBeGreaterThan(virtio!.switches);
      expect(e1000!.exits).toBeGreaterThan(virtio!.exits);
      expect(virtio!.exits).toBe(vhost!.exits);
      const copies = [e1000, virtio, vhost, vfio].map((counts) => counts!.copies);
      expect(copies).toEqual([...copies].sort((a, b) => b - a));
      expect(vfio!.copies).toBeLessThan(vhost!.copies);
    }
  });

  it('a packet of the slow stream costs what the single packet costs', () => {
    for (const road of ROADS) {
      const one = total(road, 'send');
      const many = total(road, 'stream', 'guest-slower');
      for (const [name, value] of Object.entries(one))
        expect(many[name as keyof typeof many], `${road} ${name}`).toBe(value * PACKETS);
    }
  });

  it('e1000’s exits are its doorbells and its interrupt handlers', () => {
    for (const pace of PACES) {
      const { exits, kicks, interrupts } = total('e1000', 'stream', pace);
      expect(exits).toBe(kicks + (HANDLER_QEMU + HANDLER_KVM) * interrupts);
    }
  });

  it('grow step by step to the whole, by what each step says it adds', () => {
    for (const settings of all) {
      const { steps } = runIo(settings);
      let sum = NOTHING;
      for (const { state } of steps) {
        sum = plus(sum, state.added);
        expect(state.counts).toEqual(sum);
      }
      expect(sum).toEqual(totalsOf(settings));
    }
  });
});

describe('one packet', () => {
  it('ends at the other end, with the vCPU back in the guest and no thread left awake', () => {
    for (const road of ROADS)
      for (const scene of ['send', 'receive'] as const) {
        const { now, rings } = runIo({ road, scene, pace: PACES[0] }).steps.at(-1)!.state;
        if (now.kind !== 'path') throw new Error('expected one packet');
        expect(now.packet).toBe(scene === 'send' ? 'wire' : 'app');
        expect(now.vcpu).toBe(scene === 'send' ? 'driver' : 'app');
        expect(now.worker).toBeUndefined();
        expect(census(rings).done).toBe(0);
      }
  });

  it('is where each hop’s signal starts or goes: nobody acts who is not there', () => {
    for (const settings of all)
      for (const hop of hopsOf(settings)) if (hop.signal) expect(hop.signal[0]).not.toBe(hop.signal[1]);
  });
});
