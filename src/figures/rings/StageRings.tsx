/** Why: the rings for the back row: the page's shapes, enlarged, with letters that are not enlarged with them. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { RingsState } from '../../models/rings/types';
import { bandPath, BANDS, labelSeat, type Band } from './geometry';
import { TENANT_OWNER } from './owners';
import { bandOf } from './places';
import { CacheCells, whoKey } from './RingBands';
import { inRoom, type StagePlan } from './stage-plan';

interface StageRingsProps {
  readonly state: RingsState;
  readonly plan: StagePlan;
  readonly t: Translate;
  /** `is-focus` for nodes that the step is about. */
  readonly focusClass: (node: string) => string;
}

/** Height of a capital, distance of two lines, and half the width of the longest single line. */
const CAP = 18;
const LINE = 28;
const HALF = 118;

/** Under which ring number and name stand above each other: where one line would not fit. */
const stacks = (band: Band, { scenario: { technique } }: RingsState) =>
  band.tenant === 'vmm' ||
  band.tenant === 'cache' ||
  (band.tenant === 'kernel' && technique !== 'bare') ||
  (band.tenant === 'user' && technique === 'xen-64');

/** Baseline of the lower of two lines (of the upper one in root mode's rings), clear of where control rests. */
function lower({ inner, half, tenant }: Band, middle: number, { top, bar, k }: StagePlan): number {
  if (half === 'down') return bar.y + bar.height + 50 * k;
  if (inner === 0) return top - (tenant === 'vmm' ? 46 : 53) * k;
  return middle + LINE - (tenant === 'cache' ? 7 : 2);
}

function Label({ band, state, plan, t }: StageRingsProps & { readonly band: Band }) {
  const at = inRoom(plan, labelSeat(plan.base, band));
  const who = t(whoKey(band, state));
  const ring = t({ key: 'band-ring', values: { ring: band.ring } });
  const whole = t({ key: 'band-ring-who', values: { ring: band.ring, who } });
  const main = (text: string, y: number) => (
    <text className="rings-label-main" x={at.x} y={y}>
      {text}
    </text>
  );
  if (stacks(band, state)) {
    const low = lower(band, at.y, plan);
    return (
      <g className="rings-label" textAnchor="middle">
        <text x={at.x} y={band.half === 'up' ? low - LINE : low}>
          {ring}
        </text>
        {main(who, band.half === 'up' ? low : low + LINE)}
      </g>
    );
  }
  // One line, as high as its corners allow.
  const { inner, outer } = { inner: band.inner * plan.k, outer: band.outer * plan.k };
  const middle = inner === 0 ? outer * 0.5 : (inner + outer) / 2 - CAP / 2;
  const rise = Math.min(middle, Math.sqrt((outer - 6) ** 2 - HALF ** 2) - CAP);
  return (
    <g className="rings-label" textAnchor="middle">
      {main(whole, Math.round(plan.top - rise))}
    </g>
  );
}

function Shape(props: StageRingsProps & { readonly band: Band }) {
  const { band, state, plan, focusClass } = props;
  const d = bandPath(plan.base, band);
  const node = band.half === 'up' && band.ring !== 2 ? `ring-${band.ring}` : undefined;
  const focus = node ? focusClass(node) : '';
  if (band.tenant === 'unused')
    return (
      <g className={`rings-unused${focus}`} data-node={node} transform={plan.transform}>
        <path d={d} />
      </g>
    );
  const active = bandOf(state, state.control) === band;
  const owner = ownerClass(TENANT_OWNER[band.tenant]);
  return (
    <g data-node={node} className={owner}>
      <g className={`rings-band${active ? ' is-active' : ''}${focus}`} transform={plan.transform}>
        <path d={d} />
        {band.tenant === 'cache' && (
          <g data-node="cache" className={focusClass('cache')}>
            <CacheCells state={state} band={band} base={plan.base} />
          </g>
        )}
      </g>
      <Label {...props} />
    </g>
  );
}

export function StageRings(props: StageRingsProps) {
  const { state, focusClass } = props;
  const bands: readonly Band[] = BANDS[state.scenario.technique];
  const shapes = (of: (band: Band) => boolean) =>
    bands
      .filter(of)
      .map((band) => <Shape key={`${band.half}${band.ring}${band.tenant}`} {...props} band={band} />);
  return (
    <>
      {shapes((band) => band.tenant === 'unused')}
      <g data-node="guest" className={focusClass('guest')}>
        {shapes((band) => band.tenant !== 'unused' && band.tenant !== 'vmm')}
      </g>
      {state.vmm.present && (
        <g data-node="vmm" className={focusClass('vmm')}>
          {shapes((band) => band.tenant === 'vmm')}
        </g>
      )}
    </>
  );
}
