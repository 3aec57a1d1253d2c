/** Why: the three that move, with letters that can be read from afar; what the step is about has a ring around it. */
import type { Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { PathStill } from '../../models/io-paths/types';
import type { PathPlan } from './stage-plan';

interface Props {
  readonly now: PathStill;
  readonly focus: readonly string[];
  readonly plan: PathPlan;
  readonly owner: Owner;
}

export function StageTravellers({ now, focus, plan, owner }: Props) {
  const { seats, r } = plan;
  const lit = (node: string) => `io-room-token${focus.includes(node) ? ' is-focus' : ''}`;
  const goes = now.moves.some(({ who, round }) => who === 'vcpu' && !round);
  const shared = now.packet === now.vcpu || now.packet === now.worker;
  const packet = seats[now.packet];
  const side = now.packet === 'app' ? plan.appSide : -1;
  return (
    <>
      <g className={lit('vcpu')} data-node="vcpu">
        <Token
          id="vcpu"
          {...seats[now.vcpu]}
          owner={owner}
          r={r}
          label="v"
          {...(goes && { along: 'way-vcpu' })}
        />
      </g>
      {now.worker && (
        <g className={lit('worker')} data-node="worker">
          <Token id="worker" {...seats[now.worker]} owner="host" r={r} label="t" along="way-worker" />
        </g>
      )}
      <g className={lit('packet')} data-node="packet">
        <Token
          id="packet"
          x={packet.x + (shared ? side * (2 * r + 16) : 0)}
          y={packet.y}
          owner="data"
          r={r}
          label="P"
          along="way-packet"
        />
      </g>
    </>
  );
}
