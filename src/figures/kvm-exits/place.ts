/** Why: which column is told, where control stands and how far time has come, the same for a page and for a slide. */
import type { Exit } from '../../models/kvm-exits/exits';
import type { Translate } from '../../lib/message';
import type { Point } from '../../marks/shapes';
import { columnOf, restOf, type Grid, type Route } from './geometry';
import { routeOf } from './lanes';
import { SUBJECT } from './recordings';
import type { ExitState } from './state';

/** What the guest executes: a step's own instruction, or the one that the scene is about. */
export function instructionOf({ phase, scene, exit, quiet, program }: ExitState, t: Translate): string {
  if (quiet) return `${quiet.instruction} ${t({ key: 'picture.times', values: { times: quiet.times } })}`;
  if (phase === 'end') return '';
  return exit?.instruction ?? program.find(([rip]) => rip === SUBJECT[scene])?.[1] ?? '';
}

export interface Place {
  readonly route: Route;
  /** The ring of the guest that is told. */
  readonly guest: 'ring3' | 'ring0';
  readonly control: Point;
  /** A run after the last exit begins where its mark stands; one between two exits begins at the next one. */
  readonly runFrom: number;
  /** The guest's line: drawn up to here, and to come from there. */
  readonly before: number;
  readonly after: number;
  /** Exits that are over. */
  readonly past: readonly Exit[];
}

export function placeOf({ exits, exit, phase, lane, seen }: ExitState, grid: Grid): Place {
  const total = exits.length;
  const only = columnOf(1, 1, grid);
  const told = exit ?? exits[0];
  const route: Route = told
    ? routeOf(phase === 'end' ? exits[total - 1]! : told, total, grid)
    : { x: only, guest: 'ring0', heavy: false };
  const guest = exit ? route.guest : lane === 'ring3' ? 'ring3' : 'ring0';
  const runFrom = columnOf(Math.min(seen + 1, Math.max(total, 1)), Math.max(total, 1), grid);
  const control =
    phase === 'run'
      ? { x: runFrom + grid.span, y: grid.depth[guest] }
      : phase === 'end'
        ? { x: only + grid.span, y: grid.depth.ring0 }
        : restOf({ ...route, guest }, phase, grid);
  const before = exit ? route.x : phase === 'run' ? runFrom : control.x;
  const after =
    phase === 'entry' || phase === 'round' ? route.x + grid.span : phase === 'run' ? control.x : before;
  return { route, guest, control, runFrom, before, after, past: exits.slice(0, exit ? seen - 1 : seen) };
}
