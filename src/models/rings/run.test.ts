/** Why: a trace is a story: same scenario same story, unique steps, true questions, and the two stories that lessons lean on. */
import { describe, expect, it } from 'vitest';
import { factsOf } from './facts';
import { matrix } from './matrix';
import { runRings } from './run';
import { nodesOf, PROGRAMS, TECHNIQUES, type CpuId, type RingsScenario } from './types';

const CPUS: readonly CpuId[] = ['prescott', 'merom', 'skylake'];
const ALL: readonly RingsScenario[] = PROGRAMS.flatMap((program) =>
  TECHNIQUES.flatMap((technique) => CPUS.map((cpu) => ({ program, technique, cpu }))),
);
const nameOf = (scenario: RingsScenario) => Object.values(scenario).join('.');
const story = (program: RingsScenario['program'], technique: RingsScenario['technique']) =>
  runRings({ program, technique, cpu: 'skylake' });
const idsOf = (trace: ReturnType<typeof runRings>) => trace.steps.map((step) => step.id);
const stepOf = (trace: ReturnType<typeof runRings>, id: string) => {
  const step = trace.steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`no step "${id}"; the steps are ${idsOf(trace).join(', ')}`);
  return step;
};
const valueOf = (trace: ReturnType<typeof runRings>, id: string, register: string) =>
  stepOf(trace, id).state.registers.find((entry) => entry.id === register);

describe('every trace', () => {
  it('is the same each time', () => {
    for (const scenario of ALL) expect(runRings(scenario)).toEqual(runRings(scenario));
  });

  it('has unique ids in the alphabet of URLs, from start to end, and a label step for each line that ran', () => {
    for (const scenario of ALL) {
      const trace = runRings(scenario);
      const ids = idsOf(trace);
      expect(new Set(ids).size, nameOf(scenario)).toBe(ids.length);
      expect([ids[0], ids.at(-1)]).toEqual(['start', 'end']);
      expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
      for (const line of trace.steps.at(-1)?.state.lines ?? [])
        if (line.outcome) expect(ids).toContain(line.label);
    }
  });

  it('asks only what it answers, at least once a program, and of the answers one is right', () => {
    for (const scenario of ALL) {
      const asks = runRings(scenario).steps.flatMap((step) => (step.ask ? [step.ask] : []));
      expect(asks.length, nameOf(scenario)).toBeGreaterThan(0);
      for (const { options, answer } of asks) {
        expect(options.map((option) => option.id)).toContain(answer);
        expect(options.length).toBeGreaterThan(1);
      }
    }
  });

  it('leaves ring 0 to the VMM, wherever there is one outside non-root mode, and user code in ring 3', () => {
    for (const scenario of ALL)
      for (const { id, state } of runRings(scenario).steps) {
        const { ring, mode, code } = state.control;
        const own = scenario.technique === 'bare' || mode === 'non-root';
        if (code === 'user') expect(ring, `${nameOf(scenario)} ${id}`).toBe(3);
        else expect(ring === 0, `${nameOf(scenario)} ${id}`).toBe(code === 'vmm' || own);
      }
  });

  it('moves from where it was, points at nodes that exist, and shows the same registers throughout', () => {
    for (const scenario of ALL) {
      const { steps } = runRings(scenario);
      const registers = steps[0]?.state.registers.map((register) => register.id);
      steps.forEach((step, i) => {
        const { state } = step;
        expect(state.move.from).toEqual((steps[i - 1] ?? step).state.control);
        expect(state.move.to).toEqual(state.control);
        expect(state.registers.map((register) => register.id)).toEqual(registers);
        const nodes = nodesOf(state);
        expect(
          step.focus.filter((node) => !nodes.includes(node)),
          `${nameOf(scenario)} ${step.id}`,
        ).toEqual([]);
        expect(step.focus.length, `${nameOf(scenario)} ${step.id}`).toBeGreaterThan(0);
      });
    }
  });
});

describe('interrupts off and on, deprivileged', () => {
  const trace = story('interrupts', 'deprivileged');

  it('goes by CLI’s trap to POPF’s silence', () => {
    expect(idsOf(trace)).toEqual(
      'start pushf cli cli-trap cli-emulate cli-return work popf work-2 end'.split(' '),
    );
    expect(stepOf(trace, 'cli').ask?.answer).toBe('vmm');
    expect(stepOf(trace, 'popf').ask?.answer).toBe('silent');
    expect(stepOf(trace, 'popf').state).toMatchObject({
      outcome: 'silent',
      move: { missed: true, kind: 'none' },
      control: { ring: 1, code: 'guest-kernel' },
      vmm: { awake: false, note: { key: 'note-withholds' } },
      counts: { traps: 1, silent: 1 },
      differs: ['interrupts'],
    });
    expect(valueOf(trace, 'popf', 'virtual-if')?.value).toBe('0');
    expect(valueOf(trace, 'popf', 'believed-if')).toMatchObject({ value: '1', trouble: true });
  });

  it('is mended by every other technique', () => {
    for (const technique of TECHNIQUES.filter((t) => t !== 'deprivileged'))
      expect(factsOf(story('interrupts', technique)), technique).toMatchObject({
        silent: 0,
        sameAsBare: true,
      });
  });
});

describe('timer', () => {
  it('never reaches the deprivileged guest, and reaches every other after POPF', () => {
    expect(factsOf(story('timer', 'deprivileged'))).toMatchObject({ tick: 'withheld', sameAsBare: false });
    expect(idsOf(story('timer', 'deprivileged'))).not.toContain('popf-interrupt');
    for (const technique of TECHNIQUES.filter((t) => t !== 'deprivileged')) {
      expect(factsOf(story('timer', technique)), technique).toMatchObject({
        tick: 'delivered',
        sameAsBare: true,
      });
      expect(idsOf(story('timer', technique))).toContain('popf-interrupt');
    }
  });
});

describe('overview', () => {
  it('agrees with the trace that each cell opens', () => {
    const cells = matrix();
    expect(cells).toHaveLength(PROGRAMS.length * TECHNIQUES.length);
    for (const { program, technique, outcome, sameAsBare, at } of cells) {
      const trace = story(program, technique);
      expect(factsOf(trace), `${program} ${technique}`).toMatchObject({ outcome, sameAsBare });
      expect(idsOf(trace), `${program} ${technique}`).toContain(at);
    }
  });
});
