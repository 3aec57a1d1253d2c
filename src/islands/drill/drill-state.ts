/** Why: an endless row of generated questions as a pure function of what was shown and done; the island only draws it. */
import type { DrillQuestion } from '../../drills/families';
import { FAMILIES, type FamilyId, type Numbered } from '../../drills/numbered';
import { choose, grade, type Grade } from '../../learning/grade';

/** One question of the row. */
export interface Turn {
  readonly numbered: Numbered;
  readonly question: DrillQuestion;
  readonly chosen: readonly string[];
  readonly handedIn: boolean;
  /** Whether the first answer was right; null before it. */
  readonly first: boolean | null;
}

export interface DrillState {
  readonly families: readonly FamilyId[];
  readonly turns: readonly Turn[];
  /** Index of the one shown; -1 before the first. */
  readonly at: number;
  /** First answers in the order in which they were given. */
  readonly results: readonly boolean[];
}

export type DrillAction =
  | { readonly kind: 'show'; readonly numbered: Numbered; readonly question: DrillQuestion }
  | { readonly kind: 'choose'; readonly option: string }
  | { readonly kind: 'hand-in' }
  | { readonly kind: 'again' }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'family'; readonly family: FamilyId; readonly on: boolean };

export const startDrill = (families: readonly FamilyId[]): DrillState => ({
  families,
  turns: [],
  at: -1,
  results: [],
});

/** The question shown. */
export const turnOf = ({ turns, at }: DrillState): Turn | undefined => turns[at];

/** How the answer to the question shown is graded; null until it is handed in. */
export function gradeOf(state: DrillState): Grade | null {
  const turn = turnOf(state);
  return turn?.handedIn ? grade(turn.question, turn.chosen) : null;
}

/** Right first answers in a row, up to now. */
export const streakOf = ({ results }: DrillState): number => results.length - 1 - results.lastIndexOf(false);

/** The words of a question, whoever made it: two seeds may give one question. */
export const wordsOf = ({ stem, options }: DrillQuestion): string =>
  [stem, ...options.map(({ text }) => text).sort()].join('\n');

const withTurn = (state: DrillState, change: Partial<Turn>): DrillState => ({
  ...state,
  turns: state.turns.map((turn, i) => (i === state.at ? { ...turn, ...change } : turn)),
});

export function drillReducer(state: DrillState, action: DrillAction): DrillState {
  const turn = turnOf(state);
  switch (action.kind) {
    case 'show': {
      const { numbered, question } = action;
      const next: Turn = { numbered, question, chosen: [], handedIn: false, first: null };
      return { ...state, turns: [...state.turns, next], at: state.turns.length };
    }
    case 'choose':
      if (!turn || turn.handedIn) return state;
      return withTurn(state, { chosen: choose(turn.question.kind, turn.chosen, action.option) });
    case 'hand-in': {
      if (!turn || turn.handedIn || turn.chosen.length === 0) return state;
      const { right } = grade(turn.question, turn.chosen);
      const next = withTurn(state, { handedIn: true, first: turn.first ?? right });
      // Only a first answer counts: the second one has read the explanation.
      return turn.first === null ? { ...next, results: [...state.results, right] } : next;
    }
    case 'again':
      return withTurn(state, { chosen: [], handedIn: false });
    case 'move': {
      const at = state.at + action.by;
      return state.turns[at] ? { ...state, at } : state;
    }
    case 'family': {
      const { family, on } = action;
      const families = FAMILIES.filter((each) => (each === family ? on : state.families.includes(each)));
      // With none there would be no next question.
      return families.length === 0 ? state : { ...state, families };
    }
  }
}
