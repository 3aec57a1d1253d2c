/** Why: the scene about a name, for the back row: rings 0 and 3 in every partition, the hypervisor's own in another mode. */
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { Owner } from '../../marks/owner';
import type { CpuView } from '../../models/vmbus/types';
import { STAGE_ROOMS, type Shape } from '../contract';
import { area, type Area } from './geometry';
import { Part, Partition } from './stage-parts';
import type { StageParts } from './StagePlatform';

const R = 44;

/** Heights of the rows; the rest follows. */
const ROWS = {
  '4:3': { field: 252, ring3: [40, 80], ring0: [128, 114], vmm: [276, 118], hardware: [402, 44] },
  '16:9': { field: 404, ring3: [52, 130], ring0: [200, 186], vmm: [442, 140], hardware: [600, 80] },
} as const;

function placesOf(shape: Shape) {
  const { width } = STAGE_ROOMS[shape];
  const rows = ROWS[shape];
  const wide = Math.round(width * 0.39);
  const right = width - 4 - wide;
  const band = (x: number, [y, height]: readonly [number, number]) => area(x + 12, y, wide - 24, height);
  const field = (x: number) => ({
    box: area(x, 4, wide, rows.field),
    ring3: band(x, rows.ring3),
    ring0: band(x, rows.ring0),
  });
  const [vmmY, vmmHeight] = rows.vmm;
  const [hardwareY, hardwareHeight] = rows.hardware;
  const childX = right + 12 + R + 12;
  return {
    root: field(4),
    child: field(right),
    vmm: area(4, vmmY, width - 8, vmmHeight),
    kernel: area(childX + R + 12 - 376, vmmY + 8, 376, vmmHeight - 16),
    hardware: area(4, hardwareY, width - 8, hardwareHeight),
    nickname: (childX + R + width) / 2 + 4,
    rootX: 4 + 12 + R + 12,
    childX,
    line: (rows.field + vmmY) / 2 + 2,
    middle: width / 2,
  };
}

const OWNERS: Readonly<Record<CpuView['runs'], Owner>> = {
  windows: 'host',
  root: 'host',
  child: 'kern',
  hypervisor: 'vmm',
};
const middleOf = ({ y, height }: Area) => y + height / 2;

export function StageRingScene({
  state,
  shape,
  uid,
  t,
}: Omit<StageParts, 'plan' | 'focus'> & { readonly shape: Shape; readonly uid: string }) {
  const { cpu, way } = state;
  if (!cpu) return null;
  const { root, child, vmm, kernel, hardware, nickname, rootX, childX, line, middle } = placesOf(shape);
  const off = cpu.mode === 'off';
  const below = middleOf(kernel);
  const above = middleOf(child.ring0);
  const spot =
    cpu.runs === 'hypervisor'
      ? { x: childX, y: below }
      : { x: cpu.runs === 'child' ? childX : rootX, y: above };
  const modes = t('picture.non-root').split('|');
  return (
    <>
      <Partition
        area={root.box}
        owner="host"
        name={t(off ? 'picture.windows' : 'picture.root')}
        node="root"
      />
      <Part area={root.ring3} owner="user" name={t('ring.ring3')} sub={t('picture.user-code')} />
      <Part
        area={root.ring0}
        textX={root.ring0.x + root.ring0.width / 2 + R}
        owner="host"
        name={t('ring.ring0')}
        sub={t('picture.windows-kernel')}
        active={cpu.runs === 'root' || cpu.runs === 'windows'}
      />
      <g className={cpu.child ? undefined : 'vb-ghost'}>
        <Partition
          area={child.box}
          owner="kern"
          name={t({ key: 'picture.child', values: { n: 1 } })}
          node="child-1"
        />
        <Part area={child.ring3} owner="user" name={t('ring.ring3')} sub={t('picture.user-code')} />
        <Part
          area={child.ring0}
          textX={child.ring0.x + child.ring0.width / 2 + R}
          owner="kern"
          name={t('ring.ring0')}
          sub={t('picture.guest-kernel')}
          active={cpu.runs === 'child'}
        />
      </g>
      <g className={off ? 'vb-ghost' : undefined}>
        <Partition area={vmm} owner="vmm" name={t('picture.hypervisor')} />
        <Part
          area={kernel}
          textX={kernel.x + kernel.width / 2 - R}
          owner="vmm"
          name={t('ring.ring0')}
          sub={t('picture.of-root-mode')}
          node="hypervisor"
          active={cpu.runs === 'hypervisor'}
        />
        <text
          className="vb-room-quote own-vmm"
          x={nickname}
          y={below + 9}
          textAnchor="middle"
          data-node="nickname"
        >
          {t('picture.nickname')}
        </text>
      </g>
      {!off && (
        <g className="vb-modes">
          <path d={`M4 ${line} H${hardware.x + hardware.width}`} />
          {modes.map((word, i) => (
            <text key={i} x={middle} y={above - 70 + i * 32} textAnchor="middle">
              {word}
            </text>
          ))}
        </g>
      )}
      <Part area={hardware} owner="hw" name={t('picture.cpu')} />
      {(way === 'exit' || way === 'entry') && (
        <Wire
          d={
            way === 'exit' ? `M${childX} ${above} V${below - R - 8}` : `M${childX} ${below} V${above + R + 8}`
          }
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
        {...spot}
        owner={OWNERS[cpu.runs]}
        r={R}
        label={`CPL ${cpu.cpl}`}
        {...(way ? { along: `way-${way}` } : {})}
      />
    </>
  );
}
