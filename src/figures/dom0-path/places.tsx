/** Why: the places of the picture: domains, Xen and hardware, the drivers in them, and the processor's two seats. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import type { Box } from '../../marks/shapes';
import type { ChipId, Layout } from './geometry';
import type { PingState } from './state';

export const CHIP_OWNER: Readonly<Record<ChipId, Owner>> = {
  app: 'user',
  stack: 'kern',
  netfront: 'kern',
  netback: 'host',
  vif: 'host',
  bridge: 'host',
  driver: 'host',
};

export type RegionId = 'domu' | 'dom0' | 'shared' | 'xen' | 'cpu' | 'nic' | 'wire';

/** On a phone roads cross these from above to below: their names stand beside the roads, and say no more. */
export const INDENT: Readonly<Partial<Record<RegionId, number>>> = {
  shared: 106,
  dom0: 106,
  nic: 66,
  wire: 14,
  cpu: 14,
};

interface RegionProps {
  readonly box: Box;
  readonly owner: Owner;
  readonly name: string;
  readonly sub: string;
  readonly node: string;
  readonly active: boolean;
  /** Of the name, from the left edge. */
  readonly indent: number;
  readonly below?: boolean;
  readonly middle?: boolean;
}

/** A domain, Xen, or a piece of hardware; where a road passes its name, what it is stands below. */
export function Region({
  box,
  owner,
  name,
  sub,
  node,
  active,
  indent,
  below = false,
  middle = false,
}: RegionProps) {
  return (
    <g className={`dp-region ${ownerClass(owner)}${active ? ' is-active' : ''}`} data-node={node}>
      <rect {...box} rx={12} />
      <text className="dp-name" x={box.x + indent} y={middle ? box.y + box.height / 2 + 6 : box.y + 27}>
        {name}
        {!below && (
          <tspan className="dp-sub" dx={10}>
            {sub}
          </tspan>
        )}
      </text>
      {below && (
        <text className="dp-sub owned" x={box.x + 14} y={box.y + 50}>
          {sub}
        </text>
      )}
    </g>
  );
}

interface ChipProps {
  readonly id: ChipId;
  readonly box: Box;
  readonly active: boolean;
}

export function Chip({ id, box, active }: ChipProps) {
  return (
    <g className={`dp-chip ${ownerClass(CHIP_OWNER[id])}${active ? ' is-active' : ''}`} data-node={id}>
      <rect {...box} rx={8} />
    </g>
  );
}

/** Names stand above the roads that pass them. */
export function ChipName({
  id,
  box,
  active,
  narrow,
  t,
}: ChipProps & { readonly narrow: boolean; readonly t: Translate }) {
  return (
    <text
      className={`dp-chip-name${active ? ' is-active' : ''}`}
      x={box.x + box.width / 2}
      y={box.y + 24}
      textAnchor="middle"
    >
      {t(id === 'driver' && narrow ? 'chip.driver.short' : `chip.${id}`)}
    </text>
  );
}

/** What the processor runs: one of the two domains at a time. */
export function Cpu({ state, layout, t }: { state: PingState; layout: Layout; t: Translate }) {
  return (['domu', 'dom0'] as const).map((domain) => {
    const { x, y } = layout.turns[domain];
    const now = state.running === domain;
    return (
      <g
        key={domain}
        className={`dp-seat ${ownerClass(domain === 'domu' ? 'kern' : 'host')}${now ? ' is-active' : ''}`}
      >
        <circle cx={x} cy={y} r={13} />
        <text x={x + 24} y={y + 5}>
          {t(layout.kind === 'wide' ? `vcpu.${domain}` : `region.${domain}`)}
        </text>
      </g>
    );
  });
}
