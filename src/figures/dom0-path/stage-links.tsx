/** Why: what joins the two domains, large enough to compare from the back row: one reference and one channel, told on both sides. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import { operationOf } from './Channels';
import type { Domain } from './geometry';
import { grantOf, journeyOf } from './journey';
import type { StageLayout } from './stage-geometry';
import type { PingState } from './state';

interface Props {
  readonly state: PingState;
  readonly focus: readonly string[];
  readonly layout: StageLayout;
  readonly t: Translate;
}

const WAYS = ['tx', 'rx'] as const;

export function StagePages({ state, focus, layout, t }: Props) {
  const { links, past } = state;
  const { width, height } = layout.tag;
  return WAYS.map((way) => {
    const page = layout.pages[way];
    const grant = grantOf(past, way);
    const named = past.includes(way === 'tx' ? 'copy' : 'copy-back');
    const middle = page.x + page.width / 2;
    const tags = [
      {
        side: 'kern',
        x: page.x + 4,
        ref: links[way].guestRef,
        on: way === 'tx' ? grant !== 'none' : named,
      },
      { side: 'host', x: page.x + page.width - width - 4, ref: links[way].dom0Ref, on: named },
    ] as const;
    const active = focus.includes(`page-${way}`) ? ' is-active' : '';
    return (
      <g key={way} className={`dp-page is-${grant}${active} ${ownerClass('data')}`} data-node={`page-${way}`}>
        <rect {...page} rx={6} />
        <text className="dp-room-title owned" x={middle} y={layout.titles[way]} textAnchor="middle">
          {`${t(`page.${way}`)} · ${t(`grant.${grant}`)}`}
        </text>
        {tags.map(({ side, x, ref, on }) => (
          <g key={side} className={`dp-tag ${ownerClass(side)}${on ? ' is-on' : ''}`}>
            <rect x={x} y={layout.tags[way]} width={width} height={height} rx={height / 2} />
            {on && (
              <text x={x + width / 2} y={layout.tags[way] + height / 2 + 8} textAnchor="middle">
                {t({ key: 'tag.ref', values: { ref: String(ref) } })}
              </text>
            )}
          </g>
        ))}
      </g>
    );
  });
}

/** Whose vCPU has the processor: it has two seats, and one at a time is taken. */
export function StageCpu({ state, layout, t }: Omit<Props, 'focus'>) {
  return (['domu', 'dom0'] as const).map((domain) => {
    const { x, y } = layout.turns[domain];
    const owner = ownerClass(domain === 'domu' ? 'kern' : 'host');
    return (
      <g key={domain} className={`dp-seat ${owner}${state.running === domain ? ' is-active' : ''}`}>
        <circle cx={x} cy={y} r={14} />
        <text x={x + 28} y={y + 8}>
          {t(`vcpu.${domain}`)}
        </text>
      </g>
    );
  });
}

/** The operation in full if it is short, else its last word. */
const shortened = (words: string) => (words.length > 22 ? words.split(/ · |: /).at(-1)! : words);

export function StageChannels({ state, focus, layout, uid, t }: Props & { readonly uid: string }) {
  const { bell, hears } = journeyOf(state.beat, 'wide');
  const { words, by } = operationOf(state);
  const { gates, xen, port } = layout;
  return (
    <>
      {WAYS.map((way) => {
        const { from, to } = layout.channels[way];
        const link = state.links[way];
        const rung = bell?.channel === way;
        const back = bell?.to === 'domu';
        const start = from.x + port.width;
        const active = focus.includes(`channel-${way}`) ? ' is-active' : '';
        const ends: readonly { side: Domain; x: number; value: number }[] = [
          { side: 'domu', x: from.x, value: link.guestPort },
          { side: 'dom0', x: to.x, value: link.dom0Port },
        ];
        return (
          <g key={way} className={`dp-channel${active} ${ownerClass('vmm')}`} data-node={`channel-${way}`}>
            <text className="owned" x={xen.x + 14} y={from.y + 8}>
              {t(`page.${way}`)}
            </text>
            <path className="dp-tube" d={`M${start} ${from.y} H${to.x}`} />
            {rung && (
              <Wire
                d={back ? `M${to.x} ${to.y} H${start + 6}` : `M${start} ${from.y} H${to.x - 6}`}
                owner="vmm"
                uid={uid}
                kind="taken"
                arrow
              />
            )}
            {ends.map(({ side, x, value }) => {
              const lit = rung || (hears?.channel === way && hears.by === side);
              const owner = ownerClass(side === 'domu' ? 'kern' : 'host');
              return (
                <g key={side} className={`dp-port ${owner}${lit ? ' is-lit' : ''}`}>
                  <rect x={x} y={from.y - port.height / 2} {...port} rx={6} />
                  <text x={x + port.width / 2} y={from.y + 8} textAnchor="middle">
                    {t({ key: 'tag.port', values: { port: String(value) } })}
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
        className="dp-room-operation"
        x={xen.x + xen.width - 14}
        y={xen.y + (xen.height < 150 ? 28 : 38)}
        textAnchor="end"
        data-node="operation"
      >
        {shortened(words)}
      </text>
    </>
  );
}
