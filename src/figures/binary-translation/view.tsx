/**
 * Why: left what the guest's author wrote, right what really runs, between them the monitor that turns one into the
 * other. When the cache is warm, the token stays on the right.
 */
import { Defs } from '../../marks/Defs';
import type { Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { BtState, Where } from '../../models/binary-translation/types';
import type { ViewProps } from '../contract';
import { Cache } from './cache';
import { layoutOf, seatOf, type Layout } from './geometry';
import { Guest } from './guest';
import { Meter } from './meter';
import { Monitor } from './monitor';
import { Chains, Taken } from './wires';

export const OWNER: Readonly<Record<Where['kind'], Owner>> = { tc: 'kern', guest: 'user', vmm: 'vmm' };

function Picture({ frame, t, uid, kind }: ViewProps<BtState> & { readonly kind: Layout['kind'] }) {
  const { state } = frame.step;
  const last = frame.trace.steps.at(-1)!.state;
  const layout = layoutOf(last, kind);
  const seat = seatOf(layout, state.where);
  const own = `${uid}-${kind}`;
  const place = t(`place.${state.where.kind}`);
  return (
    <svg
      className={`bt bt-${kind}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t({ key: 'picture.alt', values: { place, blocks: state.counts.translations } })}
    >
      <Defs uid={own} />
      <Guest {...{ state, layout, t }} />
      <Cache {...{ state, layout, t }} />
      <Monitor {...{ state, layout, t }} />
      <Chains {...{ state, layout, uid: own }} />
      <Taken {...{ state, layout, uid: own }} />
      <Meter {...{ state, layout, t, total: last.entries.length }} />
      <Token
        id={`control-${kind}`}
        node="control"
        x={seat.x}
        y={seat.y}
        owner={OWNER[state.where.kind]}
        r={7}
      />
    </svg>
  );
}

/** Both layouts are drawn; the figure's own width shows one. */
export function View(props: ViewProps<BtState>) {
  return (
    <>
      <Picture {...props} kind="wide" />
      <Picture {...props} kind="narrow" />
    </>
  );
}
