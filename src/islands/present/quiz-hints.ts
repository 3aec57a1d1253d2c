/** Why: nobody remembers keys before a class: the screen says in few words what the hand can do now, and what has just changed. */
import { roundShown, type ClassQuiz } from '../../classroom/quiz-state';
import { fill } from '../../lib/fill';
import type { QuizQuestion } from '../quiz/quiz-question';
import type { ClassQuizText } from './messages-quiz';
import { answerSigns, countsOptions, letterOf } from './quiz-words';

/** What hands are counted for: the option's letter, or whether one had it right. */
export function slotName(question: QuizQuestion, slot: number, text: ClassQuizText): string {
  if (countsOptions(question.kind)) return letterOf(slot);
  return slot === 0 ? text.hadIt : text.hadNot;
}

/** @param pages that the reasons of the question take */
export function hintOf(
  quiz: ClassQuiz,
  question: QuizQuestion | undefined,
  pages: number,
  text: ClassQuizText,
): string {
  const { run } = quiz;
  if (quiz.screen === 'chooser' || !run) return text.hintChooser;
  const shown = roundShown(quiz);
  if (!shown || !question) return shown ? '' : text.hintSummary;
  switch (run.phase) {
    case 'asking':
      return text.hintAsking;
    case 'counting': {
      const { slot } = shown.round;
      return slot === null
        ? text.hintCounted
        : fill(text.hintCounting, { option: slotName(question, slot, text) });
    }
    case 'revealed':
      if (shown.round.page < pages - 1)
        return fill(text.hintPages, { n: shown.round.page + 2, count: pages });
      if (quiz.teams.length > 0) return fill(text.hintPoints, { n: quiz.teams.length });
      return run.index + 1 < run.items.length ? text.hintRevealed : text.hintLast;
  }
}

/** What somebody hears who does not see the screen. */
export function sayingOf(
  quiz: ClassQuiz,
  question: QuizQuestion | undefined,
  place: string,
  text: ClassQuizText,
): string {
  const { run } = quiz;
  if (quiz.screen === 'chooser' || !run) return text.title;
  const shown = roundShown(quiz);
  if (!shown) return text.summary;
  if (!question) return text.gone;
  switch (run.phase) {
    case 'asking':
      return fill(text.sayAsking, { place, kind: question.kind === 'point' ? '' : text[question.kind] });
    case 'counting': {
      const { slot, hands } = shown.round;
      return slot === null
        ? text.sayCounted
        : fill(text.sayCounting, { option: slotName(question, slot, text), n: hands[slot] ?? 0 });
    }
    case 'revealed':
      return fill(text.sayRevealed, { answer: answerSigns(question) });
  }
}

/** What a team is called: its name, or its number. */
export function teamName(teams: readonly string[], team: number, text: ClassQuizText): string {
  const name = teams[team]?.trim() ?? '';
  return name === '' ? fill(text.team, { n: team + 1 }) : name;
}
