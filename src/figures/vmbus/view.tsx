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
import { journey, messagePoint, packetPoint, SIZE, wayOf } from './geometry';
import { Platform } from './platform';
import { RingScene } from './ring-scene';
import { XenStages } from './xen';

/** Ways by which control goes, through the hypervisor; by all others data goes. */
const CONTROL: readonly Way[] = ['signal-root', 'signal-child', 'exit', 'entry', 'to-vmwp', 'inject'];

/** Ways that a message goes. */
const MESSAGE: readonly Way[] = ['vsc-out', 'out-vsp', 'vsp-in', 'in-vsc'];

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
  const { way, children, child, packetAt, messageAt } = state;
  const xen = frame.scenario['beside'] === 'xen';
  const synthetic = state.device === 'synthetic';
  const call = callOf(way, state);
  // The card fetches the data from where it lies: straight, not by way of the switch.
  const fetched = synthetic && way === 'switch-device';
  // A message follows the ways at its rings; all other ways of data are the packet's.
  const rings = way !== null && child === 0 && MESSAGE.includes(way);
  const along =
    way !== null && child === 0 && !rings && !fetched && !CONTROL.includes(way)
      ? { along: `way-${way}` }
      : {};
  const [x, y] = packetAt ? packetPoint(packetAt, children) : [0, 0];
  const inRing = messageAt === 'out' || messageAt === 'in';
  const [mx, my] = messageAt
    ? messagePoint(messageAt, children, inRing ? newest(state, messageAt) : 0)
    : [0, 0];
  const picture = (
    <svg
      className="vb"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
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
            <text className="vb-call own-vmm" x={synthetic ? 378 : 362} y={374} textAnchor="middle">
              {t(call)}
            </text>
          )}
          {rings && (
            <path
              className="vb-journey"
              data-node="journey"
              d={journey(way, children, newest(state, way === 'vsc-out' || way === 'out-vsp' ? 'out' : 'in'))}
            />
          )}
          {packetAt && <Token id="packet" x={x} y={y} owner="data" r={9} {...along} />}
          {messageAt && (
            <Token id="message" x={mx} y={my} owner="data" r={4.5} {...(rings ? { along: 'journey' } : {})} />
          )}
        </>
      )}
    </svg>
  );
  return xen ? (
    <>
      {picture}
      <XenStages state={state} columns={1} t={t} />
      <XenStages state={state} columns={2} t={t} />
    </>
  ) : (
    picture
  );
}
