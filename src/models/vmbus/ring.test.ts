/** Why: the laws of the ring for any size, any packets and any interleaving of the two sides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRing, packetBytes, readPacket, signalOnRead, toRead, toWrite, writePacket } from './ring';

/** What the two sides do, in any order. The reader masks while it drains, as the Hyper-V host does. */
type Act =
  | { readonly kind: 'write'; readonly body: Uint8Array }
  | { readonly kind: 'read'; readonly limit: number }
  | { readonly kind: 'mask'; readonly on: boolean };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.uint8Array({ maxLength: 200, size: 'max' }).map((body): Act => ({ kind: 'write', body })),
  },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }).map((limit): Act => ({ kind: 'read', limit })) },
  { weight: 1, arbitrary: fc.boolean().map((on): Act => ({ kind: 'mask', on })) },
);
const setting = fc.record({
  size: fc.constantFrom(256, 512, 4096),
  start: fc.nat(31).map((n) => n * 8),
  acts: fc.array(act, { maxLength: 120, size: 'max' }),
});
const padded = (body: Uint8Array) => {
  const whole = new Uint8Array(Math.ceil(body.length / 8) * 8);
  whole.set(body);
  return [...whole];
};

describe('ring buffer', () => {
  it('loses nothing, reorders nothing, overtakes nowhere, and bytes in are bytes out', () => {
    let refused = 0;
    let wrapped = 0;
    fc.assert(
      fc.property(setting, ({ size, start, acts }) => {
        const ring = createRing(size, start);
        const sent: { id: number; body: number[] }[] = [];
        const got: { id: number; body: number[] }[] = [];
        let bytesIn = 0;
        let bytesOut = 0;
        const take = (limit: number) => {
          for (let i = 0; i < limit; i++) {
            const packet = readPacket(ring);
            if (!packet) break;
            bytesOut += packet.bytes;
            got.push({ id: packet.id, body: [...packet.body] });
          }
        };
        acts.forEach((each, n) => {
          if (each.kind === 'read') take(each.limit);
          else if (each.kind === 'mask') ring.mask = each.on;
          else {
            const { read, write } = ring;
            const free = toWrite(ring);
            const written = writePacket(ring, { id: n, body: each.body });
            expect(written.bytes).toBe(packetBytes(each.body.length));
            if (written.kind === 'full') {
              refused++;
              expect(free).toBeLessThanOrEqual(written.bytes);
              expect([ring.read, ring.write]).toEqual([read, write]);
            } else {
              if (ring.write < write) wrapped++;
              bytesIn += written.bytes;
              sent.push({ id: n, body: padded(each.body) });
            }
          }
          expect(ring.read % 8).toBe(0);
          expect(ring.write % 8).toBe(0);
          expect(toRead(ring)).toBe(bytesIn - bytesOut);
          expect(toRead(ring)).toBeLessThan(size);
          expect(toRead(ring) + toWrite(ring)).toBe(size);
        });
        take(Infinity);
        expect(got).toEqual(sent);
        expect(bytesOut).toBe(bytesIn);
        expect(ring.read).toBe(ring.write);
      }),
      { numRuns: 300 },
    );
    // Or the law would say nothing about full rings and wrap-around.
    expect(refused).toBeGreaterThan(20);
    expect(wrapped).toBeGreaterThan(20);
  });

  it('asks for a signal exactly when the ring was empty and not masked', () => {
    const seen = { due: 0, masked: 0, 'not-empty': 0 };
    fc.assert(
      fc.property(setting, ({ size, start, acts }) => {
        const ring = createRing(size, start);
        let signals = 0;
        let packets = 0;
        for (const each of acts) {
          if (each.kind === 'mask') ring.mask = each.on;
          else if (each.kind === 'read') for (let i = 0; i < each.limit; i++) readPacket(ring);
          else {
            const empty = toRead(ring) === 0;
            const written = writePacket(ring, { id: 1, body: each.body });
            if (written.kind === 'full') continue;
            seen[written.signal]++;
            packets++;
            if (written.signal === 'due') signals++;
            expect(written.signal === 'due').toBe(empty && !ring.mask);
          }
        }
        expect(signals).toBeLessThanOrEqual(packets);
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it('a reader that drains until it is empty never leaves a packet behind without a signal', () => {
    // The protocol of the two comments in ring_buffer.c: mask, drain, unmask, look again.
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200, size: 'max' }), (moves) => {
        const ring = createRing(4096);
        let awake = false;
        for (const write of moves) {
          if (write) {
            const written = writePacket(ring, { id: 1, body: new Uint8Array(40) });
            if (written.kind === 'written' && written.signal === 'due') awake = ring.mask = true;
          } else if (awake && !readPacket(ring)) awake = ring.mask = false;
          expect(awake || toRead(ring) === 0).toBe(true);
        }
      }),
    );
  });

  it('signals a waiting writer once: when the room becomes enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 400 }), fc.integer({ min: 1, max: 9 }), (pending, batch) => {
        const ring = createRing(512);
        for (let i = 0; i < 15; i++) writePacket(ring, { id: 1, body: new Uint8Array(8) });
        expect(writePacket(ring, { id: 1, body: new Uint8Array(8) }).kind).toBe('full');
        // 32 bytes are free: too few for any `pending` drawn here.
        expect(toWrite(ring)).toBe(32);
        ring.pending = pending;
        let signals = 0;
        for (;;) {
          let freed = 0;
          for (let i = 0; i < batch; i++) freed += readPacket(ring)?.bytes ?? 0;
          if (freed === 0) break;
          if (signalOnRead(ring, freed)) {
            signals++;
            expect(toWrite(ring)).toBeGreaterThan(pending);
            expect(toWrite(ring) - freed).toBeLessThanOrEqual(pending);
          }
        }
        expect(signals).toBe(1);
      }),
    );
  });

  it('without a waiting writer, reading signals nobody', () => {
    const ring = createRing(512);
    writePacket(ring, { id: 1, body: new Uint8Array(8) });
    expect(signalOnRead(ring, readPacket(ring)!.bytes)).toBe(false);
  });

  it('refuses sizes and starts that cannot be', () => {
    expect(() => createRing(100)).toThrow('a ring of 100 bytes: want a power of two');
    expect(() => createRing(4096, 12)).toThrow('a ring of 4096 bytes cannot start at 12');
    expect(() => createRing(4096, 4096)).toThrow(RangeError);
  });

  it('lays a packet out as Linux does: descriptor, padding, trailer with the old write index', () => {
    const ring = createRing(256, 240);
    expect(writePacket(ring, { id: 7, body: new Uint8Array(3).fill(9) })).toMatchObject({
      at: 240,
      bytes: 32,
    });
    const byte = (at: number) => ring.bytes[at % 256];
    expect([byte(242), byte(244), byte(248)]).toEqual([2, 3, 7]);
    expect([byte(256), byte(258), byte(259)]).toEqual([9, 9, 0]);
    expect(byte(240 + 28)).toBe(240);
    expect(ring.write).toBe(16);
  });
});
