/** Why: one owner's tables for a room: their levels, the entry that the address picks in each, and where the page came to lie. */
import { hex } from '../../models/address-translation/address';
import type { Chain, State } from '../../models/address-translation/types';
import { widthOf } from '../../lib/width';
import { ownerClass, type Owner } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { shareOf, type Cell } from './geometry';
import { STAGE_STRIP, stageColumns, stripTop } from './stage-layout';
import { StageTable } from './StageTable';

export interface BandProps {
  readonly band: Cell;
  readonly strip: number;
  readonly chain: Chain;
  readonly which: 'upper' | 'lower';
  readonly owner: Owner;
  readonly title: string;
  readonly note: string;
  readonly address: number | null;
  readonly state: State;
  readonly focus: readonly string[];
  readonly uid: string;
  readonly t: ViewProps<State>['t'];
}

const SPACES = ['A', 'B'] as const;
const { width: WIDTH } = STAGE_STRIP;
/** Room of a letter of 24 units: bold, and of the mono face. */
const BOLD = 14;
const MONO = 14.5;

export function StageBand(props: BandProps) {
  const { band, strip, chain, which, owner, title, note, address, state, t, uid } = props;
  const columns = stageColumns(band, chain.depth);
  const levels = chain.roots.find((root) => root !== null)?.level ?? 0;
  const top = stripTop(band);
  const right = band.x + band.width - 16;
  const [rootX, nextX] = columns as [number, number];
  const pageX = columns.at(-1)!;
  const current = Math.max(chain.pages.indexOf(chain.page ?? -1), 0);
  const pageAt = shareOf(top, strip, chain.pages.length, current);
  const pageTo = { x: pageX, y: pageAt.top + pageAt.height / 2 };
  const toOf = (i: number) => (i === chain.depth - 1 ? pageTo : { x: columns[i + 1]!, y: top + 16 });
  const leafX = columns[chain.depth - 1]!;
  const two = chain.roots.length > 1;
  const fits = widthOf(title) * BOLD + note.length * MONO + 76 < band.width;
  return (
    <g
      className={`at-band ${ownerClass(owner)}${which === 'upper' && state.scenario.technique === 'shadow' ? ' is-quiet' : ''}`}
      data-node={which === 'upper' ? 'guest' : undefined}
    >
      <rect className="at-ground" {...band} rx={10} />
      <text className="at-name" x={columns[0]} y={band.y + 31}>
        {title}
      </text>
      {fits && (
        <text className={which === 'upper' ? 'at-mono' : 'at-lit'} x={right} y={band.y + 31} textAnchor="end">
          {note}
        </text>
      )}
      {columns.map((x, i) => (
        <text key={x} className="at-level" x={x + WIDTH / 2} y={top - 10} textAnchor="middle">
          {i < chain.depth ? `L${levels - i}` : t('page')}
        </text>
      ))}
      {state.stale && which === 'lower' && (
        <rect
          fill={`url(#${uid}-hazard)`}
          x={leafX - 8}
          y={top - 6}
          width={WIDTH + 16}
          height={strip + 14}
          rx={6}
        />
      )}
      {chain.roots.map((root, i) => {
        const here = !two || SPACES[i] === state.space;
        return (
          <g key={i} className={here ? undefined : 'at-other'}>
            <StageTable
              {...props}
              box={root}
              x={rootX}
              {...shareOf(top, strip, chain.roots.length, i)}
              node={here ? `${which}-${levels}` : undefined}
              to={chain.depth === 1 ? pageTo : { x: nextX, y: top + 16 }}
              {...(two && { name: SPACES[i] })}
            />
          </g>
        );
      })}
      {Array.from({ length: chain.depth - 1 }, (_, i) => (
        <StageTable
          key={i}
          {...props}
          box={chain.tables[i]}
          x={columns[i + 1]!}
          top={top}
          height={strip}
          node={`${which}-${levels - 1 - i}`}
          to={toOf(i + 1)}
        />
      ))}
      {chain.pages.map((frame, i) => {
        const place = shareOf(top, strip, chain.pages.length, i);
        return (
          <g
            key={frame}
            className={`at-page ${ownerClass('data')}${chain.page === frame ? ' is-current' : ''}`}
          >
            <rect x={pageX} y={place.top} width={WIDTH} height={place.height} rx={4} />
            {chain.pages.length > 1 && (
              <text
                className="at-level"
                x={pageX + WIDTH / 2}
                y={place.top + place.height / 2 + 9}
                textAnchor="middle"
              >
                {i + 1}
              </text>
            )}
          </g>
        );
      })}
      {address !== null && (
        <text className="at-found at-mono" x={right} y={top + strip + 29} textAnchor="end">
          {hex(address)}
        </text>
      )}
    </g>
  );
}
