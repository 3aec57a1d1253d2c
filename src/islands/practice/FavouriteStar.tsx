/** Why: a question is marked to come back to it; the mark belongs to the log, so that it travels with it. */
import type { Lang } from '../../lib/message';
import { useLog } from '../log/use-summary';
import { quizText } from '../quiz/messages';

interface FavouriteStarProps {
  readonly question: string;
  readonly lang: Lang;
}

/** What the `f` key and the star do. Does nothing until the log has been read. */
export function useFavourite(question: string): {
  readonly on: boolean;
  readonly toggle: (() => void) | null;
} {
  const log = useLog();
  const on = log?.summary.favourites.has(question) ?? false;
  const toggle = () => void log?.store.append({ kind: 'favourite', question, on: !on });
  return { on, toggle: log && toggle };
}

export function FavouriteStar({ question, lang }: FavouriteStarProps) {
  const { on, toggle } = useFavourite(question);
  return (
    <button
      type="button"
      className="favourite-star"
      aria-pressed={on}
      disabled={toggle === null}
      onClick={toggle ?? undefined}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M10 2.2l2.4 4.9 5.4.8-3.9 3.8.9 5.4-4.8-2.6-4.8 2.6.9-5.4L2.2 7.9l5.4-.8z"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      <span>{quizText(lang).favourite}</span>
    </button>
  );
}
