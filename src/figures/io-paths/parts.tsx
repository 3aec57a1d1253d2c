/** Why: what both pictures share: a box with its name, the balance below, and how an owner is told. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import { COUNTS, type IoState } from '../../models/io-paths/types';
import type { Box } from '../../marks/shapes';

export function Named({
  box,
  owner,
  name,
  sub,
  active = false,
  node,
}: {
  readonly box: Box;
  readonly owner: Owner;
  readonly name: string;
  readonly sub?: string | undefined;
  readonly active?: boolean;
  readonly node?: string;
}) {
  return (
    <g className={`io-box ${ownerClass(owner)}${active ? ' is-active' : ''}`} data-node={node}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={10} />
      <text className="io-name" x={box.x + 12} y={box.y + 23}>
        {name}
      </text>
      {sub !== undefined && (
        <text className="io-sub" x={box.x + 12} y={box.y + 43}>
          {sub}
        </text>
      )}
    </g>
  );
}

/** What it has cost so far; what this step added stands out. */
export function Score({
  state,
  box,
  t,
}: {
  readonly state: IoState;
  readonly box: Box;
  readonly t: Translate;
}) {
  const column = box.width / COUNTS.length;
  return (
    <g className="io-score" data-node="counts">
      <path className="io-rule" d={`M${box.x} ${box.y} H${box.x + box.width}`} />
      {COUNTS.map((name, i) => {
        const x = box.x + (i + 0.5) * column;
        const added = state.added[name];
        return (
          <g key={name} className={added > 0 && !state.last ? 'is-new' : undefined}>
            <rect x={x - column / 2 + 3} y={box.y + 4} width={column - 6} height={box.height - 4} rx={8} />
            <text className="io-number" x={x} y={box.y + 28} textAnchor="middle">
              {t({ key: 'number', values: { value: state.counts[name] } })}
            </text>
            <text className="io-unit" x={x} y={box.y + 48} textAnchor="middle">
              {t(`short.${name}`)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
