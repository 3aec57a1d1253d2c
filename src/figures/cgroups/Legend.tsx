/** Why: what is hatched, hollow or pale in this scene, in a line under the picture. */
import type { Translate } from '../../lib/message';
import { widthOf } from '../../lib/width';
import type { CgroupsState } from '../../models/cgroups/run';
import { DEFAULTS, GROUPS, type KnobName } from '../../models/cgroups/types';
import type { Layout } from './geometry';
import { RESOURCE, type Resource } from './resources';

type Sign =
  | 'used'
  | 'parts'
  | 'dry'
  | 'held'
  | 'frozen'
  | 'anon'
  | 'cache'
  | 'mark'
  | 'high'
  | 'dot'
  | 'place'
  | 'disk';

const SIGNS: Readonly<Record<Resource, readonly Sign[]>> = {
  cpu: ['used', 'parts', 'dry', 'held', 'frozen'],
  memory: ['anon', 'cache', 'high', 'mark'],
  pids: ['dot', 'place', 'dry'],
  io: ['disk', 'mark'],
};

/** Only what can be seen in this scenario, as it is set. */
export function signsOf({ scene, setup }: CgroupsState): readonly Sign[] {
  const isSet = (knob: KnobName) => GROUPS.some((group) => setup.knobs[group][knob] !== DEFAULTS[knob]);
  const resource = RESOURCE[scene];
  return SIGNS[resource].filter((sign) => {
    if (sign === 'high') return isSet('high');
    if (sign === 'mark') return isSet(resource === 'io' ? 'io' : 'memory');
    if (sign === 'place') return isSet('pids');
    if (sign === 'held') return isSet('quota');
    if (sign === 'frozen') return isSet('freeze');
    if (sign === 'parts') return !isSet('quota') && !isSet('freeze');
    if (sign === 'dry') return isSet(resource === 'pids' ? 'pids' : 'quota');
    return true;
  });
}

export function Swatch({ sign, uid }: { readonly sign: Sign; readonly uid: string }) {
  switch (sign) {
    case 'used':
      return <rect className="cg-used own-user" y={-11} width={12} height={12} />;
    case 'parts':
      return (
        <>
          <rect className="cg-used own-user" y={-11} width={12} height={6} />
          <rect className="cg-used own-user" y={-4} width={12} height={5} />
        </>
      );
    case 'anon':
    case 'disk':
      return <rect className="cg-used own-data" y={-11} width={12} height={12} />;
    case 'cache':
      return <rect className="cg-cache own-data" x={0.75} y={-10.25} width={10.5} height={10.5} />;
    case 'dry':
      return <rect className="cg-dry" y={-11} width={12} height={12} fill={`url(#${uid}-hazard)`} />;
    case 'held':
    case 'frozen':
      return <rect className="cg-cell is-held" x={0.5} y={-10.5} width={11} height={11} />;
    case 'mark':
      return <path className="cg-mark own-host is-max" d="M6 -13V3" />;
    case 'high':
      return <path className="cg-mark own-host is-high" d="M6 -13V3" />;
    case 'dot':
      return <circle className="cg-dot own-user" cx={6} cy={-5} r={4.4} />;
    case 'place':
      return <circle className="cg-place own-host" cx={6} cy={-5} r={4.4} />;
  }
}

const SWATCH = 18;
const GAP = 18;

interface LegendProps {
  readonly state: CgroupsState;
  readonly layout: Layout;
  readonly uid: string;
  readonly t: Translate;
}

export function Legend({ state, layout, uid, t }: LegendProps) {
  const resource = RESOURCE[state.scene];
  const letter = layout.id === 'wide' ? 6.7 : 8.3;
  let x = 4;
  let { y } = layout.legend;
  return signsOf(state).map((sign) => {
    const words = t(`legend-${resource}-${sign}`);
    const width = SWATCH + widthOf(words) * letter;
    if (x > 4 && x + width > layout.width) {
      x = 4;
      y += layout.legend.line;
    }
    const place = `translate(${Math.round(x)} ${y})`;
    x += width + GAP;
    return (
      <g key={sign} transform={place}>
        <Swatch sign={sign} uid={uid} />
        <text className="cg-legend" x={SWATCH}>
          {words}
        </text>
      </g>
    );
  });
}
