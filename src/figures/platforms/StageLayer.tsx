/** Why: one layer of a stack for the back row: its owner's colour, a short name, the CPU's mode where there is room. */
import { modeOf } from '../../models/platforms/stacks';
import { layerName, type ColumnState } from '../../models/platforms/types';
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Box } from './geometry';
import { linesOf } from './lines';
import { ownerOf } from './owners';
import { STAGE_DEEP, STAGE_LETTER, STAGE_LINE, type StageLayout } from './stage-layout';

interface StageLayerProps {
  readonly box: Box;
  readonly column: ColumnState;
  readonly layout: StageLayout;
  readonly t: Translate;
}

/** Room of control beside a name. */
const SEAT = 34;

/** A box narrower than this needs all its room. */
const NARROW = 120;

/** A box this high has its name above control, not beside it. */
const HIGH = 2 * STAGE_LINE + 12;

/** The name in as many lines as the box has room for; the first of them where it has too little. */
function nameLines(name: string, box: Box, high: boolean): readonly string[] {
  const lines = linesOf(name, box.width - (high ? 8 : SEAT), STAGE_LETTER);
  const room = high ? box.height - 2 * STAGE_DEEP : box.width < NARROW ? 0 : box.height;
  return lines.slice(0, Math.max(1, Math.floor(room / STAGE_LINE)));
}

export function StageLayer({ box, column, layout, t }: StageLayerProps) {
  const { platform, hop, moved } = column;
  const { rows, modes } = layout;
  const high = box.label === 'top' && box.height >= HIGH && box.layer !== 'guser';
  const mode = modes ? modeOf(platform, box.layer) : undefined;
  const said = mode && t(`mode-${mode}`);
  const lines = nameLines(t(layerName(platform, box.layer)), box, high);
  const beside = said !== undefined && (box.label === 'bottom' || box.height < STAGE_LINE * 2);
  const count = lines.length + (said && !beside ? 1 : 0);
  // What bears a stack is named in its lowest row: the monitor may lie in the one above.
  const [top, height] = box.label === 'bottom' ? [rows.ground.y, rows.ground.height] : [box.y, box.height];
  const first = high ? top + 27 : top + height / 2 - ((count - 1) * STAGE_LINE) / 2 + 8;
  const here = hop.layer === box.layer;
  const unsure = here && moved && hop.certainty === 'unverified';
  const classes = [
    'pf-box',
    ownerClass(ownerOf(platform, box.layer)),
    here && 'is-here',
    here && moved && 'is-new',
    unsure && 'is-unsure',
  ];
  const x = box.x + (box.width < NARROW ? 6 : 9);
  return (
    <g className={classes.filter(Boolean).join(' ')} data-node={`${platform}-${box.layer}`}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={7} />
      <text y={first}>
        {lines.map((line, i) => (
          <tspan key={i} x={x} dy={i === 0 ? 0 : STAGE_LINE}>
            {line}
          </tspan>
        ))}
        {said && (
          <tspan className="pf-mode" {...(beside ? { dx: 12 } : { x, dy: STAGE_LINE })}>
            {said}
          </tspan>
        )}
      </text>
    </g>
  );
}
