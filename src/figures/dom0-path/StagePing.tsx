/** Why: the packet's way for the back row: the same machine as on the page, with fewer words and every number that is told twice. */
import { Defs } from '../../marks/Defs';
import { ownerClass, type Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { Translate } from '../../lib/message';
import type { Shape } from '../contract';
import { CHIPS, ROADS, wayOf, type ChipId } from './geometry';
import { grantOf, journeyOf } from './journey';
import { CHIP_OWNER, type RegionId } from './places';
import { stageLayout } from './stage-geometry';
import { StageChannels, StageCpu, StagePages } from './stage-links';
import type { PingState } from './state';

const REGIONS: readonly (readonly [RegionId, Owner])[] = [
  ['domu', 'kern'],
  ['shared', 'data'],
  ['dom0', 'host'],
  ['xen', 'vmm'],
  ['cpu', 'hw'],
  ['nic', 'hw'],
  ['wire', 'hw'],
];
/** What a region is, where there is room for it; Xen's says what its rows are. */
const SUB: Readonly<Partial<Record<RegionId, string>>> = {
  domu: 'region.domu.sub',
  dom0: 'region.dom0.sub',
  xen: 'stage.channels',
  nic: 'region.nic.sub',
  wire: 'region.wire.sub',
};

interface Props {
  readonly state: PingState;
  readonly focus: readonly string[];
  readonly shape: Shape;
  readonly uid: string;
  readonly t: Translate;
}

function Places({ state, focus, shape, t }: Omit<Props, 'uid'>) {
  const layout = stageLayout(shape);
  return REGIONS.map(([id, owner]) => {
    const box = layout[id];
    const active = focus.includes(id) || state.running === id;
    const sub = SUB[id];
    const y = id === 'cpu' ? box.y + box.height / 2 + 9 : box.y + (shape === '4:3' ? 29 : 34);
    return (
      <g key={id} className={`dp-region ${ownerClass(owner)}${active ? ' is-active' : ''}`} data-node={id}>
        <rect {...box} rx={12} />
        <text className="dp-room-name" x={box.x + 14} y={y}>
          {t(`region.${id}`)}
          {sub !== undefined && (
            <tspan className="dp-room-sub" dx={12}>
              {t(sub)}
            </tspan>
          )}
        </text>
      </g>
    );
  });
}

/** The bridge and the driver stand beside the road down to the NIC; the stack is named below its road. */
function Chip({ id, focus, shape, t }: { id: ChipId } & Pick<Props, 'focus' | 'shape' | 't'>) {
  const { chips, stackName } = stageLayout(shape);
  const box = chips[id];
  const active = focus.includes(id);
  const beside = id === 'bridge' || id === 'driver';
  const y = id === 'stack' ? stackName : box.y + 30;
  return (
    <g className={`dp-chip ${ownerClass(CHIP_OWNER[id])}${active ? ' is-active' : ''}`} data-node={id}>
      <rect {...box} rx={8} />
      <text
        className={active ? 'is-active' : undefined}
        x={beside ? box.x + 6 : box.x + box.width / 2}
        y={y}
        textAnchor={beside ? 'start' : 'middle'}
      >
        {t(id === 'driver' ? 'chip.driver.short' : `chip.${id}`)}
      </text>
    </g>
  );
}

export function StagePing({ state, focus, shape, uid, t }: Props) {
  const layout = stageLayout(shape);
  const { way } = journeyOf(state.beat, 'wide');
  const last = way.at(-1)!;
  const seat = layout.seats[last];
  const cpu = layout.turns[state.running];
  const moves = way.length > 1;
  const taken = `way-${state.beat}`;
  const place = t(`place.${last}`);
  return (
    <svg
      className="dp-room"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t({ key: 'picture.ping', values: { place, running: t(`vcpu.${state.running}`) } })}
    >
      <Defs uid={uid} />
      <Places {...{ state, focus, shape, t }} />
      {CHIPS.map((id) => (
        <Chip key={id} {...{ id, focus, shape, t }} />
      ))}
      <StagePages {...{ state, focus, layout, t }} />
      {ROADS.map((road) => (
        <path key={road.join()} className="dp-road" d={wayOf(layout, road)} />
      ))}
      <StageChannels {...{ state, focus, layout, uid, t }} />
      <StageCpu {...{ state, layout, t }} />
      {grantOf(state.past, 'tx') === 'mapped' && (
        <path className="dp-mapped" d={wayOf(layout, ['page-tx', 'netback'])} />
      )}
      {moves && <Wire d={wayOf(layout, way)} owner="data" uid={uid} kind="taken" node={taken} />}
      <Token id="cpu" x={cpu.x} y={cpu.y} owner={state.running === 'domu' ? 'kern' : 'host'} r={8} />
      <Token
        id="packet"
        node="packet"
        x={seat.x}
        y={seat.y}
        owner="data"
        r={12}
        {...(moves ? { along: taken } : {})}
      />
    </svg>
  );
}
