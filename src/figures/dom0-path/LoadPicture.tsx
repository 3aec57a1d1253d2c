/**
 * Why: all guests at once. Each has its ring; one Domain 0 empties them all. A ring that fills, a bell that falls
 * silent and a processor that is never idle are seen together, with the machine's memory below.
 */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { Kind } from './geometry';
import { loadLayout, rowOf, type LoadLayout } from './load-geometry';
import { MachineBar } from './MachineBar';
import { RingRow } from './RingRow';
import type { LoadState } from './state';
import { TimeCharts } from './TimeCharts';

interface Part {
  readonly state: LoadState;
  readonly layout: LoadLayout;
  readonly t: Translate;
}

/** Domain 0's processors, each as full as it was busy in this millisecond. */
function Dom0({ state, layout, t }: Part) {
  const { x, y, height } = layout.dom0;
  const { choice, windows, shown } = state;
  const busy = windows[shown - 1]?.busy ?? 0;
  const direct = choice.nic === 'passthrough';
  const bar = { top: y + 44, height: height - 80, ...layout.column };
  const sleeps = (windows[shown - 1]?.notifiedHere ?? 1) > 0;
  const words = direct ? 'load.untouched' : sleeps ? 'load.sleeps' : 'load.never-sleeps';
  const right = x + 16 + 4 * (bar.width + bar.gap) + 6;
  return (
    <g
      className={`dp-region ${ownerClass('host')}${!direct && shown > 0 ? ' is-active' : ''}`}
      data-node="dom0"
    >
      <rect {...layout.dom0} rx={12} />
      <text className="dp-name" x={x + 14} y={y + 27}>
        {t('region.dom0')}
        <tspan className="dp-sub" dx={10}>
          {t({ key: 'load.vcpus', values: { vcpus: choice.vcpus } })}
        </tspan>
      </text>
      {Array.from({ length: choice.vcpus }, (_, i) => {
        const left = x + 16 + i * (bar.width + bar.gap);
        const tall = Math.round(bar.height * busy);
        const foot = bar.top + bar.height;
        return (
          <g key={i} className="dp-vcpu">
            <rect className="dp-well" x={left} y={bar.top} width={bar.width} height={bar.height} rx={5} />
            <rect className="dp-level" x={left} y={foot - tall} width={bar.width} height={tall} rx={5} />
            <text x={left + bar.width / 2} y={foot + 22} textAnchor="middle">
              {`v${i}`}
            </text>
          </g>
        );
      })}
      <text className="dp-big owned" x={right} y={bar.top + 24}>
        {t({ key: 'load.busy', values: { busy: Math.round(busy * 100) } })}
      </text>
      {shown > 0 && (
        <text className={words === 'load.never-sleeps' ? 'dp-warn' : 'dp-quiet'} x={right} y={bar.top + 48}>
          {t(words)}
        </text>
      )}
    </g>
  );
}

function Nic({ state, layout, t }: Part) {
  const { x, y, width, height } = layout.nic;
  const delivered = state.windows[state.shown - 1]?.deliveredHere ?? 0;
  return (
    <g className={`dp-region ${ownerClass('hw')}`} data-node="nic">
      <rect x={x} y={y} width={width} height={height} rx={12} />
      <text className="dp-name" x={x + 14} y={y + 26}>
        {t('region.nic')}
      </text>
      <text className="dp-big owned" x={x + 14} y={y + height - 16}>
        {t({ key: 'load.delivered', values: { delivered } })}
      </text>
    </g>
  );
}

export function LoadPicture({
  state,
  kind,
  uid,
  t,
}: {
  readonly state: LoadState;
  readonly kind: Kind;
  readonly uid: string;
  readonly t: Translate;
}) {
  const { choice, windows, shown, started } = state;
  const layout = loadLayout(kind, choice.guests);
  const direct = choice.nic === 'passthrough';
  const window = windows[shown - 1];
  const { rings } = layout;
  return (
    <svg
      className={`dp dp-${kind}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t({
        key: 'picture.load',
        values: {
          guests: started,
          ms: shown,
          delivered: window?.deliveredHere ?? 0,
          dropped: window?.droppedHere ?? 0,
          busy: Math.round((window?.busy ?? 0) * 100),
        },
      })}
    >
      <Defs uid={uid} />
      <g className={`dp-region ${ownerClass('kern')}`} data-node="rings">
        <rect {...rings} rx={12} />
        <text className="dp-name" x={rings.x + 14} y={rings.y + 26}>
          {t('region.guests')}
          <tspan className="dp-sub" dx={10}>
            {t(direct ? 'region.guests.direct' : 'region.guests.sub')}
          </tspan>
        </text>
      </g>
      <Dom0 {...{ state, layout, t }} />
      <Nic {...{ state, layout, t }} />
      {Array.from({ length: choice.guests }, (_, i) => {
        const runs = i < started;
        const d = direct ? layout.directWay(i) : layout.splitWay(i);
        return (
          <g key={i}>
            <RingRow {...{ state, t, uid }} guest={i} box={rowOf(layout, i)} />
            {runs && <Wire d={d} owner="data" uid={uid} kind={shown > 0 ? 'taken' : 'idle'} />}
          </g>
        );
      })}
      {!direct && <Wire d={layout.outWay} owner="data" uid={uid} kind={shown > 0 ? 'taken' : 'idle'} arrow />}
      <text
        className="dp-quiet"
        {...(direct ? layout.bypass : layout.out)}
        textAnchor={direct || kind === 'wide' ? 'end' : 'start'}
      >
        {t(direct ? 'load.iommu' : 'load.way')}
      </text>
      <MachineBar {...{ state, t, uid }} box={layout.machine} brief={kind === 'narrow'} />
      <TimeCharts state={state} boxes={layout.charts} brief={kind === 'narrow'} uid={uid} t={t} />
    </svg>
  );
}
