/** Why: one packet's way for the back row: who has control, who holds the packet, which border was crossed and how often. */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { ownerClass, type Owner } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { IoState, PathStill, Place } from '../../models/io-paths/types';
import type { Point } from '../../marks/shapes';
import type { Shape } from '../contract';
import { OWNER, WAY } from './path-picture';
import { StageTravellers } from './StageTravellers';
import { cellAt } from './geometry';
import { filled } from './ring-row';
import { SLOTS } from './slots';
import { Area, StageScore } from './stage-parts';
import { PATH_PLAN } from './stage-plan';
import { pathOf, roundOf, wayOf } from './ways';
import { HERE, isHere, usedBy, type Area as AreaId } from './whereabouts';

export interface PathProps {
  readonly state: IoState;
  readonly now: PathStill;
  readonly focus: readonly string[];
  readonly shape: Shape;
  readonly t: Translate;
}

const AREAS: readonly (readonly [AreaId, Owner])[] = [
  ['app', 'user'],
  ['kernel', 'kern'],
  ['qemu', 'host'],
  ['kvm', 'vmm'],
  ['host', 'host'],
  ['nic', 'hw'],
];
const NAMES: Readonly<Record<Exclude<AreaId, 'nic'>, string>> = {
  app: 'place.app',
  kernel: 'place.kernel',
  qemu: 'at.qemu',
  kvm: 'at.kvm',
  host: 'place.host-short',
};

function Places({ state, now, shape, t }: Omit<PathProps, 'focus'>) {
  const plan = PATH_PLAN[shape];
  const { road } = state.settings;
  const used = usedBy(state);
  const beside = { ...plan.tap, x: plan.seats.tap.x - 12 };
  const named = (place: Place, words: string, { x, y }: Point, anchor: 'middle' | 'end' = 'middle') =>
    used.has(place) && (
      <text className="io-room-seat own-host" x={x} y={y} textAnchor={anchor}>
        {words}
      </text>
    );
  const nic = road === 'vfio' ? 'place.vf' : 'place.nic';
  return (
    <>
      {AREAS.map(([id, owner]) => (
        <Area
          key={id}
          box={plan[id]}
          owner={owner}
          name={t(id === 'nic' ? nic : NAMES[id]).trim()}
          left={id === 'app' || id === 'kernel' || id === 'kvm' ? plan.names : plan[id].x + 14}
          down={plan.name}
          active={isHere(now, id)}
          quiet={!HERE[id].some((place) => used.has(place))}
          node={id}
        />
      ))}
      {named('qemu', t(`device.${road}`), plan.device)}
      {named('vhost', 'vhost', plan.vhost)}
      {used.has('vhost') ? named('tap', 'tap', plan.tap) : named('tap', 'tap', beside, 'end')}
      {road === 'vfio' && (
        <g className="io-iommu own-hw">
          <rect {...plan.iommu} rx={6} />
          <text x={plan.iommu.x + 8} y={plan.iommu.y + plan.iommu.height / 2 + 8}>
            IOMMU
          </text>
        </g>
      )}
      <text {...plan.legend}>{t('legend')}</text>
      <path className="io-cable own-hw" d={`M${plan.seats.wire.x} ${plan.seats.wire.y} H${plan.width}`} />
    </>
  );
}

/** The ring in guest memory: its slots, and how far each side has come. */
function Ring({ state, focus, shape, t }: Omit<PathProps, 'now'>) {
  const plan = PATH_PLAN[shape];
  const { rings, settings } = state;
  const letter = settings.scene === 'receive' ? 'R' : 'T';
  const words =
    rings.kind === 'virtqueue'
      ? t({ key: 'ring.queue', values: { avail: rings.queue.availIdx, used: rings.queue.usedIdx } })
      : t({ key: 'ring.registers', values: { letter, head: rings.ring.head, tail: rings.ring.tail } });
  return (
    <g className={`io-ring own-data${focus.includes('ring') ? ' is-focus' : ''}`} data-node="ring">
      {SLOTS.map((slot) => {
        const { x, y, width, height } = cellAt(plan, slot);
        return (
          <rect
            key={slot}
            className={filled(rings, slot) ? 'is-filled' : undefined}
            x={x + 2}
            y={y}
            width={width - 4}
            height={height}
            rx={5}
          />
        );
      })}
      <text className="io-room-index" {...plan.index} textAnchor="end">
        {words}
      </text>
    </g>
  );
}

/** At the border that was crossed: how often, in this step. */
function Crossings({ state, shape, t }: Pick<PathProps, 'state' | 'shape' | 't'>) {
  const { crossed } = PATH_PLAN[shape];
  return (['exits', 'switches'] as const).map(
    (name) =>
      !state.last &&
      state.added[name] > 0 && (
        <text
          key={name}
          className={`io-room-crossed ${ownerClass(name === 'exits' ? 'vmm' : 'host')}`}
          {...crossed[name]}
        >
          {t({ key: `crossed.${name}`, values: { count: state.added[name] } })}
        </text>
      ),
  );
}

export function StagePath(props: PathProps & { readonly name: string; readonly uid: string }) {
  const { state, now, focus, shape, name, uid, t } = props;
  const plan = PATH_PLAN[shape];
  const { road } = state.settings;
  return (
    <svg className="io-room" viewBox={`0 0 ${plan.width} ${plan.height}`} role="img" aria-label={name}>
      <Defs uid={uid} />
      <Places {...{ state, now, shape, t }} />
      <Ring {...{ state, focus, shape, t }} />
      {now.moves.map(({ who, from, to, round }) => (
        <g key={`${who}-${from}-${to}`} className={who === 'signal' ? 'io-signal' : undefined}>
          <Wire
            d={
              round
                ? pathOf(roundOf(plan, from, to), plan.r)
                : pathOf(wayOf(plan, from, to, who), who === 'signal' ? plan.r + 10 : 0)
            }
            owner={who === 'signal' && road !== 'vfio' ? 'vmm' : WAY[who]}
            uid={uid}
            kind="taken"
            arrow={round || who === 'signal'}
            node={who === 'signal' ? 'signal' : `way-${who}`}
          />
        </g>
      ))}
      <StageTravellers {...{ now, focus, plan, owner: OWNER[now.vcpu] }} />
      <Crossings {...{ state, shape, t }} />
      <StageScore state={state} box={plan.score} t={t} />
    </svg>
  );
}
