/** Why: 答题卡, every question of a session one touch away; before the answers are shown it tells only what is answered. */
import { fill } from '../../lib/fill';
import { MarkSign } from '../quiz/QuizOptions';
import type { PracticeText } from './messages';

export type NumberState = 'open' | 'chosen' | 'right' | 'wrong';
const NAMES = {
  open: 'numberOpen',
  chosen: 'numberChosen',
  right: 'numberRight',
  wrong: 'numberWrong',
} as const;

interface SessionNumbersProps {
  readonly numbers: readonly { readonly id: string; readonly state: NumberState }[];
  readonly at: string;
  readonly text: PracticeText;
  readonly onGo: (id: string) => void;
}

export function SessionNumbers({ numbers, at, text, onGo }: SessionNumbersProps) {
  return (
    <nav className="quiz-numbers" aria-label={text.numbers}>
      <ol>
        {numbers.map(({ id, state }, i) => (
          <li key={id}>
            <button
              type="button"
              className={`is-${state}`}
              aria-label={fill(text[NAMES[state]], { n: i + 1 })}
              aria-current={id === at ? 'step' : undefined}
              onClick={() => onGo(id)}
            >
              {i + 1}
              {(state === 'right' || state === 'wrong') && <MarkSign right={state === 'right'} />}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
