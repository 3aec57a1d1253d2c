/** Why: a set takes a key to begin; one question that suits the moment takes a look through the list. */
import { useEffect, useRef } from 'react';
import type { QuizAction } from '../../classroom/class-quiz';
import { LONGEST_SET } from '../../classroom/quiz-set';
import type { ClassQuiz } from '../../classroom/quiz-state';
import { fill } from '../../lib/fill';
import { plainText } from '../../marks/RichText';
import type { QuizQuestion } from '../quiz/quiz-question';
import { QuietButton } from './QuietButton';
import type { ClassQuizText } from './messages-quiz';
import { askable } from './quiz-words';
import { shortSeed } from './short-seed';

interface QuizChooserProps {
  readonly quiz: ClassQuiz;
  readonly questions: readonly QuizQuestion[];
  readonly text: ClassQuizText;
  readonly act: (action: QuizAction) => void;
}

export function QuizChooser({ quiz, questions, text, act }: QuizChooserProps) {
  const { chooser, teams } = quiz;
  const own = questions.filter(askable);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // The list alone scrolls: the browser's own way would move the slides too.
    const row = list.current?.children[chooser.cursor - 1] as HTMLElement | undefined;
    if (!list.current) return;
    const { clientHeight } = list.current;
    const top = row ? row.offsetTop - list.current.offsetTop : 0;
    const { scrollTop } = list.current;
    if (top < scrollTop) list.current.scrollTop = top;
    else if (row && top + row.offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = top + row.offsetHeight - clientHeight;
  }, [chooser.cursor]);
  const length = Math.min(chooser.length, own.length);
  const to = (by: number) => act({ kind: 'length', length: Math.min(length + by, own.length, LONGEST_SET) });
  return (
    <div className="cq-body cq-chooser" data-size="26">
      <div className="cq-set" aria-current={chooser.cursor === 0 ? 'true' : undefined}>
        <h2>{text.set}</h2>
        <div className="cq-field">
          <span>{text.questions}</span>
          <QuietButton aria-label={text.fewer} onClick={() => to(-1)}>
            −
          </QuietButton>
          <output data-length={length}>{length}</output>
          <QuietButton aria-label={text.more} onClick={() => to(1)}>
            +
          </QuietButton>
        </div>
        <div className="cq-field">
          <span>{text.seed}</span>
          <output data-seed={chooser.seed}>{chooser.seed}</output>
          <QuietButton onClick={() => act({ kind: 'seed', seed: shortSeed() })}>{text.another}</QuietButton>
        </div>
        <QuietButton
          className="cq-start"
          onClick={() => {
            act({ kind: 'choose', cursor: 0 });
            act({ kind: 'forward' });
          }}
        >
          {text.start}
        </QuietButton>
        <div className="cq-field cq-team-count" role="group" aria-label={text.teams}>
          <span>{text.teams}</span>
          {[0, 2, 3, 4].map((count) => (
            <QuietButton
              key={count}
              aria-pressed={teams.length === count}
              onClick={() => act({ kind: 'team-count', count })}
            >
              {count === 0 ? text.noTeams : count}
            </QuietButton>
          ))}
        </div>
        {teams.length > 0 && (
          <div className="cq-names">
            {teams.map((name, team) => (
              <input
                key={team}
                type="text"
                maxLength={16}
                aria-label={fill(text.teamName, { n: team + 1 })}
                placeholder={fill(text.team, { n: team + 1 })}
                value={name}
                onChange={({ target }) => act({ kind: 'name', team, name: target.value })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
                }}
              />
            ))}
          </div>
        )}
      </div>
      <h2>{text.one}</h2>
      <ol className="cq-list" ref={list}>
        {own.map(({ id, stem }, i) => (
          <li key={id} aria-current={chooser.cursor === i + 1 ? 'true' : undefined}>
            <QuietButton
              onClick={() => {
                act({ kind: 'choose', cursor: i + 1 });
                act({ kind: 'forward' });
              }}
            >
              <b>{i + 1}</b> <span>{plainText(stem)}</span>
            </QuietButton>
          </li>
        ))}
      </ol>
      {own.length < questions.length && (
        <p className="cq-left-out">{fill(text.leftOut, { n: questions.length - own.length })}</p>
      )}
    </div>
  );
}
