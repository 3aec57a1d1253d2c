/**
 * Why: the packet's way, seen from above: the guest on one side, Domain 0 with the only driver on the other, memory
 * that both see between them, and Xen below with nothing but grants, bells and the scheduler.
 */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { ownerClass, type Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import { Channels } from './Channels';
import {
  CHIPS,
  layoutOf,
  NARROW_ROADS,
  ROADS,
  wayOf,
  type Box,
  type ChipId,
  type Kind,
  type Layout,
} from './geometry';
import { grantOf, journeyOf } from './journey';
import { Pages } from './Pages';
import type { PingState } from './state';

const OWNER: Readonly<Record<ChipId, Owner>> = {
  app: 'user',
  stack: 'kern',
  netfront: 'kern',
  netback: 'host',
  vif: 'host',
  bridge: 'host',
  driver: 'host',
};

type RegionId = 'domu' | 'dom0' | 'shared' | 'xen' | 'cpu' | 'nic' | 'wire';

/** On a phone roads cross these from above to below: their names stand beside the roads, and say no more. */
const INDENT: Readonly<Partial<Record<RegionId, number>>> = {
  shared: 106,
  dom0: 106,
  nic: 66,
  wire: 14,
  cpu: 14,
};

interface RegionProps {
  readonly box: Box;
  readonly owner: Owner;
  readonly name: string;
  readonly sub: string;
  readonly node: string;
  readonly active: boolean;
  /** Of the name, from the left edge. */
  readonly indent: number;
  readonly below?: boolean;
  readonly middle?: boolean;
}

/** A domain, Xen, or a piece of hardware; where a road passes its name, what it is stands below. */
function Region({ box, owner, name, sub, node, active, indent, below = false, middle = false }: RegionProps) {
  return (
    <g className={`dp-region ${ownerClass(owner)}${active ? ' is-active' : ''}`} data-node={node}>
      <rect {...box} rx={12} />
      <text className="dp-name" x={box.x + indent} y={middle ? box.y + box.height / 2 + 6 : box.y + 27}>
        {name}
        {!below && (
          <tspan className="dp-sub" dx={10}>
            {sub}
          </tspan>
        )}
      </text>
      {below && (
        <text className="dp-sub owned" x={box.x + 14} y={box.y + 50}>
          {sub}
        </text>
      )}
    </g>
  );
}

interface ChipProps {
  readonly id: ChipId;
  readonly box: Box;
  readonly active: boolean;
}

function Chip({ id, box, active }: ChipProps) {
  return (
    <g className={`dp-chip ${ownerClass(OWNER[id])}${active ? ' is-active' : ''}`} data-node={id}>
      <rect {...box} rx={8} />
    </g>
  );
}

/** Names stand above the roads that pass them. */
function ChipName({
  id,
  box,
  active,
  narrow,
  t,
}: ChipProps & { readonly narrow: boolean; readonly t: Translate }) {
  return (
    <text
      className={`dp-chip-name${active ? ' is-active' : ''}`}
      x={box.x + box.width / 2}
      y={box.y + 24}
      textAnchor="middle"
    >
      {t(id === 'driver' && narrow ? 'chip.driver.short' : `chip.${id}`)}
    </text>
  );
}

/** What the processor runs: one of the two domains at a time. */
function Cpu({ state, layout, t }: { state: PingState; layout: Layout; t: Translate }) {
  return (['domu', 'dom0'] as const).map((domain) => {
    const { x, y } = layout.turns[domain];
    const now = state.running === domain;
    return (
      <g
        key={domain}
        className={`dp-seat ${ownerClass(domain === 'domu' ? 'kern' : 'host')}${now ? ' is-active' : ''}`}
      >
        <circle cx={x} cy={y} r={13} />
        <text x={x + 24} y={y + 5}>
          {t(layout.kind === 'wide' ? `vcpu.${domain}` : `region.${domain}`)}
        </text>
      </g>
    );
  });
}

export function PingPicture({
  state,
  focus,
  kind,
  uid,
  t,
}: {
  readonly state: PingState;
  readonly focus: readonly string[];
  readonly kind: Kind;
  readonly uid: string;
  readonly t: Translate;
}) {
  const layout = layoutOf(kind);
  const { way } = journeyOf(state.beat, kind);
  const last = way.at(-1)!;
  const seat = layout.seats[last];
  const cpu = layout.turns[state.running];
  const lit = (id: string) => focus.includes(id);
  const place = t(`place.${last}`);
  const moves = way.length > 1;
  const taken = `way-${state.beat}-${kind}`;
  const indents = kind === 'narrow' ? INDENT : {};
  const region = (name: RegionId, owner: Owner) => (
    <Region
      box={layout[name]}
      owner={owner}
      name={t(`region.${name}`)}
      sub={indents[name] === undefined ? t(`region.${name}.sub`) : ''}
      indent={indents[name] ?? 14}
      node={name}
      active={lit(name) || state.running === name}
      below={name === 'nic' || name === 'wire'}
      middle={name === 'cpu'}
    />
  );
  return (
    <svg
      className={`dp dp-${kind}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t({ key: 'picture.ping', values: { place, running: t(`vcpu.${state.running}`) } })}
    >
      <Defs uid={uid} />
      {region('domu', 'kern')}
      {region('dom0', 'host')}
      {region('shared', 'data')}
      {region('xen', 'vmm')}
      {region('cpu', 'hw')}
      {region('nic', 'hw')}
      {region('wire', 'hw')}
      {CHIPS.map((id) => (
        <Chip key={id} id={id} box={layout.chips[id]} active={lit(id)} />
      ))}
      {(kind === 'wide' ? ROADS : NARROW_ROADS).map((road) => (
        <path key={road.join()} className="dp-road" d={wayOf(layout, road)} />
      ))}
      <Pages {...{ state, layout, t }} />
      <Channels {...{ state, layout, t, uid }} />
      <Cpu {...{ state, layout, t }} />
      {grantOf(state.past, 'tx') === 'mapped' && (
        <path className="dp-mapped" d={wayOf(layout, ['page-tx', 'netback'])} />
      )}
      {moves && <Wire d={wayOf(layout, way)} owner="data" uid={uid} kind="taken" node={taken} />}
      {CHIPS.map((id) => (
        <ChipName key={id} id={id} box={layout.chips[id]} active={lit(id)} narrow={kind === 'narrow'} t={t} />
      ))}
      <Token
        id={`cpu-${kind}`}
        x={cpu.x}
        y={cpu.y}
        owner={state.running === 'domu' ? 'kern' : 'host'}
        r={8}
      />
      <Token
        id={`packet-${kind}`}
        node="packet"
        x={seat.x}
        y={seat.y}
        owner="data"
        r={10}
        {...(moves ? { along: taken } : {})}
      />
    </svg>
  );
}
