/** Why: at build time, questions with both languages and short spellings become what a browser needs of them. */
import { figures } from '../../content/figures';
import { lessonsWith, questionsOf } from '../../content/load';
import { parseScenario, scenarioRef } from '../../figures/scenario';
import type { Lang } from '../../lib/message';
import type { Question } from '../../schemas/question';
import type { QuizProof, QuizQuestion } from './quiz-question';

/** The questions of a lesson in one language, in the order of the file; empty where it has none. */
export const quizQuestions = (lesson: string, lang: Lang): QuizQuestion[] =>
  questionsOf(lesson).map((question) => ({
    id: question.id,
    kind: question.kind,
    difficulty: question.difficulty,
    topic: question.topic,
    stem: question.stem[lang],
    options: question.options.map(({ id, text, why }) => ({ id, text: text[lang], why: why[lang] })),
    ...(question.choices && { choices: question.choices.map(({ id, text }) => ({ id, text: text[lang] })) }),
    ...(question.place && { place: fullPlace(question.place, lesson) }),
    answer: question.answer,
    proof: quizProof(question.proof, lesson),
  }));

/** A place with its scenario spelled out in full. @throws Error when the figure is not there. */
function fullPlace(place: { figure: string; scenario: string; at: string }, lesson: string) {
  const figure = figures[place.figure];
  if (!figure) throw new Error(`a question of ${lesson} names figure "${place.figure}", which is not there`);
  const { scenario } = parseScenario(figure, place.scenario);
  return { figure: place.figure, ref: scenarioRef(figure, scenario), at: place.at };
}

function quizProof(proof: Question['proof'], lesson: string): QuizProof {
  if ('section' in proof) return { kind: 'section', section: proof.section };
  return {
    kind: 'step',
    ...fullPlace(proof, lesson),
    inLesson: lessonsWith(proof.figure).includes(lesson),
  };
}
