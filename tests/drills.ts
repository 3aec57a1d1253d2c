/**
 * Why: the answers of generated questions computed once more, from the figure that proves them: its scenario is read from
 * the proof's address, its trace is run, and what the step or the facts say there is the answer.
 */
import { figures } from '../src/content/figures';
import type { Drill } from '../src/drills/drill';
import type { FamilyId } from '../src/drills/numbered';
import type { SpokenFigure } from '../src/figures/contract';
import { parseScenario, scenarioRef } from '../src/figures/scenario';
import type { Step, Trace } from '../src/lib/trace';
import type { State as Translation } from '../src/models/address-translation/types';
import type { CgroupsState } from '../src/models/cgroups/run';
import { GROUPS, PATH, PROCESSES } from '../src/models/cgroups/types';
import type { IoState } from '../src/models/io-paths/types';
import type { NamespacesState } from '../src/models/namespaces/state';
import type { RingsState } from '../src/models/rings/types';

export interface Shown {
  readonly figure: SpokenFigure;
  readonly trace: Trace<unknown>;
  readonly step: Step<unknown>;
  readonly facts: ReturnType<SpokenFigure['facts']>;
}

/** What a reader sees who follows the proof. @throws Error when the address is not spelled as the figure spells it */
export function shownBy({ figure: id, ref, at }: Drill['proof']): Shown {
  const figure = figures[id];
  if (!figure) throw new Error(`no figure "${id}"`);
  const { scenario, problems } = parseScenario(figure, ref);
  if (problems.length > 0 || scenarioRef(figure, scenario) !== ref)
    throw new Error(`${id}: "${ref}" is read as "${scenarioRef(figure, scenario)}"`);
  const trace = figure.run(scenario);
  const step = trace.steps.find((each) => each.id === at);
  if (!step)
    throw new Error(`${id}?${ref}: no step "${at}"; there are ${trace.steps.map((s) => s.id).join(', ')}`);
  return { figure, trace, step, facts: figure.facts(trace) };
}

const asked = (drill: Drill, pattern: RegExp) => pattern.exec(drill.stem.en)?.[1];
const n = (value: unknown) => [`n${String(value)}`];

function fate(drill: Drill, shown: Shown): readonly string[] {
  const state = shown.step.state as RingsState;
  const what = asked(drill, /How many (.+) are there until the end\?$/);
  if (what !== undefined)
    return n(
      shown.facts[{ 'traps to the VMM': 'traps', hypercalls: 'hypercalls', 'VM exits': 'exits' }[what] ?? ''],
    );
  const label = state.lines[state.line]?.label ?? '';
  const outcome = shown.facts[`outcome-${label}`];
  if (drill.kind === 'single') return [String(outcome)];
  // All five instructions, each in its own program under the same technique and CPU.
  const { technique, cpu } = state.scenario;
  const programs = shown.figure.controls[0]!.options.map(({ value }) => value);
  return drill.options
    .map(({ id }) => id)
    .filter((id) =>
      programs.some((program) => {
        if (!id.startsWith(`${program}-`)) return false;
        const facts = shown.figure.facts(shown.figure.run({ program, technique, cpu }));
        return facts[`outcome-${id.slice(program.length + 1)}`] === outcome;
      }),
    );
}

function references(drill: Drill, { step, facts }: Shown): readonly string[] {
  if (drill.stem.en.endsWith('How many VM exits does this cause?')) return n(facts.exits);
  if (drill.stem.en.endsWith('until it knows the address?')) return n(facts.references);
  return n((step.state as Translation).counts.references);
}

function pids(drill: Drill, { step, facts }: Shown): readonly string[] {
  const state = step.state as NamespacesState;
  if (asked(drill, /(ps -e)/)) {
    const list = String(facts[`visible-pids.${step.id}`]);
    return drill.options.filter(({ text }) => text.en === `\`${list}\``).map(({ id }) => id);
  }
  const child = state.snapshot.procs.find(({ pid }) => pid === state.viewer);
  if (asked(drill, /(getpid)/)) return n(facts[`pid-inside.${step.id}`]);
  if (asked(drill, /(getppid)/)) return n(child?.sees?.ppid);
  return n(state.calls[0]?.result);
}

function limits(drill: Drill, { step, trace, facts }: Shown): readonly string[] {
  const { period } = step.state as CgroupsState;
  const end = (trace.steps.at(-1)!.state as CgroupsState).period;
  const named = asked(drill, /(?:does|in) `(\/[a-z/]*)` (?:get|write|and below)[^`]*$/);
  const group = GROUPS.find((id) => PATH[id] === named)!;
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  if (asked(drill, /(How much CPU time)/)) return n(Math.round(sum(period.cpu[group])));
  if (asked(drill, /(How many processes)/)) return n(period.pids[group]);
  if (asked(drill, /(How fast)/)) return n(Math.round(period.written[group] * 10));
  const found = asked(drill, /(OOM killer)/)
    ? PROCESSES.filter((id) => !end.processes[id].alive)
    : GROUPS.filter((id) => id !== 'root' && Number(facts[`${id}-nr-throttled`]) > 0);
  return found.length === 0 ? ['none'] : found;
}

const IO: Readonly<Record<string, string>> = {
  'VM exits': 'exits',
  'entries of control into QEMU': 'switches',
  'copies by a CPU': 'copies',
  'interrupts to the guest': 'interrupts',
  'doorbell rings by the driver': 'kicks',
};
function packet(drill: Drill, { step, facts }: Shown): readonly string[] {
  const what = asked(drill, /How many (.+) does this take in all\?$/);
  if (what !== undefined) return n(facts[IO[what] ?? '']);
  const { now } = step.state as IoState;
  return now.kind === 'path' ? [now.packet] : [];
}

const VMBUS: readonly (readonly [RegExp, string])[] = [
  [/messages are written to rings/, 'messages'],
  [/signals go to the root/, 'signalsToRoot'],
  [/signals go to child/, 'signalsToChild'],
  [/written without a signal/, 'spared'],
  [/hypercalls are made/, 'hypercalls'],
  [/port accesses are intercepted/, 'intercepts'],
  [/copies does a CPU make/, 'copies'],
];

/** The answer by the figure alone, in no particular order. */
export function answerShown(family: FamilyId, drill: Drill, shown: Shown): readonly string[] {
  switch (family) {
    case 'rings': {
      const { ring, mode, code } = (shown.step.state as RingsState).control;
      return [`${mode}-${ring}-${code}`];
    }
    case 'fate':
      return fate(drill, shown);
    case 'references':
      return references(drill, shown);
    case 'pids':
      return pids(drill, shown);
    case 'limits':
      return limits(drill, shown);
    case 'packet':
      return packet(drill, shown);
    case 'signals':
      return n(shown.facts[VMBUS.find(([pattern]) => pattern.test(drill.stem.en))?.[1] ?? '']);
  }
}
