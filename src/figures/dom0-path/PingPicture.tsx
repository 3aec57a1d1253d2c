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
  cpuSeat,
  layoutOf,
  seatOf,
  wayOf,
  type Box,
  type ChipId,
  type Kind,
  type Seat,
} from './geometry';
import { grantOf, JOURNEY } from './journey';
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

interface RegionProps {
  readonly box: Box;
  readonly owner: Owner;
  readonly name: string;
  readonly sub: string;
  readonly node: string;
  readonly active: boolean;
}

/** A domain, Xen, or a piece of hardware. */
function Region({ box, owner, name, sub, node, active }: RegionProps) {
  return (
    <g className={`dp-region ${ownerClass(owner)}${active ? ' is-active' : ''}`} data-node={node}>
      <rect {...box} rx={12} />
      <text className="dp-name" x={box.x + 14} y={box.y + 26}>
        {name}
        <tspan className="dp-sub" dx={10}>
          {sub}
        </tspan>
      </text>
    </g>
  );
}

function Chip({ id, box, active, t }: { id: ChipId; box: Box; active: boolean; t: Translate }) {
  return (
    <g className={`dp-chip ${ownerClass(OWNER[id])}${active ? ' is-active' : ''}`} data-node={id}>
      <rect {...box} rx={8} />
      <text x={box.x + box.width / 2} y={box.y + 20} textAnchor="middle">
        {t(`chip.${id}`)}
      </text>
    </g>
  );
}

/** What the processor runs: one of the two domains at a time. */
function Cpu({ state, kind, t }: { state: PingState; kind: Kind; t: Translate }) {
  const layout = layoutOf(kind);
  return (
    <g>
      {(['domu', 'dom0'] as const).map((domain) => {
        const { x, y } = cpuSeat(layout, domain);
        const now = state.running === domain;
        return (
          <g
            key={domain}
            className={`dp-seat ${ownerClass(domain === 'domu' ? 'kern' : 'host')}${now ? ' is-active' : ''}`}
          >
            <circle cx={x} cy={y} r={13} />
            <text x={x + 22} y={y + 5}>
              {t(`vcpu.${domain}`)}
            </text>
          </g>
        );
      })}
    </g>
  );
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
  const { way } = JOURNEY[state.beat];
  const last = way.at(-1)!;
  const seat = seatOf(layout, last);
  const cpu = cpuSeat(layout, state.running);
  const lit = (id: string) => focus.includes(id);
  const answered = state.past.includes('wire');
  const place = t(`place.${last}`);
  const region = (name: 'domu' | 'dom0' | 'shared' | 'xen' | 'cpu' | 'nic' | 'wire', owner: Owner) => (
    <Region
      box={layout[name]}
      owner={owner}
      name={t(`region.${name}`)}
      sub={t(`region.${name}.sub`)}
      node={name}
      active={lit(name) || state.running === name}
    />
  );
  const seats = (from: Seat, to: Seat) => wayOf(layout, [from, to]);
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
      <path className="dp-road" d={wayOf(layout, ['app', 'stack', 'netfront'])} />
      <path className="dp-road" d={wayOf(layout, ['netback', 'vif', 'bridge', 'driver', 'nic', 'wire'])} />
      <path className="dp-road" d={seats('netfront', 'page-tx')} />
      <path className="dp-road" d={seats('page-tx', 'netback')} />
      <path className="dp-road" d={seats('netback', 'page-rx')} />
      <path className="dp-road" d={seats('page-rx', 'netfront')} />
      {CHIPS.map((id) => (
        <Chip key={id} id={id} box={layout.chips[id]} active={lit(id)} t={t} />
      ))}
      <Pages {...{ state, layout, t, uid }} />
      <Channels {...{ state, layout, t, uid }} />
      <Cpu state={state} kind={kind} t={t} />
      {grantOf(state.past, 'tx') === 'mapped' && (
        <path className="dp-mapped" d={seats('page-tx', 'netback')} />
      )}
      {way.length > 1 && (
        <Wire d={wayOf(layout, way)} owner="data" uid={uid} kind="taken" node={`way-${state.beat}-${kind}`} />
      )}
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
        r={9}
        label={answered ? '←' : '→'}
        {...(way.length > 1 ? { along: `way-${state.beat}-${kind}` } : {})}
      />
    </svg>
  );
}
