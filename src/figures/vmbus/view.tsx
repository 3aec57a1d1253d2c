/**
 * Why: place before words. A packet goes from the child through shared memory to the root; only a signal goes
 * through the hypervisor. With an emulated device everything does.
 */
import type { Owner } from '../../marks/owner';
import { Defs } from '../../marks/Defs';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { VmbusState, Way } from '../../models/vmbus/types';
import type { ViewProps } from '../contract';
import { packetPoint, SIZE, wayOf, WIDE } from './geometry';
import { Platform } from './platform';
import { RingScene } from './ring-scene';
import { XenColumn } from './xen';

/** Ways by which control goes, through the hypervisor; by all others data goes. */
const CONTROL: readonly Way[] = ['signal-root', 'signal-child', 'exit', 'entry', 'to-vmwp', 'inject'];

const ownerOf = (way: Way): Owner => (CONTROL.includes(way) ? 'vmm' : 'data');

/** What the hypervisor is asked for by this way; empty where it is not asked. */
function callOf(way: Way | null, { device }: VmbusState): string {
  if (way === 'signal-root' || way === 'signal-child') return 'call.signal';
  if (way === 'inject') return 'call.interrupt';
  if (way === 'exit' || way === 'to-vmwp') return device === 'emulated' ? 'call.exit' : '';
  return way === 'entry' ? 'call.entry' : '';
}

/** Where in a ring the newest message stands, as a share of a turn. */
function newest(state: VmbusState, direction: 'out' | 'in'): number {
  const ring = state.channels[0]?.[direction];
  const slot = ring?.slots.at(-1);
  return ring && slot ? (slot.at + slot.bytes / 2) / ring.size : 0;
}

export function View({ frame, t, uid }: ViewProps<VmbusState>) {
  const { state } = frame.step;
  const { way, children, child, packetAt } = state;
  const xen = frame.scenario['beside'] === 'xen';
  const synthetic = state.device === 'synthetic';
  const call = callOf(way, state);
  const carries = way !== null && !CONTROL.includes(way);
  const [x, y] = packetAt
    ? packetPoint(packetAt, children, { out: newest(state, 'out'), in: newest(state, 'in') })
    : [0, 0];
  return (
    <svg
      className={`vb${xen ? ' has-xen' : ''}`}
      viewBox={`0 0 ${xen ? WIDE : SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={t(`picture.alt.${state.scene === 'ring' ? 'ring' : state.device}`)}
    >
      <Defs uid={uid} />
      {state.cpu ? (
        <RingScene state={state} uid={uid} t={t} />
      ) : (
        <>
          <Platform state={state} t={t} />
          {way && (
            <Wire
              d={wayOf(way, children, child, synthetic)}
              owner={ownerOf(way)}
              uid={uid}
              kind="taken"
              arrow
              node={`way-${way}`}
            />
          )}
          {call && (
            <text className="vb-call own-vmm" x={synthetic ? 378 : 362} y={375} textAnchor="middle">
              {t(call)}
            </text>
          )}
          {packetAt && (
            <Token
              id="packet"
              x={x}
              y={y}
              owner="data"
              r={8}
              {...(carries && child === 0 ? { along: `way-${way}` } : {})}
            />
          )}
        </>
      )}
      {xen && <XenColumn state={state} t={t} />}
    </svg>
  );
}
