/** Why: whatever a learner does in whatever order, the count is that of first answers, and there is always a next question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drillOf, inLanguage } from '../../drills/families';
import { FAMILIES } from '../../drills/numbered';
import { drillReducer, gradeOf, startDrill, streakOf, turnOf, type DrillAction } from './drill-state';

const shows = await Promise.all(
  [0, 1, 2, 3].map(async (seed): Promise<DrillAction> => {
    const numbered = { family: FAMILIES[seed]!, seed };
    return { kind: 'show', numbered, question: inLanguage(numbered, await drillOf(numbered), 'en') };
  }),
);
const options = shows.flatMap((each) =>
  each.kind === 'show' ? each.question.options.map(({ id }) => id) : [],
);
const actions = fc.array(
  fc.oneof(
    fc.constantFrom(...shows),
    fc.constantFrom(...options).map((option): DrillAction => ({ kind: 'choose', option })),
    fc.constantFrom<DrillAction>(
      { kind: 'hand-in' },
      { kind: 'again' },
      { kind: 'move', by: 1 },
      { kind: 'move', by: -1 },
    ),
    fc
      .record({ family: fc.constantFrom(...FAMILIES), on: fc.boolean() })
      .map(({ family, on }): DrillAction => ({ kind: 'family', family, on })),
  ),
  { maxLength: 60 },
);

describe('the row of generated questions', () => {
  it('counts each question once, by its first answer', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const state = list.reduce(drillReducer, startDrill(FAMILIES));
        const firsts = state.turns.flatMap(({ first }) => (first === null ? [] : [first]));
        expect(state.results.toSorted()).toEqual(firsts.toSorted());
        const streak = streakOf(state);
        expect(state.results.slice(state.results.length - streak).every(Boolean)).toBe(true);
        if (streak < state.results.length) expect(state.results.at(-1 - streak)).toBe(false);
      }),
    );
  });

  it('never runs out of families, and keeps them in one order', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const { families } = list.reduce(drillReducer, startDrill(FAMILIES));
        expect(families.length).toBeGreaterThan(0);
        expect(families).toEqual(FAMILIES.filter((family) => families.includes(family)));
      }),
    );
  });

  it('takes nothing after an answer but another try', () => {
    const right = shows[0]!;
    if (right.kind !== 'show') throw new Error('the first action shows a question');
    let state = drillReducer(startDrill(FAMILIES), right);
    expect(gradeOf(drillReducer(state, { kind: 'hand-in' }))).toBeNull();
    for (const option of right.question.answer) state = drillReducer(state, { kind: 'choose', option });
    state = drillReducer(state, { kind: 'hand-in' });
    expect(gradeOf(state)?.right).toBe(true);
    const after = right.question.options.reduce(
      (s, { id }) => drillReducer(s, { kind: 'choose', option: id }),
      state,
    );
    expect(turnOf(after)?.chosen).toEqual(right.question.answer);
    expect(gradeOf(drillReducer(after, { kind: 'again' }))).toBeNull();
    expect(streakOf(drillReducer(after, { kind: 'again' }))).toBe(1);
  });
});
