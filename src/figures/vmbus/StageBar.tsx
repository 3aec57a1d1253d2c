/** Why: what the step has cost by now, where the room looks last; beside Xen, what the same step is called there. */
import { ownerClass } from '../../marks/owner';
import type { StageParts } from './StagePlatform';
import { roadOf, STAGE_OWNER } from './xen';

type Props = Pick<StageParts, 'state' | 'plan' | 't'>;

function Counts({ state, plan, xen, t }: Props & { readonly xen: boolean }) {
  const { counts, device } = state;
  const synthetic = device === 'synthetic';
  const { x, y, width, height } = plan.bar;
  const base = xen ? y + 32 : y + height / 2 + 9;
  const first = t({
    key: synthetic ? 'overview.signals' : 'overview.intercepts',
    values: { count: synthetic ? counts.signalsToRoot + counts.signalsToChild : counts.intercepts },
  });
  const others = t({
    key: synthetic ? 'overview.messages' : 'overview.interrupts',
    values: { count: synthetic ? counts.messages : counts.hypercalls, copies: counts.copies },
  });
  return (
    <g data-node="counts">
      <text className="vb-room-count own-vmm" x={x + 12} y={base}>
        {first}
      </text>
      <text x={x + width - 12} y={base} textAnchor="end">
        {others}
      </text>
    </g>
  );
}

function Xen({ state, plan, t }: Props) {
  const { stage } = state;
  const { x, y, width, height } = plan.bar;
  const box = plan.low ? plan.bar : { ...plan.bar, y: y + height - 46, height: 46 };
  const base = box.y + 32;
  return (
    <g className={`vb-stage${stage ? ` is-now ${ownerClass(STAGE_OWNER[stage])}` : ''}`}>
      <rect {...box} rx={8} />
      <text x={x + 12} y={base}>
        {t('xen.title')}
      </text>
      {stage && (
        <text className="vb-room-name" x={x + width - 12} y={base} textAnchor="end">
          {t(`xen.${stage}.${roadOf(state)}`)}
        </text>
      )}
    </g>
  );
}

/** The low room has a line for one of the two. */
export function StageBar({ xen, ...props }: Props & { readonly xen: boolean }) {
  return (
    <>
      {!(xen && props.plan.low) && <Counts {...props} xen={xen} />}
      {xen && <Xen {...props} />}
    </>
  );
}
