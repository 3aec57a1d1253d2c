/** Why: all guests and their one Domain 0 for the back row: rings, its processors, what goes out and what is lost, and who holds the memory. */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import { STAGE_ROOMS, type Shape } from '../contract';
import { StageCharts, StageKnees } from './stage-charts';
import { stageLoadLayout, stageRow, stageWay } from './stage-load-geometry';
import { StageMachine } from './StageMachine';
import { StageRing } from './StageRing';
import type { LoadState } from './state';

export interface LoadProps {
  readonly state: LoadState;
  readonly shape: Shape;
  readonly t: Translate;
}

/** Domain 0's processors, each as full as it was busy in this millisecond. */
function Dom0({ state, shape, t }: LoadProps) {
  const { dom0, busy: places, columns } = stageLoadLayout(shape);
  const { choice, windows, shown } = state;
  const window = windows[shown - 1];
  const busy = window?.busy ?? 0;
  const direct = choice.nic === 'passthrough';
  const never = !direct && window?.notifiedHere === 0;
  const foot = columns.top + columns.height;
  const tall = Math.round(columns.height * busy);
  const active = !direct && shown > 0 ? ' is-active' : '';
  return (
    <g className={`dp-region ${ownerClass('host')}${active}`} data-node="dom0">
      <rect {...dom0} rx={12} />
      <text className="dp-room-name" x={dom0.x + 14} y={dom0.y + 30}>
        {t('region.dom0')}
        <tspan className="dp-room-sub" dx={14}>
          {t({ key: 'load.vcpus', values: { vcpus: choice.vcpus } })}
        </tspan>
      </text>
      {Array.from({ length: choice.vcpus }, (_, i) => {
        const x = dom0.x + 16 + i * (columns.width + 12);
        return (
          <g key={i} className="dp-vcpu">
            <rect className="dp-well" x={x} y={columns.top} {...columns} rx={5} />
            <rect className="dp-level" x={x} y={foot - tall} width={columns.width} height={tall} rx={5} />
            <text x={x + columns.width / 2} y={foot + 27} textAnchor="middle">
              {`v${i}`}
            </text>
          </g>
        );
      })}
      <text className="dp-room-big owned" {...places[0]}>
        {t({ key: 'load.busy', values: { busy: Math.round(busy * 100) } })}
      </text>
      {shown > 0 && (
        <text className={never ? 'dp-room-warn' : undefined} {...places[1]}>
          {t(direct ? 'load.untouched' : never ? 'load.never-sleeps' : 'load.sleeps')}
        </text>
      )}
    </g>
  );
}

function Nic({ state, shape, t }: LoadProps) {
  const { nic } = stageLoadLayout(shape);
  const delivered = state.windows[state.shown - 1]?.deliveredHere ?? 0;
  return (
    <g className={`dp-region ${ownerClass('hw')}${state.shown > 0 ? ' is-active' : ''}`} data-node="nic">
      <rect {...nic} rx={12} />
      <text className="dp-room-name" x={nic.x + 16} y={nic.y + 33}>
        {t('region.nic')}
      </text>
      <text className="dp-room-big" x={nic.x + nic.width - 16} y={nic.y + nic.height - 15} textAnchor="end">
        {t({ key: 'load.delivered', values: { delivered } })}
      </text>
    </g>
  );
}

export function StageLoad({ state, shape, uid, t }: LoadProps & { readonly uid: string }) {
  const { choice, windows, shown, started } = state;
  const layout = stageLoadLayout(shape);
  const { rings, dom0, nic } = layout;
  const { width, height } = STAGE_ROOMS[shape];
  const direct = choice.nic === 'passthrough';
  const window = windows[shown - 1];
  const kind = shown > 0 ? 'taken' : 'idle';
  const values = {
    guests: started,
    ms: shown,
    delivered: window?.deliveredHere ?? 0,
    dropped: window?.droppedHere ?? 0,
    busy: Math.round((window?.busy ?? 0) * 100),
  };
  return (
    <svg
      className="dp-room"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t({ key: 'picture.load', values })}
    >
      <Defs uid={uid} />
      <g className={`dp-region ${ownerClass('kern')}`} data-node="rings">
        <rect {...rings} rx={12} />
        <text className="dp-room-name" x={rings.x + 14} y={rings.y + 30}>
          {t('region.guests')}
          <tspan className="dp-room-sub" dx={14}>
            {t(direct ? 'region.guests.direct' : 'region.guests.sub')}
          </tspan>
        </text>
      </g>
      <Dom0 {...{ state, shape, t }} />
      <Nic {...{ state, shape, t }} />
      {Array.from({ length: choice.guests }, (_, i) => (
        <g key={i}>
          <StageRing {...{ state, uid, t }} guest={i} box={stageRow(layout, choice.guests, i)} />
          {i < started && (
            <Wire d={stageWay(layout, choice.guests, i, direct)} owner="data" uid={uid} kind={kind} />
          )}
        </g>
      ))}
      {direct ? (
        <text x={nic.x + nic.width} y={nic.y - 11} textAnchor="end">
          {t('load.iommu')}
        </text>
      ) : (
        <Wire
          d={`M${dom0.x + dom0.width / 2} ${dom0.y + dom0.height} V${nic.y - 4}`}
          owner="data"
          uid={uid}
          kind={kind}
          arrow
        />
      )}
      <StageMachine {...{ state, shape, uid, t }} />
      {state.over ? <StageKnees {...{ state, shape, t }} /> : <StageCharts {...{ state, shape, uid, t }} />}
    </svg>
  );
}
