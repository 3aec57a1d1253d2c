/**
 * Why: the packet's way, seen from above: the guest on one side, Domain 0 with the only driver on the other, memory
 * that both see between them, and Xen below with nothing but grants, bells and the scheduler.
 */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import type { Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import { Channels } from './Channels';
import { CHIPS, layoutOf, NARROW_ROADS, ROADS, wayOf, type Kind } from './geometry';
import { grantOf, journeyOf } from './journey';
import { Pages } from './Pages';
import { Chip, ChipName, Cpu, INDENT, Region, type RegionId } from './places';
import type { PingState } from './state';

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
