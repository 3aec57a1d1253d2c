/** Why: what one does with a figure beside stepping through it. */
import { useState } from 'react';
import type { PlayerText } from '../../i18n/player';
import { SPEEDS, type Speed, type Timeline, type TimelineAction } from '../../player/timeline';
import type { FigurePlace } from './figure-events';
import { withPlace } from './figure-url';

interface ToolsProps {
  readonly variant: 'lesson' | 'page' | 'hero';
  readonly text: PlayerText;
  readonly timeline: Timeline;
  readonly hasOverview: boolean;
  readonly overview: boolean;
  readonly transcript: boolean;
  readonly pageHref: string;
  readonly place: FigurePlace;
  readonly act: (action: TimelineAction) => void;
  readonly onOverview: () => void;
  readonly onTranscript: () => void;
}

export function Tools(props: ToolsProps) {
  const { variant, text, timeline, place, pageHref, act } = props;
  const [note, setNote] = useState('');
  const search = withPlace('', place.figure, place.ref, place.at);
  const copy = async () => {
    const page = variant === 'hero' ? pageHref : location.pathname;
    const url = new URL(page + search, location.href).href;
    try {
      await navigator.clipboard.writeText(url);
      setNote(text.copied);
    } catch {
      history.replaceState(null, '', url);
      setNote(text.copyFailed);
    }
  };
  return (
    <div className="figure-tools">
      <label className="figure-speed" title={text.speed}>
        <span className="visually-hidden">{text.speed}</span>
        <select
          value={timeline.speed}
          onChange={(event) => act({ kind: 'speed', speed: Number(event.target.value) as Speed })}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      {timeline.asks.length > 0 && (
        <button
          type="button"
          title={text.predictHint}
          aria-pressed={timeline.predicting}
          onClick={() => act({ kind: 'predict', on: !timeline.predicting })}
        >
          {text.predict}
        </button>
      )}
      {props.hasOverview && variant !== 'hero' && (
        <button
          type="button"
          title={text.overviewHint}
          aria-pressed={props.overview}
          onClick={props.onOverview}
        >
          {props.overview ? text.backToPicture : text.overview}
        </button>
      )}
      {variant !== 'hero' && (
        <button
          type="button"
          title={text.transcriptHint}
          aria-expanded={props.transcript}
          onClick={props.onTranscript}
        >
          {text.transcript}
        </button>
      )}
      <button type="button" title={text.copyLinkHint} onClick={() => void copy()}>
        {text.copyLink}
      </button>
      {variant !== 'page' && <a href={pageHref + search}>{text.fullPage}</a>}
      <span className="figure-note" role="status">
        {note}
      </span>
    </div>
  );
}
