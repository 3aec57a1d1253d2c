import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, framesAt, mendAddress, readAddress, splitAddress } from './address';
import {
  access,
  createMachine,
  editEntry,
  emulateEdit,
  exit,
  invlpg,
  loadCr3,
  mayUnsync,
  promisedReferences,
  repair,
  walkOf,
  type Machine,
} from './machine';
import { walkTables } from './walk';
import { depthOf, SHAPE, SIZES, TECHNIQUES, type Scenario, type Size, type Technique } from './types';
import { backingOf, buildWorld, type Use } from './world';

const anyAddress = fc
  .bigInt({ min: 0n, max: (1n << 64n) - 1n })
  .map((value) => canonical(value).toString(16));
const anySize = fc.constantFrom<Size>(...SIZES);
const anyUse = fc.constantFrom<Use>('data', 'code', 'table');

const scenario = (technique: Technique, guest: Size, host: Size, address: string): Scenario => ({
  operation: 'walk',
  technique,
  guest,
  host,
  detail: 'grouped',
  address,
});

/** An access with all repairs that it needs, as the hardware and the hypervisor make it in the end. */
function complete(machine: Machine, use: Use, write = false): number {
  for (let tries = 0; tries < 3; tries++) {
    const done = access(machine, use, write);
    if (done.kind !== 'fault') return done.frame;
    exit(machine, 'PF');
    repair(machine, use, done.why);
  }
  throw new Error('the fault was never mended');
}

/** The guest rewrites the entry of its page; a hypervisor in the way lets it, or does it in its place. */
function edit(machine: Machine): void {
  const attempt = access(machine, 'table', true);
  if (attempt.kind !== 'fault') {
    editEntry(machine);
    return;
  }
  exit(machine, 'PF');
  if (attempt.why === 'write' && !mayUnsync(machine)) {
    emulateEdit(machine);
    return;
  }
  repair(machine, 'table', attempt.why);
  edit(machine);
}

describe('translation', () => {
  it('is the same under all three, for every address, use and shape of tables', () => {
    fc.assert(
      fc.property(anyAddress, anySize, anySize, anyUse, (address, guest, host, use) => {
        const [native, shadow, nested] = TECHNIQUES.map((technique) =>
          complete(createMachine(scenario(technique, guest, host, address), []), use),
        );
        // Bare metal has no second step: its physical frame is the guest's, and the host keeps that one somewhere.
        expect(shadow).toBe(backingOf(SHAPE[host].leaf)(native!));
        expect(nested).toBe(shadow);
      }),
      { numRuns: 400 },
    );
  });

  it('takes n references on bare metal, (n + 1)(m + 1) − 1 nested, and under shadow one a level of the shadow', () => {
    fc.assert(
      fc.property(anyAddress, anySize, anySize, (address, guest, host) => {
        const n = depthOf(SHAPE[guest]);
        const m = depthOf(SHAPE[host]);
        const refs = TECHNIQUES.map((technique) => {
          const machine = createMachine(scenario(technique, guest, host, address), ['data']);
          const walk = walkOf(machine, machine.world.va.data);
          expect(walk.refs.map((ref) => ref.n)).toEqual(walk.refs.map((_, i) => i + 1));
          expect(walk.refs).toHaveLength(promisedReferences(machine));
          return walk.refs.length;
        });
        const shadow = SHAPE[guest].levels - Math.min(SHAPE[guest].leaf, SHAPE[host].leaf) + 1;
        expect(refs).toEqual([n, shadow, (n + 1) * (m + 1) - 1]);
      }),
    );
    const count = (guest: Size, host: Size) =>
      promisedReferences(createMachine(scenario('nested', guest, host, '1000'), []));
    expect([
      count('4l-4k', '4l-4k'),
      count('4l-4k', '4l-2m'),
      count('4l-2m', '4l-2m'),
      count('5l-4k', '5l-4k'),
    ]).toEqual([24, 19, 15, 35]);
  });

  it('reads each entry where it lies: every reference finds in memory what it says', () => {
    fc.assert(
      fc.property(anyAddress, anySize, anySize, (address, guest, host) => {
        const machine = createMachine(scenario('nested', guest, host, address), []);
        for (const ref of walkOf(machine, machine.world.va.data).refs) {
          expect(machine.world.ram.get(ref.at)).toBe(ref.entry);
          expect(ref.at % 4096).toBe(ref.index * 8);
        }
      }),
    );
  });

  it('never puts two frames of the guest into one of the machine, nor into the hypervisor’s tables', () => {
    for (const leaf of [1, 2, 3]) {
      const back = backingOf(leaf);
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 2 ** 20 - 1 }),
          fc.integer({ min: 0, max: 2 ** 20 - 1 }),
          (a, b) => {
            expect(back(a) === back(b)).toBe(a === b);
            expect(back(a)).toBeGreaterThanOrEqual(2 ** 20);
            expect(back(a)).toBeLessThan(2 ** 21);
            if (Math.floor(a / framesAt(leaf)) === Math.floor(b / framesAt(leaf)))
              expect(back(a) - back(b)).toBe(a - b);
          },
        ),
      );
    }
  });
});

