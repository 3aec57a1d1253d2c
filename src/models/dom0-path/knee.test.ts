import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOICES, loadOf, readChoice, spellChoice, startedOf, type Choice } from './choice';
import { kneeOf, remedyOf, RUN, runChoice, throughputOf } from './knee';
import { GUEST_MIB, MACHINE_MIB, NIC_PER_STEP, slowdown, STEP_US } from './load';
import { latencyOf, tellingOf, toldWindows, verdictOf } from './telling';

const choice: fc.Arbitrary<Choice> = fc.record({
  guests: fc.constantFrom(...CHOICES.guests),
  rate: fc.constantFrom(...CHOICES.rate),
  vcpus: fc.constantFrom(...CHOICES.vcpus),
  memory: fc.constantFrom(...CHOICES.memory),
  nic: fc.constantFrom('split' as const, 'passthrough' as const),
});
const run = (text: string) => {
  const chosen = readChoice(text);
  const windows = runChoice(chosen);
  const knee = kneeOf(chosen);
  return { chosen, windows, knee, verdict: verdictOf(chosen, windows, knee), remedy: remedyOf(chosen, knee) };
};

describe('the spelling of a choice', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(readChoice(spellChoice(chosen))).toEqual(chosen);
      }),
    );
  });

  it('is mended to a choice that exists, once and for all, whatever was written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const mended = readChoice(text);
        for (const name of ['guests', 'rate', 'vcpus', 'memory'] as const)
          expect(CHOICES[name]).toContain(mended[name]);
        expect(readChoice(spellChoice(mended))).toEqual(mended);
      }),
    );
    expect(spellChoice(readChoice('5,120,9,1000,passt'))).toBe('4,100,4,1024,passthrough');
    expect(readChoice('')).toEqual(readChoice('nonsense'));
  });
});

it('guests and Domain 0 together never hold more memory than the machine has', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const started = startedOf(chosen);
      expect(started).toBeGreaterThanOrEqual(1);
      expect(chosen.memory + started * GUEST_MIB).toBeLessThanOrEqual(MACHINE_MIB);
      expect(loadOf(chosen).guests).toBe(started);
    }),
  );
});

it('nothing reaches the wire that was not offered, nor more than a passed-through wire carries', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const reached = throughputOf(runChoice(chosen));
      const { guests, rate } = loadOf(chosen);
      expect(reached).toBeLessThanOrEqual(guests * rate * 1.03 + 1000);
      if (chosen.nic === 'passthrough')
        expect(reached).toBeLessThanOrEqual((NIC_PER_STEP / STEP_US) * 1e6 * 1.01);
    }),
    { numRuns: 30 },
  );
});

it('the curve over vCPUs never falls; the one over memory falls only where guests cannot be started', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { vcpus, memory } = kneeOf(chosen);
      vcpus.reduce((last, { throughput }) => {
        // A packet more or less lies at the edge of a window.
        expect(throughput).toBeGreaterThanOrEqual(last * 0.99);
        return throughput;
      }, 0);
      memory.forEach(({ throughput, started }, i) => {
        const before = memory[i - 1];
        if (before?.started === started) expect(throughput).toBeGreaterThanOrEqual(before.throughput * 0.99);
      });
    }),
    { numRuns: 12 },
  );
});

it('a wait is never negative, and never longer than the run', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const windows = runChoice(chosen);
      windows.forEach((window, i) => {
        const wait = latencyOf(window, windows[i - 1]);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(window.at);
      });
    }),
    { numRuns: 30 },
  );
});

it('what is told begins with the first window, ends with the last, and leaves no change out', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const windows = runChoice(chosen);
      const tellings = windows.map((_, i) => tellingOf(chosen, windows, i));
      const told = toldWindows(tellings);
      expect(told[0]).toBe(0);
      expect(told.at(-1)).toBe(RUN.count - 1);
      tellings.forEach((telling, i) => {
        if (i > 0 && telling !== tellings[i - 1]) expect(told).toContain(i);
      });
    }),
    { numRuns: 30 },
  );
});

it('where everything gets through, no change brings more', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const knee = kneeOf(chosen);
      const verdict = verdictOf(chosen, runChoice(chosen), knee);
      if (['spare', 'balanced', 'passthrough'].includes(verdict)) expect(remedyOf(chosen, knee)).toBe('none');
      if (verdict === 'memory') expect(slowdown({ ...chosen, guests: startedOf(chosen) })).toBeGreaterThan(1);
    }),
    { numRuns: 25 },
  );
});

describe('the knee', () => {
  it('too few processors: one more helps, and the one after that no more', () => {
    const few = run('4,200,1,1024,split');
    expect(few).toMatchObject({ verdict: 'cpu', remedy: 'vcpu' });
    expect(run('4,200,2,1024,split')).toMatchObject({ verdict: 'balanced', remedy: 'none' });
  });

  it('too little memory: memory helps more than a processor', () => {
    expect(run('4,100,2,384,split')).toMatchObject({ verdict: 'memory', remedy: 'memory' });
  });

  it('too much memory: guests are missing, and less brings more', () => {
    expect(run('6,100,2,6144,split')).toMatchObject({ verdict: 'too-much', remedy: 'less-memory' });
  });

  it('a passed-through NIC is bound by the wire, not by Domain 0', () => {
    expect(run('4,200,1,256,passthrough').verdict).toBe('passthrough');
    expect(run('4,400,4,1024,passthrough')).toMatchObject({ verdict: 'passthrough-full', remedy: 'none' });
  });
});
