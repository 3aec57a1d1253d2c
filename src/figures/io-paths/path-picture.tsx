/** Why: one packet on its way, with the vCPU, the thread that works for it, and the borders that they cross. */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import type { Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { IoState, Move, PathStill, Place, Road } from '../../models/io-paths/types';
import type { Point } from '../../marks/shapes';
import { PATH, type Kind } from './geometry';
import { Score } from './parts';
import { Crossings, Places } from './places';
import { RingRow } from './ring-row';
import { pathOf, roundOf, wayOf } from './ways';

export const OWNER: Readonly<Record<Place, Owner>> = {
  app: 'user',
  driver: 'kern',
  ring: 'kern',
  kvm: 'vmm',
  qemu: 'host',
  vhost: 'host',
  tap: 'host',
  nic: 'hw',
  wire: 'hw',
};
export const WAY: Readonly<Record<Move['who'], Owner>> = {
  vcpu: 'vmm',
  worker: 'host',
  packet: 'data',
  signal: 'hw',
};

const beside = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });
export function PathPicture({
  state,
  now,
  kind,
  uid,
  name,
  t,
}: {
  readonly state: IoState;
  readonly now: PathStill;
  readonly kind: Kind;
  readonly uid: string;
  readonly name: string;
  readonly t: Translate;
}) {
  const layout = PATH[kind];
  const own = `${uid}-${kind}`;
  const road: Road = state.settings.road;
  const packetSeat = layout.seats[now.packet];
  const shared = now.packet === now.vcpu || now.packet === now.worker;
  const packet = shared ? beside(packetSeat, -26, 0) : packetSeat;
  return (
    <svg
      className={`io io-${kind}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={name}
    >
      <Defs uid={own} />
      <Places {...{ state, now, layout, t }} />
      <RingRow rings={state.rings} layout={layout} t={t} receiving={state.settings.scene === 'receive'} />
      {now.moves.map(({ who, from, to, round }) => (
        <g key={`${who}-${from}-${to}`} className={who === 'signal' ? 'io-signal' : undefined}>
          <Wire
            d={
              round
                ? pathOf(roundOf(layout, from, to), 4)
                : pathOf(wayOf(layout, from, to, who), who === 'signal' ? 20 : 0)
            }
            owner={who === 'signal' && road !== 'vfio' ? 'vmm' : WAY[who]}
            uid={own}
            kind="taken"
            arrow={round || who === 'signal'}
            node={who === 'vcpu' || who === 'packet' || who === 'worker' ? `${kind}-way-${who}` : 'signal'}
          />
        </g>
      ))}
      <Token
        id={`vcpu-${kind}`}
        node="vcpu"
        x={layout.seats[now.vcpu].x}
        y={layout.seats[now.vcpu].y}
        owner={OWNER[now.vcpu]}
        label="v"
        {...(now.moves.some(({ who, round }) => who === 'vcpu' && !round)
          ? { along: `${kind}-way-vcpu` }
          : {})}
      />
      {now.worker && (
        <Token
          id={`worker-${kind}`}
          node="worker"
          x={layout.seats[now.worker].x}
          y={layout.seats[now.worker].y}
          owner="host"
          label="t"
          along={`${kind}-way-worker`}
        />
      )}
      <g data-node="packet" className="io-packet">
        <Token
          id={`packet-${kind}`}
          x={packet.x}
          y={packet.y}
          owner="data"
          r={11}
          label="P"
          along={`${kind}-way-packet`}
        />
      </g>
      <Crossings state={state} layout={layout} t={t} />
      <Score state={state} box={layout.score} t={t} />
    </svg>
  );
}
