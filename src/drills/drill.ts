/**
 * Why: what every family of generated questions gives: a question in both languages whose answer a model has computed,
 * with the step of the figure that shows it.
 */
import type { Lang } from '../lib/message';
import type { Random } from './random';

/** One text in both languages, with `code` in backticks and **bold**. */
export type Words = Readonly<Record<Lang, string>>;
export const say = (en: string, zh: string): Words => ({ en, 'zh-cn': zh });
/** The same in both languages: numbers, code. */
export const same = (text: string): Words => ({ en: text, 'zh-cn': text });

/** A name between 汉字: with a space where it begins or ends with a Latin letter or a digit. */
export const gap = (name: string): string =>
  `${/^\w/.test(name) ? ' ' : ''}${name}${/\w$/.test(name) ? ' ' : ''}`;

export interface Choice {
  readonly id: string;
  readonly text: Words;
  /** What the trace says of it; names the step. */
  readonly why: Words;
}

/** Where it is shown: the scenario is spelled out in full. */
export interface Proof {
  readonly figure: string;
  readonly ref: string;
  readonly at: string;
}

export interface Drill {
  readonly kind: 'single' | 'multiple';
  /** 1 recall, 2 understanding, 3 applied. */
  readonly difficulty: 1 | 2 | 3;
  /** Syllabus topic. */
  readonly topic: string;
  /** What is given, and on its last line the question. Lines end in `\n`. */
  readonly stem: Words;
  readonly options: readonly Choice[];
  readonly answer: readonly string[];
  readonly proof: Proof;
}

/** Makes any number of questions. Pure: the same chance gives the same question. */
export type Make = (random: Random) => Drill;

const told = ({ text }: Choice) => [text.en, text['zh-cn']];

/** Up to `count` of the candidates, earlier ones first, none that reads like another or like one of `taken`. */
export function different(
  taken: readonly Choice[],
  candidates: readonly Choice[],
  count: number,
): readonly Choice[] {
  const found: Choice[] = [];
  for (const candidate of candidates) {
    if (found.length === count) break;
    const others = [...taken, ...found];
    const words = told(candidate);
    if (others.some((other) => other.id === candidate.id || told(other).some((w) => words.includes(w))))
      continue;
    found.push(candidate);
  }
  return found;
}

/** The options of a question with one right answer: it and three of the candidates, in an order of chance. */
export function oneOf(
  random: Random,
  right: Choice,
  candidates: readonly Choice[],
): Pick<Drill, 'kind' | 'options' | 'answer'> {
  const options = random.shuffle([right, ...different([right], candidates, 3)]);
  return { kind: 'single', options, answer: [right.id] };
}

const NAMES_STEP = /step `/i;

/** What is wrong with an option, with what the proof's step says, unless a step is named already. */
export const against = (why: Words, at: string, shown: Words): Words =>
  NAMES_STEP.test(why.en)
    ? why
    : say(
        `${why.en} Step \`${at}\` says: ${shown.en}.`,
        `${why['zh-cn']}步骤 \`${at}\` 显示：${shown['zh-cn']}。`,
      );

/** A number that somebody may believe, and where it comes from. */
export interface Guess {
  readonly n: number;
  readonly why: Words;
}

const miscount = (n: number): Guess => ({ n, why: say('Miscounted.', '数错了。') });

/**
 * The options of a question whose answer is a whole number: it and three guesses, in an order of chance; where there
 * are too few guesses, its neighbours.
 * @param at the step of the proof
 */
export function numberOf(
  random: Random,
  at: string,
  right: Guess,
  guesses: readonly Guess[],
  unit: (n: number) => Words,
): Pick<Drill, 'kind' | 'options' | 'answer'> {
  const choice = ({ n, why }: Guess): Choice => ({ id: `n${n}`, text: unit(n), why });
  const near = random.shuffle([right.n + 1, right.n - 1, right.n + 2, right.n * 2]);
  const all = [...random.shuffle(guesses), ...[...near, right.n + 3, right.n + 4].map(miscount)];
  const wrong = all
    .filter(({ n }) => n >= 0)
    .map(({ n, why }) => choice({ n, why: against(why, at, unit(right.n)) }));
  return oneOf(random, choice(right), wrong);
}
