/** Why: network namespaces for the back row: rooms, the cables through their walls, who has which port in which room. */
import type { Translate } from '../../lib/message';
import type { NamespacesState } from '../../models/namespaces/state';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { Frame } from '../contract';
import { insideNet } from './geometry';
import type { BadgeOf } from './letters';
import { cableOf, ends, plugsOf, type Plug, type Room } from './rooms';
import { LINE, linkSlot, netRooms, TITLE, type StageLayout } from './stage-layout';

interface StageNetsProps {
  readonly frame: Frame<NamespacesState>;
  readonly layout: StageLayout;
  readonly badgeOf: BadgeOf;
  readonly uid: string;
  readonly t: Translate;
}

/** From the right wall of the first room to its bridge: room for the name of a link. */
const BRIDGE = 104;
const BASE = 8;

/** A bridge stands across from the links that are its ports. */
function Bridge({ state, room, plugs }: { state: NamespacesState; room: Room; plugs: readonly Plug[] }) {
  const right = room.x + room.width;
  return insideNet(state, room.net).bridges.map((bridge) => {
    const ports = plugs.filter((plug) => plug.room === room && plug.link.master === bridge.index);
    const ys = [room.y + 22, ...ports.map(({ y }) => y)];
    const x = right - BRIDGE;
    return (
      <g key={bridge.index} className={bridge.running ? 'ns-link own-data' : 'ns-link own-hw'}>
        {ports.map(({ link, y }) => (
          <path key={link.index} className="ns-port" d={`M${x} ${y}h14`} />
        ))}
        <rect
          className="ns-bridge"
          x={x - 6}
          y={Math.min(...ys) - 13}
          width={12}
          height={Math.max(...ys) - Math.min(...ys) + 26}
          rx={4}
        />
        <text x={x - 14} y={room.y + 22 + BASE} textAnchor="end">
          {bridge.address === undefined ? bridge.name : `${bridge.name} ${bridge.address}`}
        </text>
      </g>
    );
  });
}

export function StageNets({ frame, layout, badgeOf, uid, t }: StageNetsProps) {
  const { state } = frame.step;
  const rooms = netRooms(state, layout);
  const plugs = plugsOf(state, rooms, linkSlot);
  const before = frame.trace.steps[frame.index - 1]?.state.snapshot;
  const names = new Map(state.snapshot.procs.map(({ pid, comm }) => [pid, comm]));
  const known = ({ link, room }: Plug) =>
    before?.nets
      ?.find(({ net }) => net === room.net)
      ?.links.some(({ index, name }) => index === link.index && name === link.name);
  const cables = plugs.flatMap((a, i) =>
    plugs.slice(i + 1).flatMap((b) => (ends(a.link, b.link) ? [[a, b] as const] : [])),
  );
  return (
    <g className="ns-nets">
      {rooms.map(({ net, x, y, width, height, left }) => {
        const badge = badgeOf(net);
        const { servers, lo, plugs: own, bridges } = insideNet(state, net);
        const down = own.length + bridges.length + servers.length === 0 && lo && !lo.up;
        return (
          <g key={net} className={`ns-room ${ownerClass(badge.owner)}`}>
            <rect x={x} y={y} width={width} height={height} rx={9} />
            <text x={left ? x + 12 : x + 20} y={y + 22 + BASE}>
              <tspan className="ns-room-name">
                {t({ key: 'picture.net', values: { letter: badge.letter } })}
              </tspan>
              {down && (
                <tspan className="muted" dx={12}>
                  {t('picture.lo-down')}
                </tspan>
              )}
              {!left && own[0] && (
                <tspan
                  dx={12}
                >{`${own[0].name}${own[0].address === undefined ? '' : ` ${own[0].address}`}`}</tspan>
              )}
            </text>
            {servers.map(({ pid, port, address }, i) => {
              const old = before?.sockets?.some((each) => each.pid === pid && each.port === port);
              return (
                <text
                  key={`${pid} ${port} ${address}`}
                  className={old ? 'ns-server' : 'ns-server is-new'}
                  x={left ? x + 12 : x + width - 12}
                  y={left ? y + TITLE + (i + 1) * LINE - 6 : y + 22 + BASE + i * LINE}
                  textAnchor={left ? 'start' : 'end'}
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
      {rooms[0] && <Bridge state={state} room={rooms[0]} plugs={plugs} />}
      {plugs.map(({ link, room, x, y }, i) => (
        <g key={`${room.net} ${link.index}`} className={`ns-link ${link.running ? 'own-data' : 'own-hw'}`}>
          <rect
            className={link.up ? 'ns-plug is-up' : 'ns-plug'}
            x={x - 9}
            y={y - 9}
            width={18}
            height={18}
            rx={4}
          />
          {(room.left || plugs.findIndex((plug) => plug.room === room) !== i) && (
            <text x={room.left ? x - 15 : x + 18} y={y + BASE} textAnchor={room.left ? 'end' : 'start'}>
              {link.name}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
