/** Why: a path that control or data takes. Its arrow head is drawn by the path's own `marker-end`. */
import { ownerClass, type Owner } from './owner';

export interface WireProps {
  /** SVG path data. */
  readonly d: string;
  readonly owner: Owner;
  /** Prefix of the ids made by `Defs`. */
  readonly uid: string;
  /** `taken`: in this step; `idle`: possible; `denied`: the way that was not taken (dashed). */
  readonly kind?: 'taken' | 'idle' | 'denied';
  readonly arrow?: boolean;
  readonly node?: string;
}

/** A taken wire carries `data-draw`: the clock draws it from start to end. */
export function Wire({ d, owner, uid, kind = 'idle', arrow = false, node }: WireProps) {
  return (
    <path
      className={`wire wire-${kind} ${ownerClass(owner)}`}
      d={d}
      data-node={node}
      data-draw={kind === 'taken' ? '' : undefined}
      pathLength={kind === 'taken' ? 1 : undefined}
      markerEnd={arrow ? `url(#${uid}-arrow)` : undefined}
    />
  );
}
