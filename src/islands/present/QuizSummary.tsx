/** Why: at the end the room sees how it did, question by question, who leads, and the number that brings the same set again. */
import { useRef } from 'react';
import { handsIn, LONGEST_SET, ranking, rightShare, scoresOf } from '../../classroom/quiz-set';
import type { Run } from '../../classroom/quiz-state';
import { fill } from '../../lib/fill';
import { plainText, RichText } from '../../marks/RichText';
import type { QuizQuestion } from '../quiz/quiz-question';
import type { ClassQuizText } from './messages-quiz';
import { teamName } from './quiz-hints';
import { HandBar } from './HandBar';
import { useFit } from './use-fit';

interface QuizSummaryProps {
  readonly run: Run;
  readonly teams: readonly string[];
  readonly questions: readonly QuizQuestion[];
  readonly text: ClassQuizText;
}

/** So many questions have room for two lines each. */
const FEW = 5;
const percent = (share: number) => Math.round(100 * share);

export function QuizSummary({ run, teams, questions, text }: QuizSummaryProps) {
  const { items, rounds, seed } = run;
  const box = useRef<HTMLDivElement>(null);
  useFit(box, `${items.length} ${teams.length}`);
  const rows = items.map((item, i) => ({
    n: i + 1,
    item,
    hands: handsIn(rounds[i]!),
    share: rightShare(item, rounds[i]!),
    stem: plainText(questions.find(({ id }) => id === item.id)?.stem ?? item.id),
  }));
  const all = rows.reduce((total, { hands }) => total + hands, 0);
  const right = rows.reduce((total, { hands, share }) => total + Math.round(hands * (share ?? 0)), 0);
  const shown = rows.slice(-LONGEST_SET);
  return (
    <div className="cq-body cq-summary" ref={box}>
      {shown.length < rows.length && <p>{fill(text.lastOnes, { n: shown.length, count: rows.length })}</p>}
      <ol
        className="cq-results"
        aria-label={text.perQuestion}
        data-few={shown.length <= FEW ? '' : undefined}
      >
        {shown.map(({ n, item, share, stem }) => (
          <li key={item.id} data-share={share === null ? '' : percent(share)}>
            <b>{n}</b>
            <span className="cq-short">{stem}</span>
            <span className="cq-share">
              {share !== null && <HandBar share={share} />}
              <span>{share === null ? text.notCounted : `${percent(share)}%`}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="cq-overall" data-right={right} data-all={all}>
        {all === 0 ? text.overallNone : fill(text.overall, { right, all, percent: percent(right / all) })}
      </p>
      {teams.length > 0 && (
        <ol className="cq-ranking" aria-label={text.ranking}>
          {ranking(scoresOf(rounds, teams.length)).map(({ team, score, rank }) => (
            <li key={team} data-first={rank === 1 ? '' : undefined} data-score={score}>
              {fill(text.rank, { rank, team: teamName(teams, team, text), score })}
            </li>
          ))}
        </ol>
      )}
      <p className="cq-again">
        <RichText
          text={seed === null ? text.chosenOnes : fill(text.seedAgain, { seed, count: items.length })}
        />
      </p>
    </div>
  );
}
