/** Why: an event channel is one bell with two ends; each side knows its own port number, and Xen knows both. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { Domain, Layout } from './geometry';
import { journeyOf } from './journey';
import type { PingState } from './state';

interface Props {
  readonly state: PingState;
  readonly layout: Layout;
  readonly t: Translate;
  readonly uid: string;
}

const PORT = { width: 68, height: 28 } as const;

/** What Xen was asked or did in this step, in the recording's own words, and by which domain. */
export function operationOf({ lines, span: [from, to] }: PingState): {
  readonly words: string;
  readonly by: Domain | undefined;
} {
  const told = lines.slice(from, to).filter(({ source }) => source === 'xen');
  const line =
    told.find(({ text }) => /event_channel_op|grant_table_op|physdev_op/.test(text)) ??
    told.find(({ name }) => name === 'sched_switch') ??
    told.find(({ text }) => text.includes('sched_op'));
  if (!line) return { words: '', by: undefined };
  const call = /\((\w+)\)(?: arg0=\d+\((\w+)\))?/.exec(line.text);
  if (!call) return { words: line.text, by: undefined };
  return {
    words: [call[1], call[2]].filter(Boolean).join(' · '),
    by: line.task === 'd0' ? 'dom0' : 'domu',
  };
}

export function Channels({ state, layout, t, uid }: Props) {
  const { bell, hears } = journeyOf(state.beat, layout.kind);
  const { words, by } = operationOf(state);
  const { gates, xen } = layout;
  const port = (value: number) => t({ key: 'tag.port', values: { port: String(value) } });
  return (
    <>
      {(['tx', 'rx'] as const).map((way) => {
        const { from, to } = layout.channels[way];
        const link = state.links[way];
        const rung = bell?.channel === way;
        const back = bell?.to === 'domu';
        const ends = [
          { side: 'domu', x: from.x - PORT.width, value: link.guestPort, owner: 'kern' },
          { side: 'dom0', x: to.x, value: link.dom0Port, owner: 'host' },
        ] as const;
        return (
          <g key={way} className={`dp-channel ${ownerClass('vmm')}`} data-node={`channel-${way}`}>
            <path className="dp-tube" d={`M${from.x} ${from.y} H${to.x}`} />
            <text className="dp-channel-name" x={(from.x + to.x) / 2} y={from.y - 9} textAnchor="middle">
              {t(`channel.${way}`)}
            </text>
            {rung && (
              <Wire
                d={back ? `M${to.x} ${to.y} H${from.x + 5}` : `M${from.x} ${from.y} H${to.x - 5}`}
                owner="vmm"
                uid={uid}
                kind="taken"
                arrow
              />
            )}
            {ends.map(({ side, x, value, owner }) => {
              const lit = rung || (hears?.channel === way && hears.by === side);
              return (
                <g key={side} className={`dp-port ${ownerClass(owner)}${lit ? ' is-lit' : ''}`}>
                  <rect x={x} y={from.y - PORT.height / 2} {...PORT} rx={5} />
                  <text x={x + PORT.width / 2} y={from.y + 5} textAnchor="middle">
                    {port(value)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
      {gates && by && <Wire d={gates[by].call} owner="vmm" uid={uid} kind="taken" arrow />}
      {gates && hears && <Wire d={gates[hears.by].event} owner="vmm" uid={uid} kind="taken" arrow />}
      <text
        className="dp-operation"
        x={xen.x + xen.width - 14}
        y={xen.y + 27}
        textAnchor="end"
        data-node="operation"
      >
        {layout.kind === 'wide' ? words : words.split(' · ').at(-1)}
      </text>
    </>
  );
}
