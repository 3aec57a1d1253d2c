/** Why: where code runs: which ring a technique gives to whom, and the guest's own ways between user and kernel. */
import { OPS, SELECTOR } from './isa';
import type { Machine } from './machine';
import type { Code, Control, Ring, Technique } from './types';

/** The ring in which the guest kernel runs. */
export const KERNEL_RING: Readonly<Record<Technique, Ring>> = {
  bare: 0,
  deprivileged: 1,
  translation: 1,
  'xen-32': 1,
  'xen-64': 3,
  hardware: 0,
};

/** Code and stack selectors with which a deprivileged kernel really runs. */
const KERNEL_SELECTORS: Partial<Record<Technique, readonly [cs: number, ss: number]>> = {
  deprivileged: [0x11, 0x19],
  translation: [0x11, 0x19],
  'xen-32': [0xe019, 0xe021],
  'xen-64': [0xe033, 0xe02b],
};

/** After the virtual CPU changed ring, the real one runs in the ring that the technique gives that code. */
export function settleRing({ technique, real, virt }: Machine, force = false): void {
  const ring = virt.cpl === 3 ? 3 : KERNEL_RING[technique];
  const selectors =
    virt.cpl === 3 ? ([SELECTOR.userCs, SELECTOR.userSs] as const) : KERNEL_SELECTORS[technique];
  if (real === virt || !selectors) return;
  if (!force && real.cpl === ring && real.cs >> 2 === selectors[0] >> 2) return;
  [real.cs, real.ss] = selectors;
  real.cpl = ring;
}

const modeOf = (technique: Technique, root: boolean) =>
  technique === 'hardware' ? (root ? 'root' : 'non-root') : 'plain';

export function guestControl({ technique, real, virt }: Machine): Control {
  const kernel: Code = technique === 'translation' ? 'translated' : 'guest-kernel';
  return { ring: real.cpl, mode: modeOf(technique, false), code: virt.cpl === 3 ? 'user' : kernel };
}
export const vmmControl = ({ technique }: Machine): Control => ({
  ring: 0,
  mode: modeOf(technique, true),
  code: 'vmm',
});

/** The guest kernel's handler starts; it notes what it was called for. */
export function enterHandler(machine: Machine, event: string): void {
  machine.guest.events.push(event);
  if (machine.virt.cpl !== 3) return;
  machine.handlerFrom = 3;
  OPS.syscall.apply(machine.virt, machine.guest, 0);
  settleRing(machine);
}

/** The handler returns to the user program, unless the program goes on in the kernel. */
export function leaveHandler(machine: Machine, nextRing: 0 | 3): void {
  if (machine.handlerFrom === 3 && nextRing === 3) {
    OPS.sysret.apply(machine.virt, machine.guest, 0);
    settleRing(machine);
  }
  machine.handlerFrom = null;
}
