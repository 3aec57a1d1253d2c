/**
 * Why: the tree of groups as frames in frames, because a limit holds for all that is inside; in each the processes as
 * tokens, and one meter: that of the resource which the scene is about. Drawn twice, for a wide figure and a phone.
 */
import { Defs } from '../../marks/Defs';
import { plainText } from '../../marks/RichText';
import type { CgroupsState } from '../../models/cgroups/run';
import { PERIOD_MS } from '../../models/cgroups/types';
import type { ViewProps } from '../contract';
import { NARROW, WIDE, type Layout } from './geometry';
import { Legend } from './Legend';
import { Pills } from './Pills';
import { fullOf, RESOURCE } from './resources';
import { Rows } from './Rows';

function Picture({ frame, t, uid, layout }: ViewProps<CgroupsState> & { readonly layout: Layout }) {
  const { state, focus, caption } = frame.step;
  const { number } = state.period;
  const resource = RESOURCE[state.scene];
  const full = fullOf(
    resource,
    frame.trace.steps.map((step) => step.state),
  );
  const id = `${uid}-${layout.id}`;
  const shared = { state, layout, t };
  const clock =
    number === 0
      ? t('clock-start')
      : t({ key: 'clock', values: { number, from: (number - 1) * PERIOD_MS, to: number * PERIOD_MS } });
  const wide = layout.id === 'wide';
  return (
    <svg
      className={`cg-${layout.id}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t({
        key: 'picture',
        values: { scene: t(`scene-${state.scene}`), caption: plainText(t(caption)) },
      })}
    >
      <Defs uid={id} />
      <text className="cg-clock" x={4} y={layout.head}>
        {clock}
      </text>
      {wide && (
        <text className="cg-head" x={layout.meter.x} y={layout.head}>
          {t(`head-${resource}`)}
        </text>
      )}
      <text className="cg-head" x={layout.history.x + layout.history.width} y={layout.head} textAnchor="end">
        {t('head-history')}
      </text>
      <Rows {...shared} full={full} focus={focus} uid={id} />
      <Pills {...shared} />
      <Legend state={state} layout={layout} uid={id} t={t} />
    </svg>
  );
}

export function View(props: ViewProps<CgroupsState>) {
  return (
    <div className="cg">
      <Picture {...props} layout={WIDE} />
      <Picture {...props} layout={NARROW} />
    </div>
  );
}
