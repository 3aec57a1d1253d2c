/**
 * Why: depth is the message. Five lanes from the guest down to the VMM; an exit is a way down and up
 * again, shallow if KVM can handle it, deep if the VMM must. Past exits stay as thin marks where they were.
 */
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { ViewProps } from '../contract';
import { BANDS, columnOf, DEPTH, restOf, VIEW, WIDTH, type Route } from './geometry';
import { Lane, OWNER, Past, routeOf, Says } from './lanes';
import { SUBJECT } from './recordings';
import { LANES, type ExitState } from './state';
import { Present, Run } from './ways';

/** What the guest executes: a step's own instruction, or the one that the scene is about. */
function instructionOf({ phase, scene, exit, quiet, program }: ExitState, t: Translate): string {
  if (quiet) return `${quiet.instruction} ${t({ key: 'picture.times', values: { times: quiet.times } })}`;
  if (phase === 'end') return '';
  return exit?.instruction ?? program.find(([rip]) => rip === SUBJECT[scene])?.[1] ?? '';
}

export function View({ frame, t, uid }: ViewProps<ExitState>) {
  const { state } = frame.step;
  const { exits, exit, phase, lane, seen } = state;
  const total = exits.length;
  const told = exit ?? exits[0];
  const route: Route = told
    ? routeOf(phase === 'end' ? exits[total - 1]! : told, total)
    : { x: columnOf(1, 1), guest: 'ring0', heavy: false };
  const guest = exit ? route.guest : lane === 'ring3' ? 'ring3' : 'ring0';
  // A run after the last exit begins where its mark stands; one between two exits begins at the next one.
  const runFrom = columnOf(Math.min(seen + 1, Math.max(total, 1)), Math.max(total, 1));
  const past = exits.slice(0, exit ? seen - 1 : seen);
  const control =
    phase === 'run'
      ? { x: runFrom + WIDTH, y: DEPTH[guest] }
      : phase === 'end'
        ? { x: columnOf(1, 1) + WIDTH, y: DEPTH.ring0 }
        : restOf({ ...route, guest }, phase);
  const before = exit ? route.x : phase === 'start' ? control.x : phase === 'run' ? runFrom : control.x;
  const after =
    phase === 'entry' || phase === 'round' ? route.x + WIDTH : phase === 'run' ? control.x : before;
  const home = DEPTH[guest];
  const label = DEPTH[guest] - (guest === 'ring3' ? 24 : 34);
  const other = guest === 'ring3' ? BANDS.ring0.y + 32 : BANDS.ring3.y + 42;
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
      viewBox={`0 0 ${VIEW.width} ${VIEW.height}`}
      role="img"
      aria-label={t({ key: 'picture.alt', values: { where } })}
    >
      <Defs uid={uid} />
      {LANES.map((each) => (
        <Lane key={each} lane={each} active={each === lane} t={t} />
      ))}
      <path className={`kx-time ${ownerClass(OWNER[guest])}`} d={`M176 ${home} H${before}`} />
      <path className="kx-future" d={`M${after} ${home} H${VIEW.width - 16}`} />
      {past.map((each) => (
        <Past key={each.n} exit={each} total={total} />
      ))}
      {exit && phase !== 'end' && <Present exit={exit} state={state} uid={uid} t={t} />}
      {phase === 'run' && <Run state={state} from={runFrom} uid={uid} t={t} />}
      {phase === 'end' && (
        <>
          <Says
            x={columnOf(1, 1) + 18}
            y={BANDS.kvm.y + 50}
            text={t({ key: 'picture.light', values: { count: state.light } })}
            owner="vmm"
          />
          <Says
            x={columnOf(1, 1) + 18}
            y={BANDS.vmm.y + 52}
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
