/** Why: the machine as Hyper-V cuts it, for the back row: partitions, rings between them, the hypervisor under all. */
import type { Translate } from '../../lib/message';
import type { Child, VmbusState, Way } from '../../models/vmbus/types';
import { childrenOf, incoming, kindOf } from './platform';
import { IndexLegend, Part, Partition, StagePorts, StageRing } from './stage-parts';
import type { StagePlan } from './stage-plan';

export interface StageParts {
  readonly state: VmbusState;
  readonly plan: StagePlan;
  readonly focus: readonly string[];
  readonly t: Translate;
}

/** Ways that exist in this scene, drawn pale: the packet's road before it is taken. */
function Idle({ state, plan }: Pick<StageParts, 'state' | 'plan'>) {
  const synthetic = state.device === 'synthetic';
  const own = synthetic ? (['vsc-out', 'out-vsp', 'vsp-in', 'in-vsc'] as const) : [];
  const shared = incoming(state)
    ? (['device-switch', synthetic ? 'switch-buffer' : 'switch-vmwp'] as const)
    : (['switch-device', synthetic ? 'vsp-switch' : 'vmwp-switch'] as const);
  const draw = (way: Way, child: Child) => (
    <path
      key={`${way}-${child}`}
      className="wire wire-idle"
      d={plan.geometry.wayOf(way, state.children, child, synthetic)}
    />
  );
  return (
    <g>
      {shared.map((way) => draw(way, 0))}
      {childrenOf(state).map((child) => own.map((way) => draw(way, child)))}
    </g>
  );
}

function ChildPartition({ state, plan, focus, child, t }: StageParts & { readonly child: Child }) {
  const { box, app, vsc } = plan.geometry.childAreas(state.children, child);
  const mine = state.child === child;
  const kind = `${kindOf(state)}-${state.device}`;
  const node = (name: string) => ({
    node: `${name}-${child + 1}`,
    focus: focus.includes(`${name}-${child + 1}`),
  });
  return (
    <>
      <Partition area={box} owner="kern" name={t({ key: 'picture.child', values: { n: child + 1 } })} />
      <Part
        area={app}
        owner="user"
        name={t('picture.app')}
        {...node('app')}
        active={mine && state.place === 'app'}
      />
      <Part
        area={vsc}
        owner="kern"
        name={t(`vsc.${kind}`)}
        sub={t(`vsc.${kind}.sub`)}
        {...node('vsc')}
        active={mine && state.place === 'vsc'}
      />
    </>
  );
}

function Channel({ state, plan, focus, child, t }: StageParts & { readonly child: Child }) {
  const channel = state.channels[child];
  if (!channel) return null;
  const { geometry } = plan;
  const shared = geometry.buffer(state.children, child);
  const key = state.scene === 'disk' ? 'pages' : incoming(state) ? 'receive' : 'send';
  const id = `buffer-${child + 1}`;
  return (
    <>
      <g className={`vb-buffer own-data${focus.includes(id) ? ' is-focus' : ''}`} data-node={id}>
        <rect {...shared} rx={8} />
        <text className="vb-room-name" x={shared.x + 42} y={shared.y + shared.height / 2 + 9}>
          {t(`buffer.${key}`)}
        </text>
      </g>
      {(['out', 'in'] as const).map((direction) => (
        <StageRing
          key={direction}
          ring={channel[direction]}
          dial={geometry.dial(state.children, child, direction)}
          name={t(`ring.${direction}`)}
          node={`${direction}-${child + 1}`}
          focus={focus.includes(`${direction}-${child + 1}`)}
          t={t}
        />
      ))}
      {state.children === 1 && (
        <IndexLegend out={geometry.dial(1, child, 'out')} back={geometry.dial(1, child, 'in')} />
      )}
    </>
  );
}

/** What the root runs for its children: a worker process for each, or the VSP. */
function Backends({ state, plan, focus, t }: StageParts) {
  const { children, place } = state;
  const { idleWorkers, vsp } = plan.geometry.plan;
  if (state.device === 'synthetic')
    return (
      <>
        <Part area={idleWorkers} owner="host" name={children === 1 ? 'vmwp.exe' : 'vmwp × 2'} idle />
        <Part
          area={vsp}
          owner="host"
          name={t(`vsp.${kindOf(state)}`)}
          sub={t(state.awake ? 'picture.awake' : 'picture.asleep')}
          node="vsp"
          active={place === 'vsp'}
          focus={focus.includes('vsp')}
        />
      </>
    );
  return childrenOf(state).map((child) => (
    <Part
      key={child}
      area={plan.geometry.worker(children, child)}
      owner="host"
      name={children === 1 ? 'vmwp.exe' : `vmwp ${child + 1}`}
      node={`vmwp-${child + 1}`}
      active={place === 'vmwp' && state.child === child}
      focus={focus.includes(`vmwp-${child + 1}`)}
    />
  ));
}

/** Everything that stands still. */
export function StagePlatform(props: StageParts) {
  const { state, plan, focus, t } = props;
  const { root, switch: middle, driver, device, hypervisor } = plan.geometry.plan;
  const { place } = state;
  const kind = kindOf(state);
  const end = hypervisor.x + hypervisor.width - 14;
  const at = place === 'hypervisor' ? ' is-active' : '';
  const lit = (node: string) => ({ node, focus: focus.includes(node) });
  return (
    <>
      <Partition area={root} owner="host" name={t('picture.root')} />
      {childrenOf(state).map((child) => (
        <ChildPartition key={child} {...props} child={child} />
      ))}
      <Idle state={state} plan={plan} />
      <Backends {...props} />
      <Part
        area={middle}
        textX={plan.nameX.root}
        owner="host"
        name={t(`switch.${kind}`)}
        sub={t(`switch.${kind}.sub`)}
        {...lit('switch')}
        active={place === 'switch'}
      />
      <Part
        area={driver}
        textX={plan.nameX.root}
        owner="host"
        name={t('picture.driver')}
        {...lit('driver')}
        active={place === 'device'}
      />
      <Part
        area={device}
        textX={plan.nameX.device}
        owner="hw"
        name={t(`device.${kind}`)}
        {...lit('device')}
        active={place === 'device'}
      />
      <g
        className={`vb-box own-vmm${at}${focus.includes('hypervisor') ? ' is-focus' : ''}`}
        data-node="hypervisor"
      >
        <rect {...hypervisor} rx={8} />
        <text className="vb-room-name" x={end} y={plan.call + (plan.low ? 9 : 0)} textAnchor="end">
          {t('picture.hypervisor')}
        </text>
        {!plan.low && (
          <text className="vb-room-sub" x={end} y={plan.call + 32} textAnchor="end">
            {t('picture.root-mode')}
          </text>
        )}
      </g>
      {state.device === 'synthetic' ? (
        childrenOf(state).map((child) => <Channel key={child} {...props} child={child} />)
      ) : (
        <StagePorts {...{ state, plan, t }} focus={focus.includes('ports')} />
      )}
    </>
  );
}
