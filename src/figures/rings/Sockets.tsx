/** Why: what lies outside the CPU and matters to a program: the timer's line with the IF gate, and a device or a table. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { RingsState } from '../../models/rings/types';
import type { Point } from '../../marks/shapes';
import { BANDS, layoutOf, seat, VIEW, type Band, type Base } from './geometry';
import { SOCKET } from './owners';

const WIDTH = 122;
const HEIGHT = 54;
const MARGIN = 10;
/** Length of the line between a socket and the CPU; longer beside root mode's rings, where exits pass. */
const lineLength = (state: RingsState): number => (layoutOf(state.scenario.technique) === 'split' ? 42 : 26);

interface SocketsProps {
  readonly state: RingsState;
  readonly base: Base;
  readonly t: Translate;
  readonly focusClass: (node: string) => string;
}

export const register = (state: RingsState, id: string) => state.registers.find((entry) => entry.id === id);

function SocketBox({
  x,
  y,
  title,
  sub,
  className,
}: Point & { title: string; sub: string; className: string }) {
  return (
    <g className={`rings-socket ${className}`} textAnchor="middle">
      <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx={7} />
      <text className="rings-socket-title" x={x + WIDTH / 2} y={y + 22}>
        {title}
      </text>
      <text className="rings-socket-sub" x={x + WIDTH / 2} y={y + 43}>
        {sub}
      </text>
    </g>
  );
}

/** Where the tick is now, if one is under way. */
export function tickSeat(state: RingsState, base: Base, line: Point): Point | undefined {
  const bands: readonly Band[] = BANDS[state.scenario.technique];
  const of = (...tenants: string[]) => bands.find((band) => tenants.includes(band.tenant));
  switch (state.timer) {
    case 'idle':
      return undefined;
    case 'pending':
      return { x: line.x, y: line.y - 5 };
    case 'withheld': {
      const vmm = of('vmm');
      return vmm && seat(base, vmm, false, 'right');
    }
    case 'delivered': {
      const kernel = of('kernel', 'cache');
      return kernel && seat(base, kernel, false, 'right');
    }
    default:
      return state.timer satisfies never;
  }
}

function TimerSocket({ state, base, t, focusClass }: SocketsProps) {
  const bottom = base.top + base.height;
  const y = bottom + lineLength(state);
  const alone = layoutOf(state.scenario.technique) === 'plain' && !SOCKET[state.scenario.program];
  // With two IFs, say which one this is.
  const beside = layoutOf(state.scenario.technique) === 'plain' && state.vmm.present;
  const left = alone ? (VIEW.width - WIDTH) / 2 : MARGIN;
  const x = left + WIDTH / 2;
  const gate = register(state, 'if');
  const open = gate?.value !== '0';
  const tick = tickSeat(state, base, { x, y });
  const quiet = state.timer === 'idle';
  return (
    <g data-node="timer" className={`rings-timer${focusClass('timer')}`}>
      <path className={open ? 'rings-line' : 'rings-line is-shut'} d={`M${x} ${y}V${bottom}`} />
      {gate && (
        <>
          {!open && <path className="rings-gate" d={`M${x - 12} ${bottom + 8}H${x + 12}`} />}
          <text
            className="rings-socket-sub"
            x={beside ? x + 17 : x - 21}
            y={bottom + 19}
            textAnchor={beside ? 'start' : 'end'}
          >
            {t({ key: beside ? 'socket-real-if' : 'socket-if', values: { value: gate.value } })}
          </text>
        </>
      )}
      <SocketBox
        x={left}
        y={y}
        title={t('socket-timer')}
        sub={t(`timer-${state.timer}`)}
        className={`${ownerClass(quiet ? 'hw' : 'data')}${quiet ? ' is-quiet' : ''}`}
      />
      {tick && <Token id="tick" x={tick.x} y={tick.y} owner="data" r={7} />}
    </g>
  );
}

export const hex = (byte: number) => `0x${byte.toString(16)}`;

function ThingSocket({ state, base, t }: SocketsProps) {
  const thing = SOCKET[state.scenario.program];
  if (!thing) return null;
  const bottom = base.top + base.height;
  const x = VIEW.width - MARGIN - WIDTH;
  const y = bottom + lineLength(state);
  const line = <path className="rings-line" d={`M${x + WIDTH / 2} ${y}V${bottom}`} />;
  if (thing === 'port') {
    const bytes = state.port.slice(-2).map(hex).join(' ');
    const sub = bytes ? t({ key: 'port-seen', values: { bytes } }) : t('port-none');
    return (
      <g>
        {line}
        <SocketBox
          x={x}
          y={y}
          title={t('socket-port')}
          sub={sub}
          className={ownerClass(bytes ? 'data' : 'hw')}
        />
      </g>
    );
  }
  const owner = register(state, thing)?.owner ?? 'guest';
  const who = state.scenario.technique === 'bare' ? 'bare' : owner;
  return (
    <g>
      {line}
      <SocketBox
        x={x}
        y={y}
        title={t(`reg-${thing}`)}
        sub={t(`socket-owner-${who}`)}
        className={ownerClass(owner === 'host' ? 'vmm' : 'kern')}
      />
    </g>
  );
}

export function Sockets(props: SocketsProps) {
  return (
    <>
      <ThingSocket {...props} />
      <TimerSocket {...props} />
    </>
  );
}
