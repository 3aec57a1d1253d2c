/** Why: what a group uses now, in the form of its resource: time in ticks, memory and disk as bars, processes as dots. */
import { isFrozen } from '../../models/cgroups/loads';
import { memoryOf } from '../../models/cgroups/memory';
import type { CgroupsState } from '../../models/cgroups/run';
import { childrenOf, isWithin, upwards } from '../../models/cgroups/tree';
import { CPUS, MAX, PROCESSES, TICK_MS, TICKS, type GroupId } from '../../models/cgroups/types';
import type { Translate } from '../../lib/message';
import type { Box } from '../../marks/shapes';
import type { Grid } from './geometry';
import { usedOf } from './resources';

export interface MeterProps {
  readonly state: CgroupsState;
  readonly group: GroupId;
  readonly at: Box;
  /** What the full length stands for. */
  readonly full: number;
  readonly uid: string;
  readonly t: Translate;
}

const round = (n: number) => Math.round(n * 10) / 10;
const GAP = 2;

/** Ten ticks of both CPUs; a group shows what each group below it took. Ticks without quota are hatched. */
export function TickMeter({ state, group, at, uid, t }: MeterProps) {
  const { period, setup } = state;
  const pitch = at.width / TICKS;
  const frozen = period.number > 0 && isFrozen(setup, group, period.number);
  const parts = childrenOf(group).map((child) => period.cpu[child]);
  const ticks = Array.from({ length: TICKS }, (_, tick) => {
    const x = round(at.x + tick * pitch);
    const width = round(pitch - GAP);
    const all = period.cpu[group][tick] ?? 0;
    const below = parts.map((part) => part[tick] ?? 0);
    const own = all - below.reduce((sum, ms) => sum + ms, 0);
    let top = at.y + at.height;
    const bars = [own, ...below]
      .filter((ms) => ms > 0.05)
      .map((ms) => {
        const height = (ms / (CPUS * TICK_MS)) * at.height;
        top -= height;
        return { y: round(top), height: round(Math.max(1, height - 1)) };
      });
    const dry = period.stopped[group][tick] === true;
    const held = !dry && upwards(group).some((above) => period.stopped[above][tick] === true);
    const free = round(top - at.y);
    return (
      <g key={tick}>
        <rect
          className={frozen || held ? 'cg-cell is-held' : 'cg-cell'}
          x={x}
          y={at.y}
          width={width}
          height={at.height}
        />
        {bars.map((bar, i) => (
          <rect key={i} className="cg-used own-user" x={x} width={width} {...bar} />
        ))}
        {dry && free > 1 && (
          <rect x={x} y={at.y} width={width} height={free} fill={`url(#${uid}-hazard)`} className="cg-dry" />
        )}
      </g>
    );
  });
  return (
    <>
      {ticks}
      {frozen && (
        <text className="cg-word" x={at.x + at.width / 2} y={at.y + at.height / 2 + 5} textAnchor="middle">
          {t('word-frozen')}
        </text>
      )}
    </>
  );
}

/** Memory or disk: a bar, its limits as marks on it, and what the OOM killer has just given back. */
export function BarMeter({
  state,
  group,
  at,
  full,
  uid,
  kind,
}: MeterProps & { readonly kind: 'memory' | 'io' }) {
  const { period, setup } = state;
  const { high, memory, io } = setup.knobs[group];
  const place = (amount: number) => round(Math.min(1, amount / full) * at.width);
  const members = PROCESSES.filter((id) => isWithin(period.processes[id].group, group));
  const used = place(kind === 'io' ? usedOf('io', period, group) : memoryOf(period.processes, group));
  const anon = kind === 'io' ? used : place(members.reduce((sum, id) => sum + period.processes[id].anon, 0));
  const killed = period.happenings.flatMap((each) =>
    each.kind === 'oom-kill' && isWithin(period.processes[each.process].group, group) ? [each] : [],
  );
  const freed = place(killed.reduce((sum, { mib }) => sum + mib, 0));
  const lived = killed.some(({ process }) => period.processes[process].group === group);
  const limits = kind === 'io' ? [['max', io] as const] : [['high', high] as const, ['max', memory] as const];
  return (
    <>
      <rect className="cg-cell" x={at.x} y={at.y} width={at.width} height={at.height} rx={3} />
      <rect className="cg-used own-data" x={at.x} y={at.y} width={anon} height={at.height} />
      {used > anon && (
        <rect
          className="cg-cache own-data"
          x={at.x + anon}
          y={at.y + 0.75}
          width={round(used - anon)}
          height={at.height - 1.5}
        />
      )}
      {freed > 0 && (
        <rect
          className={lived ? 'cg-dry' : 'cg-freed own-data'}
          x={at.x + used}
          y={at.y + 0.5}
          width={round(Math.min(freed, at.width - used))}
          height={at.height - 1}
          fill={lived ? `url(#${uid}-hazard)` : undefined}
        />
      )}
      {kind === 'memory' && high !== MAX && used > place(high) && (
        <rect
          className="cg-dry"
          x={at.x + place(high)}
          y={at.y}
          width={round(used - place(high))}
          height={at.height}
          fill={`url(#${uid}-hazard)`}
        />
      )}
      {limits.map(([name, limit]) => {
        if (limit === MAX) return null;
        const line = `M${round(at.x + place(limit))} ${at.y - 4}V${at.y + at.height + 4}`;
        return (
          <g key={name}>
            <path className="cg-edge" d={line} />
            <path className={`cg-mark own-host is-${name}`} d={line} />
          </g>
        );
      })}
    </>
  );
}

/** Processes as dots in the places that pids.max leaves; behind the last place stands a wall once a fork was refused. */
export function DotMeter({ state, group, at, uid, grids }: MeterProps & { readonly grids: readonly Grid[] }) {
  const { period, setup } = state;
  const count = period.pids[group];
  const limit = setup.knobs[group].pids;
  const places = Math.max(count, limit === MAX ? 0 : limit);
  const room = (grid: Grid) => grid.rows * Math.floor(at.width / grid.pitch);
  const grid = grids.find((each) => room(each) > places) ?? grids.at(-1)!;
  const shown = Math.min(places, room(grid));
  const columns = Math.ceil(shown / grid.rows);
  const refused = period.happenings.some((each) => each.kind === 'fork-refused' && each.group === group);
  const middle = at.y + at.height / 2;
  return (
    <>
      {Array.from({ length: shown }, (_, i) => (
        <circle
          key={i}
          className={i < count ? 'cg-dot own-user' : 'cg-place own-host'}
          cx={round(at.x + grid.r + Math.floor(i / grid.rows) * grid.pitch)}
          cy={round(middle + ((i % grid.rows) - (grid.rows - 1) / 2) * grid.pitch)}
          r={grid.r}
        />
      ))}
      {refused && (
        <rect
          className="cg-dry"
          x={round(at.x + columns * grid.pitch + 1)}
          y={at.y}
          width={10}
          height={at.height}
          fill={`url(#${uid}-hazard)`}
        />
      )}
    </>
  );
}
