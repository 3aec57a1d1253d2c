/** Why: the CPU under the rings for the back row, and what its lines lead to: the timer with its gate, a device or a table. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import { Wire } from '../../marks/Wire';
import type { RingsState } from '../../models/rings/types';
import { layoutOf } from './geometry';
import { CODE_OWNER, SOCKET } from './owners';
import { CHANNELS } from './places';
import { hex, register } from './Sockets';
import { SOCKET_BOX, timerLeft, type StagePlan } from './stage-plan';

interface StageCpuProps {
  readonly state: RingsState;
  readonly plan: StagePlan;
  readonly uid: string;
  readonly t: Translate;
  readonly focusClass: (node: string) => string;
}

function Channels({ state, plan, uid, t }: StageCpuProps) {
  const { bar, cx, k } = plan;
  const exit = cx + CHANNELS.exit * k;
  const entry = cx + CHANNELS.entry * k;
  const [top, bottom, y] = [bar.y + 7, bar.y + bar.height - 7, bar.y + bar.height / 2 + 9];
  return (
    <g className="rings-channels">
      {state.move.kind !== 'exit' && <Wire uid={uid} owner="hw" arrow d={`M${exit} ${top}V${bottom}`} />}
      {state.move.kind !== 'entry' && <Wire uid={uid} owner="hw" arrow d={`M${entry} ${bottom}V${top}`} />}
      <text x={exit - 14} y={y} textAnchor="end">
        {t('cross-exit')}
      </text>
      <text x={entry + 14} y={y}>
        {t('cross-entry')}
      </text>
    </g>
  );
}

function Bar(props: StageCpuProps) {
  const { state, plan, t, focusClass } = props;
  const { bar } = plan;
  const { mode, code } = state.control;
  const y = bar.y + bar.height / 2 + 9;
  return (
    <g data-node="cpu" className={`rings-cpu ${ownerClass('hw')}${focusClass('cpu')}`}>
      <rect {...bar} rx={6} />
      <path className="rings-cpu-top" d={`M${bar.x - 5} ${bar.y}h${bar.width + 10}`} />
      {mode === 'plain' ? (
        <text className="rings-note" x={bar.x + bar.width / 2} y={y} textAnchor="middle">
          {t(state.vmm.note)}
        </text>
      ) : (
        <>
          <Channels {...props} />
          <text
            className={`rings-mode owned ${ownerClass(CODE_OWNER[code])}`}
            x={bar.x + bar.width - 16}
            y={y}
            textAnchor="end"
          >
            {t(`mode-${mode}`)}
          </text>
        </>
      )}
    </g>
  );
}

function SocketBox({ x, y, lines, className }: SocketBoxProps) {
  const { width, height } = SOCKET_BOX;
  return (
    <g className={`rings-socket ${className}`} textAnchor="middle">
      <rect x={x} y={y} width={width} height={height} rx={8} />
      <text className="rings-socket-title" x={x + width / 2} y={y + 27}>
        {lines[0]}
      </text>
      <text x={x + width / 2} y={y + 55}>
        {lines[1]}
      </text>
    </g>
  );
}

interface SocketBoxProps {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly [string, string];
  readonly className: string;
}

function Timer({ state, plan, t, focusClass }: StageCpuProps) {
  const { sockets, bar } = plan;
  const plain = layoutOf(state.scenario.technique) === 'plain';
  const left = timerLeft(plan, !SOCKET[state.scenario.program]);
  const x = left + (plain ? SOCKET_BOX.width / 2 : 40);
  const bottom = bar.y + bar.height;
  const gate = register(state, 'if');
  const open = gate?.value !== '0';
  const quiet = state.timer === 'idle';
  // With two IFs, say which one this is.
  const key = plain && state.vmm.present ? 'socket-real-if' : 'socket-if';
  return (
    <g data-node="timer" className={`rings-timer${focusClass('timer')}`}>
      <path className={open ? 'rings-line' : 'rings-line is-shut'} d={`M${x} ${sockets.top}V${bottom}`} />
      {gate && (
        <g data-node="reg-if" className={focusClass('reg-if')}>
          {!open && <path className="rings-gate" d={`M${x - 16} ${bottom + 10}h32`} />}
          <text className="rings-gate-name" x={x + 24} y={sockets.top - (plain ? 6 : 15)}>
            {t({ key, values: { value: gate.value } })}
          </text>
        </g>
      )}
      <SocketBox
        x={left}
        y={sockets.top}
        lines={[t('socket-timer'), t(`timer-${state.timer}`)]}
        className={`${ownerClass(quiet ? 'hw' : 'data')}${quiet ? ' is-quiet' : ''}`}
      />
    </g>
  );
}

function Thing({ state, plan, t }: StageCpuProps) {
  const thing = SOCKET[state.scenario.program];
  if (!thing) return null;
  const { sockets, bar } = plan;
  const x = sockets.right;
  const line = (
    <path className="rings-line" d={`M${x + SOCKET_BOX.width / 2} ${sockets.top}V${bar.y + bar.height}`} />
  );
  const owner = register(state, thing === 'port' ? 'cr3' : thing)?.owner ?? 'guest';
  const bytes = state.port.slice(-1).map(hex).join('');
  const seen = bytes ? t({ key: 'port-seen', values: { bytes } }) : t('port-none');
  return (
    <g>
      {line}
      {thing === 'port' ? (
        <SocketBox
          x={x}
          y={sockets.top}
          lines={[t('socket-port'), seen]}
          className={ownerClass(bytes ? 'data' : 'hw')}
        />
      ) : (
        <SocketBox
          x={x}
          y={sockets.top}
          lines={[
            t(`reg-${thing}`),
            t(`socket-owner-${state.scenario.technique === 'bare' ? 'bare' : owner}`),
          ]}
          className={ownerClass(owner === 'host' ? 'vmm' : 'kern')}
        />
      )}
    </g>
  );
}

export function StageCpu(props: StageCpuProps) {
  return (
    <>
      <Bar {...props} />
      <Thing {...props} />
      <Timer {...props} />
    </>
  );
}
