/** Why: an event channel is one bell with two ends; each side knows its own port number, and Xen knows both. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { Layout } from './geometry';
import { JOURNEY } from './journey';
import type { PingState } from './state';

interface Props {
  readonly state: PingState;
  readonly layout: Layout;
  readonly t: Translate;
  readonly uid: string;
}

/** What Xen did in this step, in the recording's own words. */
function operationOf({ lines, span: [from, to] }: PingState): string {
  const told = lines.slice(from, to).filter(({ source }) => source === 'xen');
  const line =
    told.find(({ text }) => /event_channel_op|grant_table_op/.test(text)) ??
    told.find(({ text }) => text.startsWith('sched_switch')) ??
    told.find(({ text }) => text.includes('sched_op'));
  const found = line && /\((\w+)\)(?: arg0=\d+\((\w+)\))?/.exec(line.text);
  if (found) return [found[1], found[2]].filter(Boolean).join(' · ');
  return line?.text ?? '';
}

export function Channels({ state, layout, t, uid }: Props) {
  const { bell } = JOURNEY[state.beat];
  const wide = layout.kind === 'wide';
  const operation = operationOf(state);
  // The bell rests where it was last heard: at nobody's before the first.
  return (
    <>
      {(['tx', 'rx'] as const).map((way) => {
        const { from, to } = layout.channels[way];
        const link = state.links[way];
        const rung = bell?.channel === way;
        const heard = state.beat === 'upcall' && way === 'tx';
        const active = rung || heard;
        const back = rung && bell.to === 'domu';
        const d = back ? `M${to.x} ${to.y} H${from.x}` : `M${from.x} ${from.y} H${to.x}`;
        const port = (value: number) => t({ key: 'tag.port', values: { port: String(value) } });
        const end = back ? from : to;
        return (
          <g
            key={way}
            className={`dp-channel ${ownerClass('vmm')}${active ? ' is-active' : ''}`}
            data-node={`channel-${way}`}
          >
            <path className="dp-tube" d={`M${from.x} ${from.y} H${to.x}`} />
            <text className="dp-channel-name" x={(from.x + to.x) / 2} y={from.y - 8} textAnchor="middle">
              {t(`channel.${way}`)}
            </text>
            {(
              [
                ['domu', from.x - 66, link.guestPort, 'kern'],
                ['dom0', to.x, link.dom0Port, 'host'],
              ] as const
            ).map(([side, x, value, owner]) => (
              <g key={side} className={`dp-port ${ownerClass(owner)}`}>
                <rect x={x} y={from.y - 13} width={66} height={26} rx={5} />
                <text x={x + 33} y={from.y + 5} textAnchor="middle">
                  {port(value)}
                </text>
              </g>
            ))}
            {rung && (
              <>
                <Wire
                  d={d}
                  owner="vmm"
                  uid={uid}
                  kind="taken"
                  node={`bell-${state.beat}-${layout.kind}`}
                  arrow
                />
                <Token id={`bell-${state.beat}-${layout.kind}`} x={end.x} y={end.y} owner="vmm" r={6} />
              </>
            )}
          </g>
        );
      })}
      <text
        className="dp-operation"
        x={layout.xen.x + layout.xen.width - 14}
        y={layout.xen.y + 26}
        textAnchor="end"
        data-node="operation"
      >
        {wide || operation.length < 34 ? operation : operation.split(' · ').at(-1)}
      </text>
    </>
  );
}
