/** Why: the teacher sees what the room sees, what comes next, what to say and how the time stands; whatever is done here is done there. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { placeIn } from '../../classroom/deck-state';
import { planOf } from '../../classroom/plan';
import { fill } from '../../lib/fill';
import { clock, useNow } from './CountdownClock';
import { commandOf } from './deck-keys';
import { scenarioName } from './FigureSlide';
import type { DeckText } from './messages';
import { presses, type DeckDoor } from './use-commands';

const never = () => () => undefined;

export function SpeakerView({ text }: { readonly text: DeckText }) {
  const [door, setDoor] = useState<DeckDoor | null>(null);
  useEffect(() => {
    const opened = (event: Event) => setDoor((event as CustomEvent<DeckDoor>).detail);
    addEventListener('ringside:deck', opened);
    return () => removeEventListener('ringside:deck', opened);
  }, []);
  useEffect(() => {
    if (!door) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (presses(event)) return;
      const command = commandOf(event, door.handle.shared.get().quiz?.shown);
      if (!command || command.kind === 'speaker' || command.kind === 'fullscreen') return;
      event.preventDefault();
      door.run(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [door]);
  const shape = useSyncExternalStore(
    door?.handle.shared.subscribe ?? never,
    () => door?.handle.shared.get().shape ?? '16:9',
    () => '16:9' as const,
  );
  return (
    <div className="speaker" data-shape={shape}>
      <div className="speaker-now">
        <p className="speaker-label">{text.nowShown}</p>
        <iframe title={text.nowShown} src={`${location.pathname}?mirror`} />
      </div>
      <div className="speaker-next">
        <p className="speaker-label">{text.nextShown}</p>
        <iframe title={text.nextShown} src={`${location.pathname}?next`} tabIndex={-1} />
      </div>
      {door ? <Desk door={door} text={text} /> : <p role="status">{text.loading}</p>}
    </div>
  );
}

function Desk({ door, text }: { readonly door: DeckDoor; readonly text: DeckText }) {
  const { handle, run } = door;
  const { shared, slides, notes, sections } = handle;
  const state = useSyncExternalStore(shared.subscribe, shared.get, shared.get);
  const now = useNow();
  const infos = handle.infos(state);
  const [index, beat] = placeIn(infos, state.slide, state.beat);
  const slide = slides[index]!;
  const note = notes.get(slide.section);
  const plan = planOf({
    minutes: sections.map((id) => notes.get(id)?.minutes ?? 0),
    section: sections.indexOf(slide.section),
    place: shareOf(slides, index, slide.section),
    startedAt: state.startedAt,
    now,
  });
  const start = useCallback(() => handle.act({ kind: 'start', now: Date.now() }), [handle]);
  const figure = slide.kind === 'figure' ? handle.figures.get(slide.id) : undefined;
  const scenarios = figure ? Object.keys(figure.figure.scenarios) : [];
  const ref = slide.kind === 'figure' ? handle.refOf(slide, state) : '';
  return (
    <>
      <section className="speaker-notes" aria-label={text.notes}>
        <h1>
          {slide.title}
          <small>
            {fill(text.slideOf, { n: index + 1, count: slides.length })}
            {infos[index]!.beats > 1 &&
              ` · ${fill(text.beatOf, { n: beat + 1, count: infos[index]!.beats })}`}
          </small>
        </h1>
        {note ? (
          <>
            {/* Rendered from the lesson's own MDX at build time. */}
            <div className="speaker-say" dangerouslySetInnerHTML={{ __html: note.html }} />
            {note.ask && (
              <p className="speaker-ask">
                <b>{text.askRoom}</b> {note.ask}
              </p>
            )}
          </>
        ) : (
          <p>{text.noNotes}</p>
        )}
        {infos[index]!.beats > 1 && slide.kind === 'text' && (
          <p className="speaker-warning">{text.tooLong}</p>
        )}
        {scenarios.length > 1 && (
          <>
            <p className="speaker-label">{text.scenarios}</p>
            <ol className="speaker-scenarios">
              {scenarios.slice(0, 9).map((id, i) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-pressed={handle.sameScenario(slide, id, ref)}
                    onClick={() => run({ kind: 'scenario', number: i + 1 })}
                  >
                    <kbd>{i + 1}</kbd> {scenarioName(figure!, id)}
                  </button>
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
      <section className="speaker-time" aria-label={text.time}>
        <p className="speaker-clock">
          {new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(now)}
        </p>
        <dl>
          <div>
            <dt>{text.elapsed}</dt>
            <dd data-elapsed>{clock(plan.elapsed)}</dd>
          </div>
          <div>
            <dt>{text.planned}</dt>
            <dd>{clock(plan.planned)}</dd>
          </div>
          <div data-late={plan.ahead < 0 ? '' : undefined}>
            <dt>{plan.ahead < 0 ? text.late : text.early}</dt>
            <dd>{clock(Math.abs(plan.ahead))}</dd>
          </div>
          <div>
            <dt>{text.remaining}</dt>
            <dd data-remaining>{clock(plan.remaining)}</dd>
          </div>
        </dl>
        <div className="speaker-buttons">
          <button type="button" onClick={start}>
            {state.startedAt === null ? text.startClass : text.restartClass}
          </button>
          <button type="button" onClick={() => run({ kind: 'countdown', does: 'toggle' })}>
            {text.countdown}
          </button>
          <button
            type="button"
            aria-pressed={state.cover === 'black'}
            onClick={() => handle.act({ kind: 'cover', cover: 'black' })}
          >
            {text.blackout}
          </button>
          <button type="button" onClick={() => run({ kind: 'quiz' })}>
            {text.classQuiz}
          </button>
          <button type="button" onClick={() => run({ kind: 'keys' })}>
            {text.keysTitle}
          </button>
        </div>
      </section>
    </>
  );
}

/** How far a slide is in its section, 0 … 1. */
function shareOf(slides: DeckDoor['handle']['slides'], index: number, section: string): number {
  const own = slides.flatMap((slide, i) => (slide.section === section ? [i] : []));
  return own.length === 0 ? 0 : own.indexOf(index) / own.length;
}
