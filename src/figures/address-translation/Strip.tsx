/** Why: one table as it lies in memory: a page of 512 entries, of which the address picks one; its index says how far down. */
import type { TableBox } from '../../models/address-translation/types';
import type { Owner } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { Point } from '../../marks/shapes';
import { SLOT, slotAt, STRIP } from './geometry';

export type Mark = '' | 'read' | 'written' | 'focus';

interface StripProps {
  readonly box: TableBox;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly mark: Mark;
  /** Where the entry leads: the wire ends there. */
  readonly to: Point | null;
  readonly owner: Owner;
  readonly uid: string;
  readonly node: string | undefined;
  /** Name of the address space, where there are two. */
  readonly name?: string;
}

export function Strip({ box, x, top, height, mark, to, owner, uid, node, name }: StripProps) {
  const y = slotAt(top, height, box.index);
  const present = box.entry !== 0;
  const middle = y + SLOT / 2;
  const right = x + STRIP.width;
  const bend = to ? (to.x - right) / 2 : 0;
  return (
    <g className={mark === '' ? 'at-strip' : `at-strip is-${mark}`} data-node={node}>
      <rect className="at-table" x={x} y={top} width={STRIP.width} height={height} rx={3} />
      <rect
        className={present ? 'at-slot' : 'at-slot is-empty'}
        x={x}
        y={y}
        width={STRIP.width}
        height={SLOT}
      />
      <text className="at-slot-text" x={x + (name ? 40 : STRIP.width / 2)} y={y + 15} textAnchor="middle">
        {box.index}
      </text>
      {name && (
        <text className="at-space" x={x + 6} y={top + height / 2 + 6}>
          {name}
        </text>
      )}
      {to && present && (
        <Wire
          uid={uid}
          owner={owner}
          arrow
          kind={mark === 'read' || mark === 'written' ? 'taken' : 'idle'}
          d={`M${right} ${middle} C${right + bend} ${middle} ${to.x - bend} ${to.y} ${to.x - 2} ${to.y}`}
        />
      )}
    </g>
  );
}

/** A table that is not there, or not yet. */
export function NoStrip({
  x,
  top,
  height,
  node,
}: Pick<StripProps, 'x' | 'top' | 'height'> & { readonly node: string | undefined }) {
  return (
    <rect className="at-spared" x={x} y={top} width={STRIP.width} height={height} rx={3} data-node={node} />
  );
}
