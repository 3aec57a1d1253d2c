/** Why: driver and device on either side of their ring; what crosses between them is what costs. */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { Wire } from '../../marks/Wire';
import { PACKETS } from '../../models/io-paths/stream';
import type { IoState, Road, StreamStill } from '../../models/io-paths/types';
import type { Owner } from '../../marks/owner';
import { STREAM, type Kind, type StreamLayout } from './geometry';
import { Named, Score } from './parts';
import { StreamRings } from './stream-rings';

export const DEVICE: Readonly<Record<Road, Owner>> = {
  e1000: 'host',
  virtio: 'host',
  vhost: 'host',
  vfio: 'hw',
};

/** All two hundred packets: a low mark when sent, a high one where the driver rang, one below where the guest was interrupted. */
function Strip({ now, layout, t }: { now: StreamStill; layout: StreamLayout; t: Translate }) {
  const { strip } = layout;
  const step = strip.width / PACKETS;
  const base = strip.y + strip.height / 2 + 8;
  const x = (packet: number) => Math.round((strip.x + (packet + 0.5) * step) * 10) / 10;
  const marks = (list: readonly number[], from: number, to: number) =>
    list.map((packet) => `M${x(packet)} ${base + from} V${base + to}`).join('');
  return (
    <g className="io-strip">
      <text className="io-aside" x={strip.x} y={strip.y + 4}>
        {t({ key: 'strip.title', values: { sent: now.sent, packets: PACKETS } })}
      </text>
      <path className="io-rule" d={`M${strip.x} ${base} H${strip.x + strip.width}`} />
      {now.sent > 0 && (
        <path className="io-sent own-data" d={`M${strip.x} ${base} H${x(now.sent - 1) + step / 2}`} />
      )}
      <path className="io-tick own-vmm" d={marks(now.kicks, -3, -17)} />
      <path className="io-tick own-kern" d={marks(now.interrupts, 3, 13)} />
    </g>
  );
}

export function StreamPicture({
  state,
  now,
  kind,
  uid,
  name,
  t,
}: {
  readonly state: IoState;
  readonly now: StreamStill;
  readonly kind: Kind;
  readonly uid: string;
  readonly name: string;
  readonly t: Translate;
}) {
  const layout = STREAM[kind];
  const own = `${uid}-${kind}`;
  const { road } = state.settings;
  const [left, right] = layout.ends;
  const { kickY, irqY } = layout;
  const middle = (left + right) / 2;
  const wide = kind === 'wide';
  const mood = (box: StreamLayout['driver'], text: string, owner: string) => (
    <text className={`io-mood own-${owner}`} x={box.x + 12} y={wide ? box.y + 96 : box.y + 112}>
      {text.split('|').map((line, i) => (
        <tspan key={i} x={box.x + 12} dy={i === 0 ? 0 : 20}>
          {line}
        </tspan>
      ))}
    </text>
  );
  return (
    <svg
      className={`io io-${kind}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={name}
    >
      <Defs uid={own} />
      <g className={now.driver === 'stopped' ? 'io-asleep' : undefined}>
        <Named
          box={layout.driver}
          owner="kern"
          name={t('stream.driver')}
          sub={t('stream.driver-sub')}
          active={now.driver === 'interrupted' || now.driver === 'sending'}
          node="driver"
        />
        {mood(layout.driver, t(`driver.${now.driver}`), 'kern')}
      </g>
      <g className={now.device === 'asleep' ? 'io-asleep' : undefined}>
        <Named
          box={layout.device}
          owner={DEVICE[road]}
          name={t(`stream.${road}`)}
          sub={t(`stream.${road}-sub`)}
          active={now.device === 'working'}
          node="device"
        />
        {mood(layout.device, t(`mood.${now.device}`), DEVICE[road])}
      </g>
      <StreamRings rings={state.rings} layout={layout} about={now.packet} t={t} />
      <g className={now.kicked ? 'io-cross is-now' : 'io-cross'}>
        <Wire
          d={`M${left} ${kickY} H${right}`}
          owner={road === 'vfio' ? 'kern' : 'vmm'}
          uid={own}
          kind={now.kicked ? 'taken' : 'idle'}
          arrow
        />
        <text x={middle} y={kickY - 8} textAnchor="middle">
          {t(wide ? (road === 'vfio' ? 'cross.doorbell' : 'cross.kick') : 'cross.kick-short')}
        </text>
      </g>
      <g className={now.interrupted ? 'io-cross is-now' : 'io-cross'}>
        <Wire
          d={`M${right} ${irqY} H${left}`}
          owner="kern"
          uid={own}
          kind={now.interrupted ? 'taken' : 'idle'}
          arrow
        />
        <text x={middle} y={irqY - 8} textAnchor="middle">
          {t(wide ? (road === 'e1000' ? 'cross.irq-e1000' : 'cross.irq') : 'cross.irq-short')}
        </text>
      </g>
      <Strip {...{ now, layout, t }} />
      <Score state={state} box={layout.score} t={t} />
    </svg>
  );
}
