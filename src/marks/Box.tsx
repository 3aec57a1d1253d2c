/** Why: a place where code runs or data rests: a labelled rounded box that looks alike in every figure. */
import type { ReactNode } from 'react';
import { ownerClass, type Owner } from './owner';

export interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly owner: Owner;
  readonly label?: string;
  readonly sub?: string;
  /** Node id for `focus` and links. */
  readonly node?: string;
  /** Control is here, or this is what the step is about. */
  readonly active?: boolean;
  readonly children?: ReactNode;
}

/** Coordinates are those of the parent `<svg>`; the label stands inside, centred, `sub` below it. */
export function Box({ x, y, width, height, owner, label, sub, node, active = false, children }: BoxProps) {
  const middle = y + height / 2 + (sub ? -4 : 5);
  return (
    <g className={`box ${ownerClass(owner)}${active ? ' is-active' : ''}`} data-node={node}>
      <rect x={x} y={y} width={width} height={height} rx={8} />
      {label !== undefined && (
        <text className="box-label" x={x + width / 2} y={middle} textAnchor="middle">
          {label}
        </text>
      )}
      {sub !== undefined && (
        <text className="box-sub" x={x + width / 2} y={middle + 19} textAnchor="middle">
          {sub}
        </text>
      )}
      {children}
    </g>
  );
}
