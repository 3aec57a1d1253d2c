/**
 * Why: where the name “ring −1” comes from. The CPU has rings 0 to 3 twice, once in VMX root mode and once in non-root
 * mode; the hypervisor is in ring 0 of root mode. No CPL of −1 exists (Intel SDM, volume 3: VMX operation).
 */
import { ask, askNumber } from './ask';
import type { Machine } from './machine';
import type { CpuView } from './types';

export function playRing(m: Machine): void {
  const synthetic = m.scenario.device === 'synthetic';
  const instruction = synthetic ? 'VMCALL' : 'OUT';
  const cpu = (mode: CpuView['mode'], runs: CpuView['runs'], child: boolean): CpuView => ({
    mode,
    cpl: 0,
    runs,
    child,
  });
  m.tell({
    id: 'start',
    caption: { key: 'ring.start' },
    focus: ['cpu', 'root'],
    cpu: cpu('off', 'windows', false),
  });
  const hypervisor = cpu('root', 'hypervisor', false);
  m.tell({ id: 'launch', caption: { key: 'ring.launch' }, focus: ['cpu', 'hypervisor'], cpu: hypervisor });
  const root = cpu('non-root', 'root', false);
  m.tell({
    id: 'root',
    caption: { key: 'ring.root' },
    focus: ['cpu', 'root'],
    cpu: root,
    ask: ask('ring.root', ['root-on-hardware', 'root-on-hypervisor', 'root-ring-1'], 'root-on-hypervisor'),
  });
  const child = cpu('non-root', 'child', true);
  m.tell({
    id: 'child',
    caption: { key: 'ring.child' },
    focus: ['cpu', 'child-1'],
    cpu: child,
    ask: askNumber('ring.child', [-1, 0, 1, 3], child.cpl),
  });
  if (synthetic) m.signal('out');
  else m.access();
  const exit = cpu('root', 'hypervisor', true);
  m.tell({
    id: 'exit',
    caption: { key: 'ring.exit', values: { instruction } },
    stage: 'signal',
    way: 'exit',
    focus: ['cpu', 'hypervisor'],
    cpu: exit,
    ask: askNumber('ring.exit', [-1, 0, 1, 3], exit.cpl, { instruction }),
  });
  m.tell({
    id: 'entry',
    caption: { key: 'ring.entry', values: { instruction } },
    way: 'entry',
    focus: ['cpu', 'child-1'],
    cpu: child,
  });
  m.tell({ id: 'name', caption: { key: 'ring.name' }, focus: ['nickname'], cpu: child });
}
