/**
 * Why: depth is the message. Five lanes from the guest down to the VMM; an exit is a way down and up
 * again, shallow if KVM can handle it, deep if the VMM must. Past exits stay as thin marks where they were.
 */
import { Defs } from '../../marks/Defs';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { ViewProps } from '../contract';
import { columnOf, PAGE } from './geometry';
import { Lane, OWNER, Past, Says } from './lanes';
import { instructionOf, placeOf } from './place';
import { LANES, type ExitState } from './state';
import { Present, Run } from './ways';

export function View({ frame, t, uid }: ViewProps<ExitState>) {
  const { state } = frame.step;
  const { exits, exit, phase, lane } = state;
  const total = exits.length;
  const { route, guest, control, runFrom, before, after, past } = placeOf(state, PAGE);
  const home = PAGE.depth[guest];
  const label = PAGE.depth[guest] - (guest === 'ring3' ? 24 : 34);
  const other = guest === 'ring3' ? PAGE.bands.ring0.y + 32 : PAGE.bands.ring3.y + 42;
  const number = exit
    ? t({ key: 'picture.exit', values: { n: exit.n, total } })
    : phase === 'start'
      ? t('picture.none')
      : '';
  const where = t({ key: 'picture.where', values: { lane: t(`lane.${lane}`) } });
  const textX = (phase === 'run' ? runFrom : route.x) + 2;
  return (
    <svg
      className="kx"
      viewBox={`0 0 ${PAGE.width} ${PAGE.height}`}
      role="img"
      aria-label={t({ key: 'picture.alt', values: { where } })}
    >
      <Defs uid={uid} />
      {LANES.map((each) => (
        <Lane key={each} lane={each} active={each === lane} t={t} />
      ))}
      <path className={`kx-time ${ownerClass(OWNER[guest])}`} d={`M176 ${home} H${before}`} />
      <path className="kx-future" d={`M${after} ${home} H${PAGE.width - 16}`} />
      {past.map((each) => (
        <Past key={each.n} exit={each} total={total} grid={PAGE} />
      ))}
      {exit && phase !== 'end' && <Present exit={exit} state={state} uid={uid} t={t} />}
      {phase === 'run' && <Run state={state} from={runFrom} uid={uid} t={t} />}
      {phase === 'end' && (
        <>
          <Says
            x={columnOf(1, 1, PAGE) + 18}
            y={PAGE.bands.kvm.y + 50}
            text={t({ key: 'picture.light', values: { count: state.light } })}
            owner="vmm"
          />
          <Says
            x={columnOf(1, 1, PAGE) + 18}
            y={PAGE.bands.vmm.y + 52}
            text={t({ key: 'picture.heavy', values: { count: state.heavy } })}
            owner="host"
          />
        </>
      )}
      <text className="kx-instruction mono" x={textX} y={label} data-node="instruction">
        {instructionOf(state, t)}
      </text>
      <text className="kx-number muted" x={guest === 'ring3' ? textX + 14 : textX} y={other}>
        {number}
      </text>
      <Token
        id="control"
        node="control"
        x={control.x}
        y={control.y}
        owner={OWNER[lane]}
        {...(exit || phase === 'run' ? { along: `way-${phase}` } : {})}
      />
    </svg>
  );
}
