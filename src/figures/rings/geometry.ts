/**
 * Why: where each ring, place of control and way between them lies in the picture, as pure numbers, so
 * that the view only draws. Units are those of the view box; angles are degrees, 0 at the right, 90 up.
 */
import type { Point } from '../../marks/shapes';

/** The picture's view box, the same under every technique so that nothing jumps. */
export const VIEW = { width: 500, height: 420 } as const;

/** `plain`: one set of rings on the CPU. `split`: the guest's set above it, root mode's set below it. */
export type Layout = 'plain' | 'split';

/** Who has a band of the rings. `unused`: nobody runs there under this technique. */
export type Tenant = 'user' | 'kernel' | 'cache' | 'vmm' | 'unused';

/** Half a ring (or a sector of one): radii from the centre, angles from `from` down to `to`. */
export interface Band {
  readonly ring: 0 | 1 | 2 | 3;
  readonly tenant: Tenant;
  readonly inner: number;
  readonly outer: number;
  /** Degrees; the band runs from `from` (left) to `to` (right). */
  readonly from: number;
  readonly to: number;
  readonly half: 'up' | 'down';
}

/** The CPU bar's box, and the centre of the rings on it. */
export interface Base {
  readonly cx: number;
  readonly top: number;
  readonly height: number;
}

export const BASES: Readonly<Record<Layout, Base>> = {
  plain: { cx: 250, top: 296, height: 38 },
  split: { cx: 250, top: 234, height: 38 },
};

const up = (ring: Band['ring'], tenant: Tenant, inner: number, outer: number, from = 180, to = 0): Band => ({
  ring,
  tenant,
  inner,
  outer,
  from,
  to,
  half: 'up',
});
const down = (ring: Band['ring'], tenant: Tenant, inner: number, outer: number): Band => ({
  ...up(ring, tenant, inner, outer),
  half: 'down',
});

const deprivileged = (kernel: Tenant): readonly Band[] => [
  up(3, 'user', 187, 240),
  up(2, 'unused', 173, 184),
  up(1, kernel, 98, 170),
  up(0, 'vmm', 0, 95),
];

/** The rings under each technique, outermost first. */
export const BANDS = {
  bare: [
    up(3, 'user', 176, 240),
    up(2, 'unused', 162, 173),
    up(1, 'unused', 148, 159),
    up(0, 'kernel', 0, 145),
  ],
  deprivileged: deprivileged('kernel'),
  translation: deprivileged('cache'),
  'xen-32': deprivileged('kernel'),
  'xen-64': [
    up(3, 'kernel', 126, 240, 180, 90.6),
    up(3, 'user', 126, 240, 89.4, 0),
    up(2, 'unused', 112, 123),
    up(1, 'unused', 98, 109),
    up(0, 'vmm', 0, 95),
  ],
  hardware: [
    up(3, 'user', 143, 198),
    up(2, 'unused', 129, 140),
    up(1, 'unused', 115, 126),
    up(0, 'kernel', 0, 112),
    down(3, 'unused', 114, 120),
    down(2, 'unused', 105, 111),
    down(1, 'unused', 96, 102),
    down(0, 'vmm', 0, 93),
  ],
} as const satisfies Readonly<Record<string, readonly Band[]>>;

export type TechniqueId = keyof typeof BANDS;

export const layoutOf = (technique: TechniqueId): Layout => (technique === 'hardware' ? 'split' : 'plain');

const round = (n: number): number => Math.round(n * 10) / 10;

/** A point at a radius and angle from the centre of the rings; `down` mirrors it in the CPU bar. */
export function polar(base: Base, radius: number, degrees: number, half: Band['half'] = 'up'): Point {
  const angle = (degrees * Math.PI) / 180;
  const rise = radius * Math.sin(angle);
  return {
    x: round(base.cx + radius * Math.cos(angle)),
    y: round(half === 'up' ? base.top - rise : base.top + base.height + rise),
  };
}

