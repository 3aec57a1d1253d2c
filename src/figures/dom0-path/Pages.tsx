/** Why: the grant is the heart of it: the same reference on both sides of a page says that it is the same page. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Domain, Layout } from './geometry';
import { grantOf } from './journey';
import type { PingState } from './state';

const TAG = 71;

interface Props {
  readonly state: PingState;
  readonly layout: Layout;
  readonly t: Translate;
}

interface TagProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly side: Domain;
  /** Whether the recording has named it by now. */
  readonly on: boolean;
}

/** A reference as one side says it. */
function Tag({ x, y, text, side, on }: TagProps) {
  return (
    <g className={`dp-tag ${ownerClass(side === 'domu' ? 'kern' : 'host')}${on ? ' is-on' : ''}`}>
      <rect x={x} y={y} width={TAG} height={26} rx={13} />
      <text x={x + TAG / 2} y={y + 18} textAnchor="middle">
        {on ? text : '·'}
      </text>
    </g>
  );
}

export function Pages({ state, layout, t }: Props) {
  const { links, past } = state;
  const wide = layout.kind === 'wide';
  return (['tx', 'rx'] as const).map((way) => {
    const page = layout.pages[way];
    const grant = grantOf(past, way);
    const link = links[way];
    const named = past.includes(way === 'tx' ? 'copy' : 'copy-back');
    const tag = (ref: number) => t({ key: 'tag.ref', values: { ref: String(ref) } });
    const middle = page.x + page.width / 2;
    return (
      <g key={way} className={`dp-page is-${grant} ${ownerClass('data')}`} data-node={`page-${way}`}>
        <rect {...page} rx={6} />
        <text className="dp-page-name" x={middle} y={page.y - 9} textAnchor="middle">
          {wide ? t(`page.${way}`) : `${t(`page.${way}`)} · ${t(`grant.${grant}`)}`}
        </text>
        <Tag
          x={page.x + 5}
          y={page.y + 9}
          text={tag(link.guestRef)}
          side="domu"
          on={way === 'tx' ? grant !== 'none' : named}
        />
        <Tag
          x={page.x + page.width - TAG - 5}
          y={page.y + 9}
          text={tag(link.dom0Ref)}
          side="dom0"
          on={named}
        />
        {wide && (
          <text className="dp-state" x={middle} y={page.y + 27} textAnchor="middle">
            {t(`grant.${grant}`)}
          </text>
        )}
      </g>
    );
  });
}
