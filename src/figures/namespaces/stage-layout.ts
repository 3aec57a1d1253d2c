/** Why: where things lie on a slide: the call, one view, the table, the rooms below. What a trace needs at most is kept free. */
import type { Trace } from '../../lib/trace';
import type { NamespacesState } from '../../models/namespaces/state';
import { STAGE_ROOMS, type Shape } from '../contract';
import { insideNet, placesOf, WIDE } from './geometry';
import type { Room } from './rooms';
import { rowsOf } from './rows';
import { usersOf } from './users';

type State = NamespacesState;

/** Room of a letter of the monospaced font at 24 units. */
export const MONO = 14.5;

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  /** Lines of the bar of calls, its height, and from one line to the next. */
  readonly bar: number;
  readonly barLine: number;
  /** Baseline of what one process sees; left out where several calls take its place. */
  readonly sees: number | undefined;
  /** Baseline of the heads. */
  readonly head: number;
  /** Top of the rows, and height of one. */
  readonly rows: number;
  readonly row: number;
  readonly indent: number;
  readonly pidX: number;
  readonly uidX: number;
  readonly columnX: number;
  readonly column: number;
  readonly strip: { readonly y: number; readonly height: number; readonly kind: 'net' | 'user' } | undefined;
}

/** Where names begin; the token of the caller stands before. */
export const NAME_X = 28;
const HEAD = 30;
const SEES = 34;
const GAP = 10;
const ROW = { least: 28, most: { '4:3': 46, '16:9': 68 } } as const;

/** A link's line in a room, a server's or a user's, and the room's name above them. */
const LINK = 44;
export const LINE = 30;
export const TITLE = 34;
const BETWEEN = 8;

const lineHeight = (n: number) => TITLE + n * LINE + 4;

/** Height of a room of a network; the first one, at the left, has its servers under its name. */
function netHeight(state: State, net: number, first: boolean): number {
  const { plugs, servers } = insideNet(state, net);
  return Math.max(LINK * Math.max(1, plugs.length), first ? lineHeight(servers.length) : 0);
}

const rightHeight = (heights: readonly number[]) =>
  heights.reduce((sum, height) => sum + height + BETWEEN, -BETWEEN);

function stripHeight(state: State, kind: 'net' | 'user'): number {
  const heights =
    kind === 'net'
      ? (state.snapshot.nets ?? []).map(({ net }, i) => netHeight(state, net, i === 0))
      : usersOf(state.snapshot).map(({ users }) => lineHeight(users.length));
  return Math.max(heights[0] ?? 0, rightHeight(heights.slice(1)));
}

export function stageLayout(trace: Trace<State>, shape: Shape): StageLayout {
  const { width, height } = STAGE_ROOMS[shape];
  const wide = shape === '4:3';
  const lines = Math.max(1, ...trace.steps.map(({ state }) => state.calls.length));
  const barLine = wide ? 30 : 36;
  const bar = lines * barLine + 10;
  const kind = placesOf(trace, WIDE).strip?.kind;
  const strip = kind ? Math.max(...trace.steps.map(({ state }) => stripHeight(state, kind))) : 0;
  const sees = lines === 1 ? SEES : 0;
  const most = Math.max(...trace.steps.map((_, i) => rowsOf(trace, i).length));
  const above = bar + sees + HEAD + 4;
  const room = height - above - (kind ? strip + GAP + 2 : 2);
  const row = Math.max(ROW.least, Math.min(ROW.most[shape], Math.floor(room / most)));
  const columnX = wide ? 462 : 420;
  const shared = {
    width,
    height,
    bar,
    barLine,
    sees: sees ? bar + 26 : undefined,
    head: bar + sees + 24,
    rows: above,
    row,
    columnX,
    column: (width - columnX - 2) / 8,
    indent: wide ? 18 : 10,
    pidX: wide ? 188 : 180,
    uidX: wide ? 290 : 264,
  };
  if (!kind) return { ...shared, strip: undefined };
  // On a higher slide the rooms stand where the table ends, with some air between.
  const y = Math.min(height - strip - 2, above + most * row + 4 * GAP);
  return { ...shared, strip: { y, height: strip, kind } };
}

/** Between the rooms at the left and at the right, where the cables run. */
const AISLE = 44;

/** The first room at the left, the others at the right, one under the other. @param heights of all, in order */
function standing(heights: readonly number[], { width, strip }: StageLayout): readonly Omit<Room, 'net'>[] {
  const { y } = strip!;
  const height = Math.max(heights[0] ?? 0, rightHeight(heights.slice(1)));
  const left = Math.round((width - AISLE) * 0.5);
  let top = y;
  return heights.map((own, i) => {
    if (i === 0) return { left: true, x: 2, y, width: left, height };
    const place = { left: false, x: 2 + left + AISLE, y: top, width: width - left - AISLE - 4, height: own };
    top += own + BETWEEN;
    return place;
  });
}

export function netRooms(state: State, layout: StageLayout): readonly Room[] {
  const nets = state.snapshot.nets ?? [];
  const places = standing(
    nets.map(({ net }, i) => netHeight(state, net, i === 0)),
    layout,
  );
  return nets.map(({ net }, i) => ({ net, ...places[i]! }));
}

export function userRooms({ snapshot }: State, layout: StageLayout) {
  const rooms = usersOf(snapshot);
  const places = standing(
    rooms.map(({ users }) => lineHeight(users.length)),
    layout,
  );
  return rooms.map((room, i) => ({ room, ...places[i]! }));
}

/** The height of a link in the wall of its room. */
export const linkSlot = (room: Room, i: number): number => room.y + LINK / 2 + i * LINK;
