/** Why: a network namespace is a room of its own; a veth pair is a cable through the wall, and a port is taken in one room only. */
import type { Translate } from '../../lib/message';
import type { Link } from '../../lib/snapshots';
import type { NamespacesState } from '../../models/namespaces/state';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { Frame } from '../contract';
import { BOX_HEAD, insideNet, LINK, type Layout } from './geometry';
import type { BadgeOf } from './letters';
import { cableOf, ends, plugsOf, roomsOf, type Plug, type Room } from './rooms';

interface StripProps {
  readonly frame: Frame<NamespacesState>;
  readonly y: number;
  readonly layout: Layout;
  readonly badgeOf: BadgeOf;
  readonly uid: string;
  readonly t: Translate;
}

function Bridge({
  bridge,
  room,
  plugs,
  narrow,
}: {
  readonly bridge: Link;
  readonly room: Room;
  readonly plugs: readonly Plug[];
  readonly narrow: boolean;
}) {
  const ports = plugs.filter((plug) => plug.room === room && plug.link.master === bridge.index);
  const x = room.x + room.width - (narrow ? 60 : 92);
  const ys = ports.map(({ y }) => y);
  const top = Math.min(room.y + BOX_HEAD + 10, ...ys) - 8;
  const bottom = Math.max(room.y + BOX_HEAD + 34, ...ys) + 8;
  return (
    <g className={bridge.running ? 'ns-link own-data' : 'ns-link own-hw'}>
      {ports.map(({ link, y }) => (
        <path key={link.index} className="ns-port" d={`M${x} ${y} H${room.x + room.width}`} />
      ))}
      <rect className="ns-bridge" x={x - 7} y={top} width={14} height={bottom - top} rx={4} />
      <text x={x - 14} y={room.y + BOX_HEAD + 16} textAnchor="end">
        {bridge.name}
      </text>
      {bridge.address !== undefined && (
        <text className="small" x={x - 14} y={room.y + BOX_HEAD + 33} textAnchor="end">
          {bridge.address}
        </text>
      )}
    </g>
  );
}

export function NetStrip({ frame, y, layout, badgeOf, uid, t }: StripProps) {
  const { state } = frame.step;
  const rooms = roomsOf(state, y, layout);
  const plugs = plugsOf(state, rooms);
  const before = frame.trace.steps[frame.index - 1]?.state.snapshot;
  const cables = plugs.flatMap((a, i) =>
    plugs.slice(i + 1).flatMap((b) => (ends(a.link, b.link) ? [[a, b] as const] : [])),
  );
  const known = ({ link, room }: Plug) =>
    before?.nets
      ?.find(({ net }) => net === room.net)
      ?.links.some(({ index, name }) => index === link.index && name === link.name);
  const names = new Map(state.snapshot.procs.map(({ pid, comm }) => [pid, comm]));
  return (
    <g className="ns-nets">
      {rooms.map(({ net, x, y: top, width, height, left }) => {
        const badge = badgeOf(net);
        const { servers, lo } = insideNet(state, net);
        const narrow = !layout.joined;
        // There the words of a socket need the place.
        const plugged = plugs.some(({ room }) => room.net === net);
        const right = left || narrow ? x + 12 : x + width - 10;
        const down = narrow ? height - BOX_HEAD - servers.length * LINK : 0;
        return (
          <g key={net} className={`ns-room ${ownerClass(badge.owner)}`}>
            <rect x={x} y={top} width={width} height={height} rx={9} />
            <text className="ns-room-name" x={x + 12} y={top + 21}>
              {t({ key: 'picture.net', values: { letter: badge.letter } })}
              {lo && !(narrow && plugged) && (
                <tspan className="muted small">{` · ${lo.up ? 'lo' : t('picture.lo-down')}`}</tspan>
              )}
            </text>
            {servers.map(({ pid, port, address }, i) => {
              const old = before?.sockets?.some((each) => each.pid === pid && each.port === port);
              return (
                <text
                  key={`${pid} ${port} ${address}`}
                  className={`ns-server mono${old ? '' : ' is-new'}`}
                  x={right}
                  y={top + BOX_HEAD + 15 + down + i * LINK}
                  textAnchor={left || narrow ? 'start' : 'end'}
                >
                  {`${address === '0.0.0.0' ? '' : address}:${port} ${names.get(pid) ?? pid}`}
                </text>
              );
            })}
          </g>
        );
      })}
      {cables.map(([a, b]) => {
        const live = a.link.running && b.link.running;
        const fresh = !known(a) || !known(b);
        return (
          <Wire
            key={`${a.room.net} ${a.link.index}`}
            d={cableOf(a, b)}
            owner={live ? 'data' : 'hw'}
            uid={uid}
            kind={fresh ? 'taken' : live ? 'idle' : 'denied'}
          />
        );
      })}
      {rooms.flatMap((room) =>
        insideNet(state, room.net).bridges.map((bridge) => (
          <Bridge
            key={`${room.net} ${bridge.index}`}
            bridge={bridge}
            room={room}
            plugs={plugs}
            narrow={!layout.joined}
          />
        )),
      )}
      {plugs.map(({ link, room, x, y: at }) => (
        <g key={`${room.net} ${link.index}`} className={`ns-link ${link.running ? 'own-data' : 'own-hw'}`}>
          <rect
            className={link.up ? 'ns-plug is-up' : 'ns-plug'}
            x={x - 7}
            y={at - 7}
            width={14}
            height={14}
            rx={3}
          />
          <text
            x={room.left ? x - 13 : x + 13}
            y={room.left ? at - 6 : at + 5}
            textAnchor={room.left ? 'end' : 'start'}
          >
            {link.name}
            {link.address !== undefined && ` ${link.address}`}
          </text>
        </g>
      ))}
    </g>
  );
}
