/** Why: what must hold for every way and for any choice of columns, whatever the table of ways says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf } from './counts';
import { factsOf } from './facts';
import { beatsOf, columnAt } from './lockstep';
import { PATHS } from './paths';
import { runPlatforms } from './run';
import { SOURCES } from './sources';
import { endLayer, EVENT_ENDS, modeOf, STACKS } from './stacks';
import { CROSSINGS, EVENTS, PLATFORMS, type Crossing, type Hop, type LayerId, type Path } from './types';

const all = EVENTS.flatMap((event) =>
  PLATFORMS.map((platform) => ({ event, platform, path: PATHS[event][platform] })),
);

/** From where to where each crossing may lead, `from>to`. */
const WAYS: Readonly<Record<Crossing, readonly `${LayerId}>${LayerId}`[]>> = {
  none: ['guser>guser', 'gkernel>gkernel', 'vmm>vmm', 'host>host', 'huser>huser', 'hw>hw'],
  ring: ['guser>gkernel', 'gkernel>guser', 'guser>host', 'host>guser', 'huser>host', 'host>huser'],
  exit: ['guser>vmm', 'gkernel>vmm', 'hw>vmm'],
  entry: ['vmm>gkernel', 'vmm>guser'],
  trap: ['guser>vmm', 'gkernel>vmm', 'hw>vmm'],
  return: ['vmm>gkernel', 'vmm>guser', 'vmm>host'],
  hypercall: ['gkernel>vmm', 'host>vmm'],
  switch: ['vmm>host', 'vmm>huser', 'host>vmm'],
  call: ['vmm>host', 'host>vmm'],
  device: ['host>hw', 'hw>host'],
};

describe.each(all)('$event on $platform', ({ event, platform, path }) => {
  it('begins and ends where the event says', () => {
    const { start, end } = EVENT_ENDS[event];
    expect(path.length).toBeGreaterThan(1);
    expect(path[0]?.layer).toBe(endLayer(platform, start));
    expect(path.at(-1)?.layer).toBe(endLayer(platform, end));
    expect(path[0]?.crossing).toBe('none');
  });

  it('stays in layers that the platform has, and crosses only as such a crossing can', () => {
    path.forEach(({ layer, crossing }, i) => {
      expect(STACKS[platform].layers).toContain(layer);
      const from = path[i - 1]?.layer ?? layer;
      expect(WAYS[crossing]).toContain(`${from}>${layer}`);
    });
  });

  it('counts as many crossings as changes of layer', () => {
    const changes = path.filter(({ layer }, i) => i > 0 && path[i - 1]?.layer !== layer).length;
    expect(countsOf(platform, path).crossings).toBe(changes);
  });

  it('names a source that exists for every hop', () => {
    for (const { source } of path) expect(SOURCES).toHaveProperty([source]);
  });

  it('uses VM exits only with VT-x or AMD-V, traps and returns only under Xen', () => {
    const kinds = path.map(({ crossing }) => crossing);
    if (!STACKS[platform].assisted) for (const kind of ['exit', 'entry']) expect(kinds).not.toContain(kind);
    if (platform !== 'xen') for (const kind of ['trap', 'return']) expect(kinds).not.toContain(kind);
  });
});

describe('every guest that is left is entered again', () => {
  it.each(all)('$event on $platform', ({ platform, path }) => {
    const inside: readonly LayerId[] = platform === 'container' ? [] : ['guser', 'gkernel'];
    const isIn = path.map(({ layer }) => inside.includes(layer));
    const left = isIn.filter((now, i) => i > 0 && isIn[i - 1] && !now).length;
    const entered = isIn.filter((now, i) => i > 0 && !isIn[i - 1] && now).length;
    const net = Number(isIn[0]) - Number(isIn.at(-1));
    expect(left - entered).toBe(net);
    const back: readonly Crossing[] = ['entry', 'return'];
    const intoGuest = path.filter((hop, i) => back.includes(hop.crossing) && isIn[i]).length;
    expect(intoGuest).toBe(entered);
  });
});

