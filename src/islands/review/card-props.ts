/** Why: both kinds of card are shown, revealed and graded alike. */
import type { DeckCard } from '../../learning/deck';
import type { RecallGrade, Wait } from '../../learning/schedule';
import type { Lang } from '../../lib/message';
import type { ReviewText } from './messages';
import type { Session, SessionAction } from './session';

export interface CardProps {
  readonly desk: {
    readonly session: Session;
    readonly act: (action: SessionAction) => void;
    readonly card: DeckCard;
  };
  /** How long until the card is asked again, by grade. */
  readonly preview: Readonly<Record<RecallGrade, Wait>>;
  readonly suggested: RecallGrade | null;
  /** Title of the lesson. */
  readonly lesson: string;
  readonly lang: Lang;
  readonly text: ReviewText;
  readonly onGrade: (grade: RecallGrade) => void;
  /** The card has arrived, or was turned over: the focus belongs to it. */
  readonly onShown: () => void;
}
