/** Why: between the hosts stand the link with what it carries, the question whether to stop, and the switch that must learn. */
import type { Translate } from '../../lib/message';
import { Wire } from '../../marks/Wire';
import { sizeOf, pagesOf, timeOf } from '../../models/live-migration/amounts';
import { estimateUs, type MigrationState } from '../../models/live-migration/types';
import { decides, fetches } from './ends';
import { seen, type Layout } from './geometry';

interface Props {
  readonly state: MigrationState;
  readonly layout: Layout;
  readonly focus: readonly string[];
  readonly uid: string;
  readonly t: Translate;
  readonly recorded: boolean;
  /** The network has been told where the guest is. */
  readonly announced: boolean;
}

/** The link: idle, or with an arrow and the amount that it has carried since the step before. */
function Link({ state, layout, focus, uid, t, recorded }: Props) {
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
function Decision({ state, layout, uid, t }: Props) {
  const { x, y, width } = layout.decision;
  const estimate = estimateUs(state);
  const { limitUs } = state.setup;
  const full = Math.max(estimate, limitUs) * 1.05;
  const fits = estimate <= limitUs;
  const bar = seen(estimate / full, width, 2);
  const mark = x + (limitUs / full) * width;
  return (
    <g data-node="decision">
      <text className="lm-question" x={x} y={y + 12}>
        {t('decision-head')}
      </text>
      <rect className="lm-gauge" x={x} y={y + 20} width={width} height={14} rx={3} />
      <rect
        className={fits ? 'lm-fits' : undefined}
        fill={fits ? undefined : `url(#${uid}-hazard)`}
        x={x}
        y={y + 20}
        width={bar}
        height={14}
        rx={2}
      />
      <path className="lm-limit" d={`M${mark} ${y + 16}v22`} />
      <text className="small" x={x} y={y + 52}>
        {t({
          key: fits ? 'decision-fits' : 'decision-over',
          values: { estimate: timeOf(estimate), limit: timeOf(limitUs) },
        })}
      </text>
    </g>
  );
}

/** The switch sends the guest's packets to one host: where it last heard from the guest. */
function Network({ layout, focus, uid, t, announced }: Props) {
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
      <text className="small" x={x + width / 2} y={middle + 5} textAnchor="middle">
        {t('switch')}
      </text>
    </g>
  );
}

/** After the switch of post-copy: how often the guest had to wait for a page. */
function Asked({ state, layout, t }: Props) {
  const { x, y } = layout.decision;
  return (
    <g data-node="asked">
      <text className="lm-question" x={x} y={y + 12}>
        {t('asked-head')}
      </text>
      <text className="lm-count own-kern owned" x={x} y={y + 34}>
        {t({ key: 'number', values: { n: state.faults } })}
      </text>
    </g>
  );
}

export function Between(props: Props) {
  return (
    <>
      <Link {...props} />
      {decides(props.state) && <Decision {...props} />}
      {fetches(props.state) && <Asked {...props} />}
      {!props.recorded && <Network {...props} />}
    </>
  );
}
