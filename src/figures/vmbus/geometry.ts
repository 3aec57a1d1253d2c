/**
 * Why: where everything lies, as numbers, so that the views only draw. Left the root partition, right the children,
 * between them the memory that they share; the hypervisor is under all of them, and beside the way to the devices.
 * The ways follow from the places, so that a page and a slide differ in a plan alone.
 */
import type { Child, Place, Way } from '../../models/vmbus/types';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChildAreas {
  readonly box: Area;
  readonly app: Area;
  readonly vsc: Area;
}

export interface Dial {
  readonly cx: number;
  readonly cy: number;
  /** Outer and inner radius. */
  readonly outer: number;
  readonly inner: number;
}

/** What a picture is laid out by; the ways are reckoned from it. */
export interface Plan {
  readonly root: Area;
  readonly vsp: Area;
  readonly switch: Area;
  readonly driver: Area;
  readonly hypervisor: Area;
  readonly device: Area;
  /** Where worker processes stand, and where they do if they have nothing to do. */
  readonly user: Area;
  readonly idleWorkers: Area;
  /** Width of the first of two workers. */
  readonly firstWorker: number;
  /** The child's memory that the data lies in and the root may reach: of an only child, of each of two. */
  readonly buffers: readonly [only: Area, first: Area, second: Area];
  readonly children: readonly [only: ChildAreas, first: ChildAreas, second: ChildAreas];
  /** Rings of an only child, of the first, of the second: middle heights of out and in, and the radii. */
  readonly dials: readonly [only: DialPlan, first: DialPlan, second: DialPlan];
  /** Middle of the memory shared by root and child. */
  readonly middle: number;
  /** Height of the way through the hypervisor; where it comes up in the root, in a worker, in a child; in the gap beside a child. */
  readonly lane: number;
  readonly rootX: number;
  readonly workerX: number;
  readonly childX: number;
  readonly gapX: number;
  /** The way to the devices; the height of the way between VSP and switch, and the gap beside the root. */
  readonly deviceX: number;
  readonly switchY: number;
  readonly rootGapX: number;
}

export interface DialPlan {
  readonly out: number;
  readonly in: number;
  readonly outer: number;
  readonly inner: number;
}

export const area = (x: number, y: number, width: number, height: number): Area => ({ x, y, width, height });

/** Index in a plan's triples: an only child, the first of two, the second. */
const nth = (children: number, child: Child) => (children === 1 ? 0 : ((child + 1) as 1 | 2));

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
/** Where things are in a plan, and the ways between them. */
export function geometryOf(plan: Plan) {
  const {
    vsp: VSP,
    switch: SWITCH,
    driver: DRIVER,
    device: DEVICE,
    user: USER,
    hypervisor: HYPERVISOR,
  } = plan;
  const {
    middle: MIDDLE,
    lane: LANE,
    rootX: ROOT_X,
    workerX: WORKER_X,
    childX: CHILD_X,
    deviceX: DEVICE_X,
  } = plan;
  const { gapX: GAP_X, rootGapX: ROOT_GAP_X, switchY: SWITCH_Y } = plan;

  const buffer = (children: number, child: Child): Area => plan.buffers[nth(children, child)];
  const childAreas = (children: number, child: Child): ChildAreas => plan.children[nth(children, child)];

  /** One of `children` worker processes. */
  const worker = (children: number, child: Child): Area => {
    if (children === 1) return USER;
    const second = USER.x + plan.firstWorker + 8;
    return child === 0
      ? { ...USER, width: plan.firstWorker }
      : { ...USER, x: second, width: USER.x + USER.width - second };
  };

  const dial = (children: number, child: Child, direction: 'out' | 'in'): Dial => {
    const { [direction]: cy, outer, inner } = plan.dials[nth(children, child)];
    return { cx: MIDDLE, cy, outer, inner };
  };

  /** From the driver of a child to the hypervisor. */
  function down(children: number, child: Child): string {
    const { vsc } = childAreas(children, child);
    const bottom = vsc.y + vsc.height;
    return children === 1 || child === 1
      ? `M${CHILD_X} ${bottom} V${LANE}`
      : `M${vsc.x} ${bottom - 12} H${GAP_X} V${LANE}`;
  }
  const up = (children: number, child: Child): string => {
    const { vsc } = childAreas(children, child);
    const bottom = vsc.y + vsc.height;
    return children === 1 || child === 1
      ? `H${CHILD_X} V${bottom + 4}`
      : `H${GAP_X} V${bottom - 12} H${vsc.x - 4}`;
  };

  /** The way of a step, as path data. */
  function wayOf(way: Way, children: number, child: Child, synthetic: boolean): string {
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
        return `M${vsc.x} ${vsc.y + 14} H${GAP_X - 1} V${bufferY} H${shared.x + shared.width + 4}`;
      case 'switch-buffer':
        return `M${SWITCH.x + SWITCH.width} ${SWITCH_Y} H${ROOT_GAP_X} V${bufferY + 8} H${shared.x - 4}`;
      case 'vsc-out':
        return `M${vsc.x} ${out.cy} H${right + 6}`;
      case 'out-vsp':
        return `M${left} ${out.cy} H${vspRight + 5}`;
      case 'vsp-in':
        return `M${vspRight} ${inbound.cy} H${left - 6}`;
      case 'in-vsc':
        return `M${right} ${inbound.cy} H${vsc.x - 5}`;
      case 'vsp-switch':
        return `M${VSP.x} ${SWITCH_Y} H${SWITCH.x + SWITCH.width + 5}`;
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
  function packetPoint(place: Place, children: number): readonly [number, number] {
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
  function messagePoint(place: Place, children: number, share: number): readonly [number, number] {
    const { vsc } = childAreas(children, 0);
    if (place === 'vsc') return [vsc.x + 18, (dial(children, 0, 'out').cy + dial(children, 0, 'in').cy) / 2];
    if (place === 'vsp') return [VSP.x + VSP.width - 18, Math.max(dial(children, 0, 'out').cy, VSP.y + 18)];
    if (place !== 'out' && place !== 'in') return packetPoint(place, children);
    const ring = dial(children, 0, place);
    return onDial(ring, (ring.outer + ring.inner) / 2, share);
  }

  /** The whole way of a message: from driver to its place in the ring (at `share` of a turn), or from there to the other driver. */
  function journey(way: Way, children: number, share: number): string {
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

  return { plan, buffer, worker, childAreas, dial, wayOf, packetPoint, messagePoint, journey };
}
export type Geometry = ReturnType<typeof geometryOf>;
