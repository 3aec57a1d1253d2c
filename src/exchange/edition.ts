/** Why: most formats know no languages: a question goes out once in each language wanted, as an edition of its own. */
import type { Lang } from '../lib/message';
import { languagesOf, type OwnQuestion } from '../schemas/own-question';

/** A question of the course's bank or of a teacher, on its way out. */
export interface ExchangeQuestion extends OwnQuestion {
  /** Lesson id, or `own`. */
  readonly lesson: string;
}

/** What the learner or teacher wants the file to speak. */
export type FileLanguage = Lang | 'both';

export interface Edition {
  /** The question's id; with its language where a file holds both. */
  readonly id: string;
  readonly lang: Lang;
  readonly lesson: string;
  readonly kind: OwnQuestion['kind'];
  readonly difficulty: 1 | 2 | 3;
  readonly topic: string;
  readonly stem: string;
  /** `why` is empty where the author gave none. */
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly answer: readonly string[];
}

/** Languages in which a question goes out: what is wanted, or, where it lacks that, what it has. */
export function languagesFor(question: Pick<OwnQuestion, 'stem'>, wanted: FileLanguage): Lang[] {
  const has = languagesOf(question.stem);
  const some = wanted === 'both' ? has : has.filter((lang) => lang === wanted);
  return some.length > 0 ? some : has.slice(0, 1);
}

/** One question in one language. */
export function editionOf(question: ExchangeQuestion, lang: Lang, id: string = question.id): Edition {
  const { lesson, kind, difficulty, topic, stem, options, choices = [], answer } = question;
  return {
    id,
    lang,
    lesson,
    kind,
    difficulty,
    topic,
    stem: stem[lang] ?? '',
    options: options.map(({ id, text, why }) => ({ id, text: text[lang] ?? '', why: why[lang] ?? '' })),
    choices: choices.map(({ id, text }) => ({ id, text: text[lang] ?? '' })),
    answer,
  };
}

/** All editions of a list, in its order; ids are unique when the questions' are. */
export function editionsOf(questions: readonly ExchangeQuestion[], wanted: FileLanguage): Edition[] {
  return questions.flatMap((question) =>
    languagesFor(question, wanted).map((lang) =>
      editionOf(question, lang, wanted === 'both' ? `${question.id}-${lang}` : question.id),
    ),
  );
}

/** The options in the order in which their reasons are read: of an ordering the right one. */
export const readOptions = (edition: Edition) =>
  edition.kind === 'ordering' ? rightOptions(edition) : edition.options;

/** The options of an ordering in the right order; those of another kind that are right. */
export const rightOptions = ({ options, answer }: Edition) =>
  answer.flatMap((id) => options.filter((option) => option.id === id));
