/** Why: ring transitions for the back row: the rings as large as the room allows, the program beside them, the ring's number in the dot of control. */
import { Defs } from '../../marks/Defs';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { RingsState } from '../../models/rings/types';
import { STAGE_ROOMS, type StageProps } from '../contract';
import { arcPath, layoutOf } from './geometry';
import { COUNTERS } from './machine-panel';
import { nameOf } from './name-of';
import { CODE_OWNER, SOCKET } from './owners';
import { missedWay, originOf, seatOf, takenWay } from './places';
import { tickSeat } from './Sockets';
import { inRoom, SOCKET_BOX, stagePlan, timerLeft } from './stage-plan';
import { StageCpu } from './StageCpu';
import { StageProgram } from './StageProgram';
import { StageRings } from './StageRings';
// What page and slide share stays in the figure's own chunk: a page that shows no slide fetches nothing more.
import './figure';

export function Stage({ frame, t, uid, shape }: StageProps<RingsState>) {
  const { state, focus } = frame.step;
  const { width, height } = STAGE_ROOMS[shape];
  const layout = layoutOf(state.scenario.technique);
  const plan = stagePlan(shape, layout, state.lines.length, COUNTERS[state.scenario.technique].length + 1);
  const { base } = plan;
  const focusClass = (node: string) => (focus.includes(node) ? ' is-focus' : '');
  const here = inRoom(plan, seatOf(state, base, state.control));
  const origin = originOf(state.move);
  const from = seatOf(state, base, origin);
  const taken = state.move.kind === 'none' ? undefined : takenWay(state, base, state.move);
  const missed = state.move.missed ? missedWay(state, base) : undefined;
  const border = missed && arcPath(base, missed.radius, missed.from, missed.to);
  const owner = CODE_OWNER[state.control.code];
  const wireOwner = origin.code === 'vmm' || state.move.to.code === 'vmm' ? 'vmm' : owner;
  const shared = { state, plan, t, uid, focusClass };
  const seat = tickSeat(state, base, { x: 0, y: 0 });
  const timer = timerLeft(plan, !SOCKET[state.scenario.program]);
  const atTimer = { x: timer + SOCKET_BOX.width - 22, y: plan.sockets.top };
  const tick = state.timer === 'pending' ? atTimer : seat && inRoom(plan, seat);
  return (
    <svg
      className="rings-svg rings-stage"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={nameOf({ frame, t })}
    >
      <Defs uid={uid} />
      <StageRings {...shared} />
      <StageCpu {...shared} />
      <g transform={plan.transform}>
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
              r={8}
            />
            <Wire uid={uid} owner={wireOwner} kind="taken" arrow d={taken} node="way" />
          </>
        )}
      </g>
      <StageProgram
        frame={frame}
        plan={plan}
        wide={shape === '4:3'}
        t={t}
        uid={uid}
        focusClass={focusClass}
      />
      {tick && <Token id="tick" x={tick.x} y={tick.y} owner="data" r={10} />}
      <g className={`rings-control${focusClass('reg-cpl')}`}>
        <Token
          id="control"
          node="reg-cpl"
          x={here.x}
          y={here.y}
          owner={owner}
          r={16}
          label={String(state.control.ring)}
        />
      </g>
    </svg>
  );
}
