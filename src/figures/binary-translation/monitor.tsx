/** Why: the VMM between the two: awake or asleep, and which of its three duties it does. */
import { ownerClass } from '../../marks/owner';
import { DUTIES } from './geometry';
import type { Part } from './part';

export const COUNT = {
  lookup: 'picture.entries',
  translate: 'picture.blocks',
  emulate: 'picture.calls',
} as const;

export function Monitor({ state, layout, t }: Part) {
  const { where, counts, cache } = state;
  const awake = where.kind === 'vmm';
  const entries = new Set(cache.map(({ entry }) => entry)).size;
  const numbers = {
    lookup: entries,
    translate: counts.translations,
    emulate: counts.callouts + counts.traps,
  };
  const { vmm, duties, kind } = layout;
  const wide = kind === 'wide';
  return (
    <g className={`bt-vmm ${ownerClass('vmm')}${awake ? ' is-awake' : ''}`}>
      <rect
        className="bt-vmm-box"
        {...{ x: vmm.x, y: vmm.y, width: vmm.width, height: vmm.height, rx: 10 }}
      />
      <text className="bt-head owned" x={vmm.x + 12} y={vmm.y + 23}>
        {t('picture.vmm')}
      </text>
      <text className="bt-sub" x={wide ? vmm.x + 12 : vmm.x + 66} y={wide ? vmm.y + 43 : vmm.y + 22}>
        {t(awake ? 'picture.awake' : 'picture.asleep')}
      </text>
      {DUTIES.map((duty) => {
        const box = duties[duty];
        const active = awake && where.duty === duty;
        return (
          <g key={duty} className={`bt-duty${active ? ' is-active' : ''}`} data-node={duty}>
            <rect {...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 7 }} />
            <text className="bt-duty-name" x={box.x + box.width / 2} y={box.y + 21} textAnchor="middle">
              {t(`duty.${duty}`)}
            </text>
            {!active && (
              <text className="bt-sub" x={box.x + box.width / 2} y={box.y + 42} textAnchor="middle">
                {t({ key: COUNT[duty], values: { count: numbers[duty] } })}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
