/** Why: a user namespace is a translation. The kernel keeps one id for a user; a line of `uid_map` gives it another name inside. */
import type { Translate } from '../../lib/message';
import { NOBODY } from '../../models/namespaces/kernel';
import type { NamespacesState } from '../../models/namespaces/state';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { Frame } from '../contract';
import { BETWEEN, BOX_HEAD, LINK, type Layout } from './geometry';
import type { BadgeOf } from './letters';
import { heightOfUsers, usersOf, type UserRoom } from './users';

interface StripProps {
  readonly frame: Frame<NamespacesState>;
  readonly y: number;
  readonly layout: Layout;
  readonly badgeOf: BadgeOf;
  readonly uid: string;
  readonly t: Translate;
}

interface Placed {
  readonly room: UserRoom;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly left: boolean;
}

function placed(rooms: readonly UserRoom[], y: number, { width }: Layout): readonly Placed[] {
  const gap = width > 500 ? 90 : 44;
  const [leftWidth, rightX] = [width * 0.46 - gap / 2, width * 0.46 + gap / 2];
  let top = y;
  return rooms.map((room, i) => {
    if (i === 0) return { room, x: 2, y, width: leftWidth, left: true };
    const here = { room, x: rightX, y: top, width: width - rightX - 2, left: false };
    top += heightOfUsers(room) + BETWEEN;
    return here;
  });
}

/** Names as far as the room goes. */
function listed(names: readonly string[], { joined }: Layout): string {
  const [all, most] = [names.join(', '), joined ? 34 : 13];
  return all.length <= most ? all : `${all.slice(0, most - 1)}…`;
}

const slot = (y: number, i: number) => y + BOX_HEAD + i * LINK + 10;

export function UserStrip({ frame, y, layout, badgeOf, uid, t }: StripProps) {
  const { state } = frame.step;
  const before = frame.trace.steps[frame.index - 1]?.state.snapshot;
  const rooms = placed(usersOf(state.snapshot), y, layout);
  const first = rooms[0];
  if (first === undefined) return null;
  const edge = first.x + first.width;
  const yOf = ({ room, y: top }: Placed, id: number) =>
    slot(
      top,
      room.users.findIndex((user) => user.id === id),
    );
  return (
    <g className="ns-nets">
      {rooms.map((place) => {
        const { room, x, y: top, width, left } = place;
        const badge = badgeOf(room.user);
        return (
          <g key={room.user} className={`ns-room ${ownerClass(badge.owner)}`}>
            <rect x={x} y={top} width={width} height={heightOfUsers(room)} rx={9} />
            <text className="ns-room-name" x={x + 12} y={top + 20}>
              {t({ key: 'picture.user', values: { letter: badge.letter } })}
            </text>
            {room.users.map(({ id, names }, i) => (
              <text
                key={id}
                className="ns-user"
                x={left ? edge - 12 : x + 12}
                y={slot(top, i) + 5}
                textAnchor={left ? 'end' : 'start'}
              >
                {left && <tspan className="muted">{`${listed(names, layout)} `}</tspan>}
                <tspan className="ns-id">{id}</tspan>
                {!left && <tspan className="muted">{` ${listed(names, layout)}`}</tspan>}
              </text>
            ))}
          </g>
        );
      })}
      {rooms.slice(1).flatMap((place) =>
        place.room.lines.map(({ inside, outside }) => {
          const [from, to] = [yOf(first, outside), yOf(place, inside)];
          const middle = (edge + place.x) / 2;
          const named = inside !== NOBODY;
          const old = before?.maps?.[place.room.user]?.some((extent) => extent.inside === inside);
          return (
            <Wire
              key={`${place.room.user} ${inside} ${outside}`}
              d={`M${edge} ${from} C${middle} ${from} ${middle} ${to} ${place.x} ${to}`}
              owner={named ? 'data' : 'hw'}
              uid={uid}
              kind={named ? (old ? 'idle' : 'taken') : 'denied'}
            />
          );
        }),
      )}
    </g>
  );
}
