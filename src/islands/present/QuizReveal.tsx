/** Why: the answer is told with a reason for every option; what does not fit one slide is walked page by page, the same pages in every window. */
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { fullBar, handsIn, type Round } from '../../classroom/quiz-set';
import { fill } from '../../lib/fill';
import { RichText } from '../../marks/RichText';
import type { QuizQuestion } from '../quiz/quiz-question';
import { HandBar } from './HandBar';
import type { ClassQuizText } from './messages-quiz';
import { percentOf, Stem } from './QuizAsked';
import { packRows, type QuizDesk } from './quiz-desk';
import { answerSigns, countsOptions, letterOf, reasonsOf, type Reason } from './quiz-words';
import { fitSize, overflows } from './use-fit';

interface RevealProps {
  readonly question: QuizQuestion;
  readonly round: Round;
  readonly text: ClassQuizText;
  readonly desk: QuizDesk;
}

/** Between two rows, units; as the style has it. */
const GAP = 10;

interface RowsProps extends Omit<RevealProps, 'desk'> {
  readonly reasons: readonly Reason[];
  /** Of the first reason, counted from 1 in the right order. */
  readonly first: number;
}

function Rows({ question, round, text, reasons, first }: RowsProps) {
  const options = countsOptions(question.kind);
  const full = fullBar(round.hands);
  const all = handsIn(round);
  return (
    <>
      <Stem question={question} />
      {!options && (
        <p className="cq-answer">
          <b>{answerSigns(question)}</b>{' '}
          {all > 0 && <span>{fill(text.outcome, { right: round.hands[0] ?? 0, all })}</span>}
        </p>
      )}
      <ol className="cq-rows" aria-label={text.options}>
        {reasons.map((reason, i) => {
          const hands = round.hands[reason.option] ?? 0;
          return (
            <li
              key={reason.id}
              className="cq-row cq-told"
              data-right={options ? String(reason.right) : undefined}
            >
              {options && <HandBar share={hands / full} />}
              <b className="cq-letter">{letterOf(reason.option)}</b>
              <span className="cq-text">
                {question.kind === 'ordering' && <b>{first + i}. </b>}
                <RichText text={reason.text} />
                {reason.meaning && (
                  <b className="cq-meaning">
                    {' '}
                    → <RichText text={reason.meaning} />
                  </b>
                )}
              </span>
              {options && (
                <span className="cq-count" data-hands={hands}>
                  {hands}
                  <small>{percentOf(hands, round)}</small>
                </span>
              )}
              <p className="cq-why">
                {options && (
                  <b className="cq-verdict">{reason.right ? `✓ ${text.right}` : `✗ ${text.wrong}`}</b>
                )}{' '}
                <RichText text={reason.why} />
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}

export function QuizReveal({ question, round, text, desk }: RevealProps) {
  const bench = useRef<HTMLDivElement>(null);
  const reasons = reasonsOf(question);
  const pages = useSyncExternalStore(
    desk.subscribe,
    () => desk.pagesOf(question.id),
    () => undefined,
  );
  useLayoutEffect(() => {
    const box = bench.current;
    if (!box || desk.pagesOf(question.id)) return;
    const size = fitSize(box);
    const rows = [...box.querySelectorAll<HTMLElement>('.cq-row')];
    if (!overflows(box)) return desk.setPages(question.id, { size, rows: [rows.map((_, i) => i)] });
    const room = box.clientHeight - box.querySelector<HTMLElement>('.cq-rows')!.offsetTop;
    desk.setPages(question.id, {
      size,
      rows: packRows(
        rows.map((row) => row.offsetHeight),
        room,
        GAP,
      ),
    });
  }, [desk, question.id]);
  const shown = pages?.rows[Math.min(round.page, pages.rows.length - 1)] ?? [];
  const own = { question, round, text };
  return pages ? (
    <div className="cq-body" data-size={pages.size} data-pages={pages.rows.length}>
      <Rows {...own} reasons={shown.map((i) => reasons[i]!)} first={(shown[0] ?? 0) + 1} />
    </div>
  ) : (
    <div className="cq-body cq-bench" ref={bench} aria-hidden="true">
      <Rows {...own} reasons={reasons} first={1} />
    </div>
  );
}
