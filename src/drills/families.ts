/**
 * Why: which families of generated questions there are, and how one is made again from its id. Each family is a module of
 * its own, loaded when it is asked for, so that no page carries a model that it does not run.
 */
import type { Lang } from '../lib/message';
import { drillId, readDrillId, type FamilyId, type Numbered } from './numbered';
import { randomOf } from './random';
import type { Drill, Make } from './drill';

const LOAD: Readonly<Record<FamilyId, () => Promise<{ readonly make: Make }>>> = {
  rings: () => import('./rings'),
  fate: () => import('./fate'),
  references: () => import('./references'),
  pids: () => import('./pids'),
  limits: () => import('./limits'),
  packet: () => import('./packet'),
  signals: () => import('./signals'),
};

/** A generated question in one language, in the shape in which the quiz draws all questions. */
export interface DrillQuestion extends Pick<Drill, 'kind' | 'difficulty' | 'topic' | 'answer'> {
  /** `gen/<family>/<seed>`. */
  readonly id: string;
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
  readonly proof: {
    readonly kind: 'step';
    readonly figure: string;
    readonly ref: string;
    readonly at: string;
    /** A generated question stands in no lesson. */
    readonly inLesson: false;
  };
}

/** The question of a family and a seed, in both languages. Rejects when the family's module cannot be loaded. */
export async function drillOf({ family, seed }: Numbered): Promise<Drill> {
  const { make } = await LOAD[family]();
  return make(randomOf(drillId({ family, seed })));
}

/** The question of an id, as the log keeps it; undefined for an id that no generated question has. */
export async function questionOfId(id: string, lang: Lang): Promise<DrillQuestion | undefined> {
  const numbered = readDrillId(id);
  return numbered && inLanguage(numbered, await drillOf(numbered), lang);
}

/** A question in one language. */
export function inLanguage(numbered: Numbered, drill: Drill, lang: Lang): DrillQuestion {
  const { kind, difficulty, topic, answer, stem, options, proof } = drill;
  return {
    id: drillId(numbered),
    kind,
    difficulty,
    topic,
    answer,
    stem: stem[lang],
    options: options.map(({ id, text, why }) => ({ id, text: text[lang], why: why[lang] })),
    proof: { kind: 'step', ...proof, inLesson: false },
  };
}
