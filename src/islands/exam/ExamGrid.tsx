/** Why: the whole paper at a glance and one click away: answered, open, flagged, by shape as well as by colour. */
import { fill } from '../../lib/fill';
import type { ExamText } from './messages';

export interface Cell {
  readonly id: string;
  readonly answered: boolean;
  readonly flagged: boolean;
}

interface ExamGridProps {
  readonly cells: readonly Cell[];
  /** Number of the question shown, from 1. */
  readonly at: number;
  readonly text: ExamText;
  readonly onGo: (n: number) => void;
}

export function ExamGrid({ cells, at, text, onGo }: ExamGridProps) {
  return (
    <nav className="quiz-numbers exam-grid" aria-label={text.grid}>
      <ol>
        {cells.map(({ id, answered, flagged }, i) => (
          <li key={id}>
            <button
              type="button"
              className={answered ? 'is-answered' : 'is-open'}
              aria-label={fill(nameOf(answered, flagged, text), { n: i + 1 })}
              aria-current={i + 1 === at ? 'step' : undefined}
              onClick={() => onGo(i + 1)}
            >
              {i + 1}
              {answered && <DotSign />}
              {flagged && <FlagSign />}
            </button>
          </li>
        ))}
      </ol>
      <p className="exam-legend" aria-hidden="true">
        <span>
          <DotSign /> {text.legendAnswered} {cells.filter((cell) => cell.answered).length}
        </span>
        <span>
          <i /> {text.legendOpen} {cells.filter((cell) => !cell.answered).length}
        </span>
        <span>
          <FlagSign /> {text.legendFlagged} {cells.filter((cell) => cell.flagged).length}
        </span>
      </p>
      <p className="quiz-keys">{text.keys}</p>
    </nav>
  );
}

function nameOf(answered: boolean, flagged: boolean, text: ExamText): string {
  if (answered) return flagged ? text.cellFlagged : text.cellAnswered;
  return flagged ? text.cellOpenFlagged : text.cellOpen;
}

export const FlagSign = () => (
  <svg className="exam-flag-sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path d="M3 13V1.5h8L8.8 4.6 11 8H3" />
  </svg>
);

const DotSign = () => (
  <svg className="exam-dot-sign" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
    <circle cx="5" cy="5" r="4" />
  </svg>
);
