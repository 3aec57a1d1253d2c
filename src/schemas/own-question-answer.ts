/** Why: the laws between a question's options and its answer, as `question.ts` has them, in codes instead of sentences. */
import type { OwnQuestion, QuestionProblem, QuestionProblemCode } from './own-question';

/** What is wrong between options, choices and answer of a question whose fields are right each for itself. */
export function keyProblems({ kind, options, choices, answer }: OwnQuestion): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  const fail = (
    path: (string | number)[],
    code: QuestionProblemCode,
    found: string | number,
    expected = '',
  ) => void problems.push({ path, code, found: String(found), expected });
  const ids = options.map(({ id }) => id);
  const meanings = choices?.map(({ id }) => id) ?? [];
  const twice = (list: readonly string[], at: (i: number) => (string | number)[]) =>
    list.forEach((id, i) => {
      if (list.indexOf(id) !== i) fail(at(i), 'twice', id);
    });
  twice(ids, (i) => ['options', i, 'id']);
  twice(meanings, (i) => ['choices', i, 'id']);
  twice(answer, (i) => ['answer', i]);

  const known = kind === 'matching' ? ids.flatMap((id) => meanings.map((other) => `${id}:${other}`)) : ids;
  answer.forEach((id, i) => {
    if (!known.includes(id)) fail(['answer', i], 'answer-unknown', id, known.slice(0, 8).join(', '));
  });
  if ((kind === 'matching') !== (choices !== undefined)) fail(['choices'], 'choices-misplaced', kind);

  switch (kind) {
    case 'single':
    case 'point':
    case 'true-false':
      if (answer.length !== 1) fail(['answer'], 'answer-count', answer.length, '1');
      if (kind === 'true-false' && ids.join() !== 'true,false')
        fail(['options'], 'true-false-options', ids.join(', '), 'true, false');
      break;
    case 'multiple':
      if (answer.length < 2) fail(['answer'], 'answer-count', answer.length, '≥ 2');
      break;
    case 'ordering':
      if (answer.length !== ids.length) fail(['answer'], 'answer-count', answer.length, String(ids.length));
      if (ids.length < 3) fail(['options'], 'bad-count', ids.length, '3–8');
      if (answer.join() === ids.join()) fail(['options'], 'ordering-shown', ids.join(', '));
      break;
    case 'matching':
      if (ids.some((id) => answer.filter((pair) => pair.startsWith(`${id}:`)).length !== 1))
        fail(['answer'], 'pair-count', answer.join(', '), ids.map((id) => `${id}:…`).join(', '));
      break;
  }
  return problems;
}
