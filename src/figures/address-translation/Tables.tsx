/**
 * Why: whose tables there are, and which of them the CPU reads. The CPU stands in the middle: its CR3 points up to the
 * guest's own tables (bare metal, nested) or down to the shadow that the hypervisor keeps.
 */
import { hex, PAGE } from '../../models/address-translation/address';
import type { Chain, State, TableBox } from '../../models/address-translation/types';
import { ownerClass, type Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { ViewProps } from '../contract';
import { CpuBand } from './CpuBand';
import { BAND_LEFT, BANDS, columnsOf, GUTTER, SLOT, slotAt, STRIP, VIEW } from './geometry';

interface StripProps {
  readonly box: TableBox;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly node: string | undefined;
  readonly mark: string;
  /** What the entry leads to, drawn as a wire. */
  readonly to: { readonly x: number; readonly y: number } | null;
  readonly owner: Owner;
  readonly uid: string;
}

/** One table: a page of 512 entries, with the one that the address picks. */
function Strip({ box, x, top, height, node, mark, to, owner, uid }: StripProps) {
  const y = slotAt(top, height, box.index);
  const present = box.entry !== 0;
  const middle = y + SLOT / 2;
  const reach = to ? to.x - x - STRIP.width : 0;
  return (
    <g className={`at-strip${mark}`} data-node={node}>
      <rect className="at-table" x={x} y={top} width={STRIP.width} height={height} rx={3} />
      <rect
        className={`at-slot${present ? '' : ' is-empty'}`}
        x={x}
        y={y}
        width={STRIP.width}
        height={SLOT}
      />
      <text className="at-mono at-slot-text" x={x + STRIP.width / 2} y={y + 15} textAnchor="middle">
        {box.index}
      </text>
      {to && present && (
        <Wire
          uid={uid}
          owner={owner}
          arrow
          kind={mark === '' ? 'idle' : 'taken'}
          d={`M${x + STRIP.width} ${middle} C${x + STRIP.width + reach / 2} ${middle} ${to.x - reach / 2} ${to.y} ${to.x - 2} ${to.y}`}
        />
      )}
    </g>
  );
}

interface BandProps {
  readonly chain: Chain;
  readonly which: 'upper' | 'lower';
  readonly owner: Owner;
  readonly title: string;
  readonly note: string;
  readonly state: State;
  readonly focus: readonly string[];
  readonly quiet: boolean;
  readonly uid: string;
  readonly t: ViewProps<State>['t'];
}

function Band({ chain, which, owner, title, note, state, focus, quiet, uid, t }: BandProps) {
  const band = BANDS[which];
  const levels = chain.roots.find((root) => root !== null)?.level ?? 4;
  const columns = columnsOf(chain.depth);
  const top = band.y + STRIP.top;
  const markOf = (node: string) =>
    state.writes.includes(node)
      ? ' is-written'
      : state.reads.includes(node)
        ? ' is-read'
        : focus.includes(node)
          ? ' is-focus'
          : '';
  const two = chain.roots.length > 1;
  const rootHeight = two ? STRIP.height / 2 - 3 : STRIP.height;
  const head = { x: columns[1]!, y: top + 10 };
  const pageX = columns.at(-1)!;
  const pageHeight = chain.pages.length > 1 ? STRIP.height / 2 - 3 : STRIP.height;
  const pageTop = (i: number) => top + i * (pageHeight + 6);
  const current = chain.pages.indexOf(chain.page ?? -1);
  const stale = which === 'lower' && state.stale;
  const box = (i: number) => {
    const last = i === chain.depth - 1;
    return last
      ? { x: pageX, y: pageTop(Math.max(0, current)) + pageHeight / 2 }
      : { x: columns[i + 1]!, y: top + 10 };
  };
  const address = (frame: number) => hex(frame * PAGE);
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
      <text className="at-name" x={BAND_LEFT + 12} y={band.y + 22}>
        {title}
      </text>
      <text className="at-note" x={VIEW.width - 16} y={band.y + 22} textAnchor="end">
        {note}
      </text>
      {Array.from({ length: chain.depth }, (_, i) => (
        <text key={i} className="at-level" x={columns[i]! + STRIP.width / 2} y={top - 8} textAnchor="middle">
          {`L${levels - i}`}
        </text>
      ))}
      <text className="at-level" x={pageX + STRIP.width / 2} y={top - 8} textAnchor="middle">
        {t('page')}
      </text>
      {chain.roots.map((root, i) => {
        const isCurrent = !two || (i === 0) === (state.space === 'A');
        const y = top + i * (rootHeight + 6);
        const node = isCurrent ? `${which}-${levels}` : undefined;
        const name = two && (
          <text
            key={`name-${i}`}
            className={`at-space${isCurrent ? ' is-current' : ''}`}
            x={columns[0]! - 12}
            y={y + rootHeight / 2 + 6}
            textAnchor="end"
          >
            {i === 0 ? 'A' : 'B'}
          </text>
        );
        if (!root)
          return (
            <g key={i}>
              {name}
              <rect
                className="at-spared"
                x={columns[0]!}
                y={y}
                width={STRIP.width}
                height={rootHeight}
                rx={3}
                data-node={node}
              />
            </g>
          );
        return (
          <g key={i} className={isCurrent ? undefined : 'at-other'}>
            {name}
            <Strip
              box={root}
              x={columns[0]!}
              top={y}
              height={rootHeight}
              node={node}
              mark={isCurrent ? markOf(`${which}-${levels}`) : ''}
              to={chain.depth === 1 ? null : head}
              owner={owner}
              uid={uid}
            />
          </g>
        );
      })}
      {!two && chain.roots[0] && (
        <text
          className="at-mono at-frame"
          x={columns[0]! + STRIP.width / 2}
          y={top + STRIP.height + 17}
          textAnchor="middle"
        >
          {address(chain.roots[0].frame)}
        </text>
      )}
      {Array.from({ length: chain.depth - 1 }, (_, i) => {
        const table = chain.tables[i];
        const x = columns[i + 1]!;
        const node = `${which}-${levels - 1 - i}`;
        if (!table)
          return (
            <rect
              key={node}
              className="at-spared"
              x={x}
              y={top}
              width={STRIP.width}
              height={STRIP.height}
              rx={3}
              data-node={node}
            />
          );
        return (
          <g key={node}>
            <Strip
              box={table}
              x={x}
              top={top}
              height={STRIP.height}
              node={node}
              mark={markOf(node)}
              to={box(i + 1)}
              owner={owner}
              uid={uid}
            />
            <text
              className="at-mono at-frame"
              x={x + STRIP.width / 2}
              y={top + STRIP.height + 17}
              textAnchor="middle"
            >
              {address(table.frame)}
            </text>
          </g>
        );
      })}
      {chain.pages.map((frame, i) => (
        <g key={frame} className={`at-page ${ownerClass('data')}${current === i ? ' is-current' : ''}`}>
          <rect x={pageX} y={pageTop(i)} width={STRIP.width} height={pageHeight} rx={3} />
          {chain.pages.length > 1 && (
            <text
              className="at-level"
              x={pageX + STRIP.width / 2}
              y={pageTop(i) + pageHeight / 2 + 5}
              textAnchor="middle"
            >
              {i + 1}
            </text>
          )}
        </g>
      ))}
      <text
        className="at-mono at-frame"
        x={pageX + STRIP.width / 2}
        y={top + STRIP.height + 17}
        textAnchor="middle"
      >
        {current === -1 ? '—' : address(chain.pages[current]!)}
      </text>
      {stale && (
        <g className="at-stale">
          <rect
            fill={`url(#${uid}-hazard)`}
            x={columns[chain.depth - 1]! - 5}
            y={top - 4}
            width={STRIP.width + 10}
            height={4}
          />
          <rect
            fill={`url(#${uid}-hazard)`}
            x={columns[chain.depth - 1]! - 5}
            y={top + STRIP.height}
            width={STRIP.width + 10}
            height={4}
          />
        </g>
      )}
    </g>
  );
}

