/**
 * Why: where everything of the ping lies in the two rooms of a slide. The two rows of the domains mirror each other: what
 * is sent passes on the upper road, what is received on the lower, and the names stand outside both.
 */
import type { Box, Point } from '../../marks/shapes';
import { STAGE_ROOMS, type Shape } from '../contract';
import type { Layout } from './geometry';

export interface StageLayout extends Layout {
  /** Size of a grant reference on a page, and of a port. */
  readonly tag: { readonly width: number; readonly height: number };
  readonly port: { readonly width: number; readonly height: number };
  /** Baselines of the pages' titles; the tops of their references; the baseline of the name that stands below its road. */
  readonly titles: Readonly<Record<'tx' | 'rx', number>>;
  readonly tags: Readonly<Record<'tx' | 'rx', number>>;
  readonly stackName: number;
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const at = (x: number, y: number): Point => ({ x, y });

/** What differs between the rooms; the rest follows. */
interface Measures {
  /** Left edges and widths of the columns: guest, pages, Domain 0. */
  readonly domu: readonly [x: number, width: number];
  readonly shared: readonly [x: number, width: number];
  readonly dom0: readonly [x: number, width: number];
  /** Widths of a domain's columns of chips. */
  readonly app: number;
  readonly netfront: number;
  readonly netback: number;
  readonly vif: number;
  /** Top, height and foot of the rows, and the space of a road from its page's inner edge. */
  readonly top: number;
  readonly row: number;
  readonly title: number;
  readonly road: number;
  readonly tagHeight: number;
  /** Below the domains. */
  readonly xen: Box;
  readonly channels: readonly [number, number];
  readonly cpu: Box;
  readonly nic: Box;
  readonly wire: Box;
  readonly portHeight: number;
}

const PAD = 8;
const PORT = 112;

function layout(shape: Shape, m: Measures): StageLayout {
  const lower = m.top + m.row + 10;
  const foot = lower + m.row;
  const up = m.top + m.row - m.road;
  const down = lower + m.road;
  const [domuX, domuWidth] = m.domu;
  const [sharedX, sharedWidth] = m.shared;
  const [dom0X, dom0Width] = m.dom0;
  const netfront = domuX + PAD + m.app + PAD;
  const vif = dom0X + PAD + m.netback + PAD;
  const bridge = vif + m.vif + PAD;
  const bridgeWidth = dom0X + dom0Width - PAD - bridge;
  const last = bridge + bridgeWidth - 22;
  const middle = (x: number, width: number) => x + width / 2;
  const page = m.row - m.title;
  const appX = middle(domuX + PAD, m.app);
  const frontX = middle(netfront, m.netfront);
  const pageX = middle(sharedX, sharedWidth);
  const backX = middle(dom0X + PAD, m.netback);
  const port0 = m.xen.x + m.xen.width - 14 - PORT;
  const calls = { top: foot + 8, foot: m.xen.y - 3 };
  const gate = (call: number, event: number) => ({
    call: `M${call} ${calls.top} V${calls.foot}`,
    event: `M${event} ${calls.foot} V${calls.top}`,
  });
  return {
    kind: 'wide',
    ...STAGE_ROOMS[shape],
    domu: box(domuX, 4, domuWidth, foot),
    shared: box(sharedX, 4, sharedWidth, foot),
    dom0: box(dom0X, 4, dom0Width, foot),
    xen: m.xen,
    cpu: m.cpu,
    nic: m.nic,
    wire: m.wire,
    chips: {
      app: box(domuX + PAD, m.top, m.app, m.row),
      stack: box(domuX + PAD, lower, m.app, m.row),
      netfront: box(netfront, m.top, m.netfront, foot - m.top),
      netback: box(dom0X + PAD, m.top, m.netback, foot - m.top),
      vif: box(vif, m.top, m.vif, m.row),
      bridge: box(bridge, m.top, bridgeWidth, m.row),
      driver: box(bridge, lower, bridgeWidth, m.row),
    },
    pages: {
      tx: box(sharedX + 6, m.top + m.title, sharedWidth - 12, page),
      rx: box(sharedX + 6, lower, sharedWidth - 12, page),
    },
    seats: {
      app: at(appX, up),
      stack: at(appX, down),
      netfront: at(frontX, up),
      'netfront-rx': at(frontX, down),
      'page-tx': at(pageX, up),
      'page-rx': at(pageX, down),
      netback: at(backX, up),
      'netback-rx': at(backX, down),
      vif: at(middle(vif, m.vif), up),
      bridge: at(last, up),
      driver: at(last, middle(lower, m.row)),
      nic: at(last, middle(m.nic.y, m.nic.height)),
      wire: at(last, middle(m.wire.y, m.wire.height)),
    },
    channels: {
      tx: { from: at(m.xen.x + 154, m.channels[0]), to: at(port0, m.channels[0]) },
      rx: { from: at(m.xen.x + 154, m.channels[1]), to: at(port0, m.channels[1]) },
    },
    turns: {
      domu: at(m.cpu.x + 166, middle(m.cpu.y, m.cpu.height)),
      dom0: at(m.cpu.x + 400, middle(m.cpu.y, m.cpu.height)),
    },
    gates: { domu: gate(frontX, appX), dom0: gate(dom0X + 24, dom0X + 74) },
    tag: { width: 112, height: m.tagHeight },
    port: { width: PORT, height: m.portHeight },
    titles: { tx: m.top + m.title - 9, rx: foot - 9 },
    tags: { tx: m.top + m.title + 3, rx: lower + page - m.tagHeight - 3 },
    stackName: foot - 14,
  };
}

const ROOMS: Readonly<Record<Shape, StageLayout>> = {
  '4:3': layout('4:3', {
    domu: [4, 264],
    shared: [274, 272],
    dom0: [552, 420],
    app: 118,
    netfront: 122,
    netback: 122,
    vif: 92,
    top: 42,
    row: 103,
    title: 31,
    road: 25,
    tagHeight: 30,
    xen: box(4, 292, 640, 112),
    channels: [343, 381],
    cpu: box(4, 410, 640, 36),
    nic: box(652, 292, 320, 72),
    wire: box(652, 374, 320, 72),
    portHeight: 31,
  }),
  '16:9': layout('16:9', {
    domu: [4, 264],
    shared: [274, 256],
    dom0: [536, 360],
    app: 118,
    netfront: 122,
    netback: 120,
    vif: 86,
    top: 50,
    row: 144,
    title: 40,
    road: 36,
    tagHeight: 38,
    xen: box(4, 392, 620, 190),
    channels: [476, 538],
    cpu: box(4, 596, 620, 84),
    nic: box(636, 392, 260, 138),
    wire: box(636, 542, 260, 138),
    portHeight: 42,
  }),
};

export const stageLayout = (shape: Shape): StageLayout => ROOMS[shape];
