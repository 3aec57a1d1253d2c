/** Why: one owner's tables, from the root to the page, on the owner's ground: what the guest believes, what the hypervisor keeps. */
import { hex, PAGE } from '../../models/address-translation/address';
import type { Chain, State } from '../../models/address-translation/types';
import { ownerClass, type Owner } from '../../marks/owner';
import type { ViewProps } from '../contract';
import type { Point } from '../../marks/shapes';
import { BAND_LEFT, columnsOf, shareOf, STRIP, VIEW, type Plan } from './geometry';
import { NoStrip, Strip, type Mark } from './Strip';

export interface BandProps {
  readonly plan: Plan;
  readonly chain: Chain;
  readonly which: 'upper' | 'lower';
  readonly owner: Owner;
  readonly title: string;
  readonly note: string;
  readonly state: State;
  readonly focus: readonly string[];
  /** The CPU never reads these tables. */
  readonly quiet: boolean;
  readonly uid: string;
  readonly t: ViewProps<State>['t'];
}

const SPACES = ['A', 'B'] as const;

function markOf(node: string, { writes, reads }: State, focus: readonly string[]): Mark {
  if (writes.includes(node)) return 'written';
  if (reads.includes(node)) return 'read';
  return focus.includes(node) ? 'focus' : '';
}

function Roots({ plan, chain, which, owner, state, focus, uid }: BandProps) {
  const [x, next] = columnsOf(chain.depth);
  const top = plan[which].y + STRIP.top;
  const two = chain.roots.length > 1;
  const level = chain.roots.find((root) => root !== null)?.level ?? 0;
  const to: Point = { x: next!, y: top + 10 };
  return chain.roots.map((root, i) => {
    const current = !two || SPACES[i] === state.space;
    const node = current ? `${which}-${level}` : undefined;
    const place = shareOf(top, plan.strip, chain.roots.length, i);
    if (!root) return <NoStrip key={i} x={x!} {...place} node={node} />;
    return (
      <g key={i} className={current ? undefined : 'at-other'}>
        <Strip
          box={root}
          x={x!}
          {...place}
          node={node}
          mark={node ? markOf(node, state, focus) : ''}
          to={to}
          owner={owner}
          uid={uid}
          {...(two && { name: SPACES[i] })}
        />
      </g>
    );
  });
}

function Pages({ chain, x, top, height }: Pick<BandProps, 'chain'> & Record<'x' | 'top' | 'height', number>) {
  const two = chain.pages.length > 1;
  return chain.pages.map((frame, i) => {
    const place = shareOf(top, height, chain.pages.length, i);
    return (
      <g key={frame} className={`at-page ${ownerClass('data')}${chain.page === frame ? ' is-current' : ''}`}>
        <rect x={x} y={place.top} width={STRIP.width} height={place.height} rx={3} />
        {two && (
          <text
            className="at-level"
            x={x + STRIP.width / 2}
            y={place.top + place.height / 2 + 5}
            textAnchor="middle"
          >
            {i + 1}
          </text>
        )}
      </g>
    );
  });
}

export function Band(props: BandProps) {
  const { plan, chain, which, owner, title, note, state, focus, quiet, uid, t } = props;
  const band = plan[which];
  const columns = columnsOf(chain.depth);
  const levels = chain.roots.find((root) => root !== null)?.level ?? 0;
  const top = band.y + STRIP.top;
  const foot = top + plan.strip + 17;
  const pageX = columns.at(-1)!;
  const page = chain.pages.indexOf(chain.page ?? -1);
  const pageAt = shareOf(top, plan.strip, chain.pages.length, Math.max(page, 0));
  const frames = [
    chain.roots.length > 1 ? null : chain.roots[0]?.frame,
    ...Array.from({ length: chain.depth - 1 }, (_, i) => chain.tables[i]?.frame),
    chain.page,
  ];
  const leafX = columns[chain.depth - 1]!;
  return (
    <g
      className={`at-band ${ownerClass(owner)}${quiet ? ' is-quiet' : ''}`}
      data-node={which === 'upper' ? 'guest' : undefined}
    >
      <rect
        className="at-ground"
        x={BAND_LEFT}
        y={band.y}
        width={VIEW.width - 4 - BAND_LEFT}
        height={band.height}
        rx={8}
      />
      <text className="at-name" x={columns[0]} y={band.y + 22}>
        {title}
      </text>
      <text className="at-note" x={pageX + STRIP.width} y={band.y + 22} textAnchor="end">
        {note}
      </text>
      {columns.map((x, i) => (
        <text key={x} className="at-level" x={x + STRIP.width / 2} y={top - 8} textAnchor="middle">
          {i < chain.depth ? `L${levels - i}` : t('page')}
        </text>
      ))}
      {state.stale && which === 'lower' && (
        <rect
          fill={`url(#${uid}-hazard)`}
          x={leafX - 6}
          y={top - 6}
          width={STRIP.width + 12}
          height={plan.strip + 12}
          rx={5}
        />
      )}
      <Roots {...props} />
      {Array.from({ length: chain.depth - 1 }, (_, i) => {
        const table = chain.tables[i];
        const x = columns[i + 1]!;
        const node = `${which}-${levels - 1 - i}`;
        const place = { x, top, height: plan.strip, node };
        if (!table) return <NoStrip key={node} {...place} />;
        const to =
          i === chain.depth - 2
            ? { x: pageX, y: pageAt.top + pageAt.height / 2 }
            : { x: columns[i + 2]!, y: top + 10 };
        return (
          <Strip
            key={node}
            box={table}
            {...place}
            mark={markOf(node, state, focus)}
            to={to}
            owner={owner}
            uid={uid}
          />
        );
      })}
      <Pages chain={chain} x={pageX} top={top} height={plan.strip} />
      {frames.map((frame, i) => (
        <text key={i} className="at-frame" x={columns[i]! + STRIP.width / 2} y={foot} textAnchor="middle">
          {frame === null || frame === undefined ? '' : hex(frame * PAGE)}
        </text>
      ))}
    </g>
  );
}
