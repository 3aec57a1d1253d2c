/** Why: the CPU under the rings says what the VMM is about; with VT-x it is the border between two worlds, with a way out and a way in. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { RingsState } from '../../models/rings/types';
import { layoutOf, VIEW, type Base } from './geometry';
import { CODE_OWNER } from './owners';
import { CHANNELS } from './places';

interface CpuBarProps {
  readonly state: RingsState;
  readonly base: Base;
  readonly uid: string;
  readonly t: Translate;
  readonly focusClass: (node: string) => string;
}

const MARGIN = 10;

function Channels({ state, base, uid, t }: CpuBarProps) {
  const top = base.top + 6;
  const bottom = base.top + base.height - 6;
  const exit = base.cx + CHANNELS.exit;
  const entry = base.cx + CHANNELS.entry;
  const y = base.top + 25;
  return (
    <g className="rings-channels">
      {state.move.kind !== 'exit' && <Wire uid={uid} owner="hw" arrow d={`M${exit} ${top}V${bottom}`} />}
      {state.move.kind !== 'entry' && <Wire uid={uid} owner="hw" arrow d={`M${entry} ${bottom}V${top}`} />}
      <text className="rings-socket-sub" x={exit - 12} y={y} textAnchor="end">
        {t('cross-exit')}
      </text>
      <text className="rings-socket-sub" x={entry + 12} y={y}>
        {t('cross-entry')}
      </text>
    </g>
  );
}

export function CpuBar(props: CpuBarProps) {
  const { state, base, t, focusClass } = props;
  const split = layoutOf(state.scenario.technique) === 'split';
  const { mode, code } = state.control;
  const note = t(state.vmm.note);
  const right = VIEW.width - MARGIN;
  return (
    <g data-node="cpu" className={`rings-cpu ${ownerClass('hw')}${focusClass('cpu')}`}>
      <rect x={MARGIN} y={base.top} width={VIEW.width - 2 * MARGIN} height={base.height} rx={5} />
      <path className="rings-cpu-top" d={`M${MARGIN - 4} ${base.top}H${right + 4}`} />
      {split ? (
        <>
          <Channels {...props} />
          {mode !== 'plain' && (
            <text
              className={`rings-mode owned ${ownerClass(CODE_OWNER[code])}`}
              x={right - 14}
              y={base.top + 25}
              textAnchor="end"
            >
              {t(`mode-${mode}`)}
            </text>
          )}
          <text className="rings-note" x={VIEW.width / 2} y={VIEW.height - 8} textAnchor="middle">
            {note}
          </text>
        </>
      ) : (
        <text className="rings-note" x={VIEW.width / 2} y={base.top + 25} textAnchor="middle">
          {note}
        </text>
      )}
    </g>
  );
}
