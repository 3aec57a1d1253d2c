/** Why: the machine's registers as a reader should see them: whose value stands there, and what bare metal would show. */
import { HOST, isSplit, type Leg } from './machine';
import type { BarePoint } from './lockstep';
import type { Register, RegisterId, Technique } from './types';

/** Shown under every program. */
const ALWAYS: readonly RegisterId[] = ['cpl', 'iopl', 'if', 'virtual-if', 'believed-if'];
const ORDER = 'gdtr idtr ldtr tr cs ss cr0 cr3 zf ax stack'.split(' ') as RegisterId[];
/** Where a reader would look for a guest-visible difference. */
const SEEN: Readonly<Partial<Record<RegisterId, string>>> = {
  'believed-if': 'interrupts',
  ax: 'ax',
  zf: 'zf',
  stack: 'stack',
};
/** Of the VMM's own code and stack, while it runs. */
const VMM_SELECTORS = { cs: 0xe008, ss: 0xe010 };

const hex = (value: number) => `0x${value.toString(16)}`;
const top = (stack: string) => (stack === '' ? '—' : hex(Number(stack.split(',').at(-1))));

export function registersOf(
  technique: Technique,
  watch: readonly RegisterId[],
  leg: Pick<Leg, 'control' | 'real' | 'virtualIf' | 'guest'>,
  bare: BarePoint,
  differs: readonly string[],
  previous: readonly Register[],
): Register[] {
  const inVmm = leg.control.code === 'vmm';
  const cpu = inVmm ? { ...leg.real, ...HOST, ...VMM_SELECTORS } : leg.real;
  const hosts = inVmm || isSplit(technique);
  const { guest } = leg;
  const valueOf = (id: RegisterId): string => {
    switch (id) {
      case 'cpl':
        return String(leg.control.ring);
      case 'iopl':
      case 'if':
        return String(id === 'if' && inVmm ? 1 : leg.real[id]);
      case 'virtual-if':
        return isSplit(technique) ? String(leg.virtualIf) : '—';
      case 'believed-if':
        return String(bare.if);
      case 'zf':
        return String(guest.zf);
      case 'ax':
        return hex(guest.ax);
      case 'stack':
        return top(guest.stack.join());
      default:
        return hex(cpu[id]);
    }
  };
  const bareOf = (id: RegisterId): string => {
    const { visible } = bare;
    if (id === 'zf') return String(visible['zf']);
    return id === 'ax' ? hex(Number(visible['ax'])) : top(String(visible['stack']));
  };
  return [...ALWAYS, ...ORDER.filter((id) => watch.includes(id))].map((id) => {
    const value = valueOf(id);
    const before = previous.find((register) => register.id === id)?.value ?? value;
    const name = SEEN[id];
    const trouble = name !== undefined && differs.includes(name);
    const guests = ['believed-if', 'zf', 'ax', 'stack', 'virtual-if'].includes(id) || !hosts;
    return {
      id,
      value,
      owner: guests ? 'guest' : 'host',
      changed: value !== before,
      trouble,
      ...(trouble && id !== 'believed-if' && { bare: bareOf(id) }),
    };
  });
}
