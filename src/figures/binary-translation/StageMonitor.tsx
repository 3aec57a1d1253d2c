/** Why: under the code, for the back row: the VMM with its three duties, how often it was needed, and at the end what it cost. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { BtState } from '../../models/binary-translation/types';
import { DUTIES } from './geometry';
import { BAR, LEGEND } from './meter';
import { COUNT } from './monitor';
import type { StageLayout } from './stage-layout';

interface StageMonitorProps {
  readonly state: BtState;
  readonly layout: StageLayout;
  readonly t: Translate;
  readonly uid: string;
}

export function StageVmm({ state, layout, t }: StageMonitorProps) {
  const { where, counts, cache } = state;
  const awake = where.kind === 'vmm';
  const numbers = {
    lookup: new Set(cache.map(({ entry }) => entry)).size,
    translate: counts.translations,
    emulate: counts.callouts + counts.traps,
  };
  const { vmm, duties } = layout;
  const middle = vmm.y + vmm.height / 2;
  return (
    <g className={`bt-vmm ${ownerClass('vmm')}${awake ? ' is-awake' : ''}`}>
      <rect className="bt-vmm-box" {...{ ...vmm, rx: 10 }} />
      <text className="bt-head owned" x={vmm.x + 8} y={middle + 9}>
        {t('picture.vmm')}
      </text>
      {DUTIES.map((duty) => {
        const { x, y, width, height } = duties[duty];
        const active = awake && where.duty === duty;
        const first = y + Math.max(25, height / 2 - 8);
        return (
          <g
            key={duty}
            className={`bt-duty${active ? ' is-active' : ''}`}
            data-node={duty}
            textAnchor="middle"
          >
            <rect {...{ x, y, width, height, rx: 8 }} />
            <text className="bt-duty-name" x={x + width / 2} y={active ? y + 24 : first}>
              {t(`duty.${duty}`)}
            </text>
            {!active && (
              <text className="muted" x={x + width / 2} y={first + 28}>
                {t({ key: COUNT[duty], values: { count: numbers[duty] } })}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Where the words stand: two under each other, the third beside the first. */
const PLACES = [
  { column: 0, row: 0 },
  { column: 0, row: 1 },
  { column: 1, row: 0 },
] as const;
const COLUMN = 200;

/** One bar for each time control came to a block, the higher the more it cost. */
export function StageMeter({ state, total, layout, t }: StageMonitorProps & { readonly total: number }) {
  const { meter } = layout;
  const { entries, phase } = state;
  const low = meter.height < 80;
  // On the lower slide the bars stand beside the words, else over them.
  const bars = low
    ? { x: meter.x + COLUMN + 24, y: meter.y + meter.height - 2, width: meter.width - COLUMN - 24, k: 0.8 }
    : { x: meter.x, y: meter.y + 34, width: meter.width, k: 1 };
  const step = Math.min(24, bars.width / Math.max(total, 1));
  const top = low ? meter.y + 24 : meter.y + 60;
  return (
    <g data-node="meter">
      <g data-node="counts">
        {LEGEND.map((way, i) => {
          const { column, row } = PLACES[i]!;
          const [x, y] = [meter.x + column * COLUMN, top + row * 29];
          const count = entries.filter((each) =>
            way === 'chained' ? each !== 'miss' && each !== 'hit' : each === way,
          ).length;
          return (
            <g key={way} className={`bt-legend ${ownerClass(BAR[way].owner)}`}>
              <rect
                className={`bt-bar ${BAR[way].shape}`}
                x={x + 1}
                y={y - 16}
                width={15}
                height={15}
                rx={3}
              />
              <text x={x + 24} y={y}>
                {t({ key: `meter.${way}`, values: { count } })}
              </text>
            </g>
          );
        })}
      </g>
      <path className="bt-ground" d={`M${bars.x} ${bars.y} h${bars.width}`} />
      {entries.map((way, i) => {
        const { height, owner, shape } = BAR[way];
        const last = i === entries.length - 1 && phase !== 'end';
        const tall = Math.round(height * bars.k);
        return (
          <rect
            key={i}
            className={`bt-bar ${ownerClass(owner)} ${shape}${last ? ' is-last' : ''}`}
            {...{ x: bars.x + 2 + i * step, y: bars.y - tall, width: step * 0.66, height: tall, rx: 2 }}
          />
        );
      })}
    </g>
  );
}

const COST_ROW = 27;

/** Cycles by each way, under the folded code of the guest. */
export function StageCost({ state, layout, t, uid }: StageMonitorProps) {
  const { cost, trapWrong } = state;
  const { x, width } = layout.guest;
  const last = layout.guestBlocks.at(-1)!;
  const top = last.y + last.height + 25;
  const { bt } = cost;
  const rows = [
    { id: 'native', cycles: cost.native },
    { id: 'bt', cycles: bt.guest + bt.vmm + bt.translate },
    { id: 'trap', cycles: cost.trap },
    { id: 'vtx', cycles: cost.vtx },
  ];
  return (
    <g data-node="cost">
      <text className="bt-head" x={x + 2} y={top}>
        {t('panel.cost')}
      </text>
      <text className="muted bt-unsure" x={x + width - 8} y={top} textAnchor="end">
        {t('sure.unverified')}
      </text>
      {rows.map(({ id, cycles }, i) => {
        const y = top + (i + 1) * COST_ROW;
        return (
          <g key={id} className={id === 'bt' ? 'bt-own' : undefined}>
            {id === 'trap' && trapWrong !== null && (
              <rect x={x + 2} y={y - 20} width={12} height={24} fill={`url(#${uid}-hazard)`} />
            )}
            <text x={x + 22} y={y}>
              {t(`cost.${id}`)}
            </text>
            <text x={x + width - 8} y={y} textAnchor="end">
              {t({ key: 'number', values: { value: Math.round(cycles) } })}
            </text>
          </g>
        );
      })}
    </g>
  );
}
