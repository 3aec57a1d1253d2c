/** Why: no format holds all six kinds as they are; whoever exports is told what became different, here and in the file. */
import { languagesFor, type ExchangeQuestion, type FileLanguage } from './edition';

export const FORMATS = ['moodle', 'moodle-ordering', 'gift', 'qti', 'anki', 'csv', 'yaml'] as const;
/** `moodle-ordering`: with ordering questions as such, which Moodle has since 4.4. */
export type Format = (typeof FORMATS)[number];

export type Change =
  | 'point-as-choice'
  | 'ordering-as-matching'
  | 'ordering-as-text'
  | 'part-marks'
  | 'reasons-together'
  | 'meanings-plain'
  | 'two-questions'
  | 'one-language-only';

/** What of these questions is different in a file of this format. */
export function changesOf(
  questions: readonly Pick<ExchangeQuestion, 'kind' | 'stem'>[],
  format: Format,
  wanted: FileLanguage,
): Change[] {
  const has = (...kinds: ExchangeQuestion['kind'][]) => questions.some(({ kind }) => kinds.includes(kind));
  const moodle = format === 'moodle' || format === 'moodle-ordering' || format === 'gift';
  const changes: Record<Change, boolean> = {
    'point-as-choice': has('point'),
    'ordering-as-matching': has('ordering') && (format === 'moodle' || format === 'gift'),
    'ordering-as-text': has('ordering') && format === 'anki',
    'part-marks': has('multiple') && moodle,
    'reasons-together': has('ordering', 'matching') && (moodle || format === 'qti'),
    'meanings-plain': has('matching') && moodle,
    'two-questions': wanted === 'both' && (moodle || format === 'qti'),
    'one-language-only':
      wanted !== 'both' &&
      format !== 'yaml' &&
      questions.some((question) => !languagesFor(question, wanted).includes(wanted)),
  };
  return (Object.keys(changes) as Change[]).filter((change) => changes[change]);
}
