/**
 * Why: one rule of grading for lesson, practice, review and exam: exactly the right answer, no more and no less.
 * `chosen` is spelled as `answer` is: ids of options; of an `ordering` all of them in order; of a `matching` one
 * `term:meaning` for each option.
 */

export type QuestionKind = 'single' | 'multiple' | 'true-false' | 'ordering' | 'matching' | 'point';

export interface Gradable {
  readonly kind: QuestionKind;
  readonly options: readonly { readonly id: string }[];
  readonly answer: readonly string[];
}

/**
 * `hit`: right and chosen (at its place, with its meaning); `missed`: right, not chosen; `mistaken`: wrong, yet chosen
 * (at another's place, with another's meaning); `left`: wrong, not chosen.
 */
export type Mark = 'hit' | 'missed' | 'mistaken' | 'left';

export interface Grade {
  /** Whether what was chosen is exactly the right answer. */
  readonly right: boolean;
  /** By option id. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** How much of what is wanted was chosen. */
  readonly hits: number;
  /** How much there is to choose. */
  readonly wanted: number;
  /** How much was chosen wrongly. */
  readonly mistaken: number;
}

/** The two halves of `term:meaning`; the meaning is `''` where there is none. */
export function pairOf(text: string): readonly [term: string, meaning: string] {
  const at = text.indexOf(':');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function markOf({ kind, answer }: Gradable, chosen: readonly string[], id: string): Mark {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'point': {
      const right = answer.includes(id);
      return chosen.includes(id) ? (right ? 'hit' : 'mistaken') : right ? 'missed' : 'left';
    }
    case 'ordering':
      if (!chosen.includes(id)) return 'missed';
      return chosen.indexOf(id) === answer.indexOf(id) ? 'hit' : 'mistaken';
    case 'matching': {
      const mine = chosen.filter((pair) => pairOf(pair)[0] === id);
      if (mine.length === 0) return 'missed';
      return mine.every((pair) => answer.includes(pair)) ? 'hit' : 'mistaken';
    }
  }
}

/** @param chosen anything else than what the question offers (of an older edition) makes the answer wrong. */
export function grade(question: Gradable, chosen: readonly string[]): Grade {
  const marks = Object.fromEntries(question.options.map(({ id }) => [id, markOf(question, chosen, id)]));
  const taken = [...new Set(chosen)];
  const hits = Object.values(marks).filter((mark) => mark === 'hit').length;
  const wanted = question.answer.length;
  return {
    right: hits === wanted && taken.length === wanted,
    marks,
    hits,
    wanted,
    mistaken: taken.length - hits,
  };
}

/**
 * What is chosen after one more touch: the only choice is replaced; one of several, or a step of an order, is added
 * or taken back; a pair replaces the one with the same term, and a term without meaning takes it back.
 * A step of an order with a place, `step:2`, is put there (counted from 1), and the others close up.
 */
export function choose(kind: QuestionKind, chosen: readonly string[], option: string): string[] {
  switch (kind) {
    case 'single':
    case 'true-false':
    case 'point':
      return [option];
    case 'multiple':
      return toggled(chosen, option);
    case 'ordering': {
      const [step, place] = pairOf(option);
      if (place === '') return toggled(chosen, step);
      return chosen.filter((id) => id !== step).toSpliced(Number(place) - 1, 0, step);
    }
    case 'matching': {
      const [term, meaning] = pairOf(option);
      const others = chosen.filter((pair) => pairOf(pair)[0] !== term);
      return meaning === '' ? others : [...others, option];
    }
  }
}

const toggled = (chosen: readonly string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];

/** Whether the question offers it: an option, a step of an order with a place in it, or a term with one of its meanings. */
export function offers(
  question: Pick<Gradable, 'kind' | 'options'> & { readonly choices?: readonly { readonly id: string }[] },
  option: string,
): boolean {
  const { kind, options, choices = [] } = question;
  const spelled = kind === 'matching' || kind === 'ordering';
  const [id, second] = spelled ? pairOf(option) : [option, ''];
  const seconds =
    kind === 'matching' ? choices.map((choice) => choice.id) : options.map((_, i) => `${i + 1}`);
  return options.some((each) => each.id === id) && (second === '' || seconds.includes(second));
}

/**
 * Whether enough is chosen to be handed in: something; of an order every step, of a matching a meaning for each term.
 */
export function isComplete(
  { kind, options }: Pick<Gradable, 'kind' | 'options'>,
  chosen: readonly string[],
): boolean {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'point':
      return chosen.length > 0;
    case 'ordering':
    case 'matching':
      return options.every(({ id }) => chosen.some((each) => pairOf(each)[0] === id));
  }
}
