/** Why: a question of one's own is drawn as one of the course is, in the reader's language where it has that. */
import { languagesFor, editionOf } from '../../exchange/edition';
import type { Lang } from '../../lib/message';
import type { OwnQuestion } from '../../schemas/own-question';
import { NO_PROOF, type QuizQuestion } from '../quiz/quiz-question';

/** What answers to own questions are logged under. */
export const OWN_LESSON = 'own';

/** An id of the log that no question of the course can have. */
export const loggedId = (id: string): string => `own/${id}`;

export function quizQuestionOf(question: OwnQuestion, lang: Lang): QuizQuestion {
  const [language = lang] = languagesFor(question, lang);
  const { id, kind, difficulty, topic, stem, options, choices, answer } = editionOf(
    { ...question, lesson: OWN_LESSON },
    language,
  );
  return {
    ...{ id, kind, difficulty, topic, stem, options, answer, proof: NO_PROOF },
    ...(question.choices && { choices }),
  };
}
