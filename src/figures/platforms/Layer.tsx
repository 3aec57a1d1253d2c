/** Why: one thing that a platform is made of: a box in its owner's colour, with its name and the CPU's mode in it. */
import { modeOf } from '../../models/platforms/stacks';
import { layerName, type ColumnState } from '../../models/platforms/types';
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Box } from './geometry';
import { baselineOf, labelRoom, LINE, linesOf } from './lines';
import { ownerOf } from './owners';

interface LayerProps {
  readonly box: Box;
  readonly column: ColumnState;
  /** Whether the CPU's mode is told. */
  readonly modes: boolean;
  readonly t: Translate;
}

/** A box this wide has room for the CPU's mode behind its name; in others it stands below. */
const ROOMY_LINE = 200;

/** Names stand at the left, control at the right or below. */
export function Layer({ box, column, modes, t }: LayerProps) {
  const { platform, hop, moved } = column;
  const lines = linesOf(t(layerName(platform, box.layer)), labelRoom(box));
  const mode = modes && box.height > LINE * 2 + 3 ? modeOf(platform, box.layer) : undefined;
  const beside = box.width > ROOMY_LINE;
  const x = box.x + (box.label === 'top' ? 5 : 8);
  const here = hop.layer === box.layer;
  const classes = [
    'pf-box',
    ownerClass(ownerOf(platform, box.layer)),
    here && 'is-here',
    here && moved && 'is-new',
  ];
  return (
    <g className={classes.filter(Boolean).join(' ')} data-node={`${platform}-${box.layer}`}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={7} />
      <text className="small" y={baselineOf(box, lines.length + (mode && !beside ? 1 : 0))}>
        {lines.map((line, i) => (
          <tspan key={i} x={x} dy={i === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
        {mode && (
          <tspan className="pf-mode" {...(beside ? { dx: 8 } : { x, dy: LINE })}>
            {t(`mode-${mode}`)}
          </tspan>
        )}
      </text>
    </g>
  );
}