/** SVG path of a band's outline. */
export function bandPath(base: Base, band: Band): string {
  const at = (radius: number, degrees: number) => {
    const point = polar(base, radius, degrees, band.half);
    return `${point.x} ${point.y}`;
  };
  const [out, back] = band.half === 'up' ? [1, 0] : [0, 1];
  const { inner, outer, from, to } = band;
  const start = `M${at(outer, from)}A${outer} ${outer} 0 0 ${out} ${at(outer, to)}`;
  if (inner === 0) return `${start}Z`;
  return `${start}L${at(inner, to)}A${inner} ${inner} 0 0 ${back} ${at(inner, from)}Z`;
}

/** SVG path of an arc along a border between rings. */
export function arcPath(
  base: Base,
  radius: number,
  from: number,
  to: number,
  half: Band['half'] = 'up',
): string {
  const a = polar(base, radius, from, half);
  const b = polar(base, radius, to, half);
  return `M${a.x} ${a.y}A${radius} ${radius} 0 0 ${half === 'up' ? 1 : 0} ${b.x} ${b.y}`;
}

/** Labels stand upright at the top of a ring; tokens rest to their left. */
const TOKEN_ANGLE = 155;

const isLeftSector = (band: Band) => band.to > 90;
const isRightSector = (band: Band) => band.from < 90;

/**
 * Where control rests inside a band. `side` mirrors it to the right, where a timer tick waits; `shared`: one
 * ring is shared by two sectors, so ways to the VMM come from both sides and its seat is in the middle.
 */
export function seat(base: Base, band: Band, shared = false, side: 'left' | 'right' = 'left'): Point {
  const middle = (band.inner + band.outer) / 2;
  if (isLeftSector(band)) return polar(base, middle, side === 'left' ? 161 : 108);
  if (isRightSector(band)) return polar(base, middle, side === 'left' ? 19 : 72);
  if (band.tenant === 'vmm' && shared && side === 'left') return { x: base.cx, y: base.top - 21 };
  const angle = band.inner === 0 ? 158 : TOKEN_ANGLE;
  const radius = band.inner === 0 ? band.outer * 0.66 : middle;
  return polar(base, radius, side === 'left' ? angle : 180 - angle, band.half);
}

/** Middle of a band's first line of text; a single line's baseline is 8 below it. */
export function labelSeat(base: Base, band: Band): Point {
  const angle = isLeftSector(band) ? 129 : isRightSector(band) ? 51 : 90;
  const radius =
    band.inner === 0 ? band.outer * (band.half === 'up' ? 0.52 : 0.64) : (band.inner + band.outer) / 2;
  return polar(base, radius, angle, band.half);
}

/** The cells of a strip along a band's inner edge: `count` equal arcs with a gap between them. */
export function stripCells(base: Base, band: Band, count: number, thickness: number): readonly string[] {
  const share = 180 / count;
  const gap = 0.9;
  return Array.from({ length: count }, (_, i) =>
    bandPath(base, {
      ...band,
      outer: band.inner + 4 + thickness,
      inner: band.inner + 4,
      from: 180 - i * share - gap,
      to: 180 - (i + 1) * share + gap,
    }),
  );
}

/**
 * A gently bowed way between two points that keeps clear of both, so that arrow heads stay off the token.
 * `bow` is the sideways swing as a share of the length; its sign picks the side, so a way there and its
 * way back never lie on each other. `gap` is the distance kept at the start and the end.
 */
export function way(a: Point, b: Point, bow: number, gap: readonly [number, number] = [10, 21]): string {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.hypot(dx, dy) || 1;
  const mid = { x: (a.x + b.x) / 2 - dy * bow, y: (a.y + b.y) / 2 + dx * bow };
  const toward = (from: Point, by: number) => {
    const d = Math.hypot(mid.x - from.x, mid.y - from.y) || 1;
    const k = Math.min(by, length * 0.35) / d;
    return { x: round(from.x + (mid.x - from.x) * k), y: round(from.y + (mid.y - from.y) * k) };
  };
  const start = toward(a, gap[0]);
  const end = toward(b, gap[1]);
  return `M${start.x} ${start.y}Q${round(mid.x)} ${round(mid.y)} ${end.x} ${end.y}`;
}
