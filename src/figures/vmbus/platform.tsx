/** Why: the machine as Hyper-V cuts it: partitions beside each other, the hypervisor under them, devices with the root. */
import type { Translate } from '../../lib/message';
import type { Child, VmbusState, Way } from '../../models/vmbus/types';
import { CPU, PAGE } from './page-plan';
import { Box, Field, Ports, RingDial } from './parts';

const { buffer, childAreas, dial, wayOf, worker } = PAGE;
const {
  device: DEVICE,
  driver: DRIVER,
  hypervisor: HYPERVISOR,
  idleWorkers: IDLE_WORKERS,
  middle: MIDDLE,
  root: ROOT,
  switch: SWITCH,
  vsp: VSP,
} = PAGE.plan;
const CHILDREN: readonly Child[] = [0, 1];

/** What the parts are called in this scene. */
export const kindOf = ({ scene }: VmbusState): 'net' | 'disk' => (scene === 'disk' ? 'disk' : 'net');

/** Whether data comes to the child in this scene. */
export const incoming = ({ scene }: VmbusState): boolean => scene === 'receive' || scene === 'flood';

/** Ways that exist in this scene, drawn pale: the packet's road before it is taken. */
function Idle({ state }: { readonly state: VmbusState }) {
  const synthetic = state.device === 'synthetic';
  const own = synthetic ? (['vsc-out', 'out-vsp', 'vsp-in', 'in-vsc'] as const) : [];
  const shared = incoming(state)
    ? (['device-switch', synthetic ? 'switch-buffer' : 'switch-vmwp'] as const)
    : (['switch-device', synthetic ? 'vsp-switch' : 'vmwp-switch'] as const);
  const draw = (way: Way, child: Child) => (
    <path
      key={`${way}-${child}`}
      className="wire wire-idle"
      d={wayOf(way, state.children, child, synthetic)}
    />
  );
  return (
    <g>
      {shared.map((way) => draw(way, 0))}
      {childrenOf(state).map((child) => own.map((way) => draw(way, child)))}
    </g>
  );
}

export const childrenOf = ({ children }: VmbusState): readonly Child[] => CHILDREN.slice(0, children);

function ChildPartition({
  state,
  child,
  t,
}: {
  readonly state: VmbusState;
  readonly child: Child;
  readonly t: Translate;
}) {
  const { box, app, vsc } = childAreas(state.children, child);
  const mine = state.child === child;
  const kind = `${kindOf(state)}-${state.device}`;
  return (
    <>
      <Field area={box} owner="kern" name={t({ key: 'picture.child', values: { n: child + 1 } })} />
      <Box
        area={app}
        owner="user"
        name={t('picture.app')}
        node={`app-${child + 1}`}
        active={mine && state.place === 'app'}
      />
      <Box
        area={vsc}
        owner="kern"
        name={t(`vsc.${kind}`)}
        sub={t(`vsc.${kind}.sub`)}
        node={`vsc-${child + 1}`}
        active={mine && state.place === 'vsc'}
      />
    </>
  );
}

function Channel({
  state,
  child,
  t,
}: {
  readonly state: VmbusState;
  readonly child: Child;
  readonly t: Translate;
}) {
  const channel = state.channels[child];
  const { children } = state;
  if (!channel) return null;
  const shared = buffer(children, child);
  const key = state.scene === 'disk' ? 'pages' : incoming(state) ? 'receive' : 'send';
  return (
    <>
      <g className="vb-buffer own-data" data-node={`buffer-${child + 1}`}>
        <rect x={shared.x} y={shared.y} width={shared.width} height={shared.height} rx={7} />
        <text className="vb-name" x={shared.x + 44} y={shared.y + shared.height / 2 + 6}>
          {t(`buffer.${key}`)}
        </text>
      </g>
      <RingDial
        ring={channel.out}
        dial={dial(children, child, 'out')}
        name={t('ring.out')}
        node={`out-${child + 1}`}
        owner="data"
        t={t}
      />
      <RingDial
        ring={channel.in}
        dial={dial(children, child, 'in')}
        name={t('ring.in')}
        node={`in-${child + 1}`}
        owner="data"
        t={t}
      />
    </>
  );
}

/** Everything that stands still. */
export function Platform({ state, t }: { readonly state: VmbusState; readonly t: Translate }) {
  const synthetic = state.device === 'synthetic';
  const kind = kindOf(state);
  const { place } = state;
  return (
    <>
      <Field area={ROOT} owner="host" name={t('picture.root')} />
      {childrenOf(state).map((child) => (
        <ChildPartition key={child} state={state} child={child} t={t} />
      ))}
      <Idle state={state} />
      {!synthetic &&
        childrenOf(state).map((child) => (
          <Box
            key={child}
            area={worker(state.children, child)}
            owner="host"
            name={state.children === 1 ? 'vmwp.exe' : `vmwp ${child + 1}`}
            node={`vmwp-${child + 1}`}
            active={place === 'vmwp' && state.child === child}
          />
        ))}
      {synthetic && (
        <Box area={IDLE_WORKERS} owner="host" name={state.children === 1 ? 'vmwp.exe' : 'vmwp × 2'} idle />
      )}
      {synthetic && (
        <Box
          area={VSP}
          owner="host"
          name={t(`vsp.${kind}`)}
          sub={t(state.awake ? 'picture.awake' : 'picture.asleep')}
          node="vsp"
          active={place === 'vsp'}
        />
      )}
      <Box
        area={SWITCH}
        textX={78}
        owner="host"
        name={t(`switch.${kind}`)}
        sub={t(`switch.${kind}.sub`)}
        node="switch"
        active={place === 'switch'}
      />
      <Box
        area={DRIVER}
        textX={80}
        owner="host"
        name={t('picture.driver')}
        node="driver"
        active={place === 'device'}
      />
      <Box
        area={DEVICE}
        textX={68}
        owner="hw"
        name={t(`device.${kind}`)}
        node="device"
        active={place === 'device'}
      />
      <Box area={CPU} owner="hw" name={t('picture.cpu')} />
      <g className={`vb-box own-vmm${place === 'hypervisor' ? ' is-active' : ''}`} data-node="hypervisor">
        <rect x={HYPERVISOR.x} y={HYPERVISOR.y} width={HYPERVISOR.width} height={HYPERVISOR.height} rx={7} />
        <text className="vb-name" x={704} y={369} textAnchor="end">
          {t('picture.hypervisor')}
        </text>
        <text className="vb-sub" x={704} y={389} textAnchor="end">
          {t('picture.root-mode')}
        </text>
      </g>
      {synthetic ? (
        childrenOf(state).map((child) => <Channel key={child} state={state} child={child} t={t} />)
      ) : (
        <Ports state={state} x={MIDDLE} t={t} />
      )}
    </>
  );
}
