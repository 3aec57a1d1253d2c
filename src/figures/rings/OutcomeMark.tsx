/** Why: an outcome is told by shape before colour, alike in the picture, the listing and the overview. */
import type { Outcome } from '../../models/rings/types';
import { ownerClass } from '../../marks/owner';
import { OUTCOME_OWNER } from './owners';

/** Line drawings in a box of 16 by 16. */
const SHAPES: Readonly<Record<Exclude<Outcome, 'executed' | 'silent' | 'wrong'>, string>> = {
  fault: 'M9.5 1.5L3.5 9H8L6.5 14.5L12.5 7H8Z',
  replaced: 'M2 4.5H14V11.5H2ZM6 4.5V11.5M10 4.5V11.5',
  translated: 'M2 5H13M10 2L13 5L10 8M14 11H3M6 8L3 11L6 14',
  hypercall: 'M8 10V2M4.5 5.5L8 2L11.5 5.5M2 14H14',
  trapped: 'M8 2V10M4.5 6.5L8 10L11.5 6.5M2 14H14',
  exit: 'M8 3H2.5V13H8M6 8H14.5M11.5 5L14.5 8L11.5 11',
};

/** The drawing alone, to be placed in an `<svg>`; `size` in its units. */
export function OutcomeMark({ outcome, x = 0, y = 0, size = 16 }: MarkProps) {
  const place = `translate(${x} ${y}) scale(${size / 16})`;
  const owner = `rings-mark ${ownerClass(OUTCOME_OWNER[outcome])}`;
  switch (outcome) {
    case 'executed':
      return (
        <g className={owner} transform={place}>
          <circle className="rings-mark-solid" cx={8} cy={8} r={4} />
        </g>
      );
    case 'silent':
      return (
        <g className={owner} transform={place}>
          <rect className="hazard-b rings-mark-edge" x={1} y={1} width={14} height={14} rx={2} />
          <path
            className="hazard-a"
            d="M1.5 6V1.5H6ZM1.5 14.2V11L11 1.5H14.2ZM6.4 14.5L14.5 6.4V11L11 14.5Z"
          />
        </g>
      );
    case 'wrong':
      return (
        <g className={owner} transform={place}>
          <path className="hazard-b rings-mark-edge" d="M8 1.5L15.2 14.5H0.8Z" />
          <path className="rings-mark-call" d="M8 6V9.6M8 12V12.2" />
        </g>
      );
    case 'fault':
    case 'replaced':
    case 'translated':
    case 'hypercall':
    case 'trapped':
    case 'exit':
      return (
        <g className={owner} transform={place}>
          <path className="rings-mark-line" d={SHAPES[outcome]} />
        </g>
      );
    default:
      return outcome satisfies never;
  }
}

interface MarkProps {
  readonly outcome: Outcome;
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
}

/** The drawing for a line of text. */
export function OutcomeIcon({ outcome }: { readonly outcome: Outcome }) {
  return (
    <svg className="rings-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <OutcomeMark outcome={outcome} />
    </svg>
  );
}
