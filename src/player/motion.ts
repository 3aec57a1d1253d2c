/**
 * Why: React draws each step once, at rest; this moves marks from their place in the step before to
 * their place now. It writes `style` only, and takes it away at the end, so a step at rest looks the
 * same whichever way it was reached.
 *
 * Moved: `[data-token]`, by its `transform="translate(x y)"` (along the path named by `data-along`, if
 * any), and `[data-draw]` paths, which are drawn from start to end.
 */
import { easeCubicInOut } from 'd3-ease';
import { onFrame } from './clock';

/** How long one step's motion takes at speed 1, milliseconds. */
export const MOTION_MS = 620;
/** Places are written to a hundredth of a unit: what nobody sees costs time to print and to parse. */
const rounded = (value: number) => Math.round(value * 100) / 100;
/** Points sampled along a path: enough for a smooth curve, few enough to read at once. */
const SAMPLES = 24;

interface Point {
  readonly x: number;
  readonly y: number;
}
/** Where each token stood, by its id. */
export type Places = ReadonlyMap<string, Point>;

function placeOf(token: Element): Point | undefined {
  const match = /translate\(\s*(-?[\d.]+)[ ,]+(-?[\d.]+)/.exec(token.getAttribute('transform') ?? '');
  return match ? { x: Number(match[1]), y: Number(match[2]) } : undefined;
}

const tokensIn = (root: Element) => [...root.querySelectorAll<SVGGElement>('[data-token]')];

/** The places of all tokens as drawn at rest. */
export function placesIn(root: Element): Places {
  const places = new Map<string, Point>();
  for (const token of tokensIn(root)) {
    const place = placeOf(token);
    if (place) places.set(token.dataset['token'] ?? '', place);
  }
  return places;
}

interface Move {
  readonly element: SVGElement;
  /** The way to go, from p = 0 to 1. */
  readonly points: readonly Point[];
}

/** Going back, the wires are those of another step: a straight line. */
function wayOf(root: Element, token: SVGElement, from: Point, to: Point, forward: boolean): readonly Point[] {
  const along = forward ? token.dataset['along'] : undefined;
  const path = along ? root.querySelector<SVGPathElement>(`path[data-node="${CSS.escape(along)}"]`) : null;
  if (!path) return [from, to];
  const length = path.getTotalLength();
  return Array.from({ length: SAMPLES + 1 }, (_, i) => path.getPointAtLength((length * i) / SAMPLES));
}

function pointAt(points: readonly Point[], p: number): Point {
  const place = p * (points.length - 1);
  const i = Math.min(points.length - 2, Math.floor(place));
  const a = points[i]!;
  const b = points[i + 1]!;
  const rest = place - i;
  return { x: a.x + (b.x - a.x) * rest, y: a.y + (b.y - a.y) * rest };
}

/**
 * Starts the motion from `before` to what `root` shows now.
 * @param duration milliseconds
 * @param draw whether `[data-draw]` paths are drawn too (only when going forward)
 * @returns a function that ends it at once, at rest
 */
export function moveFrom(before: Places, root: Element, duration: number, draw: boolean): () => void {
  const moves: Move[] = [];
  for (const element of tokensIn(root)) {
    const from = before.get(element.dataset['token'] ?? '');
    const to = placeOf(element);
    if (from && to && (from.x !== to.x || from.y !== to.y))
      moves.push({ element, points: wayOf(root, element, from, to, draw) });
  }
  const drawn = draw ? [...root.querySelectorAll<SVGPathElement>('[data-draw]')] : [];
  if (moves.length + drawn.length === 0) return () => undefined;

  let elapsed = 0;
  const show = (p: number) => {
    for (const { element, points } of moves) {
      const { x, y } = pointAt(points, p);
      element.style.transform = `translate(${rounded(x)}px, ${rounded(y)}px)`;
    }
    for (const path of drawn) path.style.strokeDashoffset = String(1 - p);
  };
  const rest = () => {
    for (const { element } of moves) element.style.transform = '';
    for (const path of drawn) {
      path.style.strokeDasharray = '';
      path.style.strokeDashoffset = '';
      path.style.markerEnd = '';
    }
  };
  for (const path of drawn) {
    path.style.strokeDasharray = '1';
    path.style.markerEnd = 'none';
  }
  show(0);
  const stop = onFrame((passed) => {
    elapsed += passed;
    if (elapsed >= duration) {
      stop();
      rest();
    } else show(easeCubicInOut(elapsed / duration));
  });
  return () => {
    stop();
    rest();
  };
}
