/** Why: the rings themselves, standing on the CPU: who has which, who is at work, which lie empty. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { RingsState } from '../../models/rings/types';
import { bandPath, BANDS, labelSeat, stripCells, type Band, type Base } from './geometry';
import { bandOf, sharesRing } from './places';
import { TENANT_OWNER } from './owners';

interface RingBandsProps {
  readonly state: RingsState;
  readonly base: Base;
  readonly t: Translate;
  /** `is-focus` for nodes that the step is about. */
  readonly focusClass: (node: string) => string;
}

/** Message key of who lives in a band. */
export function whoKey(band: Band, state: RingsState): string {
  const { technique } = state.scenario;
  switch (band.tenant) {
    case 'user':
      return 'who-user';
    case 'cache':
      return 'who-cache';
    case 'kernel':
      return technique === 'bare' ? 'who-kernel' : 'who-guest-kernel';
    case 'vmm':
      return technique === 'xen-32' || technique === 'xen-64' ? 'who-xen' : 'who-vmm';
    case 'unused':
      return 'who-user';
    default:
      return band.tenant satisfies never;
  }
}

function BandLabel({ band, state, base, t }: RingBandsProps & { readonly band: Band }) {
  const { x, y } = labelSeat(base, band);
  const who = t(whoKey(band, state));
  const ring = t({ key: 'band-ring', values: { ring: band.ring } });
  const whole = t({ key: 'band-ring-who', values: { ring: band.ring, who } });
  const { technique } = state.scenario;
  const stacked =
    band.tenant === 'cache' ||
    (band.tenant === 'kernel' && technique !== 'bare') ||
    (band.tenant === 'user' && technique === 'xen-64');
  const vmm = band.tenant === 'vmm' ? t(state.vmm.awake ? 'vmm-awake' : 'vmm-asleep') : undefined;
  const second = stacked ? ring : vmm;
  const first = stacked ? who : whole;
  const lift = band.tenant === 'cache' ? 3 : vmm !== undefined && sharesRing(state) ? 12 : 0;
  return (
    <g className="rings-label" textAnchor="middle">
      <text
        className={`rings-label-main${band.tenant === 'vmm' || band.tenant === 'cache' ? ' is-tight' : ''}`}
        x={x}
        y={y - lift + (second ? -1 : 8)}
      >
        {first}
      </text>
      {second !== undefined && (
        <text className="rings-label-sub" x={x} y={y - lift + 19}>
          {second}
        </text>
      )}
    </g>
  );
}

/** One cell for each kernel instruction, filled once it is translated. */
export function CacheCells({
  state,
  band,
  base,
}: {
  readonly state: RingsState;
  readonly band: Band;
  readonly base: Base;
}) {
  const kernelLines = state.lines.filter((line) => line.ring === 0);
  const cells = stripCells(base, band, Math.max(1, kernelLines.length), 9);
  return cells.map((d, i) => {
    const entry = state.cache.find(({ label }) => label === kernelLines[i]?.label);
    const kind = entry ? `is-${entry.kind}${entry.fresh ? ' is-fresh' : ''}` : 'is-empty';
    return (
      <path
        key={i}
        className={`rings-cell ${kind} ${ownerClass(entry?.kind === 'callout' ? 'vmm' : 'kern')}`}
        d={d}
      />
    );
  });
}

function BandShape(props: RingBandsProps & { readonly band: Band }) {
  const { band, state, base, focusClass } = props;
  const d = bandPath(base, band);
  const node = band.half === 'up' && band.ring !== 2 ? `ring-${band.ring}` : undefined;
  const focus = node ? focusClass(node) : '';
  if (band.tenant === 'unused') {
    return (
      <g className={`rings-unused${focus}`} data-node={node}>
        <path d={d} />
      </g>
    );
  }
  const active = bandOf(state, state.control) === band;
  return (
    <g
      className={`rings-band ${ownerClass(TENANT_OWNER[band.tenant])}${active ? ' is-active' : ''}${focus}`}
      data-node={node}
    >
      <path d={d} />
      {band.tenant === 'cache' && (
        <g data-node="cache" className={focusClass('cache')}>
          <CacheCells state={state} band={band} base={base} />
        </g>
      )}
      <BandLabel {...props} />
    </g>
  );
}

/** Ring numbers at the rings' right feet, as on a dial. */
function Feet({ state, base }: { readonly state: RingsState; readonly base: Base }) {
  const bands = BANDS[state.scenario.technique].filter((band) => band.half === 'up' && band.to < 90);
  return bands.map((band) => (
    <text
      key={band.ring}
      className={`rings-foot${band.tenant === 'unused' ? '' : ` owned ${ownerClass(TENANT_OWNER[band.tenant])}`}`}
      x={base.cx + (band.inner === 0 ? band.outer - 14 : (band.inner + band.outer) / 2)}
      y={base.top - 7}
      textAnchor="middle"
    >
      {band.ring}
    </text>
  ));
}

export function RingBands(props: RingBandsProps) {
  const { state, base, focusClass } = props;
  const bands: readonly Band[] = BANDS[state.scenario.technique];
  const shapes = (of: (band: Band) => boolean) =>
    bands
      .filter(of)
      .map((band) => <BandShape key={`${band.half}${band.ring}${band.tenant}`} {...props} band={band} />);
  return (
    <>
      {shapes((band) => band.tenant === 'unused')}
      <g data-node="guest" className={`rings-group${focusClass('guest')}`}>
        {shapes((band) => band.tenant !== 'unused' && band.tenant !== 'vmm')}
      </g>
      {state.vmm.present && (
        <g data-node="vmm" className={`rings-group${focusClass('vmm')}`}>
          {shapes((band) => band.tenant === 'vmm')}
        </g>
      )}
      <Feet state={state} base={base} />
    </>
  );
}
