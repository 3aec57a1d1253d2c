/** Why: whose tables there are and which of them the CPU reads, for a room: its registers point up to the guest's own or down to the hypervisor's. */
import type { State } from '../../models/address-translation/types';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { StageProps } from '../contract';
import { shareOf } from './geometry';
import { registersOf, stageColumns, stageLayout, stripTop, type StageLayout } from './stage-layout';
import { StageBand } from './StageBand';
import { StageCpu } from './StageCpu';

/** The way from the CPU to the root that a register names. */
function pointer(layout: StageLayout, state: State, which: 'upper' | 'lower'): string {
  const { cpu, side, strip } = layout;
  const chain = which === 'upper' ? state.upper : state.lower;
  const band = layout[which];
  if (!chain || !band) return '';
  const root = shareOf(stripTop(band), strip, chain.roots.length, state.space === 'A' ? 0 : 1);
  const y = root.top + root.height / 2;
  const at = registersOf(layout);
  const bend = band.x + 18;
  const from = side
    ? `M${cpu.x + cpu.width} ${at[which] - at.lift} H${bend}`
    : `M${bend} ${which === 'upper' ? cpu.y : cpu.y + cpu.height}`;
  return `${from} V${y} H${stageColumns(band, chain.depth)[0]! - 4}`;
}

/** Room above and below the middle of the gutter for a number of exits. */
const CLEAR = 20;

export function StageTables({ frame, t, uid, shape }: StageProps<State>) {
  const { state, focus } = frame.step;
  const { upper, lower, control, stale, exited, gpa, hpa } = state;
  const { technique } = state.scenario;
  const shadow = technique === 'shadow';
  const layout = stageLayout(shape, technique === 'native');
  const { gutter, strip } = layout;
  const owner = control === 'vmm' ? 'vmm' : 'kern';
  const guestY = layout.upper.y + 24;
  const vmmY = (layout.lower ?? layout.upper).y + 24;
  const middle = (guestY + vmmY) / 2;
  const shared = { strip, state, focus, uid, t };
  return (
    <>
      <StageBand
        {...shared}
        band={layout.upper}
        chain={upper}
        which="upper"
        owner="kern"
        title={t(technique === 'native' ? 'band-native' : 'band-guest')}
        note={state.instruction}
        address={gpa}
      />
      {lower && layout.lower && (
        <StageBand
          {...shared}
          band={layout.lower}
          chain={lower}
          which="lower"
          owner="vmm"
          title={t(shadow ? 'band-shadow' : 'band-nested')}
          note={stale ? t('note-stale') : ''}
          address={hpa}
        />
      )}
      <StageCpu frame={frame} t={t} cpu={layout.cpu} side={layout.side} />
      <g className="at-pointer">
        <Wire
          uid={uid}
          owner="hw"
          arrow
          kind={shadow ? 'denied' : 'idle'}
          d={pointer(layout, state, 'upper')}
        />
        {lower && <Wire uid={uid} owner="hw" arrow d={pointer(layout, state, 'lower')} />}
      </g>
      {lower && (
        <>
          <Wire
            uid={uid}
            owner={exited > 0 ? 'vmm' : owner}
            kind={exited > 0 || control === 'vmm' ? 'taken' : 'idle'}
            d={
              exited > 1
                ? `M${gutter} ${guestY} V${middle - CLEAR} M${gutter} ${middle + CLEAR} V${vmmY}`
                : `M${gutter} ${guestY} V${vmmY}`
            }
          />
          {exited > 1 && (
            <text
              className={`at-lit at-exits ${ownerClass('vmm')}`}
              x={gutter}
              y={middle + 9}
              textAnchor="middle"
            >
              ×{exited}
            </text>
          )}
          <Token
            id="control"
            node="control"
            x={gutter}
            y={control === 'vmm' ? vmmY : guestY}
            owner={owner}
            r={11}
          />
        </>
      )}
    </>
  );
}
