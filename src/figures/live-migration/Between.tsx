/** Why: between the hosts stand the link with what it carries, the question whether to stop, and the switch that must learn. */
import type { Translate } from '../../lib/message';
import { Wire } from '../../marks/Wire';
import { sizeOf, pagesOf, timeOf } from '../../models/live-migration/amounts';
import { estimateUs, type MigrationState } from '../../models/live-migration/types';
import { decides, fetches } from './ends';
import { seen, type Layout } from './geometry';

export interface BetweenProps {
  readonly state: MigrationState;
  readonly layout: Layout;
  readonly focus: readonly string[];
  readonly uid: string;
  readonly t: Translate;
  readonly recorded: boolean;
  /** The network has been told where the guest is. */
  readonly announced: boolean;
}

/** Where the lines of the question stand below its corner, and how high its gauge is. */
export interface Lines {
  readonly head: number;
  readonly gauge: number;
  readonly height: number;
  readonly said: number;
  readonly askedHead: number;
  readonly asked: number;
}
const PAGE_LINES: Lines = { head: 12, gauge: 20, height: 14, said: 52, askedHead: 12, asked: 34 };

/** The link: idle, or with an arrow and the amount that it has carried since the step before. */
function Link({ state, layout, focus, uid, t, recorded }: BetweenProps) {
  const { link, source, destination } = layout;
  const [from, to] = [source.x + source.width, destination.x];
  const asks = focus.includes('link') && state.guest === 'destination';
  const used = state.moved > 0 || focus.includes('link');
  const { setup } = state;
  const rate = recorded
    ? { key: 'link-pages', values: { n: setup.link } }
    : { key: 'link-rate', values: { n: (setup.link * 4096 * 8) / 1e9 } };
  const size = recorded ? pagesOf : sizeOf;
  return (
    <g data-node="link">
      <path className="lm-pipe" d={`M${from} ${link.y}H${to}`} />
      {used && <Wire d={`M${from + 3} ${link.y}H${to - 4}`} owner="data" uid={uid} kind="taken" arrow />}
      {asks && (
        <Wire d={`M${to - 3} ${link.request}H${from + 4}`} owner="kern" uid={uid} kind="taken" arrow />
      )}
      {asks && layout.id === 'wide' && (
        <text className="small" x={link.moved.x} y={link.request + 18} textAnchor="middle">
          {t('link-asks')}
        </text>
      )}
      <text className="muted small" {...link.name} textAnchor={link.anchor}>
        {t(rate)}
      </text>
      {state.moved > 0 && (
        <text className="lm-moved own-data" {...link.moved} textAnchor={link.anchor}>
          {t({ key: 'link-moved', values: { size: size(state.moved) } })}
        </text>
      )}
    </g>
  );
}

/** The hypervisor's question after every round: would the rest fit into the limit? */
function Decision({ state, layout, uid, t, lines }: BetweenProps & { readonly lines: Lines }) {
  const { x, y, width } = layout.decision;
  const estimate = estimateUs(state);
  const { limitUs } = state.setup;
  const full = Math.max(estimate, limitUs) * 1.05;
  const fits = estimate <= limitUs;
  const bar = seen(estimate / full, width, 2);
  const mark = x + (limitUs / full) * width;
  const top = y + lines.gauge;
  return (
    <g data-node="decision">
      <text className="lm-question" x={x} y={y + lines.head}>
        {t('decision-head')}
      </text>
      <rect className="lm-gauge" x={x} y={top} width={width} height={lines.height} rx={3} />
      <rect
        className={fits ? 'lm-fits' : undefined}
        fill={fits ? undefined : `url(#${uid}-hazard)`}
        x={x}
        y={top}
        width={bar}
        height={lines.height}
        rx={2}
      />
      <path className="lm-limit" d={`M${mark} ${top - 4}v${lines.height + 8}`} />
      <text className="small" x={x} y={y + lines.said}>
        {t({
          key: fits ? 'decision-fits' : 'decision-over',
          values: { estimate: timeOf(estimate), limit: timeOf(limitUs) },
        })}
      </text>
    </g>
  );
}

/** After the switch of post-copy: how often the guest had to wait for a page. */
function Asked({ state, layout, t, lines }: BetweenProps & { readonly lines: Lines }) {
  const { x, y } = layout.decision;
  return (
    <g data-node="asked">
      <text className="lm-question" x={x} y={y + lines.askedHead}>
        {t('asked-head')}
      </text>
      <text className="lm-count own-kern owned" x={x} y={y + lines.asked}>
        {t({ key: 'number', values: { n: state.faults } })}
      </text>
    </g>
  );
}

/** Whether to stop, or what the guest had to wait for: where either is a question. */
export function Question(props: BetweenProps & { readonly lines: Lines }) {
  return (
    <>
      {decides(props.state) && <Decision {...props} />}
      {fetches(props.state) && <Asked {...props} />}
    </>
  );
}

/** The switch sends the guest's packets to one host: where it last heard from the guest. */
export function Network({
  layout,
  focus,
  uid,
  t,
  announced,
  base,
}: BetweenProps & {
  /** From the middle of the switch to its name's baseline. */
  readonly base: number;
}) {
  const { x, y, width, height } = layout.network;
  const { source, destination } = layout;
  const wide = layout.id === 'wide';
  const middle = y + height / 2;
  const toHost = (
    { x: left, y: top, width: across, height: high }: typeof source,
    edge: number,
    near: number,
  ) => (wide ? `M${edge} ${middle}H${near}` : `M${edge} ${middle}H${left + across / 2}V${top + high}`);
  const left = toHost(source, x, source.x + source.width);
  const right = toHost(destination, x + width, destination.x);
  return (
    <g data-node="network">
      <path className="lm-port" d={announced ? left : right} />
      {focus.includes('network') ? (
        <Wire d={announced ? right : left} owner="data" uid={uid} kind="taken" arrow />
      ) : (
        <path className="lm-port is-on" d={announced ? right : left} />
      )}
      <rect
        className={`lm-switch own-hw${focus.includes('network') ? ' is-focus' : ''}`}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
      />
      <text className="small" x={x + width / 2} y={middle + base} textAnchor="middle">
        {t('switch')}
      </text>
    </g>
  );
}

export function Between(props: BetweenProps) {
  return (
    <>
      <Link {...props} />
      <Question {...props} lines={PAGE_LINES} />
      {!props.recorded && <Network {...props} base={5} />}
    </>
  );
}
