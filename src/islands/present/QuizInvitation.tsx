/** Why: a lesson ends in questions: the slide says how many there are and how to begin, and the clicker may go on without. */
import { fill } from '../../lib/fill';
import { RichText } from '../../marks/RichText';
import { QuietButton } from './QuietButton';
import type { ClassQuizText } from './messages-quiz';

interface QuizInvitationProps {
  /** Undefined until they are loaded. */
  readonly count: number | undefined;
  readonly text: ClassQuizText;
  readonly onOpen: () => void;
}

export const QuizInvitation = ({ count, text, onOpen }: QuizInvitationProps) => (
  <>
    {count !== undefined && <p className="cq-invite-count">{fill(text.inviteCount, { count })}</p>}
    <p>{text.inviteHow}</p>
    <p>
      <QuietButton onClick={onOpen}>{text.open}</QuietButton>
    </p>
    <p>
      <RichText text={text.inviteKey} />
    </p>
  </>
);
