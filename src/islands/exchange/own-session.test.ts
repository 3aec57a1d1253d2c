import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OwnQuestion } from '../../schemas/own-question';
import { NO_PROOF } from '../quiz/quiz-question';
import { joined } from './load-bank';
import { loggedId, quizQuestionOf } from './own-quiz';
import { onwardOf, sessionGrade, sessionReducer, startSession, type SessionAction } from './own-session';

const own = (id: string): OwnQuestion => ({
  ...{ id, kind: 'multiple', difficulty: 2, topic: 'own', answer: ['a', 'c'] },
  stem: { 'zh-cn': `题 ${id}` },
  options: ['a', 'b', 'c'].map((name) => ({ id: name, text: { 'zh-cn': name }, why: {} })),
});
const questions = ['q-1', 'q-2', 'q-3'].map((id) => quizQuestionOf(own(id), 'en'));

test('a question is drawn in the language that it has, without a proof', () => {
  expect(questions[0]).toMatchObject({
    stem: '题 q-1',
    proof: NO_PROOF,
    options: [{ text: 'a', why: '' }, {}, {}],
  });
  expect(loggedId('kvm-full-name')).not.toMatch(/^[a-z0-9-]+$/);
});

const actions: fc.Arbitrary<SessionAction> = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((option) => ({ kind: 'choose' as const, option })),
  fc.constantFrom('q-1', 'q-2', 'q-3', 'gone').map((id) => ({ kind: 'go' as const, id })),
  fc.constantFrom({ kind: 'hand-in' as const }, { kind: 'again' as const }),
);

describe('any walk through the questions', () => {
  test('keeps what was handed in until it is tried again, and counts the last answer of each', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 40 }), (walk) => {
        const last = new Map<number, boolean>();
        let session = startSession(questions);
        for (const action of walk) {
          const before = session;
          session = sessionReducer(session, action);
          const grade = sessionGrade(session);
          if (action.kind === 'hand-in' && grade && !before.handedIn) last.set(session.at, grade.right);
          if (before.handedIn && action.kind === 'choose') expect(session).toBe(before);
          if (grade) expect(session.chosen.length).toBeGreaterThan(0);
        }
        expect(session.results).toEqual(last);
        const way = onwardOf(session);
        if (way.kind === 'end')
          expect([...questions.keys()].filter((i) => i !== session.at && last.get(i) !== true)).toEqual([]);
        else expect(sessionReducer(session, { kind: 'go', id: way.id }).at).not.toBe(session.at);
      }),
    );
  });
});

test('the two editions of a question become one, with all of its words', () => {
  const en = { ...quizQuestionOf(own('q-1'), 'en'), stem: 'Question' };
  expect(joined(en, questions[0]!, 'kvm')).toMatchObject({
    id: 'q-1',
    lesson: 'kvm',
    stem: { en: 'Question', 'zh-cn': '题 q-1' },
    answer: ['a', 'c'],
  });
});
