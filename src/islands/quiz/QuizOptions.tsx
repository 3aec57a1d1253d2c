/** Why: one place draws what a question offers, whatever its kind; the rarer kinds are fetched when one is asked. */
import { lazy, Suspense, type ComponentType } from 'react';
import type { Mark } from '../../learning/grade';
import type { Lang } from '../../lib/message';
import { ChoiceOptions } from './ChoiceOptions';
import type { QuizText } from './messages';
import type { QuizQuestion } from './quiz-question';

export interface OptionsProps {
  readonly question: QuizQuestion;
  /** As `grade` takes it. */
  readonly chosen: readonly string[];
  /** By option id; null until the answer is handed in. */
  readonly marks: Readonly<Record<string, Mark>> | null;
  readonly text: QuizText;
  readonly lang: Lang;
  /** Is given what `choose` takes: an option, a step of an order with its new place, a term with its meaning. */
  readonly onChoose: (option: string) => void;
}

/** A component that comes with its first use. If it does not come (offline, a new release), that is said in its place. */
function fetched(load: () => Promise<ComponentType<OptionsProps>>) {
  return lazy(async () => ({ default: await load().catch(() => NotLoaded) }));
}
const NotLoaded = ({ text }: OptionsProps) => <p role="alert">{text.kindFailed}</p>;

const OrderingOptions = fetched(async () => (await import('./OrderingOptions')).OrderingOptions);
const MatchingOptions = fetched(async () => (await import('./MatchingOptions')).MatchingOptions);
const PointOptions = fetched(async () => (await import('./PointOptions')).PointOptions);

export function QuizOptions(props: OptionsProps) {
  return (
    <Suspense fallback={<p className="quiz-waiting">{props.text.loading}</p>}>{optionsOf(props)}</Suspense>
  );
}

function optionsOf(props: OptionsProps) {
  const { kind } = props.question;
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return <ChoiceOptions {...props} />;
    case 'ordering':
      return <OrderingOptions {...props} />;
    case 'matching':
      return <MatchingOptions {...props} />;
    case 'point':
      return <PointOptions {...props} />;
    default:
      return kind satisfies never;
  }
}

/** A check or a cross: shape beside colour. */
export function MarkSign({ right }: { readonly right: boolean }) {
  return (
    <svg
      className={right ? 'mark-right' : 'mark-wrong'}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path
        d={right ? 'M2.5 8.5l3.6 3.6 7.4-8' : 'M3.5 3.5l9 9m0-9l-9 9'}
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
