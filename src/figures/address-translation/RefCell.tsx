/** Why: one memory reference of the grid. It can be pressed: the player goes to it; its entry's index shows once it is read. */
import type { KeyboardEvent } from 'react';
import type { Ref } from '../../models/address-translation/walk';
import { ownerClass } from '../../marks/owner';
import { round, type Cell } from './geometry';

export type Phase = 'past' | 'now' | 'next';
export type Go = (n: number) => void;

interface CellProps {
  readonly at: Cell;
  readonly reference: Ref;
  readonly phase: Phase;
  readonly label: string;
  readonly stop: boolean;
  readonly go: Go | undefined;
}

export function RefCell({ at, reference, phase, label, stop, go }: CellProps) {
  const { n, table, index } = reference;
  const press = go && {
    role: 'button',
    tabIndex: stop ? 0 : -1,
    'aria-label': label,
    onClick: () => go(n),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      go(n);
    },
  };
  return (
    <g
      className={`at-cell is-${phase} ${ownerClass(table === 'guest' ? 'kern' : 'vmm')}${go ? ' is-button' : ''}`}
      data-node={`ref-${n}`}
      {...press}
    >
      <rect x={at.x} y={at.y} width={at.width} height={at.height} rx={6} />
      <text className="at-number" x={at.x + 10} y={round(at.y + at.height / 2 + 2)}>
        {n}
      </text>
      {phase !== 'next' && (
        <text
          className={at.width < 80 ? 'at-index at-mono is-small' : 'at-index at-mono'}
          x={at.x + at.width - 6}
          y={at.y + at.height - 6}
          textAnchor="end"
        >
          {`[${index}]`}
        </text>
      )}
    </g>
  );
}
