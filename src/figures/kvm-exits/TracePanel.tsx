/** Why: the evidence. The guest's program and the raw lines of this step among their neighbours, each kind of line put into words. */
import type { Translate } from '../../lib/message';
import type { Line } from '../../models/kvm-exits/lines';
import { RichText } from '../../marks/RichText';
import type { ViewProps } from '../contract';
import { hex } from './captions';
import { SUBJECT } from './recordings';
import type { ExitState } from './state';

/** Neighbours shown before and behind the step's own lines. */
const BEFORE = 1;
const BEHIND = 2;
/** Instructions in view: the panel keeps its height from step to step. */
const WINDOW = 7;

/** A raw line, its parts told apart; the text is the line as ftrace printed it. */
function RawLine({ line }: { readonly line: Line }) {
  const raw = line.raw.trimStart();
  const cut = raw.indexOf(`: ${line.name}`) + 2;
  return (
    <code>
      <span className="kx-prefix">{raw.slice(0, cut)}</span>
      <b>{line.name}</b>
      {raw.slice(cut + line.name.length)}
    </code>
  );
}

function Program({ state: { program, rips, scene } }: { readonly state: ExitState }) {
  const about = rips[0] ?? SUBJECT[scene];
  const middle = program.findIndex(([rip]) => rip === about);
  const first = Math.max(0, Math.min(middle - Math.floor(WINDOW / 2), program.length - WINDOW));
  return (
    <ol className="kx-program" start={first + 1}>
      {program.slice(first, first + WINDOW).map(([rip, text, ring]) => {
        const now = rips.includes(rip);
        return (
          <li
            key={rip}
            className={`${ring === 3 ? 'own-user' : 'own-kern'}${now ? ' is-now' : ''}`}
            aria-current={now ? 'step' : undefined}
          >
            <span className="kx-rip">{hex(rip)}</span> <code>{text}</code>
          </li>
        );
      })}
    </ol>
  );
}

function Lines({ state, t }: { readonly state: ExitState; readonly t: Translate }) {
  const [from, to] = state.span;
  const first = Math.max(0, from - BEFORE);
  const last = Math.min(state.lines.length, to + BEHIND);
  return (
    <>
      {first > 0 && <p className="kx-more">{t({ key: 'trace.earlier', values: { count: first } })}</p>}
      <ol className="kx-lines" start={first + 1}>
        {state.lines.slice(first, last).map((line, i) => {
          const at = first + i;
          const now = at >= from && at < to;
          // The same kind of line is put into words once a step.
          const told = state.lines.slice(from, at).some((each) => each.name === line.name);
          return (
            <li key={at} className={now ? 'is-now' : undefined} aria-current={now ? 'step' : undefined}>
              <RawLine line={line} />
              {now && !told && (
                <p className="kx-words">
                  <RichText text={t(`event.${line.name}`)} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {last < state.lines.length && (
        <p className="kx-more">{t({ key: 'trace.later', values: { count: state.lines.length - last } })}</p>
      )}
    </>
  );
}

export function TracePanel({ frame, t }: ViewProps<ExitState>) {
  const { state, id } = frame.step;
  const [from, to] = state.span;
  return (
    <div className="kx-trace">
      <p className="kx-head">{t('trace.program')}</p>
      <Program state={state} />
      <p className="kx-head">{t('trace.lines')}</p>
      {/* A box that scrolls must take the focus, or a keyboard cannot scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="kx-scroll" key={id} role="group" aria-label={t('trace.lines')} tabIndex={0}>
        {from === to && <p className="kx-more">{t('trace.none')}</p>}
        {state.phase === 'end' && <p className="kx-more">{t('trace.marker')}</p>}
        <Lines state={state} t={t} />
      </div>
    </div>
  );
}
