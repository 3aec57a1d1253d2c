/** Why: a figure draws a place with any element; here its outline is read from the page, as it lies in the picture's own pixels. */
import { area, around, badgeSeat, touchable, type Point, type Rect } from './spots';

/** An element to draw a place's outline with. */
export interface Outline {
  readonly tag: 'path' | 'rect' | 'circle' | 'ellipse' | 'polygon';
  readonly attributes: Readonly<Record<string, string | number>>;
}
export interface Spot {
  /** Option id. */
  readonly id: string;
  readonly box: Rect;
  readonly outline: Outline;
  /** What can be touched around it, where it is small. */
  readonly reach: Rect;
  /** Middle of its number. */
  readonly badge: Point;
}
export interface Spots {
  readonly width: number;
  readonly height: number;
  /** Radius of the numbers. */
  readonly radius: number;
  readonly spots: readonly Spot[];
}

/** Radius of a number, px; smaller in a picture that is narrower than `NARROW`. */
const BADGE = 13;
const SMALL_BADGE = 10;
const NARROW = 440;
/** An outline drawn by the figure stands for the place if it makes up this share of it. */
const ENOUGH = 0.6;
/** Room between a place without an outline of its own and the box drawn around it, px. */
const ROOM = 4;

const TAGS = ['path', 'rect', 'circle', 'ellipse', 'polygon'] as const;
const GEOMETRY = ['d', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'points'];

const seen = (element: Element) => element.getClientRects().length > 0;

/** @param root the box with the picture @param ids option ids; one that the picture does not show is left out */
export function measureSpots(root: HTMLElement, ids: readonly string[]): Spots {
  const { x, y, width, height } = root.getBoundingClientRect();
  const radius = width < NARROW ? SMALL_BADGE : BADGE;
  const rectOf = (element: Element): Rect => {
    const rect = element.getBoundingClientRect();
    return { x: rect.x - x, y: rect.y - y, width: rect.width, height: rect.height };
  };
  const words = [...root.querySelectorAll('.figure-view text, .figure-view p, .figure-view dt')]
    .filter(seen)
    .map(rectOf);
  const taken = [...words];
  const spots = ids.flatMap((id) => {
    const nodes = [...root.querySelectorAll(`[data-node="${CSS.escape(id)}"]`)].filter(seen);
    if (nodes.length === 0) return [];
    const whole = around(nodes.map(rectOf));
    const own = nodes.length === 1 ? ownOutline(nodes[0]!, whole, rectOf) : undefined;
    const box = own ? rectOf(own) : grown(whole);
    const inside = own ? insideOf(own, x, y, radius) : () => true;
    const badge = badgeSeat(box, radius, inside, taken, { x: 0, y: 0, width, height });
    taken.push({ x: badge.x - radius, y: badge.y - radius, width: 2 * radius, height: 2 * radius });
    return [{ id, box, outline: own ? copyOf(own, x, y) : boxed(box), reach: touchable(box), badge }];
  });
  return { width, height, radius, spots };
}

const grown = (rect: Rect): Rect => ({
  x: rect.x - ROOM,
  y: rect.y - ROOM,
  width: rect.width + 2 * ROOM,
  height: rect.height + 2 * ROOM,
});

const boxed = (rect: Rect): Outline => ({ tag: 'rect', attributes: { ...rect, rx: 6 } });

/** The largest filled shape of a place, if it is about as large as the place. */
function ownOutline(
  node: Element,
  whole: Rect,
  rectOf: (element: Element) => Rect,
): SVGGeometryElement | undefined {
  const shapes = [node, ...node.querySelectorAll(TAGS.join())]
    .filter((element) => element instanceof SVGGeometryElement)
    .filter((shape) => seen(shape) && getComputedStyle(shape).fill !== 'none')
    .filter((shape) => TAGS.some((tag) => tag === shape.localName));
  const largest = shapes.toSorted((a, b) => area(rectOf(b)) - area(rectOf(a)))[0];
  return largest && area(rectOf(largest)) >= ENOUGH * area(whole) ? largest : undefined;
}

function copyOf(shape: SVGGeometryElement, x: number, y: number): Outline {
  const { a, b, c, d, e, f } = shape.getScreenCTM() ?? new DOMMatrix();
  const kept = GEOMETRY.flatMap((name) => {
    const value = shape.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  const transform = `matrix(${[a, b, c, d, e - x, f - y].join(' ')})`;
  return { tag: shape.localName as Outline['tag'], attributes: { ...Object.fromEntries(kept), transform } };
}

/** Whether a badge with this middle lies inside the shape with its whole rim. */
function insideOf(
  shape: SVGGeometryElement,
  x: number,
  y: number,
  radius: number,
): (point: Point) => boolean {
  const toShape = shape.getScreenCTM()?.inverse();
  const holds = (px: number, py: number) =>
    shape.isPointInFill(new DOMPoint(px + x, py + y).matrixTransform(toShape));
  return (point) => RIM.every(([dx, dy]) => holds(point.x + radius * dx, point.y + radius * dy));
}

/** Directions in which the rim is looked at. */
const RIM: readonly (readonly [number, number])[] = Array.from({ length: 8 }, (_, i) => {
  const angle = (i * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
});
