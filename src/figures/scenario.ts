/**
 * Why: one spelling of a scenario for URLs, MDX and questions: a preset's id, or the control values in
 * order joined by `.` (`popf.deprivileged.skylake`); `@step` may follow in a URL.
 */
import { nearest } from '../lib/nearest';
import type { Control, Figure, ScenarioValues } from './contract';

/** The scenario that a figure opens with. */
export function defaultScenario(figure: Figure): ScenarioValues {
  const first = Object.values(figure.scenarios)[0];
  if (!first) throw new Error(`figure "${figure.id}" has no scenario`);
  return first;
}

/** The spelling of a scenario: its values in the order of the controls. */
export function scenarioRef(figure: Figure, scenario: ScenarioValues): string {
  return figure.controls.map((control) => scenario[control.name]).join('.');
}

export interface ParsedScenario {
  readonly scenario: ScenarioValues;
  /** One entry for each value that was not known: what was found and what was taken in its place. */
  readonly problems: readonly { readonly control: string; readonly found: string; readonly taken: string }[];
}

function knownValue({ name, options }: Control, found: string, base: ScenarioValues): string {
  const values = options.map((option) => option.value);
  return values.includes(found) ? found : (nearest(found, values)[0] ?? base[name] ?? '');
}

/** Reads a scenario's spelling; an unknown value is replaced by the nearest known one and reported. Never throws. */
export function parseScenario(figure: Figure, ref: string): ParsedScenario {
  const preset = Object.hasOwn(figure.scenarios, ref) ? figure.scenarios[ref] : undefined;
  if (preset) return { scenario: preset, problems: [] };
  const base = defaultScenario(figure);
  const parts = ref.split('.');
  const problems: { control: string; found: string; taken: string }[] = [];
  const scenario: Record<string, string> = { ...base };
  figure.controls.forEach((control, i) => {
    const found = parts[i];
    if (found === undefined || found === '') return;
    const taken = control.kind === 'free' ? control.mend(found) : knownValue(control, found, base);
    if (taken !== found) problems.push({ control: control.name, found, taken });
    scenario[control.name] = taken;
  });
  if (parts.length > figure.controls.length) {
    const rest = parts.slice(figure.controls.length).join('.');
    problems.push({ control: '', found: rest, taken: '' });
  }
  return { scenario, problems };
}
