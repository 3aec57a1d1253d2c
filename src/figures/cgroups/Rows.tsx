/** Why: one group: its name, the limits set in it, what it uses now, and the ten periods beside. */
import type { Translate } from '../../lib/message';
import { widthOf } from '../../lib/width';
import { isFrozen } from '../../models/cgroups/loads';
import type { CgroupsState } from '../../models/cgroups/run';
import { DEFAULTS, FILE, GROUPS, type GroupId, type KnobName } from '../../models/cgroups/types';
import { contentOf } from './commands';
import type { Box } from '../../marks/shapes';
import { textLeft, type Grid, type Layout } from './geometry';
import { History } from './History';
import { BarMeter, DotMeter, TickMeter } from './Meters';
import { asideOf, KNOBS_OF, RESOURCE, usedOf, usedText, type Resource } from './resources';

interface RowProps {
  readonly state: CgroupsState;
  readonly layout: Layout;
  readonly full: number;
  readonly uid: string;
  readonly t: Translate;
}

/** What is set in a group, and its weight where the scene is about weights: the files of the scene's resource first. */
function limitsOf(state: CgroupsState, group: GroupId): readonly KnobName[] {
  const knobs = state.setup.knobs[group];
  const shared = state.scene === 'weight' && group !== 'root';
  const set = (Object.keys(FILE) as KnobName[]).filter(
    (knob) => knobs[knob] !== DEFAULTS[knob] || (shared && knob === 'weight'),
  );
  const first = KNOBS_OF[RESOURCE[state.scene]];
  return [...set.filter((knob) => first.includes(knob)), ...set.filter((knob) => !first.includes(knob))];
}

/** File and content, as many as there is room for; the others as a number. */
function Limits({
  state,
  layout,
  group,
  right,
}: Omit<RowProps, 'full' | 'uid' | 't'> & { group: GroupId; right: number }) {
  const { x, dy, letter } = layout.limits;
  const all = limitsOf(state, group).map((knob) => {
    const frozenNow = isFrozen(state.setup, group, state.period.number);
    const value = state.setup.knobs[group][knob];
    return `${FILE[knob].v2} ${contentOf(knob, knob === 'freeze' && !frozenNow ? 0 : value).replace('8:0 ', '')}`;
  });
  const room = (right - x) / letter;
  const needed = (count: number) => all.slice(0, count).join('  ').length + (count < all.length ? 4 : 0);
  const shown = all.filter((_, i) => i === 0 || needed(i + 1) <= room);
  const rest = all.length - shown.length;
  return (
    <text className="cg-limit mono own-host" x={x} y={layout.rows[group] + dy}>
      {shown.join('  ') + (rest > 0 ? ` +${rest}` : '')}
    </text>
  );
}

/** What the kernel refused to do in a group: its errno, marked as trouble. */
function Refusal({ state, layout, group, uid }: Omit<RowProps, 'full' | 't'> & { group: GroupId }) {
  const refused = state.refused.findLast(({ edit }) => edit.kind !== 'load' && edit.group === group);
  if (!refused) return null;
  const x = textLeft(layout, group) + layout.refusal.dx;
  return (
    <g className="cg-refusal" transform={`translate(${x} ${layout.rows[group] + layout.refusal.dy})`}>
      <rect width={14} height={20} rx={2} fill={`url(#${uid}-hazard)`} />
      <text x={20} y={15}>
        {refused.errno}
      </text>
    </g>
  );
}

function Meter({
  resource,
  ...props
}: RowProps & { resource: Resource; group: GroupId; at: Box; grids: readonly Grid[] }) {
  switch (resource) {
    case 'cpu':
      return <TickMeter {...props} />;
    case 'memory':
    case 'io':
      return <BarMeter kind={resource} {...props} />;
    case 'pids':
      return <DotMeter {...props} />;
  }
}

function Row({ group, ...props }: RowProps & { readonly group: GroupId }) {
  const { state, layout, full, uid, t } = props;
  const resource = RESOURCE[state.scene];
  const top = layout.rows[group];
  const aside = asideOf(state, group);
  const words = aside && t(aside);
  const right = layout.aside.x - (words ? widthOf(words) * layout.aside.letter + 12 : 0);
  const at = (place: { x: number; dy: number; width: number; height: number }): Box => ({
    ...place,
    y: top + place.dy,
  });
  return (
    <>
      <text className="cg-name mono" x={textLeft(layout, group)} y={top + layout.name.dy}>
        {group === 'root' ? '/' : group}
      </text>
      <Refusal state={state} layout={layout} group={group} uid={uid} />
      <Limits state={state} layout={layout} group={group} right={right} />
      <Meter {...props} group={group} resource={resource} at={at(layout.meter)} grids={layout.meter.grids} />
      <text className="cg-value" x={layout.value.x} y={top + layout.value.dy} textAnchor="end">
        {state.period.number > 0 || resource === 'memory' || resource === 'pids'
          ? t(usedText(resource, usedOf(resource, state.period, group)))
          : ''}
      </text>
      {words && (
        <text className="cg-aside mono" x={layout.aside.x} y={top + layout.aside.dy} textAnchor="end">
          {words}
        </text>
      )}
      <History
        state={state}
        group={group}
        resource={resource}
        full={full}
        at={at(layout.history)}
        uid={uid}
      />
    </>
  );
}

export function Rows(props: RowProps & { readonly focus: readonly string[] }) {
  const { state, layout, focus } = props;
  return GROUPS.map((group) => {
    const node = `group-${group}`;
    const frozen = isFrozen(state.setup, group, state.period.number);
    const classes = [
      'cg-frame',
      'own-host',
      focus.includes(node) ? 'is-focus' : '',
      frozen ? 'is-frozen' : '',
    ];
    return (
      <g key={group} data-node={node}>
        <rect className={classes.filter(Boolean).join(' ')} {...layout.frames[group]} rx={9} />
        <Row group={group} {...props} />
      </g>
    );
  });
}
