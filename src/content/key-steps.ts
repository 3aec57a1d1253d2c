/**
 * Why: paper cannot step. There a figure is a strip of the steps that the lesson's text names, few enough to be
 * looked at. Which they are follows from the text alone.
 */
import type { Figure, ScenarioValues } from '../figures/contract';
import { parseScenario, scenarioRef } from '../figures/scenario';
import { stepIndex } from '../lib/trace';
import { scenarioIn, type Outline } from './outline';

/** The steps of one scenario that stand on paper. */
export interface KeyStrip {
  /** Figure id. */
  readonly figure: string;
  readonly scenario: ScenarioValues;
  /** The scenario's full spelling. */
  readonly ref: string;
  /** Id of the section that comes to the scenario first; `''` before the first section. */
  readonly section: string;
  /** The text itself has the figure in this scenario, and there the strip stands; others at the end of their section. */
  readonly inPlace: boolean;
  /** Positions in the trace, rising. */
  readonly steps: readonly number[];
  /** Number of the strip's first picture; pictures are numbered through, from 1. */
  readonly first: number;
}

/** Pictures of one scenario, and of a whole lesson. */
export const MOST_IN_STRIP = 8;
export const MOST_IN_LESSON = 12;

interface Named {
  readonly figure: Figure;
  readonly scenario: ScenarioValues;
  readonly ref: string;
  readonly section: string;
  /** How many sections come before it. */
  readonly before: number;
  readonly inPlace: boolean;
  /** Whether it is the scenario with which the lesson shows the figure. */
  readonly shown: boolean;
  readonly length: number;
  /** How often the text names a step, in the order of the text. */
  readonly times: Map<number, number>;
}

/** The scenarios of the lesson's own figures, in the order in which the text comes to them. */
function namedIn(outline: Outline, figures: Readonly<Record<string, Figure>>): Named[] {
  const found = new Map<string, Named>();
  let section = '';
  let before = 0;
  for (const { name, attributes, projected } of outline.uses) {
    if (name === 'Section') {
      section = attributes['id'] ?? '';
      before++;
    }
    if (projected || (name !== 'Figure' && name !== 'Step')) continue;
    const figure = figures[attributes[name === 'Figure' ? 'id' : 'figure'] ?? ''];
    const spelled = figure && scenarioIn(outline, figure.id);
    if (!figure || spelled === undefined) continue;
    const refOf = (spelling: string) => scenarioRef(figure, parseScenario(figure, spelling).scenario);
    const { scenario } = parseScenario(figure, attributes['scenario'] ?? spelled);
    const ref = scenarioRef(figure, scenario);
    const trace = figure.run(scenario);
    const entry = found.get(`${figure.id} ${ref}`) ?? {
      figure,
      scenario,
      ref,
      section,
      before,
      inPlace: name === 'Figure',
      shown: ref === refOf(spelled),
      length: trace.steps.length,
      times: new Map<number, number>(),
    };
    found.set(`${figure.id} ${ref}`, entry);
    const index = name === 'Step' ? stepIndex(trace, attributes['at'] ?? '') : -1;
    if (index >= 0) entry.times.set(index, (entry.times.get(index) ?? 0) + 1);
  }
  return [...found.values()];
}

/** At most `room` steps: of the scenario that the lesson shows the first and the last, then those named most often. */
function chosen({ shown, length, times }: Named, room: number): number[] {
  const often = [...times].sort(([, a], [, b]) => b - a).map(([index]) => index);
  const wanted = new Set(shown ? [0, length - 1, ...often] : often);
  return [...wanted].slice(0, Math.min(room, MOST_IN_STRIP)).sort((a, b) => a - b);
}

/**
 * The strips of a lesson, in the order in which they stand in it. The scenario that it shows comes before all others
 * when room is short, then the one of which the text names the most steps.
 */
export function keyStrips(outline: Outline, figures: Readonly<Record<string, Figure>>): KeyStrip[] {
  const named = namedIn(outline, figures);
  const urgency = (entry: Named) => (entry.shown ? Infinity : entry.times.size);
  const steps = new Map<Named, number[]>();
  let room = MOST_IN_LESSON;
  for (const entry of [...named].sort((a, b) =>
    urgency(b) > urgency(a) ? 1 : urgency(b) < urgency(a) ? -1 : 0,
  )) {
    const taken = chosen(entry, room);
    steps.set(entry, taken);
    room -= taken.length;
  }
  let first = 1;
  const inOrder = named.sort((a, b) => a.before - b.before || Number(b.inPlace) - Number(a.inPlace));
  return inOrder.flatMap((entry) => {
    const taken = steps.get(entry) ?? [];
    if (taken.length === 0) return [];
    const { figure, scenario, ref, section, inPlace } = entry;
    const strip = { figure: figure.id, scenario, ref, section, inPlace, steps: taken, first };
    first += taken.length;
    return [strip];
  });
}

/** The number of the picture that shows this step; undefined where none does. */
export function pictureNumber(
  strips: readonly KeyStrip[],
  figure: string,
  ref: string,
  index: number,
): number | undefined {
  const strip = strips.find((each) => each.figure === figure && each.ref === ref);
  const at = strip?.steps.indexOf(index) ?? -1;
  return strip && at >= 0 ? strip.first + at : undefined;
}
