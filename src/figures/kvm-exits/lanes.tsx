/** Why: the still pieces of the picture: lanes, the words in them, and the marks of exits that are over. */
import type { Translate } from '../../lib/message';
import type { Exit } from '../../models/kvm-exits/exits';
import { ownerClass, type Owner } from '../../marks/owner';
import { columnOf, PAGE, type Grid, type Route } from './geometry';
import type { Lane as LaneId } from './state';

export const OWNER: Readonly<Record<LaneId, Owner>> = {
  ring3: 'user',
  ring0: 'kern',
  cpu: 'hw',
  kvm: 'vmm',
  vmm: 'host',
};

/** Where an exit's way lies. */
export const routeOf = (exit: Exit, total: number, grid: Grid): Route => ({
  x: columnOf(exit.n, total, grid),
  guest: exit.ring === 3 ? 'ring3' : 'ring0',
  heavy: exit.heavy,
});

/** One of the five places where control can be. */
export function Lane({
  lane,
  active,
  t,
}: {
  readonly lane: LaneId;
  readonly active: boolean;
  readonly t: Translate;
}) {
  const { y, height } = PAGE.bands[lane];
  const middle = y + height / 2;
  const flat = height < 60;
  return (
    <g className={`kx-lane ${ownerClass(OWNER[lane])}${active ? ' is-active' : ''}`} data-node={lane}>
      <rect x={4} y={y} width={PAGE.width - 8} height={height} rx={10} />
      <text className="kx-lane-name" x={20} y={flat ? middle + 6 : middle - 2}>
        {t(`lane.${lane}`)}
      </text>
      <text className="kx-lane-sub" x={flat ? 72 : 20} y={flat ? middle + 6 : middle + 17}>
        {t(`lane.${lane}.sub`)}
      </text>
    </g>
  );
}

/** Two lines between the way down and the way up. */
export function Says({ x, y, text, owner }: { x: number; y: number; text: string; owner: Owner }) {
  return (
    <text className={`kx-says ${ownerClass(owner)}`} y={y}>
      {text.split('|').map((line, i) => (
        <tspan key={i} x={x} dy={i === 0 ? 0 : 20}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** An exit that is over: how deep it went, at its place. */
export function Past({ exit, total, grid }: PastProps) {
  const { x, guest } = routeOf(exit, total, grid);
  const bottom = exit.heavy ? grid.depth.vmm : grid.depth.kvm;
  return (
    <g className={`kx-past ${ownerClass(exit.heavy ? 'host' : 'vmm')}`}>
      <path d={`M${x} ${grid.depth[guest]} V${bottom}`} />
      {exit.heavy ? (
        <rect x={x - 4} y={bottom - 4} width={8} height={8} />
      ) : (
        <circle cx={x} cy={bottom} r={4} />
      )}
    </g>
  );
}

interface PastProps {
  readonly exit: Exit;
  readonly total: number;
  readonly grid: Grid;
}
