/** Why: the ways of the page's picture, on a slide's grid: down and up again, or along when nothing leaves the guest. */
import type { Translate } from '../../lib/message';
import { Wire } from '../../marks/Wire';
import type { Exit } from '../../models/kvm-exits/exits';
import { storyOf, valuesOf } from './captions';
import { wayOf, zigzag, type Grid, type Route } from './geometry';
import { StageSays } from './StageLane';
import type { ExitState } from './state';
import { ORDER, WAY_OWNER } from './ways';

interface WaysProps {
  readonly state: ExitState;
  readonly grid: Grid;
  readonly uid: string;
  readonly t: Translate;
}

/** The exit that is being told: its ways so far, and what each side does. */
export function StageExit({ exit, route, state, grid, uid, t }: WaysProps & { exit: Exit; route: Route }) {
  const { phase } = state;
  const round = phase === 'round';
  const reached = phase === 'wait' ? 1 : ORDER.indexOf(phase);
  const parts = round
    ? (['round'] as const)
    : ORDER.slice(0, reached + 1).filter((part) => part !== 'user' || exit.heavy);
  const story = phase === 'wait' ? 'wait' : storyOf(exit);
  const values = valuesOf(exit, state.exits.length);
  const door = grid.depth.cpu + 9;
  return (
    <g data-node="way">
      {parts.map((part) => (
        <Wire
          key={part}
          d={wayOf(route, part, grid)}
          owner={part === 'entry' && exit.ring === 3 ? 'user' : (WAY_OWNER[part] ?? 'hw')}
          uid={uid}
          kind={part === phase ? 'taken' : 'idle'}
          node={`way-${part}`}
        />
      ))}
      <text className="kx-door own-hw" x={route.x + 30} y={door}>
        {t('picture.vmexit')}
      </text>
      {(round || phase === 'entry') && (
        <text className="kx-door own-hw" x={route.x + grid.span - 16} y={door} textAnchor="end">
          {t('picture.vmrun')}
        </text>
      )}
      {(round || reached >= 1) && (
        <StageSays
          x={route.x + 30}
          lane="kvm"
          grid={grid}
          text={t({ key: `did.${story}`, values })}
          owner="vmm"
        />
      )}
      {exit.heavy && (round || reached >= 2) && (
        <StageSays
          x={route.x + 30}
          lane="vmm"
          grid={grid}
          text={t({ key: `says.${exit.work.kind}`, values })}
          owner="host"
        />
      )}
    </g>
  );
}

/** What runs without an exit: control stays up; the way down that was not taken is dashed. */
export function StageRun({ from, state, grid, uid, t }: WaysProps & { readonly from: number }) {
  const { quiet, lane } = state;
  if (!quiet) return null;
  const { depth, span } = grid;
  const to = from + span;
  const notches = Math.min(quiet.times, 16);
  const ghost = from + span / 2;
  return (
    <g>
      {lane === 'ring3' ? (
        <Wire d={zigzag(from, to, 10, grid)} owner="user" uid={uid} kind="taken" node="way-run" />
      ) : (
        <>
          <Wire d={`M${from} ${depth.ring0} H${to}`} owner="kern" uid={uid} kind="taken" node="way-run" />
          <path
            className="kx-notches own-kern"
            d={Array.from({ length: notches }, (_, i) => {
              const x = Math.round(from + ((i + 0.5) * span) / notches);
              return `M${x} ${depth.ring0 - 9} v18`;
            }).join(' ')}
          />
        </>
      )}
      <g data-node="no-exit">
        <Wire d={`M${ghost} ${depth.ring0 + 12} V${depth.kvm}`} owner="hw" uid={uid} kind="denied" />
        <path className="kx-cross own-hw" d={`M${ghost - 10} ${depth.cpu - 10} l20 20 m0 -20 l-20 20`} />
        <text className="kx-door own-hw" x={ghost + 24} y={depth.cpu + 9}>
          {t('picture.no-exit')}
        </text>
      </g>
    </g>
  );
}
