/** Why: the other half of the picture. The same moment from inside one process; lines that this step changed are marked. */
import type { NamespacesState } from '../../models/namespaces/state';
import { ownerClass } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { badges } from './letters';
import { answersOf, type Answer } from './sees';
import { FOLLOW, viewerOf } from './viewer';

type Props = ViewProps<NamespacesState>;

function Asked({
  answer,
  before,
}: {
  readonly answer: Answer;
  readonly before: readonly Answer[] | undefined;
}) {
  const past = before?.find(({ command }) => command === answer.command)?.lines;
  return (
    <div className={answer.shape && `is-${answer.shape}`}>
      <dt>
        <code>{answer.command}</code>
      </dt>
      <dd>
        {answer.lines.map((line, i) => (
          <code key={`${i} ${line}`} className={before && !past?.includes(line) ? 'is-new' : undefined}>
            {line}
          </code>
        ))}
      </dd>
    </div>
  );
}

function Chooser({ frame, t, uid, onScenario }: Props) {
  const { scenario, step } = frame;
  const viewer = viewerOf(frame);
  const { procs } = step.state.snapshot;
  const there = procs.some(({ pid }) => pid === viewer);
  return (
    <label className="ns-chooser">
      <span>{t('sees.whose')}</span>
      <select
        value={scenario['viewer'] === FOLLOW ? FOLLOW : `p${viewer}`}
        onChange={(event) => onScenario?.({ viewer: event.target.value }, step.id)}
        disabled={onScenario === undefined}
        id={`${uid}-viewer`}
      >
        <option value={FOLLOW}>{t('viewer.follow')}</option>
        {!there && (
          <option value={`p${viewer}`}>{t({ key: 'viewer.one', values: { pid: String(viewer) } })}</option>
        )}
        {procs.map(({ pid, comm }) => (
          <option key={pid} value={`p${pid}`}>
            {`${comm} ${pid}`}
          </option>
        ))}
      </select>
    </label>
  );
}

export function SeesPanel(props: Props) {
  const { frame, t } = props;
  const { snapshot } = frame.step.state;
  const viewer = viewerOf(frame);
  const process = snapshot.procs.find(({ pid }) => pid === viewer);
  const past = frame.trace.steps[frame.index - 1]?.state.snapshot;
  const then = past?.procs.find(({ pid }) => pid === viewer);
  const before = past && then && answersOf(past, then, t);
  const badge = process && badges(frame.trace)(process.ns.pid);
  return (
    <div className="ns-sees">
      <Chooser {...props} />
      {process && badge ? (
        <div className={`ns-screen ${ownerClass(badge.owner)}`} data-node="sees">
          <p className="ns-who">
            <b>{process.comm}</b> {t({ key: 'sees.who', values: { pid: String(viewer) } })}
          </p>
          <dl>
            {answersOf(snapshot, process, t).map((answer) => (
              <Asked key={answer.command} answer={answer} before={before} />
            ))}
          </dl>
          {frame.trace.source === 'recorded' && <p className="ns-absent">{t('sees.derived')}</p>}
        </div>
      ) : (
        <p className="ns-absent">{t({ key: 'sees.absent', values: { pid: String(viewer) } })}</p>
      )}
    </div>
  );
}
