/** Why: at build time, questions with both languages and short spellings become what a browser needs of them. */
import { figures } from '../../content/figures';
import { lessonsWith, questionsOf } from '../../content/load';
import { parseScenario, scenarioRef } from '../../figures/scenario';
import type { Lang } from '../../lib/message';
import type { Question } from '../../schemas/question';
import type { QuizProof, QuizQuestion } from './quiz-question';

/** The questions of a lesson in one language, in the order of the file; empty where it has none. */
export const quizQuestions = (lesson: string, lang: Lang): QuizQuestion[] =>
  questionsOf(lesson).map(({ id, kind, stem, options, answer, proof }) => ({
    id,
    kind,
    stem: stem[lang],
    options: options.map((option) => ({ id: option.id, text: option.text[lang], why: option.why[lang] })),
    answer,
    proof: quizProof(proof, lesson),
  }));

function quizProof(proof: Question['proof'], lesson: string): QuizProof {
  if ('section' in proof) return { kind: 'section', section: proof.section };
  const figure = figures[proof.figure];
  if (!figure)
    throw new Error(`a question of ${lesson} is proved by figure "${proof.figure}", which is not there`);
  return {
    kind: 'step',
    figure: proof.figure,
    ref: scenarioRef(figure, parseScenario(figure, proof.scenario).scenario),
    at: proof.at,
    inLesson: lessonsWith(proof.figure).includes(lesson),
  };
}
