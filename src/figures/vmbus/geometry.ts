/**
 * Why: where everything lies, as numbers, so that the view only draws. Left the root partition, right the children,
 * between them the memory that they share; the hypervisor is under all of them, and beside the way to the devices.
 */
import type { Child, Place, Way } from '../../models/vmbus/types';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const area = (x: number, y: number, width: number, height: number): Area => ({ x, y, width, height });

export const SIZE = { width: 720, height: 458 } as const;

export const ROOT = area(4, 4, 246, 336);
export const VSP = area(140, 38, 100, 290);
export const SWITCH = area(14, 112, 112, 84);
export const DRIVER = area(14, 252, 112, 76);
export const HYPERVISOR = area(112, 348, 604, 50);
export const DEVICE = area(4, 406, 100, 48);
export const CPU = area(112, 406, 604, 48);
/** Middle of the memory shared by root and child. */
export const MIDDLE = 378;
const USER = area(14, 38, 226, 46);

/** The child's memory that the data lies in and the root may reach. */
export const buffer = (children: number, child: Child): Area =>
  children === 1 ? area(262, 4, 232, 40) : area(262, 4 + 172 * child, 232, 28);

/** All worker processes, where they have nothing to do. */
export const IDLE_WORKERS = area(14, 38, 112, 46);

/** One of `children` worker processes. */
export const worker = (children: number, child: Child): Area => {
  const width = (USER.width - 8 * (children - 1)) / children;
  return area(USER.x + child * (width + 8), USER.y, width, USER.height);
};

export interface ChildAreas {
  readonly box: Area;
  readonly app: Area;
  readonly vsc: Area;
}

export function childAreas(children: number, child: Child): ChildAreas {
  if (children === 1)
    return { box: area(506, 4, 210, 336), app: area(516, 38, 190, 46), vsc: area(516, 96, 190, 232) };
  const y = 4 + 172 * child;
  return { box: area(506, y, 210, 164), app: area(612, y + 8, 94, 30), vsc: area(516, y + 46, 190, 108) };
}

export interface Dial {
  readonly cx: number;
  readonly cy: number;
  /** Outer and inner radius. */
  readonly outer: number;
  readonly inner: number;
}

export function dial(children: number, child: Child, direction: 'out' | 'in'): Dial {
  const below = direction === 'in';
  return children === 1
    ? { cx: MIDDLE, cy: below ? 268 : 122, outer: 68, inner: 45 }
    : { cx: MIDDLE, cy: 4 + 172 * child + (below ? 133 : 69), outer: 29, inner: 17 };
}

/** Point on a circle around a dial; `share` of a turn, clockwise from the top. */
export function onDial({ cx, cy }: Dial, radius: number, share: number): readonly [number, number] {
  const angle = 2 * Math.PI * share;
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(cx + radius * Math.sin(angle)), round(cy - radius * Math.cos(angle))];
}

/** An arc of the band of a dial, from offset `at`, `bytes` long, in a ring of `size` bytes; a hair shorter, to tell neighbours apart. */
export function segment(dialArea: Dial, at: number, bytes: number, size: number): string {
  const middle = (dialArea.outer + dialArea.inner) / 2;
  const from = (at + 4) / size;
  const to = (at + bytes - 4) / size;
  const [x0, y0] = onDial(dialArea, middle, from);
  const [x1, y1] = onDial(dialArea, middle, to);
  return `M${x0} ${y0} A${middle} ${middle} 0 ${to - from > 0.5 ? 1 : 0} 1 ${x1} ${y1}`;
}

const centre = ({ x, y, width, height }: Area) => [x + width / 2, y + height / 2] as const;
const LANE = 386;
const ROOT_X = 222;
const CHILD_X = 536;
const DEVICE_X = 26;
const WORKER_X = 190;

/** From the driver of a child to the hypervisor. */
function down(children: number, child: Child): string {
  const { vsc } = childAreas(children, child);
  const bottom = vsc.y + vsc.height;
  return children === 1 || child === 1
    ? `M${CHILD_X} ${bottom} V${LANE}`
    : `M${vsc.x} ${bottom - 12} H501 V${LANE}`;
}
const up = (children: number, child: Child): string => {
  const { vsc } = childAreas(children, child);
  const bottom = vsc.y + vsc.height;
  return children === 1 || child === 1 ? `H${CHILD_X} V${bottom + 4}` : `H501 V${bottom - 12} H${vsc.x - 4}`;
};

