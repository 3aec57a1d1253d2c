/** Why: which scenarios the census walks through: every preset, and every change of one control from it. */
import type { Figure, Frame, ScenarioValues } from '../src/figures/contract';
import { scenarioRef } from '../src/figures/scenario';
import type { Message } from '../src/lib/message';
import type { Trace } from '../src/lib/trace';

/** Each scenario once, by its spelling. */
export function scenariosOf(figure: Figure): Map<string, ScenarioValues> {
  const found = new Map<string, ScenarioValues>();
  const add = (scenario: ScenarioValues) => found.set(scenarioRef(figure, scenario), scenario);
  for (const preset of Object.values(figure.scenarios)) {
    add(preset);
    for (const control of figure.controls)
      for (const option of control.options) add({ ...preset, [control.name]: option.value });
  }
  return found;
}

export function frameOf(trace: Trace<unknown>, index: number, scenario: ScenarioValues): Frame<unknown> {
  const step = trace.steps[index];
  if (!step) throw new Error(`no step ${index}; the trace has ${trace.steps.length}`);
  return { trace, index, step, scenario };
}

/** Every message that a trace may show. */
export function messagesOf(trace: Trace<unknown>): Message[] {
  const own = trace.provenance.kind === 'model' ? trace.provenance.simplifies : trace.provenance.caveats;
  return [
    ...own,
    ...trace.steps.flatMap((step) => [
      step.caption,
      ...(step.ask ? [step.ask.question, ...step.ask.options.map((option) => option.label)] : []),
    ]),
  ];
}

/** Every message outside a trace: title, introduction, controls, panels. */
export function labelsOf(figure: Figure): Message[] {
  const keys = [
    figure.title,
    ...figure.intro,
    ...figure.panels.map((panel) => panel.title),
    ...figure.controls.flatMap(({ label, options }) => [
      label,
      ...options.flatMap((option) => (option.group === undefined ? [] : [option.group])),
    ]),
  ];
  const labels = figure.controls.flatMap((control) => control.options.map((option) => option.label));
  return [...keys.map((key) => ({ key })), ...labels];
}

/** Keys with the placeholders of their text. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}
