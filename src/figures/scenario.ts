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

/** The values that a spelling asks for, known or not; those of a preset by its id. */
export function askedScenario(figure: Figure, ref: string): ScenarioValues {
  const preset = Object.hasOwn(figure.scenarios, ref) ? figure.scenarios[ref] : undefined;
  if (preset) return preset;
  const parts = ref.split('.');
  const base = defaultScenario(figure);
  const valueOf = (name: string, said = '') => (said === '' ? (base[name] ?? '') : said);
  return Object.fromEntries(figure.controls.map(({ name }, i) => [name, valueOf(name, parts[i])]));
}

/** Fetches what a scenario needs before it is parsed and run in a browser; undefined: all is here. Rejects as the network does. */
export const fetchFor = ({ later }: Figure, asked: ScenarioValues): Promise<void> | undefined =>
  later?.needs(asked) ? later.part.fetch() : undefined;

export interface ParsedScenario {
  readonly scenario: ScenarioValues;
  /** One entry for each value that was not known: what was found and what was taken in its place. */
  readonly problems: readonly { readonly control: string; readonly found: string; readonly taken: string }[];
}

function knownValue(control: Control, found: string, base: ScenarioValues): string {
  const values = control.options.map((option) => option.value);
  if (values.includes(found)) return found;
  return control.kind === 'free'
    ? control.mend(found)
    : (nearest(found, values)[0] ?? base[control.name] ?? '');
}

/** Reads a scenario's spelling; an unknown value is replaced by the nearest known one and reported. Never throws. */
export function parseScenario(figure: Figure, ref: string): ParsedScenario {
  if (Object.hasOwn(figure.scenarios, ref)) return { scenario: figure.scenarios[ref]!, problems: [] };
  const base = defaultScenario(figure);
  const asked = askedScenario(figure, ref);
  const problems: { control: string; found: string; taken: string }[] = [];
  const scenario: Record<string, string> = {};
  for (const control of figure.controls) {
    const found = asked[control.name]!;
    const taken = knownValue(control, found, base);
    if (taken !== found) problems.push({ control: control.name, found, taken });
    scenario[control.name] = taken;
  }
  const rest = ref.split('.').slice(figure.controls.length);
  if (rest.length > 0) problems.push({ control: '', found: rest.join('.'), taken: '' });
  return { scenario, problems };
}
