/** Why: what both pictures for a room share: a named box, text on several lines, and the balance. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import type { Box, Point } from '../../marks/shapes';
import { COUNTS, type IoState } from '../../models/io-paths/types';

interface AreaProps {
  readonly box: Box;
  readonly owner: Owner;
  readonly name: string;
  /** Where the name begins, and its baseline under the top edge. */
  readonly left: number;
  readonly down: number;
  readonly active: boolean;
  readonly quiet?: boolean;
  readonly focus?: boolean;
  readonly node: string;
}

export function Area({ box, owner, name, left, down, active, quiet, focus, node }: AreaProps) {
  const mood = `${active ? ' is-active' : ''}${quiet ? ' is-quiet' : ''}${focus ? ' is-focus' : ''}`;
  return (
    <g className={`io-box ${ownerClass(owner)}${mood}`} data-node={node}>
      <rect {...box} rx={10} />
      <text className="io-room-name" x={left} y={box.y + down}>
        {name}
      </text>
    </g>
  );
}

/** Breaks at `|`, after a comma, and at spaces where a line would be longer than `most` letters. */
export function inLines(text: string, most: number): readonly string[] {
  const parts = text.replace(/(, |，)/g, (comma) => `${comma.trim()}|`).split('|');
  return parts.flatMap((part) =>
    part.split(' ').reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > most) return [...lines, word];
      return [...lines.slice(0, -1), `${last} ${word}`];
    }, []),
  );
}

/** Lines of text, one below the other. */
export function Lines({ text, place, className }: { text: string; place: Point; className: string }) {
  return (
    <text className={className} x={place.x} y={place.y}>
      {inLines(text, 13).map((line, i) => (
        <tspan key={i} x={place.x} dy={i === 0 ? 0 : 30}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** What it has cost so far; what this step added stands out. */
export function StageScore({ state, box, t }: { state: IoState; box: Box; t: Translate }) {
  const column = box.width / COUNTS.length;
  return (
    <g className={`io-score${state.last ? ' is-last' : ''}`} data-node="counts">
      {COUNTS.map((name, i) => {
        const x = box.x + (i + 0.5) * column;
        const isNew = state.added[name] > 0 && !state.last;
        return (
          <g key={name} className={isNew ? 'is-new' : undefined}>
            <rect x={x - column / 2 + 3} y={box.y} width={column - 6} height={box.height} rx={8} />
            <text className="io-room-number" x={x} y={box.y + 25} textAnchor="middle">
              {t({ key: 'number', values: { value: state.counts[name] } })}
            </text>
            <text x={x} y={box.y + box.height - 8} textAnchor="middle">
              {t(`short.${name}`)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
