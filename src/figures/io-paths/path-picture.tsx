/** Why: one packet on its way, with the vCPU, the thread that works for it, and the borders that they cross. */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import type { Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import { hopsOf } from '../../models/io-paths/path';
import type { IoState, Move, PathStill, Place, Road } from '../../models/io-paths/types';
import { PATH, pathOf, roundOf, wayOf, type Kind, type Layout, type Point } from './geometry';
import { Named, Score } from './parts';
import { RingRow } from './ring-row';

const OWNER: Readonly<Record<Place, Owner>> = {
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
const WAY: Readonly<Record<Move['who'], Owner>> = {
  vcpu: 'vmm',
  worker: 'host',
  packet: 'data',
  signal: 'hw',
};

const beside = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });

/** Where each road's packet and threads can come: the rest of the picture is quiet. */
function usedBy(state: IoState): ReadonlySet<Place> {
  const { road } = state.settings;
  const used = new Set<Place>(['app', 'driver', 'ring', 'nic', 'wire']);
  for (const hop of hopsOf(state.settings)) {
    for (const place of [hop.vcpu, hop.worker, hop.packet, hop.round, ...(hop.signal ?? [])])
      if (place) used.add(place);
    if (hop.round) used.add('kvm');
  }
  if (road !== 'vfio') used.add('tap').add('kvm');
  return used;
}

const HERE: Readonly<Record<'app' | 'kernel' | 'kvm' | 'qemu' | 'host' | 'nic', readonly Place[]>> = {
  app: ['app'],
  kernel: ['driver', 'ring'],
  kvm: ['kvm'],
  qemu: ['qemu'],
  host: ['vhost', 'tap'],
  nic: ['nic', 'wire'],
};

function Boxes({ state, now, layout, t }: { state: IoState; now: PathStill; layout: Layout; t: Translate }) {
  const { road } = state.settings;
  const used = usedBy(state);
  const wide = layout.kind === 'wide';
  const round = now.moves.find((move) => move.round);
  const here = (place: keyof typeof HERE) =>
    HERE[place].some(
      (each) => each === now.vcpu || each === now.worker || each === round?.to || (round && each === 'kvm'),
    );
  const quiet = (place: keyof typeof HERE) => (HERE[place].some((each) => used.has(each)) ? '' : 'io-quiet');
  const sub = (key: string) => (wide ? t(key) : undefined);
  /** Beside its seat where a way leads down, above or below it elsewhere. */
  const seat = (place: Place, name: string, side: 'above' | 'below' | 'right') => {
    const { x, y } = layout.seats[place];
    return (
      <text
        className="io-seat"
        x={side === 'right' ? x + 26 : x}
        y={side === 'right' ? y + 5 : side === 'above' ? y - 26 : y + 34}
        textAnchor={side === 'right' ? 'start' : 'middle'}
      >
        {name}
      </text>
    );
  };
  return (
    <>
      <Named
        box={layout.app}
        owner="user"
        name={t('place.app')}
        sub={sub('place.app-sub')}
        active={here('app')}
      />
      <Named
        box={layout.kernel}
        owner="kern"
        name={t('place.kernel')}
        sub={sub('place.kernel-sub')}
        active={here('kernel')}
      />
      <g className={quiet('qemu')}>
        <Named box={layout.qemu} owner="host" name="QEMU" sub={t('place.qemu-sub')} active={here('qemu')} />
        {used.has('qemu') && seat('qemu', t(`device.${road}`), 'above')}
      </g>
      <g className={quiet('kvm')}>
        <Named box={layout.kvm} owner="vmm" name="KVM" sub={sub('place.kvm-sub')} active={here('kvm')} />
      </g>
      <g className={quiet('host')}>
        <Named
          box={layout.host}
          owner="host"
          name={t(wide ? 'place.host' : 'place.host-short')}
          active={here('host')}
        />
        {used.has('vhost') && seat('vhost', 'vhost', wide ? 'below' : 'right')}
        {used.has('tap') && seat('tap', wide ? t('place.tap') : 'tap', 'right')}
      </g>
      <Named
        box={layout.nic}
        owner="hw"
        name={t(road === 'vfio' ? 'place.vf' : 'place.nic')}
        active={here('nic')}
      />
      {road === 'vfio' && (
        <g className="io-iommu own-hw">
          <rect
            x={layout.iommu.x}
            y={layout.iommu.y}
            width={layout.iommu.width}
            height={layout.iommu.height}
            rx={6}
          />
          <text x={layout.iommu.x + 8} y={layout.iommu.y + layout.iommu.height / 2 + 5}>
            IOMMU
          </text>
        </g>
      )}
      <text className="io-legend" x={layout.nic.x + 12} y={layout.nic.y + layout.nic.height - 12}>
        {t('legend')}
      </text>
      <path
        className="io-cable own-hw"
        d={`M${layout.seats.wire.x} ${layout.seats.wire.y} H${layout.width}`}
      />
    </>
  );
}

/** At the border that was crossed: how often, in this step. */
function Crossings({ state, layout, t }: { state: IoState; layout: Layout; t: Translate }) {
  const { exits, switches } = state.added;
  if (state.last) return null;
  const y = (layout.kernel.y + layout.kernel.height + layout.kvm.y) / 2 + 5;
  return (
    <>
      {exits > 0 && (
        <text className="io-crossed own-vmm" x={layout.seats.kvm.x + 14} y={y}>
          {t({ key: 'crossed.exits', values: { count: exits } })}
        </text>
      )}
      {switches > 0 && (
        <text
          className="io-crossed own-host"
          x={layout.qemu.x + 12}
          y={layout.qemu.y + layout.qemu.height - 12}
        >
          {t({ key: 'crossed.switches', values: { count: switches } })}
        </text>
      )}
    </>
  );
}

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
      <Boxes {...{ state, now, layout, t }} />
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
