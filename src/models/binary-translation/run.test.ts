/** Why: the story must be told as it happened: unique steps, true counts, true questions, and prices as published. */
import { describe, expect, it } from 'vitest';
import { calloutPrice, FAULT, FORWARD, LOOKUP, PUBLISHED, rivalPrice, VISIT } from './costs';
import { firstWrong } from './deprivileged';
import { factsOf } from './facts';
import { imageOf, PROGRAM, PROGRAMS } from './programs';
import { runBt } from './run';
import type { BtScenario } from './types';

const BOTH = ['on', 'off'] as const;
const ALL: readonly BtScenario[] = PROGRAMS.flatMap((program) =>
  BOTH.flatMap((chaining) => BOTH.map((adaptive) => ({ program, chaining, adaptive }))),
);
const nameOf = (scenario: BtScenario) => Object.values(scenario).join('.');
const facts = (
  program: BtScenario['program'],
  chaining: 'on' | 'off' = 'on',
  adaptive: 'on' | 'off' = 'on',
) => factsOf(runBt({ program, chaining, adaptive }));

describe('every trace', () => {
  it('ends where bare metal ends', () => {
    for (const scenario of ALL) expect(factsOf(runBt(scenario)).sameAsBare, nameOf(scenario)).toBe(true);
  });

  it('counts what its steps show: nothing falls, every entry is counted once', () => {
    for (const scenario of ALL) {
      const { steps } = runBt(scenario);
      for (const [i, { state }] of steps.entries()) {
        const { counts, entries, cache } = state;
        const before = steps[i - 1]?.state.counts ?? counts;
        for (const [name, value] of Object.entries(counts))
          expect(value).toBeGreaterThanOrEqual(before[name as keyof typeof before]);
        expect(entries.filter((way) => way === 'miss')).toHaveLength(counts.misses);
        expect(entries.filter((way) => way === 'chained')).toHaveLength(counts.chained);
        expect(entries.filter((way) => way === 'hit' || way === 'ret')).toHaveLength(counts.hits);
        expect(entries.filter((way) => way === 'direct')).toHaveLength(counts.direct);
        expect(cache).toHaveLength(counts.translations);
      }
    }
  });

  it('leaves ring 0 and the real IF to the VMM', () => {
    for (const scenario of ALL)
      for (const { state } of runBt(scenario).steps) {
        expect(state.machine.realIf).toBe(1);
        expect(state.machine.realCpl === 0, `${nameOf(scenario)} ${state.phase}`).toBe(
          state.where.kind === 'vmm',
        );
      }
  });

  it('chains no exit where chaining is off, and adapts nothing where adapting is off', () => {
    for (const scenario of ALL)
      for (const { state } of runBt(scenario).steps) {
        const chained = state.cache.flatMap(({ lines }) => lines).filter(({ to }) => to !== null);
        if (scenario.chaining === 'off') expect(chained).toEqual([]);
        if (scenario.adaptive === 'off') expect(state.counts.adaptations).toBe(0);
      }
  });
});

describe('what the settings do', () => {
  it.each(PROGRAMS)(
    '%s: the same guest state and the same translations, with more visits unchained',
    (program) => {
      const on = facts(program, 'on');
      const off = facts(program, 'off');
      expect(off.translations).toBe(on.translations);
      expect(Number(off.bt)).toBeGreaterThanOrEqual(Number(on.bt));
      expect(off.native).toBe(on.native);
      expect(Number(off.hits) - Number(on.hits)).toBe(Number(on.chained) - Number(off.chained));
    },
  );

  it('adapting turns eight page faults into three, and saves what the others cost', () => {
    const innocent = facts('page-table', 'on', 'off');
    const adapted = facts('page-table', 'on', 'on');
    expect([innocent.traps, adapted.traps, adapted.adaptations]).toEqual([8, 3, 1]);
    expect(Number(adapted.bt)).toBeLessThan(Number(innocent.bt) * 0.6);
  });
});

describe('prices', () => {
  const published = (id: string) => {
    const { native, bt, vtx } = PUBLISHED.find((row) => row.id === id)!;
    return [native, bt, vtx];
  };
  const sum = (...parts: number[]) => parts.reduce((a, b) => a + b, 0);
  const pair = (rival: 'native' | 'vtx', a: 'call' | 'int', b: 'ret' | 'iret') =>
    sum(rivalPrice(a, false)[rival], rivalPrice(b, false)[rival]);

  it('are those of the nanobenchmarks', () => {
    const store = rivalPrice('mov', true);
    expect([store.native, store.native + VISIT, store.vtx]).toEqual(published('ptemod'));
    expect(store.native + FAULT).toBeCloseTo(published('pgfault')[1]!, -1);
    const port = rivalPrice('in', false);
    expect([port.native, sum(calloutPrice('in').guest, calloutPrice('in').vmm), port.vtx]).toEqual(
      published('in'),
    );
    const call = pair('native', 'call', 'ret');
    expect([call, call + LOOKUP, pair('vtx', 'call', 'ret')]).toEqual(published('call-ret'));
    const syscall = pair('native', 'int', 'iret');
    expect([syscall, syscall + FORWARD, pair('vtx', 'int', 'iret')]).toEqual(published('syscall'));
  });
});

describe('trap and emulate', () => {
  it('goes wrong at the first flag instruction that does not trap, and nowhere else', () => {
    const wrong = PROGRAMS.flatMap((id) => {
      const found = firstWrong(imageOf(PROGRAM[id]), 1000);
      return found ? [`${id} ${found.of.text}`] : [];
    });
    expect(wrong).toEqual(['locks popf']);
  });
});