describe('what may go wrong: stale entries', () => {
  const anyOps = fc.array(fc.constantFrom('A', 'B', 'edit', 'data', 'code', 'table'), { maxLength: 30 });
  it('after any run of CR3 loads, edits with INVLPG and accesses, all three agree on every page', () => {
    fc.assert(
      fc.property(anyAddress, anySize, anySize, anyOps, (address, guest, host, ops) => {
        const back = backingOf(SHAPE[host].leaf);
        const runs = TECHNIQUES.map((technique) => {
          const machine = createMachine(scenario(technique, guest, host, address), ['code']);
          return ops.map((op) => {
            if (op === 'A' || op === 'B') loadCr3(machine, op);
            else if (op === 'edit') {
              edit(machine);
              invlpg(machine);
            } else {
              const frame = complete(machine, op);
              return technique === 'native' ? back(frame) : frame;
            }
            return 0;
          });
        });
        expect(runs[1]).toEqual(runs[0]);
        expect(runs[2]).toEqual(runs[0]);
      }),
      { numRuns: 200 },
    );
  });

  it('exits only under shadow paging: a nested guest changes CR3 and its tables alone', () => {
    fc.assert(
      fc.property(anySize, anySize, anyOps, (guest, host, ops) => {
        const machine = createMachine(scenario('nested', guest, host, '7f3a5c2d1e48'), []);
        for (const op of ops) {
          if (op === 'A' || op === 'B') loadCr3(machine, op);
          else if (op === 'edit') {
            edit(machine);
            invlpg(machine);
          } else complete(machine, op);
        }
        expect(machine.exits).toBe(0);
      }),
    );
  });

  it('without INVLPG the TLB may still say the old: that is why the guest must ask', () => {
    const machine = createMachine(scenario('native', '4l-4k', '4l-4k', '7f3a5c2d1e48'), []);
    const before = complete(machine, 'data');
    edit(machine);
    expect(complete(machine, 'data')).toBe(before);
    invlpg(machine);
    expect(complete(machine, 'data')).not.toBe(before);
  });
});

describe('addresses', () => {
  it('mending gives a canonical address, and mending again changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const mended = mendAddress(text);
        expect(mendAddress(mended)).toBe(mended);
        expect(canonical(readAddress(mended))).toBe(readAddress(mended));
      }),
    );
  });

  it('indices and offset say the whole address', () => {
    fc.assert(
      fc.property(anyAddress, anySize, (text, size) => {
        const { levels, leaf } = SHAPE[size];
        const split = splitAddress(readAddress(text), levels, leaf);
        let value = 0n;
        for (const { index } of split.indices) value = (value << 9n) | BigInt(index);
        value = (value << BigInt(split.offsetBits)) | BigInt(split.offset);
        expect(canonical(value)).toBe(readAddress(text));
      }),
    );
  });
});

it('a walk stops at the first entry that is not present', () => {
  const { ram, roots, va } = buildWorld(scenario('native', '4l-4k', '4l-4k', '7f3a5c2d1e48'));
  const walk = walkTables(ram, roots.A, 4, va.data ^ (1n << 40n), 'own');
  expect(walk.frame).toBeUndefined();
  expect(walk.refs).toHaveLength(1);
});
