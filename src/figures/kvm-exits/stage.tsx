/** Why: KVM's exits for the back row: the same five lanes, with the words that the mechanism needs, and both counts at the end. */
import { Defs } from '../../marks/Defs';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { StageProps } from '../contract';
import { columnOf } from './geometry';
import { OWNER, Past } from './lanes';
import { instructionOf, placeOf } from './place';
import { PAGINGS } from './recordings';
import { NAMES, STAGE_GRIDS } from './stage-grid';
import { StageLane, StageSays } from './StageLane';
import { StageExit, StageRun } from './StageWays';
import { LANES, type ExitState } from './state';
// What page and slide share stays in the figure's own chunk: a page that shows no slide fetches nothing more.
import './figure';

export function Stage({ frame, t, uid, shape }: StageProps<ExitState>) {
  const { state } = frame.step;
  const { exits, exit, phase, lane, paging, totals } = state;
  const grid = STAGE_GRIDS[shape];
  const { bands, depth, width, height } = grid;
  const { route, guest, control, runFrom, before, after, past } = placeOf(state, grid);
  const total = exits.length;
  const home = depth[guest];
  const textX = phase === 'run' ? runFrom : route.x;
  const end = columnOf(1, 1, grid) + 30;
  const number = exit
    ? t({ key: 'picture.exit', values: { n: exit.n, total } })
    : phase === 'start'
      ? t('picture.none')
      : '';
  const other = bands[guest === 'ring3' ? 'ring0' : 'ring3'];
  const where = t({ key: 'picture.where', values: { lane: t(`lane.${lane}`) } });
  const shared = { state, grid, uid, t };
  return (
    <svg
      className="kx kx-stage"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t({ key: 'picture.alt', values: { where } })}
    >
      <Defs uid={uid} />
      {LANES.map((each) => (
        <StageLane key={each} lane={each} grid={grid} active={each === lane} t={t} />
      ))}
      <path className={`kx-time ${ownerClass(OWNER[guest])}`} d={`M${NAMES} ${home} H${before}`} />
      <path className="kx-future" d={`M${after} ${home} H${width - 18}`} />
      {past.map((each) => (
        <Past key={each.n} exit={each} total={total} grid={grid} />
      ))}
      {exit && <StageExit exit={exit} route={route} {...shared} />}
      {phase === 'run' && <StageRun from={runFrom} {...shared} />}
      {phase === 'end' && (
        <>
          {PAGINGS.map((each, i) => (
            <text
              key={each}
              className={each === paging ? 'kx-door kx-here own-hw' : 'kx-door own-hw'}
              x={end + i * 180}
              y={depth.cpu + 9}
            >
              {`${t(`paging.${each}`)} ${totals[each].exits}`}
            </text>
          ))}
          {(['kvm', 'vmm'] as const).map((each) => (
            <StageSays
              key={each}
              x={end}
              lane={each}
              grid={grid}
              text={t({
                key: 'picture.light',
                values: { count: each === 'kvm' ? state.light : state.heavy },
              })}
              owner={OWNER[each]}
            />
          ))}
        </>
      )}
      <text
        className="kx-instruction mono"
        x={textX + 4}
        y={home - (guest === 'ring3' ? 22 : 32)}
        data-node="instruction"
      >
        {instructionOf(state, t)}
      </text>
      <text
        className="kx-number muted"
        x={textX + (guest === 'ring3' ? 24 : 4)}
        y={other.y + other.height / 2 + 9}
      >
        {number}
      </text>
      <Token
        id="control"
        node="control"
        x={control.x}
        y={control.y}
        owner={OWNER[lane]}
        r={14}
        {...(exit || phase === 'run' ? { along: `way-${phase}` } : {})}
      />
    </svg>
  );
}
