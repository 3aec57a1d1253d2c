/** Why: the way through the steps: five buttons and a scrubber with a tick for every step. */
import type { PlayerText } from '../../i18n/player';
import { fill } from '../../lib/fill';
import type { Timeline, TimelineAction } from '../../player/timeline';

interface TransportProps {
  readonly timeline: Timeline;
  readonly asks: readonly number[];
  /** What happens at the step shown, for the scrubber's value. */
  readonly valueText: string;
  readonly text: PlayerText;
  readonly act: (action: TimelineAction) => void;
}

const ICONS = {
  first: 'M4 4v12M16 4l-9 6 9 6z',
  back: 'M14 4l-9 6 9 6z',
  play: 'M6 3.5l10 6.5-10 6.5z',
  pause: 'M6 4v12M13.5 4v12',
  forward: 'M6 4l9 6-9 6z',
  last: 'M16 4v12M4 4l9 6-9 6z',
} as const;

function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

/** Ticks at the places where the range input puts its thumb: a step that asks is a diamond. */
function Ticks({ count, index, asks }: { count: number; index: number; asks: readonly number[] }) {
  const at = (i: number) => `${count > 1 ? (100 * i) / (count - 1) : 0}%`;
  return (
    <svg className="figure-ticks" aria-hidden="true" focusable="false">
      <line className="tick-rest" x1="0" x2="100%" y1="50%" y2="50%" />
      <line className="tick-done" x1="0" x2={at(index)} y1="50%" y2="50%" />
      {Array.from({ length: count }, (_, i) => (
        <svg key={i} x={at(i)} y="50%" overflow="visible">
          {asks.includes(i) ? (
            <path className={i <= index ? 'tick done' : 'tick'} d="M0-6L6 0L0 6L-6 0Z" />
          ) : (
            <circle className={i <= index ? 'tick done' : 'tick'} r={count > 24 ? 2.5 : 4} />
          )}
        </svg>
      ))}
      <svg x={at(index)} y="50%" overflow="visible">
        <circle className="tick-now" r="8" />
      </svg>
    </svg>
  );
}

export function Transport({ timeline, asks, valueText, text, act }: TransportProps) {
  const { index, count, playing } = timeline;
  const button = (kind: 'first' | 'back' | 'forward' | 'last', disabled: boolean) => (
    <button
      type="button"
      aria-label={text[kind]}
      title={text[kind]}
      aria-disabled={disabled}
      onClick={() => act({ kind })}
    >
      <Icon name={kind} />
    </button>
  );
  return (
    <div className="figure-transport">
      {button('first', index === 0)}
      {button('back', index === 0)}
      <button
        type="button"
        className="go"
        aria-label={playing ? text.pause : text.play}
        title={playing ? text.pause : text.play}
        onClick={() => act({ kind: 'toggle' })}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      {button('forward', index === count - 1)}
      {button('last', index === count - 1)}
      <div className="figure-track">
        <Ticks count={count} index={index} asks={asks} />
        <input
          type="range"
          min={1}
          max={count}
          value={index + 1}
          aria-label={text.position}
          aria-valuetext={`${fill(text.stepOf, { n: index + 1, count })}: ${valueText}`}
          onChange={(event) => act({ kind: 'go', index: Number(event.target.value) - 1 })}
        />
      </div>
    </div>
  );
}
