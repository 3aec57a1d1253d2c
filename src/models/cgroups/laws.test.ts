import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, mendEdits, readEdits, spellEdit, type Edit } from './edits';
import { runCgroups } from './run';
import { NGINX_FROM, SCENES, SETUP, SORT_TO } from './scenes';
import { share } from './share';
import { childrenOf } from './tree';
import {
  CPUS,
  GROUPS,
  LOADS,
  MAX,
  PERIOD_MS,
  PROCESSES,
  RAM_MIB,
  TICK_MS,
  VALUES,
  type KnobName,
  type Limit,
} from './types';

const edit = fc.oneof(
  fc.constantFrom(...(Object.keys(VALUES) as KnobName[])).chain((knob) =>
    fc.record({
      kind: fc.constant('set' as const),
      group: fc.constantFrom(...GROUPS),
      knob: fc.constant(knob),
      value: fc.constantFrom(...VALUES[knob]),
    }),
  ),
  fc.record({
    kind: fc.constant('move' as const),
    process: fc.constantFrom(...PROCESSES),
    group: fc.constantFrom(...GROUPS),
  }),
  fc.record({
    kind: fc.constant('load' as const),
    process: fc.constantFrom(...PROCESSES),
    load: fc.constantFrom(...LOADS),
  }),
);
const spelled = (edits: readonly Edit[]) => edits.map(spellEdit).join(',');
const scenario = fc.record({
  scene: fc.constantFrom(...SCENES),
  edits: fc.array(edit, { maxLength: 8 }).map(spelled),
});
const CLOSE = 1e-6;
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const asNumber = (limit: Limit) => (limit === MAX ? Infinity : limit);

describe('sharing', () => {
  const claims = fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 10_000 }), demand: fc.integer({ min: 0, max: 500 }) }),
    { maxLength: 6 },
  );

  test('nothing is lost: what is given is the lesser of supply and demand, and nobody gets more than he wants', () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 0, max: 1000 }), (list, supply) => {
        const given = share(supply, list);
        expect(sum(given)).toBeCloseTo(Math.min(supply, sum(list.map(({ demand }) => demand))), 5);
        given.forEach((part, i) => expect(part).toBeLessThanOrEqual(list[i]!.demand + CLOSE));
      }),
    );
  });

  test('whoever goes short gets no less for his weight than anybody else', () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 1000 }), (list, supply) => {
        const given = share(supply, list);
        const rate = (i: number) => given[i]! / list[i]!.weight;
        list.forEach(({ demand }, i) => {
          if (given[i]! < demand - CLOSE)
            list.forEach((_, j) => expect(rate(j)).toBeLessThanOrEqual(rate(i) + CLOSE));
        });
      }),
    );
  });
});

describe('whatever the learner sets', () => {
  const each = (look: (period: ReturnType<typeof periodsOf>[number], i: number) => void) =>
    fc.assert(
      fc.property(scenario, (chosen) => periodsOf(chosen).forEach(look)),
      { numRuns: 60 },
    );
  const periodsOf = (chosen: Parameters<typeof runCgroups>[0]) =>
    runCgroups(chosen).steps.map(({ state }) => ({ ...state.period, setup: state.setup }));

  test('the groups below never have more than the group above', () => {
    each(({ cpu, memory, pids, written }) => {
      for (const group of GROUPS) {
        const below = childrenOf(group);
        if (below.length === 0) continue;
        cpu[group].forEach((ms, tick) =>
          expect(sum(below.map((child) => cpu[child][tick]!))).toBeLessThanOrEqual(ms + CLOSE),
        );
        for (const amounts of [memory, pids, written])
          expect(sum(below.map((child) => amounts[child]))).toBeLessThanOrEqual(amounts[group] + CLOSE);
      }
    });
  });

  test('in no period does a group use more CPU time than its quota, or the machine more than it has', () => {
    each(({ cpu, setup }) => {
      for (const group of GROUPS)
        expect(sum(cpu[group])).toBeLessThanOrEqual(asNumber(setup.knobs[group].quota) + CLOSE);
      expect(sum(cpu.root)).toBeLessThanOrEqual(CPUS * PERIOD_MS + CLOSE);
      cpu.root.forEach((ms) => expect(ms).toBeLessThanOrEqual(CPUS * TICK_MS + CLOSE));
    });
  });

  test('memory, processes and bytes written stay within every limit', () => {
    each(({ memory, pids, written, setup, number }) => {
      for (const group of GROUPS) {
        expect(memory[group]).toBeLessThanOrEqual(asNumber(setup.knobs[group].memory) + CLOSE);
        // Processes that were moved in before anything ran are not forks.
        const there = PROCESSES.length;
        expect(pids[group]).toBeLessThanOrEqual(Math.max(asNumber(setup.knobs[group].pids), there));
        if (number > 0)
          expect(written[group]).toBeLessThanOrEqual(
            (asNumber(setup.knobs[group].io) * PERIOD_MS) / 1000 + CLOSE,
          );
      }
      expect(memory.root).toBeLessThanOrEqual(RAM_MIB + CLOSE);
    });
  });

  test('a frozen group takes no CPU time and gives no memory back', () => {
    const { steps } = runCgroups({ scene: 'freeze', edits: '' });
    const periods = steps.map(({ state }) => state.period);
    for (let i = 4; i <= 7; i++) {
      expect(sum(periods[i]!.cpu.batch)).toBe(0);
      expect(periods[i]!.memory.batch).toBe(periods[3]!.memory.batch);
    }
    expect(sum(periods[3]!.cpu.batch)).toBeGreaterThan(0);
    expect(sum(periods[8]!.cpu.batch)).toBeGreaterThan(0);
  });

  test('a spelling is read back, and mending twice is mending once', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const text = spelled(edits);
        expect(readEdits(text)).toEqual(edits);
        expect(mendEdits(mendEdits(text))).toBe(mendEdits(text));
        const outcome = (said: string) => applyEdits(SETUP.weight, readEdits(said)).setup;
        expect(outcome(mendEdits(text))).toEqual(outcome(text));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(mendEdits(mendEdits(text))).toBe(mendEdits(text));
      }),
    );
  });
});

