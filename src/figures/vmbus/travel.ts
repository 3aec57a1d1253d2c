/** Why: what goes where in a step, and what the hypervisor is asked for: a page and a slide draw the same in two plans. */
import type { Owner } from '../../marks/owner';
import type { VmbusState, Way } from '../../models/vmbus/types';
import type { Geometry } from './geometry';

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

interface Traveller {
  readonly x: number;
  readonly y: number;
  readonly along?: string;
}

export interface Travel {
  /** Message key of what the hypervisor is asked for, or empty. */
  readonly call: string;
  readonly taken: { readonly d: string; readonly owner: Owner; readonly node: string } | undefined;
  /** Path data of a message's way around its ring. */
  readonly journey: string | undefined;
  readonly packet: Traveller | undefined;
  readonly message: Traveller | undefined;
}

export function travelOf(state: VmbusState, geometry: Geometry): Travel {
  const { way, children, child, packetAt, messageAt } = state;
  const synthetic = state.device === 'synthetic';
  // The card fetches the data from where it lies: straight, not by way of the switch.
  const fetched = synthetic && way === 'switch-device';
  // A message follows the ways at its rings; all other ways of data are the packet's.
  const rings = way !== null && child === 0 && MESSAGE.includes(way);
  const follows = way !== null && child === 0 && !rings && !fetched && !CONTROL.includes(way);
  const [x, y] = packetAt ? geometry.packetPoint(packetAt, children) : [0, 0];
  const inRing = messageAt === 'out' || messageAt === 'in';
  const [mx, my] = messageAt
    ? geometry.messagePoint(messageAt, children, inRing ? newest(state, messageAt) : 0)
    : [0, 0];
  const direction = way === 'vsc-out' || way === 'out-vsp' ? 'out' : 'in';
  return {
    call: callOf(way, state),
    taken: way
      ? { d: geometry.wayOf(way, children, child, synthetic), owner: ownerOf(way), node: `way-${way}` }
      : undefined,
    journey: rings ? geometry.journey(way, children, newest(state, direction)) : undefined,
    packet: packetAt ? { x, y, ...(follows ? { along: `way-${way}` } : {}) } : undefined,
    message: messageAt ? { x: mx, y: my, ...(rings ? { along: 'journey' } : {}) } : undefined,
  };
}
