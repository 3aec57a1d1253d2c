/** Why: the evidence of a recorded step, line by line; for the load the sliders that set it. */
import type { Translate } from '../../lib/message';
import type { Line, Source } from '../../models/dom0-path/lines';
import { ownerClass, type Owner } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { load } from './load';
import type { PathState, PingState } from './state';

const OWNER: Readonly<Record<Source, Owner>> = { domu: 'kern', xen: 'vmm', dom0: 'host', wire: 'hw' };

function RawLine({ line, t }: { readonly line: Line; readonly t: Translate }) {
  return (
    <>
      <span className="dp-who">
        {t(`source.${line.source}`)} <i>{line.task}</i> +{line.at}
      </span>
      <code>
        <b>{line.name}</b>
        {line.text.slice(line.name.length)}
      </code>
    </>
  );
}

function Lines({ state, t }: { readonly state: PingState; readonly t: Translate }) {
  const [from, to] = state.span;
  return (
    <>
      <p className="dp-note">
        {t({ key: 'lines.where', values: { from: from + 1, to, total: state.lines.length } })}
      </p>
      <ol className="dp-lines" start={from + 1}>
        {state.lines.slice(from, to).map((line, i) => (
          <li key={from + i} className={ownerClass(OWNER[line.source])}>
            <RawLine line={line} t={t} />
          </li>
        ))}
      </ol>
    </>
  );
}

export function LinesPanel(props: ViewProps<PathState>) {
  const { frame, t } = props;
  const { state, id } = frame.step;
  if (state.kind === 'load') return <load.here.Settings {...props} state={state} />;
  return (
    // A box that scrolls must take the focus, or a keyboard cannot scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="dp-scroll" key={id} role="group" aria-label={t('panel.lines')} tabIndex={0}>
      <Lines state={state} t={t} />
    </div>
  );
}
