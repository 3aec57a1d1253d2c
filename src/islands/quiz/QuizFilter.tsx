/** Why: on the practice page the learner chooses what is asked: everything, what is new, what went wrong. */
import type { QuizText } from './messages';
import { FILTERS, matching, type Filter, type QuizState } from './quiz-state';

const LABELS = { all: 'all', unseen: 'unseen', wrong: 'wrongOnes' } as const;

interface QuizFilterProps {
  readonly state: QuizState;
  readonly text: QuizText;
  readonly onFilter: (filter: Filter) => void;
}

export function QuizFilter({ state, text, onFilter }: QuizFilterProps) {
  return (
    <fieldset className="quiz-filter">
      <legend className="visually-hidden">{text.filter}</legend>
      {FILTERS.map((filter) => (
        <label key={filter}>
          <input
            type="radio"
            name="quiz-filter"
            checked={state.filter === filter}
            onChange={() => onFilter(filter)}
          />
          <span>
            {text[LABELS[filter]]} <small>{matching(state, filter).length}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
