/** Why: who hands control to whom in this step, and which exits lead straight on by now, on a slide's layout. */
import { Wire } from '../../marks/Wire';
import type { BtState, Where } from '../../models/binary-translation/types';
import { stageJump, stageWay, type StageLayout } from './stage-layout';

interface StageWiresProps {
  readonly state: BtState;
  readonly layout: StageLayout;
  readonly uid: string;
}

export function StageChains({ state, layout, uid }: StageWiresProps) {
  const { phase, from, cache } = state;
  return (
    <g className="bt-chains">
      {cache.flatMap(({ id, lines, replaced }) =>
        replaced !== null
          ? []
          : lines.flatMap(({ to }, line) => {
              if (to === null) return [];
              const made =
                phase === 'chain' && from?.kind === 'tc' && from.block === id && from.line === line;
              return [
                <Wire
                  key={`${id}-${line}`}
                  d={stageJump(layout, id, line, to)}
                  {...{ uid, owner: 'kern', arrow: true, kind: made ? 'taken' : 'idle' }}
                />,
              ];
            }),
      )}
    </g>
  );
}

export function StageTaken({ state, layout, uid }: StageWiresProps) {
  const { phase, where, from, cache } = state;
  if (!from) return null;
  const inside = from.kind === 'tc' && where.kind === 'tc';
  // The VMM patches the exit by which control has left.
  const [start, goal]: readonly [Where, Where] = phase === 'chain' ? [where, from] : [from, where];
  const ways = [
    inside ? stageJump(layout, from.block, from.line, where.block) : stageWay(layout, start, goal),
  ];
  const fresh = cache.find((block) => block.fresh);
  if (fresh && (phase === 'translate' || phase === 'adapt'))
    ways.push(stageWay(layout, where, { kind: 'tc', block: fresh.id, line: 0 }));
  const owner = phase === 'direct' ? 'user' : inside ? 'kern' : 'vmm';
  return (
    <g className="bt-taken">
      {ways.map((d) => (
        <Wire key={d} d={d} {...{ uid, owner, arrow: true, kind: 'taken' }} />
      ))}
    </g>
  );
}
