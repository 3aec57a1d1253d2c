/** Why: where the rooms of the networks stand, the sockets in their walls, and the cables between, as numbers and paths. */
import type { Link } from '../../lib/snapshots';
import type { NamespacesState } from '../../models/namespaces/state';
import { BETWEEN, BOX_HEAD, boxHeight, insideNet, LINK, linesOf, stripHeight, type Layout } from './geometry';

export interface Room {
  readonly net: number;
  readonly left: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first room at the left, all others at the right, one under the other. */
export function roomsOf(state: NamespacesState, y: number, layout: Layout): readonly Room[] {
  const { width } = layout;
  const nets = state.snapshot.nets ?? [];
  const gap = width > 500 ? 90 : 44;
  const [leftWidth, rightX] = [width * 0.46 - gap / 2, width * 0.46 + gap / 2];
  let top = y;
  return nets.map(({ net }, i) => {
    if (i === 0) return { net, left: true, x: 2, y, width: leftWidth, height: stripHeight(state, layout) };
    const height = boxHeight(linesOf(state, net, layout));
    const room = { net, left: false, x: rightX, y: top, width: width - rightX - 2, height };
    top += height + BETWEEN;
    return room;
  });
}

export interface Plug {
  readonly link: Link;
  readonly room: Room;
  readonly x: number;
  readonly y: number;
}

/** The height in a room's wall of the socket that is its nth. */
type Slot = (room: Room, i: number) => number;
const slotOf: Slot = (room, i) => room.y + BOX_HEAD + i * LINK + 10;

/** Sockets in the walls: at the right they stand in order, at the left across from where their cable goes. */
export function plugsOf(
  state: NamespacesState,
  rooms: readonly Room[],
  slot: Slot = slotOf,
): readonly Plug[] {
  const placed: Plug[] = [];
  for (const room of rooms.filter(({ left }) => !left))
    insideNet(state, room.net).plugs.forEach((link, i) =>
      placed.push({ link, room, x: room.x, y: slot(room, i) }),
    );
  for (const room of rooms.filter(({ left }) => left)) {
    const { plugs } = insideNet(state, room.net);
    plugs.forEach((link, i) => {
      const across = placed.find((far) => ends(link, far.link) && !far.room.left);
      placed.push({ link, room, x: room.x + room.width, y: across?.y ?? slot(room, i) });
    });
  }
  return placed;
}

/** Two ends of one cable name each other; indexes are unique within a room only, so both ways must agree. */
export const ends = (a: Link, b: Link) => a !== b && a.peer === b.index && b.peer === a.index;

export function cableOf(a: Plug, b: Plug): string {
  const bend = a.room === b.room ? 34 : 0;
  const middle = (a.x + b.x) / 2 + (a.room.left ? bend : -bend);
  return `M${a.x} ${a.y} C${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`;
}
