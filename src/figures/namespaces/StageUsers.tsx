/** Why: user namespaces for the back row: who is who in each, and the lines of `uid_map` between. */
import type { Translate } from '../../lib/message';
import { NOBODY } from '../../models/namespaces/kernel';
import type { NamespacesState } from '../../models/namespaces/state';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { Frame } from '../contract';
import type { BadgeOf } from './letters';
import { LINE, TITLE, userRooms, type StageLayout } from './stage-layout';

interface StageUsersProps {
  readonly frame: Frame<NamespacesState>;
  readonly layout: StageLayout;
  readonly badgeOf: BadgeOf;
  readonly uid: string;
  readonly t: Translate;
}

const slot = (y: number, i: number) => y + TITLE + (i + 0.5) * LINE - 2;

/** Names as far as the room goes, 14 units a letter, beside an id of up to five digits. */
function listed(names: readonly string[], width: number): string {
  const [all, most] = [names.join(', '), Math.floor((width - 120) / 14)];
  return all.length <= most ? all : `${all.slice(0, most - 1)}…`;
}

export function StageUsers({ frame, layout, badgeOf, uid, t }: StageUsersProps) {
  const { state } = frame.step;
  const before = frame.trace.steps[frame.index - 1]?.state.snapshot;
  const rooms = userRooms(state, layout);
  const first = rooms[0];
  if (!first) return null;
  const edge = first.x + first.width;
  const yOf = ({ room, y }: (typeof rooms)[number], id: number) =>
    slot(
      y,
      room.users.findIndex((user) => user.id === id),
    );
  return (
    <g className="ns-nets">
      {rooms.map(({ room, x, y, width, height, left }) => {
        const badge = badgeOf(room.user);
        return (
          <g key={room.user} className={`ns-room ${ownerClass(badge.owner)}`}>
            <rect x={x} y={y} width={width} height={height} rx={9} />
            <text className="ns-room-name" x={x + 14} y={y + 27}>
              {t({ key: 'picture.user', values: { letter: badge.letter } })}
            </text>
            {room.users.map(({ id, names }, i) => (
              <text
                key={id}
                x={left ? x + width - 14 : x + 14}
                y={slot(y, i) + 8}
                textAnchor={left ? 'end' : 'start'}
              >
                {left && <tspan className="muted">{`${listed(names, width)} `}</tspan>}
                <tspan className="ns-id">{id}</tspan>
                {!left && <tspan className="muted">{` ${listed(names, width)}`}</tspan>}
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
              d={`M${edge} ${from}C${middle} ${from} ${middle} ${to} ${place.x} ${to}`}
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
