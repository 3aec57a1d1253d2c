/** Why: the tree of groups for the back row: the same frames, processes and meters as on a page, with letters that carry. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import { Defs } from '../../marks/Defs';
import { plainText } from '../../marks/RichText';
import { widthOf } from '../../lib/width';
import type { CgroupsState } from '../../models/cgroups/run';
import { PERIOD_MS } from '../../models/cgroups/types';
import type { StageProps } from '../contract';
import { signsOf, Swatch } from './Legend';
import { Pills } from './Pills';
import { fullOf, RESOURCE } from './resources';
import { Rows } from './Rows';
import { STAGE } from './stage-layout';

type Props = StageProps<CgroupsState>;

/** Room of a letter, of a sign before its words, and between two. */
const LETTER = 13.2;
const SIGN = 28;
const GAP = 22;

/** What is hatched, hollow or pale; on a low slide as many signs as one line holds. */
function StageLegend({ frame, t, uid, shape }: Props) {
  const { state } = frame.step;
  const { legend, width } = STAGE[shape];
  let x = 6;
  let { y } = legend;
  return signsOf(state).map((sign) => {
    const words = t(`legend-${RESOURCE[state.scene]}-${sign}`);
    const room = SIGN + widthOf(words) * LETTER;
    if (x > 6 && x + room > width) {
      if (legend.line === 0) return null;
      x = 6;
      y += legend.line;
    }
    const place = `translate(${Math.round(x)} ${y})`;
    x += room + GAP;
    return (
      <g key={sign} transform={place}>
        <g transform="scale(1.6)">
          <Swatch sign={sign} uid={uid} />
        </g>
        <text className="cg-legend" x={SIGN}>
          {words}
        </text>
      </g>
    );
  });
}

export function Stage(props: Props) {
  const { frame, t, uid, shape } = props;
  const { state, focus, caption } = frame.step;
  const { number } = state.period;
  const layout = STAGE[shape];
  const { width, height, head, heads, history } = layout;
  const resource = RESOURCE[state.scene];
  const full = fullOf(
    resource,
    frame.trace.steps.map((step) => step.state),
  );
  const shared = { state, layout, t };
  return (
    <svg
      className="cg cg-room"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t({
        key: 'picture',
        values: { scene: t(`scene-${state.scene}`), caption: plainText(t(caption)) },
      })}
    >
      <Defs uid={uid} />
      <text className="cg-clock" x={6} y={head}>
        {number === 0
          ? t('clock-start')
          : t({ key: 'clock', values: { number, from: (number - 1) * PERIOD_MS, to: number * PERIOD_MS } })}
      </text>
      <text className="cg-head" x={heads.x} y={heads.y}>
        {t(`head-${resource}`)}
      </text>
      <text className="cg-head" x={history.x + history.width + 14} y={heads.y} textAnchor="end">
        {t('head-history')}
      </text>
      <Rows {...shared} full={full} focus={focus} uid={uid} />
      <Pills {...shared} />
      <StageLegend {...props} />
    </svg>
  );
}
