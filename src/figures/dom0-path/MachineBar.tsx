/** Why: memory is dealt out once: what Domain 0 holds no guest can have, and what it lacks every guest feels. */
import type { Translate } from '../../lib/message';
import { GUEST_MIB, MACHINE_MIB } from '../../models/dom0-path/load';
import { needOf } from '../../models/dom0-path/telling';
import { ownerClass } from '../../marks/owner';
import type { Box } from '../../marks/shapes';
import type { LoadState } from './state';

const TALL = 30;

export function MachineBar({
  state,
  box,
  brief,
  uid,
  t,
}: {
  readonly state: LoadState;
  readonly box: Box;
  /** Few words, for a phone. */
  readonly brief: boolean;
  readonly uid: string;
  readonly t: Translate;
}) {
  const { choice, started } = state;
  const scale = (mib: number) => Math.round((mib / MACHINE_MIB) * box.width * 10) / 10;
  const y = box.y + 28;
  const own = scale(choice.memory);
  const need = needOf(choice);
  const lacks = need > choice.memory && choice.nic === 'split';
  const needX = box.x + scale(need);
  const words = `machine.${lacks ? 'lacks' : 'needs'}${brief ? '.short' : ''}`;
  return (
    <g className="dp-machine" data-node="machine">
      <text className="dp-machine-name" x={box.x} y={box.y + 18}>
        {t(brief ? 'machine.name.short' : 'machine.name')}
      </text>
      <rect className="dp-free" x={box.x} y={y} width={box.width} height={TALL} rx={5} />
      <rect className={`dp-held ${ownerClass('host')}`} x={box.x} y={y} width={own} height={TALL} rx={5} />
      {Array.from({ length: started }, (_, i) => (
        <rect
          key={i}
          className={`dp-held ${ownerClass('kern')}`}
          x={box.x + own + scale(i * GUEST_MIB) + 2}
          y={y}
          width={scale(GUEST_MIB) - 4}
          height={TALL}
          rx={5}
        />
      ))}
      {lacks && (
        <rect
          x={box.x + own}
          y={y}
          width={scale(need - choice.memory)}
          height={TALL}
          fill={`url(#${uid}-hazard)`}
        />
      )}
      {choice.nic === 'split' && <path className="dp-need" d={`M${needX} ${y - 5} V${y + TALL + 5}`} />}
      <text className={lacks ? 'dp-warn' : 'dp-quiet'} x={box.x} y={y + TALL + 21}>
        {choice.nic === 'split'
          ? t({ key: words, values: { memory: choice.memory, need } })
          : t({ key: 'machine.holds', values: { memory: choice.memory } })}
      </text>
    </g>
  );
}
