/** Why: what a URL says of guest and link, as numbers of pages. */
import {
  HOT_PART,
  LIMIT_MS,
  LINK_GBIT_S,
  MEMORY_GIB,
  PAGE_BYTES,
  PAGES_PER_GIB,
  PAGES_PER_MIB,
  WRITES_MIB_S,
  type Setup,
} from './types';

/** What the learner may turn, with its choices in ascending order of pages. */
export const KNOBS = {
  memory: MEMORY_GIB,
  writes: WRITES_MIB_S,
  hot: HOT_PART,
  link: LINK_GBIT_S,
  limit: LIMIT_MS,
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type KnobName = keyof typeof KNOBS;
export const KNOB_NAMES = Object.keys(KNOBS) as KnobName[];

/** The choice nearest to what was said; the first where it is no number. */
export function mendKnob(knob: KnobName, said: string): string {
  const choices: readonly number[] = KNOBS[knob];
  const wanted = Number.parseFloat(said);
  if (Number.isNaN(wanted)) return String(choices[0]);
  const far = (choice: number) => Math.abs(choice - wanted);
  return String(choices.reduce((best, choice) => (far(choice) < far(best) ? choice : best)));
}

/** @param values GiB, MiB/s, 1/n of memory, Gbit/s (10⁹ bits) and ms, as the controls spell them */
export function setupOf(values: Readonly<Record<string, string>>): Setup {
  const number = (knob: KnobName) => Number(mendKnob(knob, values[knob] ?? ''));
  const pages = number('memory') * PAGES_PER_GIB;
  return {
    pages,
    hotPages: pages / number('hot'),
    writes: number('writes') * PAGES_PER_MIB,
    link: (number('link') * 1e9) / 8 / PAGE_BYTES,
    limitUs: number('limit') * 1000,
  };
}
