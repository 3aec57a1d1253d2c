/** Why: what stands between the hosts, for a room: the link and what it carried, whether to stop, and the switch that must learn. */
import type { Translate } from '../../lib/message';
import { Wire } from '../../marks/Wire';
import { pagesOf, sizeOf, timeOf } from '../../models/live-migration/amounts';
import { estimateUs, type MigrationState } from '../../models/live-migration/types';
import { decides, fetches } from './ends';
import { seen } from './geometry';
import type { StageLayout } from './stage-layout';

interface Props {
  readonly state: MigrationState;
  readonly layout: StageLayout;
  readonly focus: readonly string[];
  readonly uid: string;
  readonly t: Translate;
  readonly recorded: boolean;
  readonly announced: boolean;
}

function Link({ state, layout, focus, uid, t, recorded }: Props) {
  const { link, source, destination } = layout;
  const [from, to] = [source.x + source.width, destination.x];
  const asks = focus.includes('link') && state.guest === 'destination';
  const used = state.moved > 0 || focus.includes('link');
  const rate = recorded
    ? { key: 'link-pages', values: { n: state.setup.link } }
    : { key: 'link-rate', values: { n: (state.setup.link * 4096 * 8) / 1e9 } };
  const size = recorded ? pagesOf : sizeOf;
  return (
    <g data-node="link">
      <path className="lm-pipe" d={`M${from} ${link.y}H${to}`} />
      {used && <Wire d={`M${from + 4} ${link.y}H${to - 6}`} owner="data" uid={uid} kind="taken" arrow />}
      <text {...link.name} textAnchor="middle">
        {t(rate)}
      </text>
      {state.moved > 0 && (
        <text className="lm-moved own-data" {...link.moved} textAnchor="middle">
          {t({ key: 'link-moved', values: { size: size(state.moved) } })}
        </text>
      )}
      {asks && (
        <>
          <Wire d={`M${to - 4} ${link.request}H${from + 6}`} owner="kern" uid={uid} kind="taken" arrow />
          <text x={link.moved.x} y={link.request + 28} textAnchor="middle">
            {t('link-asks')}
          </text>
        </>
      )}
    </g>
  );
}

const GAUGE = 18;

/** Would the rest fit into the limit? */
function Decision({ state, layout, focus, uid, t }: Props) {
  const { x, y, width } = layout.decision;
  const estimate = estimateUs(state);
  const { limitUs } = state.setup;
  const full = Math.max(estimate, limitUs) * 1.05;
  const fits = estimate <= limitUs;
  return (
    <g data-node="decision" className={focus.includes('decision') ? 'is-focus' : undefined}>
      <text className="lm-question" x={x} y={y}>
        {t('decision-head')}
      </text>
      <rect className="lm-gauge" x={x} y={y + 12} width={width} height={GAUGE} rx={4} />
      <rect
        className={fits ? 'lm-fits' : undefined}
        fill={fits ? undefined : `url(#${uid}-hazard)`}
        x={x}
        y={y + 12}
        width={seen(estimate / full, width, 3)}
        height={GAUGE}
        rx={3}
      />
      <path className="lm-limit" d={`M${x + (limitUs / full) * width} ${y + 7}v${GAUGE + 10}`} />
      <text x={x} y={y + 62}>
        {t({
          key: fits ? 'decision-fits' : 'decision-over',
          values: { estimate: timeOf(estimate), limit: timeOf(limitUs) },
        })}
      </text>
    </g>
  );
}

/** How often the guest had to wait for a page. */
function Asked({ state, layout, t }: Props) {
  const { x, y } = layout.decision;
  return (
    <g data-node="asked">
      <text className="lm-question" x={x} y={y + 30}>
        {t('asked-head')}
      </text>
      <text className="lm-count own-kern owned" x={x} y={y + 64}>
        {t({ key: 'number', values: { n: state.faults } })}
      </text>
    </g>
  );
}

/** The switch sends the guest's packets to one host. */
function Network({ layout, focus, uid, t, announced }: Props) {
  const { x, y, width, height } = layout.network;
  const { source, destination } = layout;
  const middle = y + height / 2;
  const left = `M${x} ${middle}H${source.x + source.width + 5}`;
  const right = `M${x + width} ${middle}H${destination.x - 5}`;
  const now = focus.includes('network');
  return (
    <g data-node="network">
      <path className="lm-port" d={announced ? left : right} />
      {now ? (
        <Wire d={announced ? right : left} owner="data" uid={uid} kind="taken" arrow />
      ) : (
        <path className="lm-port is-on" d={announced ? right : left} />
      )}
      <rect
        className={`lm-switch own-hw${now ? ' is-focus' : ''}`}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={8}
      />
      <text x={x + width / 2} y={middle + 9} textAnchor="middle">
        {t('switch')}
      </text>
    </g>
  );
}

export function StageBetween(props: Props) {
  return (
    <>
      <Link {...props} />
      {decides(props.state) && <Decision {...props} />}
      {fetches(props.state) && <Asked {...props} />}
      {!props.recorded && <Network {...props} />}
    </>
  );
}
