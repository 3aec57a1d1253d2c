/** Why: the grant is the heart of it: the same reference on both sides of a page says that it is the same page. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Layout } from './geometry';
import { grantOf } from './journey';
import type { PingState } from './state';

interface Props {
  readonly state: PingState;
  readonly layout: Layout;
  readonly t: Translate;
  readonly uid: string;
}

/** A reference as one side says it. */
function Tag({
  x,
  y,
  text,
  side,
  on,
}: {
  x: number;
  y: number;
  text: string;
  side: 'domu' | 'dom0';
  on: boolean;
}) {
  return (
    <g className={`dp-tag ${ownerClass(side === 'domu' ? 'kern' : 'host')}${on ? ' is-on' : ''}`}>
      <rect x={x} y={y} width={72} height={24} rx={12} />
      <text x={x + 36} y={y + 17} textAnchor="middle">
        {on ? text : '?'}
      </text>
    </g>
  );
}

export function Pages({ state, layout, t }: Props) {
  const { links, past } = state;
  return (['tx', 'rx'] as const).map((way) => {
    const page = layout.pages[way];
    const grant = grantOf(past, way);
    const link = links[way];
    const guest = grant !== 'none' && (way === 'tx' || past.includes('copy-back'));
    const dom0 = way === 'tx' ? past.includes('copy') : past.includes('copy-back');
    const wide = layout.kind === 'wide';
    const tag = (ref: number) => t({ key: 'tag.ref', values: { ref: String(ref) } });
    const middle = page.y + (wide ? 30 : 26);
    return (
      <g key={way} className={`dp-page is-${grant} ${ownerClass('data')}`} data-node={`page-${way}`}>
        <rect {...page} rx={6} />
        <text className="dp-page-name" x={page.x + page.width / 2} y={page.y - 7} textAnchor="middle">
          {t(`page.${way}`)}
        </text>
        <path className="dp-same" d={`M${page.x + 70} ${middle} H${page.x + page.width - 70}`} />
        <Tag x={page.x + 6} y={middle - 12} text={tag(link.guestRef)} side="domu" on={guest} />
        <Tag x={page.x + page.width - 78} y={middle - 12} text={tag(link.dom0Ref)} side="dom0" on={dom0} />
        <text className="dp-state" x={page.x + 10} y={page.y + page.height - 12}>
          {t(`grant.${grant}`)}
        </text>
      </g>
    );
  });
}
