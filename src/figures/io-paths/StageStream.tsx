/** Why: a stream for the back row: driver and device on either side of their rings, what crossed between them, and what it cost. */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { ownerClass, type Owner } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import { PACKETS } from '../../models/io-paths/stream';
import type { IoState, StreamStill } from '../../models/io-paths/types';
import type { Shape } from '../contract';
import { Area, Lines, StageScore } from './stage-parts';
import { STREAM_PLAN, type StreamPlan } from './stage-plan';
import { StageRings } from './StageRings';
import { DEVICE } from './stream-picture';

interface Props {
  readonly state: IoState;
  readonly now: StreamStill;
  readonly focus: readonly string[];
  readonly shape: Shape;
  readonly name: string;
  readonly uid: string;
  readonly t: Translate;
}

interface SideProps {
  readonly box: StreamPlan['driver'];
  readonly owner: Owner;
  readonly node: 'driver' | 'device';
  readonly words: readonly [name: string, sub: string, mood: string];
  readonly active: boolean;
  readonly asleep: boolean;
  readonly focus: readonly string[];
}

/** Driver or device, and what it does now. */
function Side({ box, owner, node, words: [name, sub, mood], active, asleep, focus }: SideProps) {
  return (
    <g className={`${ownerClass(owner)}${asleep ? ' io-asleep' : ''}`}>
      <Area
        {...{ box, owner, name, active, node }}
        left={box.x + 14}
        down={34}
        focus={focus.includes(node)}
      />
      <Lines className="io-room-sub" text={sub} place={{ x: box.x + 14, y: box.y + 68 }} />
      <Lines className="io-room-mood" text={mood} place={{ x: box.x + 14, y: box.y + 160 }} />
    </g>
  );
}

/** Each packet in its place: a line as far as they are sent, a tick above where the driver rang, one below where it was interrupted. */
function Strip({ now, plan, t }: { now: StreamStill; plan: StreamPlan; t: Translate }) {
  const { title, base } = plan.strip;
  const step = (plan.width - 8) / PACKETS;
  const x = (packet: number) => Math.round((4 + (packet + 0.5) * step) * 10) / 10;
  const marks = (list: readonly number[], from: number, to: number) =>
    list.map((packet) => `M${x(packet)} ${base + from} V${base + to}`).join('');
  return (
    <g className="io-strip">
      <text x={4} y={title}>
        {t({ key: 'strip.title', values: { sent: now.sent, packets: PACKETS } })}
      </text>
      <path className="io-rule" d={`M4 ${base} H${plan.width - 4}`} />
      {now.sent > 0 && <path className="io-sent own-data" d={`M4 ${base} H${x(now.sent - 1) + step / 2}`} />}
      {now.kicks.length > 0 && <path className="io-tick own-vmm" d={marks(now.kicks, -3, -14)} />}
      {now.interrupts.length > 0 && <path className="io-tick own-kern" d={marks(now.interrupts, 3, 14)} />}
    </g>
  );
}

export function StageStream({ state, now, focus, shape, name, uid, t }: Props) {
  const plan = STREAM_PLAN[shape];
  const { road } = state.settings;
  const left = plan.driver.x + plan.driver.width + 4;
  const right = plan.device.x - 4;
  const crossings = [
    {
      id: 'kick',
      now: now.kicked,
      y: plan.kickY,
      d: `M${left} ${plan.kickY} H${right}`,
      owner: road === 'vfio' ? 'kern' : 'vmm',
      words: road === 'vfio' ? 'cross.doorbell' : 'cross.kick',
    },
    {
      id: 'irq',
      now: now.interrupted,
      y: plan.irqY,
      d: `M${right} ${plan.irqY} H${left}`,
      owner: 'kern',
      words: road === 'e1000' ? 'cross.irq-e1000' : 'cross.irq',
    },
  ] as const;
  return (
    <svg className="io-room" viewBox={`0 0 ${plan.width} ${plan.height}`} role="img" aria-label={name}>
      <Defs uid={uid} />
      <Side
        box={plan.driver}
        owner="kern"
        node="driver"
        words={[t('stream.driver'), t('stream.driver-sub'), t(`driver.${now.driver}`)]}
        active={now.driver === 'interrupted' || now.driver === 'sending'}
        asleep={now.driver === 'stopped'}
        focus={focus}
      />
      <Side
        box={plan.device}
        owner={DEVICE[road]}
        node="device"
        words={[t(`stream.${road}`), t(`stream.${road}-sub`), t(`mood.${now.device}`)]}
        active={now.device === 'working'}
        asleep={now.device === 'asleep'}
        focus={focus}
      />
      <StageRings rings={state.rings} plan={plan} about={now.packet} t={t} />
      {crossings.map(({ id, now: crosses, y, d, owner, words }) => (
        <g key={id} className={crosses ? 'io-cross is-now' : 'io-cross'}>
          <Wire d={d} owner={owner} uid={uid} kind={crosses ? 'taken' : 'idle'} arrow />
          <text x={(left + right) / 2} y={y - 12} textAnchor="middle">
            {t(words)}
          </text>
        </g>
      ))}
      <Strip {...{ now, plan, t }} />
      <StageScore state={state} box={plan.score} t={t} />
    </svg>
  );
}