/** The way of a step, as path data. */
export function wayOf(way: Way, children: number, child: Child, synthetic: boolean): string {
  const { app, vsc } = childAreas(children, child);
  const out = dial(children, child, 'out');
  const inbound = dial(children, child, 'in');
  const [appX] = centre(app);
  const shared = buffer(children, child);
  const bufferY = shared.y + shared.height / 2;
  const left = MIDDLE - out.outer;
  const right = MIDDLE + out.outer;
  const vspRight = VSP.x + VSP.width;
  const work = worker(children, child);
  const workX = Math.min(WORKER_X, work.x + work.width - 20);
  const workBottom = work.y + work.height;
  switch (way) {
    case 'app-vsc':
      return `M${appX} ${app.y + app.height} V${vsc.y - 4}`;
    case 'vsc-app':
      return `M${appX} ${vsc.y} V${app.y + app.height + 4}`;
    case 'vsc-buffer':
      return `M${vsc.x} ${vsc.y + 14} H500 V${bufferY} H${shared.x + shared.width + 4}`;
    case 'switch-buffer':
      return `M${SWITCH.x + SWITCH.width} 131 H255 V${bufferY + 8} H${shared.x - 4}`;
    case 'vsc-out':
      return `M${vsc.x} ${out.cy} H${right + 6}`;
    case 'out-vsp':
      return `M${left} ${out.cy} H${vspRight + 5}`;
    case 'vsp-in':
      return `M${vspRight} ${inbound.cy} H${left - 6}`;
    case 'in-vsc':
      return `M${right} ${inbound.cy} H${vsc.x - 5}`;
    case 'vsp-switch':
      return `M${VSP.x} 131 H${SWITCH.x + SWITCH.width + 5}`;
    case 'switch-device':
      return `M${DEVICE_X} ${SWITCH.y + SWITCH.height} V${DEVICE.y - 5}`;
    case 'device-switch':
      return `M${DEVICE_X} ${DEVICE.y} V${SWITCH.y + SWITCH.height + 5}`;
    case 'signal-root':
      return `${down(children, child)} H${ROOT_X} V${VSP.y + VSP.height + 5}`;
    case 'signal-child':
      return `M${ROOT_X} ${VSP.y + VSP.height} V${LANE} ${up(children, child)}`;
    case 'exit':
      return down(children, child);
    case 'to-vmwp':
      return `${down(children, child)} H${workX} V${workBottom + 5}`;
    case 'entry':
    case 'inject':
      return `M${synthetic ? ROOT_X : workX} ${synthetic ? VSP.y + VSP.height : workBottom} V${LANE} ${up(children, child)}`;
    case 'vmwp-switch':
      return `M${DEVICE_X} ${workBottom} V${SWITCH.y - 5}`;
    case 'switch-vmwp':
      return `M${DEVICE_X} ${SWITCH.y} V${workBottom + 5}`;
  }
}

/** Where the data of the first child stands; in a ring, only the message about it: see `messagePoint`. */
export function packetPoint(place: Place, children: number): readonly [number, number] {
  const { app, vsc } = childAreas(children, 0);
  const shared = buffer(children, 0);
  switch (place) {
    case 'app':
      return [app.x + app.width - 16, app.y + app.height / 2];
    case 'vsc':
      return [vsc.x + vsc.width - 20, vsc.y + 20];
    case 'out':
    case 'in':
    case 'buffer':
      return [shared.x + 20, shared.y + shared.height / 2];
    case 'vsp':
      return [VSP.x + VSP.width - 18, VSP.y + 18];
    case 'vmwp': {
      const box = worker(children, 0);
      return [box.x + 18, box.y + box.height / 2];
    }
    case 'switch':
      return [DEVICE_X + 3, SWITCH.y + SWITCH.height - 18];
    case 'driver':
      return [DEVICE_X, DRIVER.y + 18];
    case 'hypervisor':
      return centre(HYPERVISOR);
    case 'device':
      return [DEVICE_X - 3, DEVICE.y + DEVICE.height / 2];
  }
}

/** Where the message of the first child stands: beside the ring at `share` of a turn, or at the driver that has it. */
export function messagePoint(place: Place, children: number, share: number): readonly [number, number] {
  const { vsc } = childAreas(children, 0);
  if (place === 'vsc') return [vsc.x + 18, (dial(children, 0, 'out').cy + dial(children, 0, 'in').cy) / 2];
  if (place === 'vsp') return [VSP.x + VSP.width - 18, Math.max(dial(children, 0, 'out').cy, VSP.y + 18)];
  if (place !== 'out' && place !== 'in') return packetPoint(place, children);
  const ring = dial(children, 0, place);
  return onDial(ring, (ring.outer + ring.inner) / 2, share);
}

/** The whole way of a message: from driver to its place in the ring (at `share` of a turn), or from there to the other driver. */
export function journey(way: Way, children: number, share: number): string {
  const place = way === 'vsc-out' || way === 'out-vsp' ? 'out' : 'in';
  const ring = dial(children, 0, place);
  const band = (ring.outer + ring.inner) / 2;
  const child = way === 'vsc-out' || way === 'in-vsc';
  const [driverX, driverY] = messagePoint(child ? 'vsc' : 'vsp', children, 0);
  const [slotX, slotY] = messagePoint(place, children, share);
  const gate = MIDDLE + (child ? band : -band);
  // The shorter way around, from the gate to the slot: clockwise if the slot lies less than half a turn ahead.
  const ahead = (share - (child ? 0.25 : 0.75) + 2) % 1;
  const arc = (sweep: boolean, x: number, y: number) => `A${band} ${band} 0 0 ${sweep ? 1 : 0} ${x} ${y}`;
  return way === 'vsc-out' || way === 'vsp-in'
    ? `M${driverX} ${driverY} V${ring.cy} H${gate} ${arc(ahead < 0.5, slotX, slotY)}`
    : `M${slotX} ${slotY} ${arc(ahead >= 0.5, gate, ring.cy)} H${driverX} V${driverY}`;
}
