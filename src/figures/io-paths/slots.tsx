/** Why: what every ring is drawn from: a row of slots, the packets in them, and the indices that point at them. */
import { ownerClass, type Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { SIZE } from '../../models/io-paths/virtqueue';
import type { Box } from '../../marks/shapes';
import type { Kind } from './geometry';

export const SLOTS = Array.from({ length: SIZE }, (_, i) => i);

/** A row of slots with a title, and what is written in each. */
export function Row({
  first,
  title,
  aside,
  owner,
  said,
}: {
  readonly first: Box;
  readonly title: string;
  readonly aside?: string;
  readonly owner: Owner;
  readonly said: (slot: number) => { readonly text: string; readonly live: boolean };
}) {
  return (
    <g className={`io-row ${ownerClass(owner)}`}>
      <text className="io-title" x={first.x + 2} y={first.y - 12}>
        {title}
      </text>
      {aside !== undefined && (
        <text className="io-aside" x={first.x + SIZE * first.width - 2} y={first.y - 12} textAnchor="end">
          {aside}
        </text>
      )}
      {SLOTS.map((slot) => {
        const { text, live } = said(slot);
        const x = first.x + slot * first.width;
        return (
          <g key={slot} className={live ? 'is-live' : undefined}>
            <rect x={x + 2} y={first.y} width={first.width - 4} height={first.height} rx={5} />
            <text x={x + first.width / 2} y={first.y + first.height / 2 + 5} textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** An index of one side, under its slot: a triangle of its owner and its name; two on one slot stand side by side. */
export function Pointers({
  first,
  list,
}: {
  readonly first: Box;
  readonly list: readonly { readonly slot: number; readonly name: string; readonly owner: Owner }[];
}) {
  const bottom = first.y + first.height;
  const end = first.x + SIZE * first.width;
  return list.map(({ slot, name, owner }, i) => {
    const middle = first.x + (slot + 0.5) * first.width;
    const crowded = list.some((other, j) => j !== i && Math.abs(other.slot - slot) * first.width < 135);
    const x =
      middle +
      (list.some((other, j) => j !== i && other.slot === slot) ? (i - (list.length - 1) / 2) * 15 : 0);
    const anchor = middle > end - 90 ? 'end' : middle < first.x + 90 ? 'start' : 'middle';
    const textX =
      anchor === 'end' ? Math.min(end, x + 10) : anchor === 'start' ? Math.max(first.x, x - 10) : x;
    return (
      <g key={name} className={`io-pointer ${ownerClass(owner)}`}>
        <path d={`M${x} ${bottom + 2} l6 10 h-12 z`} />
        <text x={textX} y={bottom + 26 + (crowded ? i * 16 : 0)} textAnchor={anchor}>
          {name}
        </text>
      </g>
    );
  });
}

/** Packets in the table, each a token, so that they are seen to come and go; pale once the device is done with them. */
export function Packets({
  first,
  slots,
  done,
  kind,
}: {
  readonly first: Box;
  readonly slots: readonly (number | undefined)[];
  readonly done: (slot: number) => boolean;
  readonly kind: Kind;
}) {
  return slots.map(
    (packet, slot) =>
      packet !== undefined && (
        <g key={packet} className={done(slot) ? 'io-done' : 'io-waiting'}>
          <Token
            id={`p${packet}-${kind}`}
            x={first.x + (slot + 0.5) * first.width}
            y={first.y + first.height / 2}
            owner="data"
            r={13}
            label={String(packet + 1)}
          />
        </g>
      ),
  );
}
