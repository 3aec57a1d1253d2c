/** Why: the places that one packet may pass, and the borders between them; what the chosen road does not use stays pale. */
import type { Translate } from '../../lib/message';
import type { IoState, PathStill, Place } from '../../models/io-paths/types';
import type { Layout } from './geometry';
import { Named } from './parts';
import { HERE, isHere, usedBy, type Area } from './whereabouts';

export function Places({
  state,
  now,
  layout,
  t,
}: {
  state: IoState;
  now: PathStill;
  layout: Layout;
  t: Translate;
}) {
  const { road } = state.settings;
  const used = usedBy(state);
  const wide = layout.kind === 'wide';
  const here = (area: Area) => isHere(now, area);
  const quiet = (area: Area) => (HERE[area].some((each) => used.has(each)) ? '' : 'io-quiet');
  const sub = (key: string) => (wide ? t(key) : undefined);
  /** Where no way leads: above, below or right of its seat, on a phone above and to the left. */
  const SIDES = {
    above: { dx: 0, dy: -26, anchor: 'middle' },
    below: { dx: 0, dy: 34, anchor: 'middle' },
    right: { dx: 26, dy: 5, anchor: 'start' },
    corner: { dx: -24, dy: -13, anchor: 'end' },
  } as const;
  const seat = (place: Place, name: string, side: keyof typeof SIDES) => {
    const { dx, dy, anchor } = SIDES[side];
    return (
      <text
        className="io-seat"
        x={layout.seats[place].x + dx}
        y={layout.seats[place].y + dy}
        textAnchor={anchor}
      >
        {name}
      </text>
    );
  };
  return (
    <>
      <Named
        box={layout.app}
        owner="user"
        name={t('place.app')}
        sub={sub('place.app-sub')}
        active={here('app')}
        node="app"
      />
      <Named
        box={layout.kernel}
        owner="kern"
        name={t('place.kernel')}
        sub={sub('place.kernel-sub')}
        active={here('kernel')}
        node="kernel"
      />
      <g className={quiet('qemu')}>
        <Named
          box={layout.qemu}
          owner="host"
          name="QEMU"
          sub={t('place.qemu-sub')}
          active={here('qemu')}
          node="qemu"
        />
        {used.has('qemu') && seat('qemu', t(`device.${road}`), 'above')}
      </g>
      <g className={quiet('kvm')}>
        <Named
          box={layout.kvm}
          owner="vmm"
          name="KVM"
          sub={sub('place.kvm-sub')}
          active={here('kvm')}
          node="kvm"
        />
      </g>
      <g className={quiet('host')}>
        <Named
          box={layout.host}
          owner="host"
          name={t(wide ? 'place.host' : 'place.host-short')}
          active={here('host')}
          node="host"
        />
        {used.has('vhost') && seat('vhost', 'vhost', wide ? 'below' : 'corner')}
        {used.has('tap') && seat('tap', wide ? t('place.tap') : 'tap', wide ? 'right' : 'corner')}
      </g>
      <Named
        box={layout.nic}
        owner="hw"
        name={t(road === 'vfio' ? 'place.vf' : 'place.nic')}
        active={here('nic')}
        node="nic"
      />
      {road === 'vfio' && (
        <g className="io-iommu own-hw">
          <rect
            x={layout.iommu.x}
            y={layout.iommu.y}
            width={layout.iommu.width}
            height={layout.iommu.height}
            rx={6}
          />
          <text x={layout.iommu.x + 8} y={layout.iommu.y + layout.iommu.height / 2 + 5}>
            IOMMU
          </text>
        </g>
      )}
      <text className="io-legend" x={layout.nic.x + 12} y={layout.nic.y + layout.nic.height - 12}>
        {t('legend')}
      </text>
      <path
        className="io-cable own-hw"
        d={`M${layout.seats.wire.x} ${layout.seats.wire.y} H${layout.width}`}
      />
    </>
  );
}

/** At the border that was crossed: how often, in this step. */
export function Crossings({ state, layout, t }: { state: IoState; layout: Layout; t: Translate }) {
  const { exits, switches } = state.added;
  if (state.last) return null;
  const y = (layout.kernel.y + layout.kernel.height + layout.kvm.y) / 2 + 5;
  return (
    <>
      {exits > 0 && (
        <text className="io-crossed own-vmm" x={layout.kvm.x + 12} y={y}>
          {t({ key: 'crossed.exits', values: { count: exits } })}
        </text>
      )}
      {switches > 0 && (
        <text
          className="io-crossed own-host"
          x={layout.qemu.x + 12}
          y={layout.qemu.y + layout.qemu.height - 12}
        >
          {t({ key: 'crossed.switches', values: { count: switches } })}
        </text>
      )}
    </>
  );
}
