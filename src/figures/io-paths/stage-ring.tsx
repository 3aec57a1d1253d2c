/** Why: one ring with numbers that can be read: its slots, and each side's index told below with the mark that it has in the ring. */
import { ownerClass, type Owner } from '../../marks/owner';
import { SLOTS } from './slots';
import type { Line, RingPlan } from './stage-plan';

export interface Slot {
  readonly text: string;
  readonly live: boolean;
}
/** An index: in front of what is there (a filled mark) or behind it (an open one). */
export interface Index {
  readonly slot: number;
  readonly words: string;
  readonly owner: Owner;
  readonly open: boolean;
}

const mark = (x: number, y: number) => `M${x} ${y} l7 11 h-14 z`;

function Told({ line, index }: { readonly line: Line; readonly index: Index }) {
  const { x, y, anchor } = line;
  const end = anchor === 'end';
  return (
    <g className={`io-room-pointer ${ownerClass(index.owner)}${index.open ? ' is-open' : ''}`}>
      <path d={mark(end ? x - 7 : x + 7, y - 14)} />
      <text x={end ? x - 20 : x + 20} y={y} textAnchor={anchor}>
        {index.words}
      </text>
    </g>
  );
}

export function Ring(props: {
  readonly plan: RingPlan;
  readonly title: string;
  readonly owner: Owner;
  readonly said: (slot: number) => Slot;
  readonly indices?: readonly Index[];
  readonly aside?: string;
}) {
  const { plan, title, owner, said, indices = [], aside } = props;
  const { first, lines } = plan;
  return (
    <g className={`io-row ${ownerClass(owner)}`}>
      <text className="io-room-title" x={first.x} y={plan.title}>
        {title}
      </text>
      {SLOTS.map((slot) => {
        const { text, live } = said(slot);
        const x = first.x + slot * first.width;
        return (
          <g key={slot} className={live ? 'is-live' : undefined}>
            <rect x={x + 2} y={first.y} width={first.width - 4} height={first.height} rx={5} />
            {text !== '' && (
              <text x={x + first.width / 2} y={first.y + first.height / 2 + 8} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {indices.map((index, i) => {
        const twin = indices.slice(0, i).filter(({ slot }) => slot === index.slot).length;
        const x = first.x + (index.slot + 0.5) * first.width + twin * 10;
        return (
          <g key={index.words}>
            <g className={`io-room-pointer ${ownerClass(index.owner)}${index.open ? ' is-open' : ''}`}>
              <path d={mark(Math.round(x * 10) / 10, first.y + first.height + 3)} />
            </g>
            <Told line={lines[i]!} index={index} />
          </g>
        );
      })}
      {aside !== undefined && (
        <text x={lines[2].x} y={lines[2].y} textAnchor={lines[2].anchor}>
          {aside}
        </text>
      )}
    </g>
  );
}

/** Packets in the table, with their numbers; pale once the device is done with them. */
export function Packets({
  plan: { first },
  slots,
  done,
}: {
  readonly plan: RingPlan;
  readonly slots: readonly (number | undefined)[];
  readonly done: (slot: number) => boolean;
}) {
  const width = first.width - 4;
  const height = first.height - 6;
  return slots.map(
    (packet, slot) =>
      packet !== undefined && (
        <g key={packet} className={`io-room-packet own-data${done(slot) ? ' is-done' : ''}`}>
          <g
            className="token"
            data-token={`p${packet}`}
            transform={`translate(${first.x + (slot + 0.5) * first.width} ${first.y + first.height / 2})`}
          >
            <rect
              className="token-core"
              x={-width / 2}
              y={-height / 2}
              width={width}
              height={height}
              rx={14}
            />
            <text className="token-label" y={9} textAnchor="middle">
              {String(packet + 1)}
            </text>
          </g>
        </g>
      ),
  );
}
