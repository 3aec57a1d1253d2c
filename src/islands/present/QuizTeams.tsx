/** Why: who plays in teams sees the score at every question, and a point is one key or one click. */
import type { QuizAction } from '../../classroom/class-quiz';
import { scoresOf } from '../../classroom/quiz-set';
import type { ClassQuiz } from '../../classroom/quiz-state';
import { fill } from '../../lib/fill';
import { QuietButton } from './QuietButton';
import type { ClassQuizText } from './messages-quiz';
import { teamName } from './quiz-hints';

interface QuizTeamsProps {
  readonly quiz: ClassQuiz;
  readonly text: ClassQuizText;
  readonly act: (action: QuizAction) => void;
}

export function QuizTeams({ quiz, text, act }: QuizTeamsProps) {
  const scores = scoresOf(quiz.run?.rounds ?? [], quiz.teams.length);
  return (
    <ul className="cq-teams" aria-label={text.ranking}>
      {scores.map((score, team) => {
        const name = teamName(quiz.teams, team, text);
        return (
          <li key={team}>
            <QuietButton
              aria-label={fill(text.teamPoint, { team: name, score })}
              data-score={score}
              onClick={() => act({ kind: 'point', team, by: 1 })}
            >
              <kbd>{team + 1}</kbd> <span className="cq-team">{name}</span> <b>{score}</b>
            </QuietButton>
          </li>
        );
      })}
    </ul>
  );
}