describe('the scenes', () => {
  const last = (scene: (typeof SCENES)[number], edits = '') =>
    runCgroups({ scene, edits }).steps.at(-1)!.state.period;

  const periods = (scene: (typeof SCENES)[number], edits = '') =>
    runCgroups({ scene, edits }).steps.map(({ state }) => state.period);

  test('when everyone is hungry, CPU time is in proportion to the weights, level by level', () => {
    for (const { cpu } of periods('weight').slice(NGINX_FROM, SORT_TO.weight + 1)) {
      expect(sum(cpu.web) / sum(cpu.batch)).toBeCloseTo(2, 6);
      expect(sum(cpu.train) / sum(cpu.report)).toBeCloseTo(2, 6);
    }
    expect(last('weight').counters.root.cpuMs).toBeCloseTo(10 * CPUS * PERIOD_MS, 6);
  });

  test('a weight holds nothing back: what one does not use, the others in its group use, and then the rest', () => {
    const all = periods('weight');
    expect(sum(all[1]!.cpu.batch)).toBeCloseTo(CPUS * PERIOD_MS, 6);
    expect(sum(all[8]!.cpu.train)).toBeCloseTo(sum(all[7]!.cpu.batch), 6);
    expect(sum(all[8]!.cpu.web)).toBeCloseTo(sum(all[7]!.cpu.web), 6);
  });

  test('a quota is used up in every period and throttles in every period; the group above holds for both', () => {
    const { counters } = last('quota');
    expect(counters.train).toMatchObject({ periods: 10, throttled: 10 });
    expect(counters.train.cpuMs).toBeCloseTo(500, 6);
    expect(counters.batch).toMatchObject({ periods: 10, throttled: SORT_TO.quota });
    expect(counters.batch.cpuMs).toBeCloseTo(150 * SORT_TO.quota + 50 * (10 - SORT_TO.quota), 6);
  });

  test('file pages go first, then the OOM killer ends the largest process of the group, once', () => {
    const trace = runCgroups({ scene: 'memory', edits: '' });
    const happenings = trace.steps.flatMap(({ state }) => state.period.happenings.map(({ kind }) => kind));
    expect(happenings.indexOf('reclaimed')).toBeGreaterThanOrEqual(0);
    expect(happenings.indexOf('reclaimed')).toBeLessThan(happenings.indexOf('oom-kill'));
    const { counters } = last('memory');
    for (const group of ['root', 'batch', 'train'] as const) expect(counters[group].oomKill).toBe(1);
    for (const group of ['web', 'report'] as const) expect(counters[group].oomKill).toBe(0);
    expect(last('memory').processes.python.alive).toBe(false);
    expect(last('memory').processes.nginx.alive).toBe(true);
  });

  test('memory.high slows without killing', () => {
    const { counters, processes } = last('high');
    expect(counters.batch.oomKill).toBe(0);
    expect(processes.python.alive).toBe(true);
    expect(counters.batch.high).toBeGreaterThan(0);
    expect(last('high').memory.batch).toBeLessThan(last('high', 'batch_high_max').memory.batch + 128);
  });

  test('a fork bomb stops at pids.max, and the rest of the machine goes on', () => {
    const { pids, counters } = last('pids');
    expect(pids.train).toBe(16);
    expect(periods('pids').map((period) => period.pids.train)).toEqual([
      1, 2, 4, 8, 16, 16, 16, 16, 16, 16, 16,
    ]);
    expect(last('pids', 'train_pids_max').pids.train).toBe(1024);
    expect(counters.train.forksRefused).toBeGreaterThan(0);
    expect(counters.web.cpuMs).toBeGreaterThan(0);
  });

  test('io.max holds for the group; the other takes the rest of the disk', () => {
    const { counters } = last('io');
    expect(counters.batch.writtenMib).toBeCloseTo(10, 6);
    expect(counters.web.writtenMib).toBeCloseTo(90 * ((10 - NGINX_FROM + 1) / 10), 6);
  });

  test('the place of an answer does not give it away', () => {
    const places = SCENES.flatMap((scene) =>
      runCgroups({ scene, edits: '' }).steps.flatMap(({ ask }) =>
        ask ? [ask.options.findIndex(({ id }) => id === ask.answer)] : [],
      ),
    );
    expect(places.length).toBeGreaterThanOrEqual(8);
    for (const place of new Set(places))
      expect(places.filter((each) => each === place).length).toBeLessThanOrEqual(places.length / 2);
  });

  test('the kernel refuses a process in a group with controlled children, and a limit of the root', () => {
    const refused = (edits: string) =>
      applyEdits(SETUP.weight, readEdits(edits)).refused.map(({ errno }) => errno);
    expect(refused('python_in_batch')).toEqual(['EBUSY']);
    expect(refused('root_quota_50')).toEqual(['ENOENT']);
    expect(refused('python_in_web,python_in_root')).toEqual([]);
  });
});
