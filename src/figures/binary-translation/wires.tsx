/** Why: who hands control to whom in this step, and which exits lead straight on by now. */
import { Wire } from '../../marks/Wire';
import type { BtState, Where } from '../../models/binary-translation/types';
import { jumpOf, wayOf, type Layout } from './geometry';

const same = (a: Where | null, b: { block: number; line: number }) =>
  a?.kind === 'tc' && a.block === b.block && a.line === b.line;

/** Every exit that is chained, around the right side of the cache. */
export function Chains({ state, layout, uid }: { state: BtState; layout: Layout; uid: string }) {
  const exits = state.cache.flatMap(({ id, lines, replaced }) =>
    replaced !== null ? [] : lines.flatMap(({ to }, line) => (to === null ? [] : [{ block: id, line, to }])),
  );
  const { phase, from } = state;
  return (
    <g className="bt-chains">
      {exits.map((exit) => {
        const made = phase === 'chain' && same(from, exit);
        return (
          <Wire
            key={`${exit.block}-${exit.line}`}
            d={jumpOf(layout, exit.block, exit.line, exit.to)}
            {...{ uid, owner: 'kern', arrow: true, kind: made ? 'taken' : 'idle' }}
          />
        );
      })}
    </g>
  );
}

/** The way taken in this step. */
export function Taken({ state, layout, uid }: { state: BtState; layout: Layout; uid: string }) {
  const { phase, where, from, cache } = state;
  if (!from) return null;
  const ways: string[] = [];
  if (from.kind === 'tc' && where.kind === 'tc')
    ways.push(jumpOf(layout, from.block, from.line, where.block));
  // The VMM patches the exit by which control has left.
  else if (phase === 'chain') ways.push(wayOf(layout, where, from));
  else ways.push(wayOf(layout, from, where));
  const fresh = cache.find((block) => block.fresh);
  if (fresh && (phase === 'translate' || phase === 'adapt'))
    ways.push(wayOf(layout, where, { kind: 'tc', block: fresh.id, line: 0 }));
  const owner = phase === 'direct' ? 'user' : from.kind === 'tc' && where.kind === 'tc' ? 'kern' : 'vmm';
  return (
    <g className="bt-taken">
      {ways.map((d) => (
        <Wire key={d} d={d} {...{ uid, owner, arrow: true, kind: 'taken' }} />
      ))}
    </g>
  );
}
