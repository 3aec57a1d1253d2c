/**
 * Why: the thing that moves: control, a packet, a page. Its `transform` attribute is its place in this
 * step; the player's clock moves it there from its place in the step shown before.
 */
import { ownerClass, type Owner } from './owner';

export interface TokenProps {
  /** The same id in two steps is the same thing: it moves instead of jumping. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly owner: Owner;
  /** Radius in SVG units. */
  readonly r?: number;
  readonly label?: string;
  readonly node?: string;
  /** `node` of the wire that it follows into this step; without it, a straight line. */
  readonly along?: string;
}

export function Token({ id, x, y, owner, r = 10, label, node, along }: TokenProps) {
  return (
    <g
      className={`token ${ownerClass(owner)}`}
      data-token={id}
      data-node={node}
      data-along={along}
      transform={`translate(${x} ${y})`}
    >
      <circle className="token-halo" r={r + 7} />
      <circle className="token-core" r={r} />
      {label !== undefined && (
        <text className="token-label" y={4.5} textAnchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}
