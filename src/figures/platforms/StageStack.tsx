/** Why: one platform in one beat, for the back row: what it is made of, where control is and came from, and the score. */
import { countsOf } from '../../models/platforms/counts';
import { PATHS } from '../../models/platforms/paths';
import { STACKS } from '../../models/platforms/stacks';
import { nameOf, type ColumnState, type EventId } from '../../models/platforms/types';
import type { Translate } from '../../lib/message';
import { widthOf } from '../../lib/width';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import { boxesOf, COUNT_ROWS } from './geometry';
import { ownerOf } from './owners';
import { STAGE_TOKEN, stageSeat, stageWay, type StageLayout } from './stage-layout';
import { StageLayer } from './StageLayer';

interface StageStackProps {
  readonly column: ColumnState;
  readonly event: EventId;
  readonly layout: StageLayout;
  readonly index: number;
  readonly ended: boolean;
  /** The caption tells of this one. */
  readonly told: boolean;
  readonly uid: string;
  readonly t: Translate;
}

/** Room of a letter of a name, bigger where there is room, and of its type. */
const BIG = 16.5;
const BOLD = 15;
const PLAIN = 12.5;
/** Room of the sum beside them. */
const SUM = 52;
const CELL = 20;

/** Two arrows, one each way: every crossing counts. */
export const CROSSING = 'M0 5H19M13 0l6 5l-6 5M23 14H4M10 9l-6 5l6 5';

function Name({ column, layout, told, t }: Pick<StageStackProps, 'column' | 'layout' | 'told' | 't'>) {
  const { platform, hop, moved } = column;
  const name = t(nameOf(platform));
  const unsure = moved && hop.certainty === 'unverified' && layout.legend === undefined;
  const said = unsure ? t('unverified') : t(`type-${STACKS[platform].type}`);
  const beside = layout.type === layout.name;
  const room =
    layout.stack -
    (beside ? widthOf(name) * (layout.legend === undefined ? BIG : BOLD) + 10 : 0) -
    (layout.counts ? 0 : SUM);
  return (
    <text y={layout.name}>
      <tspan className={told ? 'pf-name is-told' : 'pf-name'}>{name}</tspan>
      {widthOf(said) * PLAIN <= room && (
        <tspan
          className={unsure ? 'pf-unsure' : 'muted'}
          {...(beside ? { dx: 10 } : { x: 0, y: layout.type })}
        >
          {said}
        </tspan>
      )}
    </text>
  );
}

/** The way as a row of cells: those gone in the colour of the layer that had control, those to come empty. */
function Trail({ column, event, layout }: Pick<StageStackProps, 'column' | 'event' | 'layout'>) {
  const { platform, past } = column;
  const way = PATHS[event][platform];
  if (layout.trail === undefined) return null;
  return way.map(({ layer }, i) => (
    <rect
      key={i}
      className={i < past.length ? `pf-cell ${ownerClass(ownerOf(platform, layer))}` : 'pf-cell'}
      x={layout.stack - (way.length - i) * CELL + 2}
      y={layout.trail}
      width={CELL - 4}
      height={18}
      rx={3}
    />
  ));
}

function Counts({ column, layout, ended, t }: Pick<StageStackProps, 'column' | 'layout' | 'ended' | 't'>) {
  const { platform, moved, past, counts } = column;
  const { stack, counts: place } = layout;
  const before = countsOf(platform, moved ? past.slice(0, -1) : past);
  const classOf = (row: (typeof COUNT_ROWS)[number]) =>
    counts[row] !== before[row] || (ended && row === 'crossings') ? 'pf-count is-new' : 'pf-count';
  const number = (value: number) => t({ key: 'number', values: { value } });
  if (!place)
    return (
      <>
        <path className="pf-arrows" d={CROSSING} transform={`translate(${stack - 48} ${layout.name - 16})`} />
        <text className={`${classOf('crossings')} pf-sum`} x={stack} y={layout.name} textAnchor="end">
          {number(counts.crossings)}
        </text>
      </>
    );
  return (place.all ? COUNT_ROWS : (['crossings'] as const)).map((row, i) => {
    const y = place.y + i * place.step;
    return (
      <g key={row}>
        {i > 0 && <path className="pf-rule" d={`M0 ${y - place.step + 7}H${stack}`} />}
        <text className={row === 'crossings' ? 'pf-total' : undefined} y={y}>
          {t(`row-${row}`)}
        </text>
        <text className={classOf(row)} x={stack - 6} y={y} textAnchor="end">
          {number(counts[row])}
        </text>
      </g>
    );
  });
}

export function StageStack(props: StageStackProps) {
  const { column, layout, index, ended, uid, t } = props;
  const { platform, hop, from, moved } = column;
  const seat = stageSeat(platform, hop.layer, layout);
  const origin = stageSeat(platform, from, layout);
  const passes = platform !== 'container' && [from, hop.layer].sort().join() === 'guser,vmm';
  const { x, y } = layout.places[index]!;
  const owner = ownerOf(platform, hop.layer);
  return (
    <g className={moved || ended ? 'pf-stack' : 'pf-stack is-still'} transform={`translate(${x} ${y})`}>
      <Name {...props} />
      {boxesOf(platform, layout.stack, layout.rows).map((box) => (
        <StageLayer key={box.layer} box={box} column={column} layout={layout} t={t} />
      ))}
      {hop.layer !== from && (
        <>
          <circle
            className={`pf-was ${ownerClass(ownerOf(platform, from))}`}
            cx={origin.x}
            cy={origin.y}
            r={6}
          />
          <Wire uid={uid} owner={owner} kind="taken" arrow d={stageWay(origin, seat, passes)} />
        </>
      )}
      <Trail {...props} />
      <Counts {...props} />
      <Token id={platform} x={seat.x} y={seat.y} owner={owner} r={STAGE_TOKEN} />
    </g>
  );
}
