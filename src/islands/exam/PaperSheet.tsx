/** Why: the sheet that a candidate gets: name, rules, questions with lettered options, and no answer. */
import { href } from '../../i18n/href';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { quizText } from '../quiz/messages';
import type { QuizQuestion } from '../quiz/quiz-question';
import type { Preset } from './exam-course';
import type { ExamText } from './messages';
import { kindText, letter } from './spell';

export interface PaperProps {
  readonly preset: Preset;
  readonly seed: number;
  /** Laid out for this paper, in its order. */
  readonly questions: readonly QuizQuestion[];
  readonly lang: Lang;
  readonly text: ExamText;
}

/** The paper kind by kind, each with the number of its first question. */
function partsOf(questions: readonly QuizQuestion[]) {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    first: questions.findIndex((question) => question.kind === kind) + 1,
    list: questions.filter((question) => question.kind === kind),
  }));
}

export function PaperSheet({ preset, seed, questions, lang, text }: PaperProps) {
  const quiz = quizText(lang);
  const n = questions.length;
  return (
    <article className="paper-sheet">
      <h2>{preset.title}</h2>
      <p>{fill(text.sheetHead, { seed, n, minutes: preset.minutes, total: n * preset.marks })}</p>
      <p className="paper-fields">
        {[text.name, text.group, text.score].map((field) => (
          <span key={field}>{field}</span>
        ))}
      </p>
      {partsOf(questions).map(({ kind, first, list }, i) => (
        <section key={kind}>
          <h3>{fill(text.part, { part: i + 1, kind: quiz[kind], n: list.length, marks: preset.marks })}</h3>
          {kind === 'ordering' && <p>{text.partOrder}</p>}
          {kind === 'matching' && <p>{text.partMatch}</p>}
          <ol start={first}>
            {list.map((question) => (
              <li key={question.id} className="paper-question" data-paper={question.id}>
                <PaperQuestion
                  {...{ question, lang, text }}
                  kind={kindText(kind, question.answer.length, quiz, text)}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

interface PaperQuestionProps {
  readonly question: QuizQuestion;
  readonly kind: string;
  readonly lang: Lang;
  readonly text: ExamText;
}

function PaperQuestion({ question, kind, lang, text }: PaperQuestionProps) {
  const { choices, place } = question;
  const lettered = choices ?? question.options;
  return (
    <>
      <p className="paper-stem">
        <RichText text={question.stem} /> {question.kind === 'multiple' && <small>{kind}</small>}
      </p>
      {place && (
        <p>
          {fill(text.pictureAt, {
            place: `${location.host}${href(`figures/${place.figure}/`, lang)}`,
            step: place.at,
          })}
        </p>
      )}
      {choices && (
        <ul className="paper-terms">
          {question.options.map((option, i) => (
            <li key={option.id}>
              {i + 1}. <RichText text={option.text} /> <span className="paper-blank" />
            </li>
          ))}
        </ul>
      )}
      <ul className="paper-options">
        {lettered.map((option, i) => (
          <li key={option.id}>
            {letter(i)}. <RichText text={option.text} />
          </li>
        ))}
      </ul>
      {question.kind === 'ordering' && (
        <p>
          {text.order} <span className="paper-blank is-wide" />
        </p>
      )}
    </>
  );
}