export function Tables({ frame, t, uid }: ViewProps<State>) {
  const { state, focus } = frame.step;
  const { upper, lower, control, scenario } = state;
  const { technique } = scenario;
  const native = technique === 'native';
  const shadow = technique === 'shadow';
  const guestOwner: Owner = 'kern';
  const cpu = BANDS.cpu.y;
  const x = BAND_LEFT + 16;
  const two = upper.roots.length > 1;
  const rootY = (which: 'upper' | 'lower') => {
    const height = two ? STRIP.height / 2 - 3 : STRIP.height;
    const second = two && (which === 'upper' || shadow) && state.space === 'B';
    return BANDS[which].y + STRIP.top + (second ? height + 6 : 0) + height / 2;
  };
  const to = (which: 'upper' | 'lower') =>
    (which === 'upper' ? columnsOf(upper.depth) : columnsOf(lower?.depth ?? 4))[0]! -
    (two && (which === 'upper' || shadow) ? 26 : 3);
  const points = (which: 'upper' | 'lower') =>
    `M${x} ${which === 'upper' ? cpu : cpu + BANDS.cpu.height} V${rootY(which)} H${to(which)}`;
  const guestY = BANDS.upper.y + 18;
  const vmmY = BANDS.lower.y + 18;
  return (
    <>
      <Band
        chain={upper}
        which="upper"
        owner={guestOwner}
        title={t(native ? 'band-native' : 'band-guest')}
        note={state.instruction}
        state={state}
        focus={focus}
        quiet={shadow}
        uid={uid}
        t={t}
      />
      {lower && (
        <Band
          chain={lower}
          which="lower"
          owner="vmm"
          title={t(shadow ? 'band-shadow' : 'band-nested')}
          note={shadow ? t(state.stale ? 'note-stale' : 'note-shadow') : t('note-nested')}
          state={state}
          focus={focus}
          quiet={false}
          uid={uid}
          t={t}
        />
      )}
      <CpuBand frame={frame} t={t} y={cpu} />
      <Wire uid={uid} owner="hw" arrow kind={shadow ? 'denied' : 'idle'} d={points('upper')} />
      {lower && <Wire uid={uid} owner="hw" arrow kind="idle" d={points('lower')} />}
      {lower && (
        <Wire
          uid={uid}
          owner={control === 'vmm' ? 'vmm' : guestOwner}
          kind={state.exited > 0 && control === 'vmm' ? 'taken' : 'idle'}
          d={`M${GUTTER} ${guestY} V${vmmY}`}
          node="gutter"
        />
      )}
      <Token
        id="control"
        node="control"
        x={GUTTER}
        y={control === 'vmm' ? vmmY : guestY}
        owner={control === 'vmm' ? 'vmm' : guestOwner}
        r={9}
      />
    </>
  );
}
