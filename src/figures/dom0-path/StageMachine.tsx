/** Why: memory is dealt out once, and the room sees between whom: Domain 0, guests, free. */
import { GUEST_MIB, MACHINE_MIB } from '../../models/dom0-path/load';
import { needOf } from '../../models/dom0-path/telling';
import { ownerClass } from '../../marks/owner';
import { stageLoadLayout } from './stage-load-geometry';
import type { LoadProps } from './StageLoad';

const TALL = 34;

export function StageMachine({ state, shape, uid, t }: LoadProps & { readonly uid: string }) {
  const { choice, started } = state;
  const box = stageLoadLayout(shape).machine;
  const scale = (mib: number) => Math.round((mib / MACHINE_MIB) * box.width * 10) / 10;
  const bar = { y: box.y + 33, height: TALL, rx: 5 };
  const own = scale(choice.memory);
  const need = needOf(choice);
  const split = choice.nic === 'split';
  const lacks = split && need > choice.memory;
  const mark = box.x + scale(need);
  const said = split ? (lacks ? 'machine.lacks' : 'machine.needs') : 'machine.holds';
  return (
    <g className={`dp-machine${state.over ? ' is-active' : ''}`} data-node="machine">
      <text x={box.x} y={box.y + 23}>
        {t('machine.name')}
      </text>
      <rect className="dp-free" x={box.x} width={box.width} {...bar} />
      <rect className={`dp-held ${ownerClass('host')}`} x={box.x} width={own} {...bar} />
      {Array.from({ length: started }, (_, i) => (
        <rect
          key={i}
          className={`dp-held ${ownerClass('kern')}`}
          x={box.x + own + scale(i * GUEST_MIB) + 2}
          width={scale(GUEST_MIB) - 4}
          {...bar}
        />
      ))}
      {lacks && (
        <rect
          x={box.x + own}
          y={bar.y}
          width={scale(need - choice.memory)}
          height={TALL}
          fill={`url(#${uid}-hazard)`}
        />
      )}
      {split && <path className="dp-need" d={`M${mark} ${bar.y - 4} V${bar.y + TALL + 4}`} />}
      <text className={lacks ? 'dp-room-warn' : undefined} x={box.x} y={bar.y + TALL + 30}>
        {t({ key: said, values: { memory: choice.memory, need } })}
      </text>
    </g>
  );
}
