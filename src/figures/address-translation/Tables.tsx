/**
 * Why: whose tables there are, and which of them the CPU reads. The CPU stands in the middle: its CR3 points up to the
 * guest's own tables (bare metal, nested) or down to the shadow that the hypervisor keeps.
 */
import type { State } from '../../models/address-translation/types';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { ViewProps } from '../contract';
import { Band } from './Band';
import { CpuBand } from './CpuBand';
import { BAND_LEFT, columnsOf, CPU_HEIGHT, GUTTER, planOf, shareOf, STRIP, type Plan } from './geometry';

/** Where a register's arrow goes up and down. */
const REGISTER_X = BAND_LEFT + 16;

/** The way from the CPU to the root that a register names. */
function pointer(plan: Plan, state: State, which: 'upper' | 'lower'): string {
  const chain = which === 'upper' ? state.upper : state.lower;
  const top = plan[which].y + STRIP.top;
  const root = shareOf(top, plan.strip, chain?.roots.length ?? 1, state.space === 'A' ? 0 : 1);
  const from = which === 'upper' ? plan.cpu : plan.cpu + CPU_HEIGHT;
  return `M${REGISTER_X} ${from} V${root.top + root.height / 2} H${columnsOf(4)[0]! - 3}`;
}

export function Tables({ frame, t, uid }: ViewProps<State>) {
  const { state, focus } = frame.step;
  const { upper, lower, control, stale, exited } = state;
  const { technique } = state.scenario;
  const shadow = technique === 'shadow';
  const plan = planOf(technique === 'native');
  const guestY = plan.upper.y + 18;
  const vmmY = plan.lower.y + 18;
  const owner = control === 'vmm' ? 'vmm' : 'kern';
  const shared = { plan, state, focus, uid, t };
  return (
    <>
      <Band
        {...shared}
        chain={upper}
        which="upper"
        owner="kern"
        title={t(technique === 'native' ? 'band-native' : 'band-guest')}
        note={state.instruction}
        quiet={shadow}
      />
      {lower && (
        <Band
          {...shared}
          chain={lower}
          which="lower"
          owner="vmm"
          title={t(shadow ? 'band-shadow' : 'band-nested')}
          note={stale ? t('note-stale') : ''}
          quiet={false}
        />
      )}
      <CpuBand frame={frame} t={t} x={BAND_LEFT} y={plan.cpu} />
      <g className="at-pointer">
        <Wire
          uid={uid}
          owner="hw"
          arrow
          kind={shadow ? 'denied' : 'idle'}
          d={pointer(plan, state, 'upper')}
        />
        {lower && <Wire uid={uid} owner="hw" arrow d={pointer(plan, state, 'lower')} />}
      </g>
      {lower && (
        <Wire
          uid={uid}
          owner={exited > 0 ? 'vmm' : owner}
          kind={exited > 0 || control === 'vmm' ? 'taken' : 'idle'}
          d={`M${GUTTER} ${guestY} V${vmmY}`}
        />
      )}
      {exited > 1 && (
        <text
          className={`at-times ${ownerClass('vmm')}`}
          x={GUTTER}
          y={plan.cpu + CPU_HEIGHT / 2 + 6}
          textAnchor="middle"
        >
          ×{exited}
        </text>
      )}
      <Token
        id="control"
        node="control"
        x={GUTTER}
        y={control === 'vmm' ? vmmY : guestY}
        owner={owner}
        r={9}
      />
    </>
  );
}
