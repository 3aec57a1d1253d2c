/**
 * Why: the picture of ring transitions. Rings stand on the CPU, coloured by who owns them; one token is
 * control; the way it took in this step is drawn, and a way that it should have taken is barred.
 */
import { Defs } from '../../marks/Defs';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { RingsState } from '../../models/rings/types';
import type { ViewProps } from '../contract';
import { CpuBar } from './CpuBar';
import { arcPath, BASES, layoutOf, VIEW } from './geometry';
import { nameOf } from './name-of';
import { CODE_OWNER } from './owners';
import { missedWay, originOf, seatOf, takenWay } from './places';
import { RingBands } from './RingBands';
import { Sockets } from './Sockets';
import { Verdict } from './Verdict';

export function RingsView(props: ViewProps<RingsState>) {
  const { frame, t, uid } = props;
  const { state, focus } = frame.step;
  const base = BASES[layoutOf(state.scenario.technique)];
  const focusClass = (node: string) => (focus.includes(node) ? ' is-focus' : '');
  const here = seatOf(state, base, state.control);
  const origin = originOf(state.move);
  const from = seatOf(state, base, origin);
  const taken = state.move.kind === 'none' ? undefined : takenWay(state, base, state.move);
  const missed = state.move.missed ? missedWay(state, base) : undefined;
  const border = missed && arcPath(base, missed.radius, missed.from, missed.to);
  const owner = CODE_OWNER[state.control.code];
  const wireOwner = origin.code === 'vmm' || state.move.to.code === 'vmm' ? 'vmm' : owner;
  const name = nameOf(props);
  const shared = { state, base, t, uid, focusClass };
  return (
    <svg className="rings-svg" viewBox={`0 0 ${VIEW.width} ${VIEW.height}`} role="img" aria-label={name}>
      <Defs uid={uid} />
      <RingBands {...shared} />
      <CpuBar {...shared} />
      <Sockets {...shared} />
      {missed && (
        <g className="rings-missed">
          <path className="rings-bar-edge" d={border} />
          <path className="rings-bar" d={border} />
          <path className="rings-bar-stripes" d={border} />
          <Wire uid={uid} owner={owner} kind="denied" arrow d={missed.way} />
        </g>
      )}
      {taken !== undefined && (
        <>
          <circle
            className={`rings-was ${ownerClass(CODE_OWNER[origin.code])}`}
            cx={from.x}
            cy={from.y}
            r={7}
          />
          <Wire uid={uid} owner={wireOwner} kind="taken" arrow d={taken} node="way" />
        </>
      )}
      <Verdict frame={frame} t={t} />
      <Token id="control" x={here.x} y={here.y} owner={owner} r={11} />
    </svg>
  );
}
