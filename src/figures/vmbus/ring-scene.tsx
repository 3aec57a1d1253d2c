/** Why: the scene about a name. Rings 0 and 3 stand in every partition; the hypervisor has rings of its own, in another mode. */
import type { Translate } from '../../lib/message';
import type { VmbusState } from '../../models/vmbus/types';
import { ownerClass, type Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { Area } from './geometry';
import { CPU, PAGE } from './page-plan';
import { Box, Field } from './parts';

const ROOT: Area = { x: 4, y: 4, width: 300, height: 262 };
const CHILD: Area = { x: 416, y: 4, width: 300, height: 262 };
const VMM: Area = { x: 4, y: 290, width: 712, height: 104 };
const band = (field: Area, ring: 0 | 3): Area => ({
  x: field.x + 12,
  y: field.y + (ring === 3 ? 40 : 146),
  width: field.width - 24,
  height: ring === 3 ? 94 : 104,
});
const KERNEL: Area = { x: 190, y: 302, width: 340, height: 80 };

const SPOT = {
  windows: { x: 60, y: 198, owner: 'host' },
  root: { x: 60, y: 198, owner: 'host' },
  child: { x: 486, y: 198, owner: 'kern' },
  hypervisor: { x: 486, y: 342, owner: 'vmm' },
} as const satisfies Record<string, { x: number; y: number; owner: Owner }>;

/** The way between the child and the hypervisor. */
const EXIT = 'M486 198 V310';
const ENTRY = 'M486 342 V230';

export function RingScene({
  state,
  uid,
  t,
}: {
  readonly state: VmbusState;
  readonly uid: string;
  readonly t: Translate;
}) {
  const { cpu, way } = state;
  if (!cpu) return null;
  const spot = SPOT[cpu.runs];
  const off = cpu.mode === 'off';
  return (
    <>
      <Field area={ROOT} owner="host" name={t(off ? 'picture.windows' : 'picture.root')} node="root" />
      <Box area={band(ROOT, 3)} owner="user" name={t('ring.ring3')} sub={t('picture.user-code')} />
      <Box
        area={band(ROOT, 0)}
        owner="host"
        name={t('ring.ring0')}
        sub={t('picture.windows-kernel')}
        active={cpu.runs === 'root' || cpu.runs === 'windows'}
      />
      <g className={cpu.child ? undefined : 'vb-ghost'}>
        <Field
          area={CHILD}
          owner="kern"
          name={t({ key: 'picture.child', values: { n: 1 } })}
          node="child-1"
        />
        <Box area={band(CHILD, 3)} owner="user" name={t('ring.ring3')} sub={t('picture.user-code')} />
        <Box
          area={band(CHILD, 0)}
          owner="kern"
          name={t('ring.ring0')}
          sub={t('picture.guest-kernel')}
          active={cpu.runs === 'child'}
        />
      </g>
      <g className={off ? 'vb-ghost' : undefined}>
        <Field area={VMM} owner="vmm" name={t('picture.hypervisor')} />
        <Box
          area={KERNEL}
          owner="vmm"
          name={t('ring.ring0')}
          sub={t('picture.of-root-mode')}
          node="hypervisor"
          active={cpu.runs === 'hypervisor'}
        />
        <text
          className={`vb-quote ${ownerClass('vmm')}`}
          x={622}
          y={348}
          textAnchor="middle"
          data-node="nickname"
        >
          {t('picture.nickname')}
        </text>
      </g>
      {!off && (
        <g className="vb-modes">
          <path d="M4 278 H716" />
          <text className="vb-sub" x={360} y={130} textAnchor="middle">
            {t('picture.non-root')
              .split('|')
              .map((line, i) => (
                <tspan key={i} x={360} dy={i === 0 ? 0 : 18}>
                  {line}
                </tspan>
              ))}
          </text>
        </g>
      )}
      <Box area={PAGE.plan.device} owner="hw" name={t('device.net')} />
      <Box area={CPU} owner="hw" name={t('picture.cpu')} />
      {(way === 'exit' || way === 'entry') && (
        <Wire
          d={way === 'exit' ? EXIT : ENTRY}
          owner="vmm"
          uid={uid}
          kind="taken"
          arrow
          node={`way-${way}`}
        />
      )}
      <Token
        id="control"
        node="cpu"
        x={spot.x}
        y={spot.y}
        owner={spot.owner}
        r={25}
        label={`CPL ${cpu.cpl}`}
        {...(way ? { along: `way-${way}` } : {})}
      />
    </>
  );
}
