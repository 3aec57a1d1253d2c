/**
 * Why: the rings model as a figure sees it: a scenario in, a trace out. Everything in a step is read off the
 * machine and off bare metal at the same point; nothing is looked up by scenario.
 */
import type { Message } from '../../lib/message';
import type { Step, Trace } from '../../lib/trace';
import { captionOf, endCaption, noteOf, startCaption } from './captions';
import { differences, runLockstep, totalOf, type BarePoint, type LineRun } from './lockstep';
import { KERNEL_RING } from './control';
import { createMachine, emit, type Leg } from './machine';
import { mnemonic, PROGRAM_CODE } from './programs';
import { askOf } from './predictions';
import { PROVENANCE } from './provenance';
import { registersOf } from './registers';
import type { Control, MoveKind, Phase, RingsScenario, RingsState } from './types';

/** Says how control came from one place to another when the leg itself did not. */
function moveKind(kind: MoveKind, from: Control, to: Control): MoveKind {
  if (kind !== 'none' || from.code === to.code) return kind;
  if (to.code === 'vmm') return 'trap';
  if (from.code === 'vmm') return to.mode === 'non-root' ? 'entry' : 'resume';
  return to.code === 'user' ? 'return' : 'syscall';
}

/** Whether this leg tells what became of the instruction. */
function settles(line: LineRun, at: number): boolean {
  const run = line.legs.findIndex((leg) => leg.phase === 'run');
  if (at !== run) return at > run;
  const detail = line.legs[run]?.detail;
  return detail !== 'refused' && detail !== 'forward' && line.outcome !== 'hypercall';
}

/**
 * The story of one program under one technique on one CPU. Pure and total over the scenario type.
 * Step ids: `start`; `<label>` for each instruction and `<label>-<phase>` for what follows from it; `end`.
 */
export function runRings(scenario: RingsScenario): Trace<RingsState> {
  const { technique, cpu } = scenario;
  const program = PROGRAM_CODE[scenario.program];
  const run = runLockstep(program, technique, cpu);
  const fresh = createMachine(program, technique, cpu);
  emit(fresh, 'start', fresh.control);
  const first = fresh.legs[0]!;
  const outcomes = new Map<number, LineRun['outcome']>();
  const steps: Step<RingsState>[] = [];
  let path: Control[] = [];

  const push = (
    id: string,
    phase: Phase,
    leg: Leg,
    line: LineRun | undefined,
    bare: BarePoint,
    differs: readonly string[],
    caption: Message,
    ask: Step<RingsState>['ask'],
  ) => {
    const previous = steps.at(-1)?.state;
    const from = previous?.control ?? leg.control;
    const silent = [...outcomes.values()].filter((outcome) => outcome === 'silent').length;
    path = [...path, leg.control];
    const registers = registersOf(technique, program.watch, leg, bare, differs, previous?.registers ?? []);
    const outcome = line ? (outcomes.get(line.index) ?? null) : null;
    const state: RingsState = {
      scenario,
      phase,
      control: leg.control,
      move: {
        kind: phase === 'end' ? 'none' : moveKind(leg.kind, from, leg.control),
        from,
        to: leg.control,
        missed: phase === 'run' && outcome === 'silent',
      },
      path,
      kernelRing: KERNEL_RING[technique],
      lines: program.code.map(({ label, text, ring, key }, i) => ({
        label,
        text,
        ring,
        key,
        outcome: outcomes.get(i) ?? null,
      })),
      line: line?.index ?? -1,
      outcome,
      registers,
      vmm: {
        present: technique !== 'bare',
        awake: leg.control.code === 'vmm',
        withholds: leg.timer === 'withheld',
        note: noteOf(technique, leg),
      },
      timer: leg.timer,
      takesInterrupts: technique !== 'bare' || leg.real.if === 1,
      port: leg.guest.port,
      cache: leg.cache,
      cost: { total: totalOf(leg.cost), parts: leg.cost, bare: bare.cycles, certainty: leg.certainty },
      counts: {
        traps: leg.traps,
        exits: leg.exits,
        hypercalls: leg.hypercalls,
        silent,
        translations: leg.cache.length,
      },
      differs,
    };
    const focus = focusOf(state, line);
    steps.push({ id, at: state.cost.total, unit: 'cycles', state, caption, focus, ...(ask && { ask }) });
  };

  const key = program.code.find((instruction) => instruction.key) ?? program.code[0];
  push(
    'start',
    'start',
    first,
    undefined,
    run.start,
    [],
    startCaption(scenario, key ? mnemonic(key) : ''),
    undefined,
  );
  let differs: readonly string[] = [];
  for (const line of run.lines) {
    line.legs.forEach((leg, at) => {
      if (settles(line, at)) outcomes.set(line.index, line.outcome);
      const last = at === line.legs.length - 1;
      const done = last || at >= line.own - 1;
      const bare = last ? line.bare.settled : done ? line.bare.after : line.bare.before;
      if (done) differs = differences(last ? line.visible.settled : line.visible.after, bare.visible);
      const id = leg.phase === 'run' ? line.instruction.label : `${line.instruction.label}-${leg.phase}`;
      const ask = askOf(line, leg, technique);
      push(id, leg.phase, leg, line, bare, differs, captionOf(line, leg, run.machine), ask);
    });
  }
  const last = run.lines.at(-1)?.legs.at(-1) ?? first;
  const left = differences(run.end.visible, run.end.bare.visible);
  const arrived = run.machine.timer === 'delivered' ? 'arrived' : 'lost';
  const tick = run.bare.timer === 'delivered' ? arrived : 'none';
  const end = endCaption(technique, tick, left.length > 0, [...outcomes.values()].includes('wrong'));
  push('end', 'end', { ...last, kind: 'none' }, undefined, run.end.bare, left, end, undefined);
  return { source: 'model', provenance: PROVENANCE, steps };
}

/** What a step is about, among the nodes of `nodesOf`. */
function focusOf(state: RingsState, line: LineRun | undefined): string[] {
  const { phase, vmm, registers } = state;
  const marked = registers.filter((r) => r.changed || (r.trouble && state.outcome === 'silent'));
  const nodes = line ? [`line-${line.instruction.label}`] : [];
  if (phase === 'start' || phase === 'end')
    nodes.push('guest', ...(phase === 'end' ? ['cost', 'counts'] : []));
  else if (phase === 'tick' || phase === 'interrupt') nodes.push('timer');
  if (phase === 'translate') nodes.push('cache');
  if (vmm.present && (vmm.awake || state.move.missed)) nodes.push('vmm');
  else if (phase !== 'start' && phase !== 'end') nodes.push('guest');
  return [...nodes, ...marked.map((register) => `reg-${register.id}`)];
}
