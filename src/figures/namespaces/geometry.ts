/**
 * Why: where things lie, as numbers, for a wide picture and for a phone's. A process is a row, a kind of namespace a
 * column; rows that share a namespace share one pill. What a trace needs at most is kept free in all of its steps.
 */
import type { Trace } from '../../lib/trace';
import type { NamespacesState } from '../../models/namespaces/state';
import { rowsOf } from './rows';
import { heightOfUsers, usersOf } from './users';

export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  /** Lines of the bar for each call, and letters that fit in one. */
  readonly callLines: 1 | 2;
  readonly letters: number;
  readonly lineHeight: number;
  readonly row: number;
  /** Of the row's text, from its top. */
  readonly text: number;
  readonly indent: number;
  readonly pidX: number;
  readonly uidX: number;
  /** First column, and from one to the next. */
  readonly columnX: number;
  readonly column: number;
  /** A pill's place in its row. */
  readonly pillTop: number;
  readonly pillHeight: number;
  /** Whether neighbours share a pill. */
  readonly joined: boolean;
}

export const WIDE: Layout = {
  name: 'wide',
  width: 800,
  callLines: 1,
  letters: 60,
  lineHeight: 23,
  row: 32,
  text: 21,
  indent: 14,
  pidX: 190,
  uidX: 300,
  columnX: 444,
  column: 44,
  pillTop: 3,
  pillHeight: 26,
  joined: true,
};

/** Few rows and no network: the table has the room to itself. */
const ROOMY: Layout = { ...WIDE, row: 46, text: 28, pillHeight: 40, indent: 20 };
const FEW = 5;

export const NARROW: Layout = {
  name: 'narrow',
  width: 400,
  callLines: 2,
  letters: 42,
  lineHeight: 48,
  row: 68,
  text: 22,
  indent: 9,
  pidX: 164,
  uidX: 282,
  columnX: 26,
  column: 46,
  pillTop: 36,
  pillHeight: 26,
  joined: false,
};

export const BAR = { top: 8, left: 30, bottom: 8 } as const;
const HEAD = 38;
const NET = { gap: 18, box: 28, link: 28, between: 10 } as const;

export interface Places {
  readonly bar: number;
  /** Of the column heads' baseline. */
  readonly head: number;
  readonly rows: number;
  /** Top of the strip below, and what stands in it: rooms of networks, or of users where no network is of interest. */
  readonly strip: { readonly y: number; readonly kind: 'net' | 'user' } | undefined;
  readonly height: number;
}

type State = NamespacesState;

/** Whether anything is plugged in or listens. */
const hasNet = ({ snapshot }: State) =>
  (snapshot.sockets ?? []).length > 0 ||
  (snapshot.nets ?? []).some(({ links }) => links.some(({ kind }) => kind !== 'loopback'));

/** Height of a box of one network namespace. @param lines links or servers, whichever are more */
export const boxHeight = (lines: number): number => NET.box + Math.max(1, lines) * NET.link;
export const BETWEEN = NET.between;
export const LINK = NET.link;
export const BOX_HEAD = NET.box;

/** What stands in a network namespace apart from `lo`: links at its edge, servers inside. */
export function insideNet({ snapshot }: State, net: number) {
  const links = snapshot.nets?.find((each) => each.net === net)?.links ?? [];
  return {
    lo: links.find(({ kind }) => kind === 'loopback'),
    bridges: links.filter(({ kind }) => kind === 'bridge'),
    plugs: links.filter(({ kind }) => kind !== 'bridge' && kind !== 'loopback'),
    servers: (snapshot.sockets ?? []).filter((socket) => socket.net === net),
  };
}

/** Lines that a room needs: links and servers side by side, or one under the other where it is narrow. */
export function linesOf(state: State, net: number, { joined }: Layout): number {
  const { plugs, servers, bridges } = insideNet(state, net);
  const links = Math.max(plugs.length, bridges.length > 0 ? 2 : 0);
  return joined ? Math.max(links, servers.length) : links + servers.length;
}

/** Height of the rooms at the right, one under the other, or of the first one at the left. */
export function stripHeight(state: State, layout: Layout): number {
  const [first, ...others] = state.snapshot.nets ?? [];
  const heightOf = (net: number) => boxHeight(linesOf(state, net, layout));
  const right = others.reduce((sum, { net }) => sum + heightOf(net) + BETWEEN, -BETWEEN);
  return Math.max(first ? heightOf(first.net) : 0, right);
}

/** The same of the rooms of users. */
function usersHeight({ snapshot }: State): number {
  const [first, ...others] = usersOf(snapshot);
  const right = others.reduce((sum, room) => sum + heightOfUsers(room) + BETWEEN, -BETWEEN);
  return Math.max(first ? heightOfUsers(first) : 0, right);
}

function stripOf(trace: Trace<State>): 'net' | 'user' | undefined {
  if (trace.steps.some(({ state }) => hasNet(state))) return 'net';
  return trace.steps.some(({ state }) => usersOf(state.snapshot).length > 1) ? 'user' : undefined;
}

/** The wide layout that suits a trace. */
export function wideOf(trace: Trace<State>): Layout {
  const few = trace.steps.every((_, i) => rowsOf(trace, i).length <= FEW);
  return few && stripOf(trace) !== 'net' ? ROOMY : WIDE;
}

export function placesOf(trace: Trace<State>, layout: Layout): Places {
  const most = (of: (state: State, i: number) => number) =>
    Math.max(...trace.steps.map(({ state }, i) => of(state, i)));
  const lines = Math.max(
    1,
    most(({ calls }) => calls.length),
  );
  const bar = BAR.top * 2 + lines * layout.lineHeight;
  const head = bar + BAR.bottom + 22;
  const rows = bar + BAR.bottom + HEAD - 4;
  const end = rows + most((_, i) => rowsOf(trace, i).length) * layout.row;
  const kind = stripOf(trace);
  if (kind === undefined) return { bar, head, rows, strip: undefined, height: end + 8 };
  const y = end + NET.gap;
  const height = y + most((state) => (kind === 'net' ? stripHeight(state, layout) : usersHeight(state))) + 8;
  return { bar, head, rows, strip: { y, kind }, height };
}
