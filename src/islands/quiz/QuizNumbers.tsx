/** Why: every question one click away, and how each stands, by shape as well as by colour. */
import { fill } from '../../lib/fill';
import type { QuizText } from './messages';
import { MarkSign } from './QuizOptions';
import { standing, type QuizState } from './quiz-state';

const NAMES = { unseen: 'numberUnseen', right: 'numberRight', wrong: 'numberWrong' } as const;

interface QuizNumbersProps {
  readonly state: QuizState;
  readonly text: QuizText;
  readonly onGo: (id: string) => void;
}

export function QuizNumbers({ state, text, onGo }: QuizNumbersProps) {
  return (
    <nav className="quiz-numbers" aria-label={text.numbers}>
      <ol>
        {state.list.map((id, i) => {
          const stands = standing(state, id);
          return (
            <li key={id}>
              <button
                type="button"
                className={`is-${stands}`}
                aria-label={fill(text[NAMES[stands]], { n: i + 1 })}
                aria-current={id === state.at ? 'step' : undefined}
                onClick={() => onGo(id)}
              >
                {i + 1}
                {stands !== 'unseen' && <MarkSign right={stands === 'right'} />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
