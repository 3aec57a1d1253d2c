/** Why: what stands between the hosts, for a room: the link and what it carried, whether to stop, and the switch that must learn. */
import { Wire } from '../../marks/Wire';
import { pagesOf, sizeOf } from '../../models/live-migration/amounts';
import { Network, Question, type BetweenProps, type Lines } from './Between';

const LINES: Lines = { head: 0, gauge: 12, height: 18, said: 62, askedHead: 30, asked: 64 };

function Link({ state, layout, focus, uid, t, recorded }: BetweenProps) {
  const { link, source, destination } = layout;
  const [from, to] = [source.x + source.width, destination.x];
  const asks = focus.includes('link') && state.guest === 'destination';
  const used = state.moved > 0 || focus.includes('link');
  const rate = recorded
    ? { key: 'link-pages', values: { n: state.setup.link } }
    : { key: 'link-rate', values: { n: (state.setup.link * 4096 * 8) / 1e9 } };
  const size = recorded ? pagesOf : sizeOf;
  return (
    <g data-node="link">
      <path className="lm-pipe" d={`M${from} ${link.y}H${to}`} />
      {used && <Wire d={`M${from + 4} ${link.y}H${to - 6}`} owner="data" uid={uid} kind="taken" arrow />}
      <text {...link.name} textAnchor="middle">
        {t(rate)}
      </text>
      {state.moved > 0 && (
        <text className="lm-moved own-data" {...link.moved} textAnchor="middle">
          {t({ key: 'link-moved', values: { size: size(state.moved) } })}
        </text>
      )}
      {asks && (
        <>
          <Wire d={`M${to - 4} ${link.request}H${from + 6}`} owner="kern" uid={uid} kind="taken" arrow />
          <text x={link.moved.x} y={link.request + 28} textAnchor="middle">
            {t('link-asks')}
          </text>
        </>
      )}
    </g>
  );
}

export function StageBetween(props: BetweenProps) {
  return (
    <>
      <Link {...props} />
      <g className={props.focus.includes('decision') ? 'is-focus' : undefined}>
        <Question {...props} lines={LINES} />
      </g>
      {!props.recorded && <Network {...props} base={9} />}
    </>
  );
}
