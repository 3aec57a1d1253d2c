/**
 * Why: the kernel has one table: processes, and for each the namespace of every kind that it is in. Rows are processes,
 * columns kinds; neighbours in one namespace share a pill, so leaving one is seen as breaking out of it.
 */
import { NAMESPACE_KINDS } from '../../lib/snapshots';
import type { NamespacesState } from '../../models/namespaces/state';
import { Defs } from '../../marks/Defs';
import { Token } from '../../marks/Token';
import type { ViewProps } from '../contract';
import { CallBar } from './CallBar';
import { NARROW, placesOf, wideOf, type Layout } from './geometry';
import { badges, COLUMNS } from './letters';
import { NetStrip } from './NetStrip';
import { Pills } from './Pills';
import { ProcessRow } from './ProcessRow';
import { rowsOf } from './rows';
import { UserStrip } from './UserStrip';
import { viewerOf } from './viewer';

type Props = ViewProps<NamespacesState>;

function Heads({ layout, y, t }: { readonly layout: Layout; readonly y: number; readonly t: Props['t'] }) {
  const { columnX, column, pidX, uidX, joined } = layout;
  return (
    <g className="ns-heads">
      {joined && (
        <>
          <text x={30} y={y}>
            {t('head.process')}
          </text>
          <text x={pidX} y={y}>
            {t('head.pid')}
          </text>
          <text x={uidX} y={y}>
            {t('head.uid')}
          </text>
        </>
      )}
      {COLUMNS.map((kind, i) => (
        <text key={kind} className="mono" x={columnX + (i + 0.5) * column} y={y} textAnchor="middle">
          {kind === 'cgroup' ? 'cgrp' : kind}
        </text>
      ))}
    </g>
  );
}

function Picture({ props, layout }: { readonly props: Props; readonly layout: Layout }) {
  const { frame, t, uid, onScenario } = props;
  const { trace, index } = frame;
  const { state } = frame.step;
  const places = placesOf(trace, layout);
  const badgeOf = badges(trace);
  const rows = rowsOf(trace, index);
  const here = `${uid}-${layout.name}`;
  const last = state.calls.at(-1);
  const at = rows.findIndex(({ process }) => process.pid === last?.by);
  const viewer = viewerOf(frame);
  const alive = state.snapshot.procs;
  const Strip = places.strip?.kind === 'user' ? UserStrip : NetStrip;
  const count = new Set(alive.flatMap(({ ns }) => NAMESPACE_KINDS.map((kind) => ns[kind]))).size;
  return (
    <svg
      className={`ns ns-${layout.name}`}
      viewBox={`0 0 ${layout.width} ${places.height}`}
      role="img"
      aria-label={t({ key: 'picture.alt', values: { processes: alive.length, namespaces: count } })}
    >
      <Defs uid={here} />
      <CallBar state={state} layout={layout} height={places.bar} uid={here} t={t} />
      <Heads layout={layout} y={places.head} t={t} />
      {rows.map((row, i) => (
        <ProcessRow
          key={row.process.pid}
          row={row}
          rows={rows}
          index={i}
          y={places.rows + i * layout.row}
          layout={layout}
          snapshot={state.snapshot}
          badgeOf={badgeOf}
          viewed={row.process.pid === viewer}
          refused={last?.error !== undefined && row.process.pid === last.by}
          uid={here}
          onPick={onScenario && (() => onScenario({ viewer: `p${row.process.pid}` }, frame.step.id))}
        />
      ))}
      <Pills rows={rows} y={places.rows} layout={layout} badgeOf={badgeOf} />
      {at >= 0 && (
        <Token
          id={`call-${layout.name}`}
          x={13}
          y={places.rows + at * layout.row + layout.text - 5}
          owner="hw"
          r={5}
        />
      )}
      {places.strip && (
        <Strip frame={frame} y={places.strip.y} layout={layout} badgeOf={badgeOf} uid={here} t={t} />
      )}
    </svg>
  );
}

export function View(props: Props) {
  return (
    <>
      <Picture props={props} layout={wideOf(props.frame.trace)} />
      <Picture props={props} layout={NARROW} />
    </>
  );
}
