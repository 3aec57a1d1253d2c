/** Why: what must hold for every program of the subset, and would not hold for a translator that is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runBare, visible, type Image } from './machine';
import { TRACED } from './memory';
import { anyGuest } from './random-programs.fixture';
import type { Settings, VmmEvent } from './events';
import { Vmm } from './vmm';
import { execute, type Cpu } from './cpu';
import { decode } from './decode';

const LIMIT = 300;
const settings: fc.Arbitrary<Settings> = fc.record({ chaining: fc.boolean(), adaptive: fc.boolean() });

/** A guest that writes its own code, or runs what it has written (its stack, say), is outside the model. */
const isCode = ({ code, entry }: Image, at: number) => at >= entry && at < entry + code[entry]!.length;
const keepsItsCode = ({ code, entry }: Image, { memory }: Cpu) =>
  code[entry]!.every((byte, i) => memory.bytes[entry + i] === byte);

function translated(image: Image, chosen: Settings, limit = LIMIT) {
  const events: VmmEvent[] = [];
  const vmm = new Vmm(image, chosen, (event) => events.push(event));
  const stop = vmm.run(limit);
  return { vmm, stop, events };
}

describe('equivalence', () => {
  it('after any number of instructions the guest is where bare metal would have it', () => {
    fc.assert(
      fc.property(anyGuest, settings, fc.integer({ min: 1, max: LIMIT }), (image, chosen, limit) => {
        const bare = runBare(image, limit, ({ at }) => fc.pre(isCode(image, at)));
        fc.pre(keepsItsCode(image, bare.cpu));
        const { vmm, stop } = translated(image, chosen, limit);
        expect(stop).toBe(bare.stop);
        expect(vmm.executed).toBe(bare.executed);
        expect(visible(vmm.virtual)).toEqual(visible(bare.cpu));
      }),
      { numRuns: 1500 },
    );
  });

  it('a translator that copied everything would fail that law in many programs', () => {
    const spoiled = fc.sample(anyGuest, { numRuns: 300, seed: 11 }).filter((image) => {
      const bare = runBare(image, LIMIT);
      const copied = new Vmm(image, { chaining: true, adaptive: true }).real;
      try {
        for (let i = 0; i < bare.executed; i++) {
          const of = decode(copied.memory.read8, copied.core.eip);
          if (!copied.memory.asVmm(() => execute(copied, of))) break;
        }
      } catch {
        return true;
      }
      return JSON.stringify(visible(copied).regs) !== JSON.stringify(visible(bare.cpu).regs);
    });
    expect(spoiled.length).toBeGreaterThan(100);
  });

  it('the real CPU never runs guest code in ring 0, nor with interrupts off', () => {
    fc.assert(
      fc.property(anyGuest, settings, (image, chosen) => {
        const vmm: Vmm = new Vmm(image, chosen, () => {
          expect(vmm.real.own.cpl).not.toBe(0);
          expect(vmm.real.own.if).toBe(1);
        });
        vmm.run(LIMIT);
      }),
    );
  });

  it('the shadow of the page table is true at the end', () => {
    fc.assert(
      fc.property(anyGuest, settings, (image, chosen) => {
        const { memory } = translated(image, chosen).vmm.virtual;
        expect([...memory.shadow!]).toEqual([...memory.bytes.slice(TRACED.from, TRACED.to)]);
      }),
    );
  });
});

describe('the translation cache', () => {
  it('never translates the same input twice: one translation an entry, and one more for each adaptation', () => {
    fc.assert(
      fc.property(anyGuest, settings, (image, chosen) => {
        const { vmm, events } = translated(image, chosen);
        const entries = new Set(vmm.blocks.map((block) => block.entry));
        expect(vmm.counts.translations).toBe(entries.size + vmm.counts.adaptations);
        expect(vmm.counts.misses).toBe(entries.size);
        const missed = events.flatMap((event) => (event.kind === 'miss' ? [event.pc] : []));
        expect(new Set(missed).size).toBe(missed.length);
      }),
    );
  });

  it('misses nothing once it is warm: the same guest again costs no translation', () => {
    fc.assert(
      fc.property(anyGuest, settings, (image, chosen) => {
        const { vmm } = translated(image, chosen);
        const { misses } = vmm.counts;
        vmm.reset(image);
        vmm.run(LIMIT);
        expect(vmm.counts.misses).toBe(misses);
      }),
    );
  });

  it('with chaining, no exit asks the VMM twice', () => {
    fc.assert(
      fc.property(anyGuest, fc.boolean(), (image, adaptive) => {
        const { events } = translated(image, { chaining: true, adaptive });
        const chained = events.flatMap((event) => (event.kind === 'chain' ? [event.exit] : []));
        expect(new Set(chained).size).toBe(chained.length);
      }),
    );
  });

  it('without chaining, nothing goes from block to block without the table', () => {
    fc.assert(
      fc.property(anyGuest, fc.boolean(), (image, adaptive) => {
        expect(translated(image, { chaining: false, adaptive }).vmm.counts.chained).toBe(0);
      }),
    );
  });

  it('adaptation ends the faults of a store: with it there are never more than without', () => {
    let fewer = 0;
    fc.assert(
      fc.property(anyGuest, fc.boolean(), (image, chaining) => {
        const innocent = translated(image, { chaining, adaptive: false }).vmm.counts;
        const adapted = translated(image, { chaining, adaptive: true }).vmm.counts;
        expect(innocent.adaptations).toBe(0);
        expect(adapted.traps).toBeLessThanOrEqual(innocent.traps);
        if (adapted.traps < innocent.traps) fewer += 1;
      }),
      { numRuns: 400, seed: 3 },
    );
    expect(fewer).toBeGreaterThan(0);
  });
});
