/** Why: the calls in full, with their answers and what one would type; in the free scene, the place where calls are made. */
import type { NamespacesState, ToldCall } from '../../models/namespaces/state';
import { RichText } from '../../marks/RichText';
import type { ViewProps } from '../contract';
import { answerOf } from './CallBar';
import { model } from './model';

type Props = ViewProps<NamespacesState>;

function Told({ call, t }: { readonly call: ToldCall; readonly t: Props['t'] }) {
  return (
    <div className={`ns-told${call.error ? ' is-refused' : ''}`}>
      <p className="ns-who">
        <b>{call.comm}</b> {call.by}
      </p>
      <p>
        <code>{call.text}</code> <code className="ns-result">{answerOf(call)}</code>
      </p>
      {call.typed !== undefined && (
        <p className="ns-typed">
          {t('calls.typed')} <code>{call.typed}</code>
        </p>
      )}
      {call.reason && (
        <p className="ns-reason">
          <RichText text={t(`reason.${call.reason}`)} />
        </p>
      )}
    </div>
  );
}

/** Steps in view around the one shown. */
const BEFORE = 2;
const WINDOW = 6;

/** The steps around the one shown, which is marked. What comes is not told how it ends: it may be asked. */
function History({ frame, t, onStep }: Props) {
  const { trace, index } = frame;
  const first = Math.max(0, Math.min(index - BEFORE, trace.steps.length - WINDOW));
  return (
    <ol className="ns-history" start={first + 1} aria-label={t('calls.all')}>
      {trace.steps.slice(first, first + WINDOW).map(({ id, state }, i) => {
        const now = first + i === index;
        const last = state.calls.at(-1);
        const begins = state.chapter !== trace.steps[first + i - 1]?.state.chapter;
        return (
          <li key={id} className={now ? 'is-now' : undefined}>
            {begins && state.chapter !== undefined && (
              <p className="ns-chapter">{t(`chapter.${state.chapter}`)}</p>
            )}
            <button type="button" aria-current={now ? 'step' : undefined} onClick={() => onStep?.(first + i)}>
              <code>{last?.text ?? t('picture.before')}</code>
              {last?.error !== undefined && first + i <= index && <b className="ns-errno">{last.error}</b>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

export function CallsPanel(props: Props) {
  const { frame, t } = props;
  const { calls, scene } = frame.step.state;
  return (
    <div className="ns-calls">
      {scene === 'free' && <model.here.Compose {...props} />}
      <div>
        {calls.map((call) => (
          <Told key={`${call.by} ${call.text}`} call={call} t={t} />
        ))}
      </div>
      {frame.trace.steps.length > 1 && <History {...props} />}
    </div>
  );
}
