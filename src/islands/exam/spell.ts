/** Why: times, dates and answers are written one way all over the exam page. */
import { pairOf, type QuestionKind } from '../../learning/grade';
import { HTML_LANG } from '../../i18n/href';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { QuizText } from '../quiz/messages';
import type { ExamText } from './messages';

/** Day and time. @param at ms since 1970 */
export const dateTime = (at: number, lang: Lang): string =>
  new Intl.DateTimeFormat(HTML_LANG[lang], { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** `1:05:09`, `5:09`. @param seconds whole */
export function clockTime(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Names in a row, as the language sets them. */
export const listOf = (names: readonly string[], lang: Lang): string =>
  names.join(lang === 'zh-cn' ? '、' : ', ');

/** At most one digit after the point, rounded down: 79.96 must not read as a pass mark of 80 reached. */
export const percentText = (percent: number): string => String(Math.floor(percent * 10 + 1e-9) / 10);

/** The kind as exams print it; of a multiple choice with the number to choose. */
export function kindText(kind: QuestionKind, wanted: number, quiz: QuizText, text: ExamText): string {
  const name = fill(quiz[kind], { count: wanted });
  return kind === 'multiple' ? fill(text.kindOf, { kind: name, n: wanted }) : name;
}

export const letter = (i: number): string => String.fromCharCode(65 + i);

interface Spelled {
  readonly kind: QuestionKind;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly choices?: readonly { readonly id: string; readonly text: string }[];
}

/** The parts of an answer in the words of the question; what it does not offer is spelled as it stands in the log. */
export function answerParts({ kind, options, choices = [] }: Spelled, chosen: readonly string[]): string[] {
  const option = (id: string) => options.find((entry) => entry.id === id)?.text ?? id;
  if (kind === 'matching')
    return chosen.map((pair) => {
      const [term, meaning] = pairOf(pair);
      return `${option(term)} → ${choices.find((entry) => entry.id === meaning)?.text ?? meaning}`;
    });
  if (kind === 'ordering') return chosen.map((id, i) => `${i + 1}. ${option(id)}`);
  // In the order of the paper, not of the clicks.
  const shown = options.filter(({ id }) => chosen.includes(id)).map((entry) => entry.text);
  return [...shown, ...chosen.filter((id) => !options.some((entry) => entry.id === id))];
}