describe('what the site teaches', () => {
  const count = (event: (typeof EVENTS)[number], platform: (typeof PLATFORMS)[number]) =>
    countsOf(platform, PATHS[event][platform]);
  it('a guest kernel has a ring 0 of its own with VT-x or AMD-V only; something runs in ring 0 everywhere', () => {
    for (const platform of PLATFORMS) {
      const { layers, assisted } = STACKS[platform];
      if (layers.includes('gkernel'))
        expect(modeOf(platform, 'gkernel')).toBe(assisted ? 'ring-0-guest' : 'ring-3');
      const ground = modeOf(platform, STACKS[platform].ground);
      expect(ground).toBe(assisted ? 'ring-0-root' : 'ring-0');
    }
  });
  it('a crossing marked as a change of ring changes the ring, a function call does not', () => {
    for (const { platform, path } of all)
      path.forEach(({ layer, crossing }, i) => {
        const [from, to] = [modeOf(platform, path[i - 1]?.layer ?? layer), modeOf(platform, layer)];
        if (crossing === 'ring') expect(from).not.toBe(to);
        if (crossing === 'call') expect(from).toBe(to);
      });
  });
  it('a container never enters a hypervisor', () => {
    for (const event of EVENTS)
      expect(count(event, 'container')).toMatchObject({ entered: 0, exits: 0, hypercalls: 0, traps: 0 });
  });
  it('a system call leaves no guest of VT-x or AMD-V; under 64-bit Xen PV it enters Xen twice', () => {
    for (const platform of PLATFORMS)
      expect(count('syscall', platform).entered).toBe(platform === 'xen' ? 2 : 0);
  });
  it('the device is driven by the kernel with the drivers: never by the guest, never by Xen or Hyper-V', () => {
    for (const event of ['packet', 'disk'] as const)
      for (const platform of PLATFORMS) expect(PATHS[event][platform].at(-2)?.layer).toBe('host');
  });
  it('only Workstation changes worlds to give memory', () => {
    for (const platform of PLATFORMS)
      expect(count('page-fault', platform).switches > 0).toBe(platform === 'workstation');
  });
});

describe('lockstep', () => {
  const hop: fc.Arbitrary<Hop> = fc.record({
    layer: fc.constantFrom<LayerId>('guser', 'gkernel', 'vmm', 'host', 'huser', 'hw'),
    crossing: fc.constantFrom(...CROSSINGS),
    says: fc.string(),
    source: fc.constantFrom(...Object.keys(SOURCES)),
    certainty: fc.constantFrom('verified' as const, 'unverified' as const),
    copies: fc.nat(2),
  });
  const path: fc.Arbitrary<Path> = fc.array(hop, { minLength: 1, maxLength: 12 });

  it('keeps the order of each way, gives every hop one beat, and is over with the longest', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 6 }), (paths) => {
        const beats = beatsOf(paths);
        for (const way of paths) {
          const columns = Array.from({ length: beats }, (_, i) => columnAt('kvm', way, i + 1));
          expect(columns.filter(({ moved }) => moved).map((column) => column.hop)).toEqual(way);
          columns.forEach(({ done }, i) => expect(done).toBe(i + 1 >= way.length));
          columns.reduce((last, { counts }) => {
            expect(counts.crossings).toBeGreaterThanOrEqual(last);
            return counts.crossings;
          }, 0);
        }
        expect(beats).toBe(Math.max(...paths.map((way) => way.length)));
      }),
    );
  });

  it('shows a platform the same whatever stands beside it', () => {
    const choice = fc.subarray([...PLATFORMS], { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...EVENTS), choice, (event, platforms) => {
        const { steps } = runPlatforms({ event, platforms });
        expect(steps.at(-1)?.id).toBe('end');
        for (const [i, { state }] of steps.entries()) {
          expect(state.columns.map(({ platform }) => platform)).toEqual(platforms);
          for (const column of state.columns)
            expect(column).toEqual(columnAt(column.platform, PATHS[event][column.platform], i + 1));
        }
      }),
    );
  });

  it('answers its questions by what then happens', () => {
    const choice = fc.subarray([...PLATFORMS], { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...EVENTS), choice, (event, platforms) => {
        const trace = runPlatforms({ event, platforms });
        for (const { ask, state } of trace.steps) {
          if (!ask) continue;
          if (ask.question.key === 'ask-most') {
            const facts = factsOf(trace);
            const most = Math.max(...platforms.map((platform) => Number(facts[`${platform}-crossings`])));
            expect(facts[`${ask.answer}-crossings`]).toBe(most);
          } else if (ask.question.key === 'ask-next')
            expect(state.columns.some(({ hop, moved }) => moved && hop.layer === ask.answer)).toBe(true);
          else
            expect(state.columns.some(({ hop, from }) => hop.layer === 'hw' && from === ask.answer)).toBe(
              true,
            );
        }
      }),
    );
  });
});
