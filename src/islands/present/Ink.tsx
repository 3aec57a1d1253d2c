/** Why: a hand points and draws on the slide itself; every window shows it, at the same place of the slide. */
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { getStroke } from 'perfect-freehand';
import { inkOf, type DeckState, type Point, type Stroke } from '../../classroom/deck-state';
import type { Shape } from '../../figures/contract';
import type { Tool } from './deck-keys';
import type { DeckHandle } from './open-deck';
import { SLIDE_HEIGHT, SLIDE_WIDTH } from './use-reveal';

interface InkProps {
  readonly handle: DeckHandle;
  /** reveal.js's own box of slides: what is in it is scaled with them. */
  readonly host: Element;
  readonly state: DeckState;
  readonly shape: Shape;
  readonly tool: Tool;
  /** Where the pointer was last, units of the slide. */
  readonly pointer: RefObject<Point>;
}

/** How long a fading line stays after its last point, milliseconds. */
const FADE = 2500;

/** A line being drawn, and the state over which: when it has become part of the state, or the slide has changed, it is done. */
interface Line {
  readonly points: Stroke;
  readonly over: DeckState;
}

/** A drawn line as an outline, in SVG path data. */
export function outline(stroke: Stroke): string {
  const points = getStroke(
    stroke.map(([x, y, pressure]) => [x, y, pressure]),
    { size: 9, thinning: 0.5, smoothing: 0.5, streamline: 0.4 },
  );
  if (points.length === 0) return '';
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

export function Ink({ handle, host, state, shape, tool, pointer }: InkProps) {
  const { shared, act } = handle;
  const svg = useRef<SVGSVGElement>(null);
  const drawing = useRef<Stroke | null>(null);
  const [line, setLine] = useState<Line | null>(null);
  const [fading, setFading] = useState<readonly { id: number; stroke: Stroke }[]>([]);
  const [laser, setLaser] = useState<{ readonly at: Point; readonly own: boolean } | null>(null);
  const width = SLIDE_WIDTH[shape];

  const fade = (stroke: Stroke) => {
    const id = performance.now();
    setFading((all) => [...all, { id, stroke }]);
    setTimeout(() => setFading((all) => all.filter((each) => each.id !== id)), FADE);
  };
  useEffect(
    () =>
      shared.onNote((note) => {
        if (note.kind === 'laser') setLaser(note.at && { at: note.at, own: false });
        if (note.kind !== 'line') return;
        if (note.fades) {
          setLine(null);
          fade(note.points);
        } else setLine({ points: note.points, over: shared.get() });
      }),
    [shared],
  );
  const at = (event: { clientX: number; clientY: number }): Point => {
    const own = svg.current!;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      own.getScreenCTM()!.inverse(),
    );
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  };
  useEffect(() => {
    const follow = (event: globalThis.PointerEvent) => {
      if (svg.current) pointer.current = at(event);
    };
    addEventListener('pointermove', follow);
    return () => removeEventListener('pointermove', follow);
  });

  const onMove = (event: PointerEvent) => {
    const place = at(event);
    if (tool === 'laser') {
      setLaser({ at: place, own: true });
      shared.note({ kind: 'laser', at: place });
      return;
    }
    if (!drawing.current) return;
    drawing.current = [...drawing.current, [place.x, place.y, event.pressure || 0.5]];
    setLine({ points: drawing.current, over: state });
    shared.note({ kind: 'line', points: drawing.current, fades: false });
  };
  const onDown = (event: PointerEvent) => {
    if (tool !== 'pen' && tool !== 'fading') return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = at(event);
    drawing.current = [[x, y, event.pressure || 0.5]];
  };
  const onUp = () => {
    const stroke = drawing.current;
    drawing.current = null;
    if (!stroke) return;
    if (tool === 'fading') {
      setLine(null);
      fade(stroke);
      shared.note({ kind: 'line', points: stroke, fades: true });
    } else act({ kind: 'draw', stroke });
  };
  const onLeave = () => {
    if (tool !== 'laser') return;
    setLaser(null);
    shared.note({ kind: 'laser', at: null });
  };

  return createPortal(
    <svg
      ref={svg}
      className="deck-ink"
      viewBox={`0 0 ${width} ${SLIDE_HEIGHT}`}
      data-tool={tool}
      aria-hidden="true"
      onPointerMove={onMove}
      onPointerDown={onDown}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      onPointerLeave={onLeave}
    >
      {tool !== 'none' && <rect className="ink-catch" width={width} height={SLIDE_HEIGHT} />}
      {inkOf(state).map((stroke, i) => (
        <path key={i} className="ink-line" d={outline(stroke)} />
      ))}
      {fading.map(({ id, stroke }) => (
        <path key={id} className="ink-line ink-fading" d={outline(stroke)} />
      ))}
      {line?.over.ink === state.ink && line.over.slide === state.slide && (
        <path className="ink-line" d={outline(line.points)} />
      )}
      {laser && (!laser.own || tool === 'laser') && (
        <g className="ink-laser" transform={`translate(${laser.at.x} ${laser.at.y})`}>
          <circle className="ink-laser-halo" r={20} />
          <circle className="ink-laser-core" r={8} />
        </g>
      )}
    </svg>,
    host,
  );
}
