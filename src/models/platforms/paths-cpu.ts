/** Why: what instructions and memory cost: a system call, a privileged instruction and a page fault on each platform. */
import { hop, unverified } from './hop';
import type { Path, PlatformId } from './types';

type Paths = Readonly<Record<PlatformId, Path>>;

/** With VT-x or AMD-V a guest's system call is the guest's own affair. */
const guestCall = (source: string): Path => [
  hop('guser', 'none', 'sys-start', 'sdm'),
  hop('gkernel', 'ring', 'sys-guest', source),
  hop('guser', 'ring', 'sys-guest-back', source),
];

export const SYSCALL: Paths = {
  kvm: guestCall('kvm-recorded'),
  xen: [
    hop('guser', 'none', 'sys-start', 'sdm'),
    hop('vmm', 'trap', 'sys-xen', 'xen'),
    hop('gkernel', 'return', 'sys-xen-bounce', 'xen'),
    hop('vmm', 'hypercall', 'xen-iret', 'xen'),
    hop('guser', 'return', 'sys-xen-back', 'xen'),
  ],
  esxi: guestCall('sdm'),
  workstation: guestCall('sdm'),
  'hyper-v': guestCall('sdm'),
  container: [
    hop('guser', 'none', 'sys-start', 'sdm'),
    hop('host', 'ring', 'sys-host', 'linux'),
    hop('guser', 'ring', 'sys-host-back', 'linux'),
  ],
};

export const PRIVILEGED: Paths = {
  kvm: [
    hop('gkernel', 'none', 'msr-start', 'sdm'),
    hop('vmm', 'exit', 'msr-kvm', 'kvm-recorded'),
    hop('gkernel', 'entry', 'msr-entry', 'kvm-recorded'),
  ],
  xen: [
    hop('gkernel', 'none', 'msr-start', 'sdm'),
    hop('vmm', 'trap', 'msr-xen', 'xen'),
    hop('gkernel', 'return', 'msr-xen-back', 'xen'),
  ],
  esxi: [
    hop('gkernel', 'none', 'msr-start', 'sdm'),
    unverified('vmm', 'exit', 'msr-esxi', 'vsphere'),
    hop('gkernel', 'entry', 'msr-entry', 'sdm'),
  ],
  workstation: [
    hop('gkernel', 'none', 'msr-start', 'sdm'),
    hop('vmm', 'exit', 'msr-workstation', 'hosted'),
    hop('gkernel', 'entry', 'msr-entry', 'sdm'),
  ],
  'hyper-v': [
    hop('gkernel', 'none', 'msr-start', 'sdm'),
    hop('vmm', 'exit', 'msr-hyper-v', 'tlfs'),
    hop('gkernel', 'entry', 'msr-entry', 'sdm'),
  ],
  container: [
    hop('guser', 'none', 'msr-process', 'sdm'),
    hop('host', 'ring', 'msr-host', 'linux'),
    hop('guser', 'ring', 'msr-signal', 'linux'),
  ],
};

/** The first touch of a page: new to the program and, where memory is given late, new to the machine too. */
export const PAGE_FAULT: Paths = {
  kvm: [
    hop('guser', 'none', 'pf-start', 'sdm'),
    hop('gkernel', 'ring', 'pf-guest', 'sdm'),
    hop('vmm', 'exit', 'pf-violation', 'kvm-recorded'),
    hop('host', 'call', 'pf-kvm-host', 'linux'),
    hop('vmm', 'call', 'pf-kvm-map', 'linux'),
    hop('gkernel', 'entry', 'pf-entry', 'sdm'),
    hop('guser', 'ring', 'pf-guest-back', 'sdm'),
  ],
  xen: [
    hop('guser', 'none', 'pf-start', 'sdm'),
    hop('vmm', 'trap', 'pf-xen', 'xen'),
    hop('gkernel', 'return', 'pf-xen-bounce', 'xen'),
    hop('vmm', 'hypercall', 'pf-xen-update', 'xen'),
    hop('gkernel', 'return', 'pf-xen-checked', 'xen'),
    hop('vmm', 'hypercall', 'xen-iret', 'xen'),
    hop('guser', 'return', 'pf-xen-back', 'xen'),
  ],
  esxi: [
    hop('guser', 'none', 'pf-start', 'sdm'),
    hop('gkernel', 'ring', 'pf-guest', 'sdm'),
    hop('vmm', 'exit', 'pf-violation', 'sdm'),
    unverified('host', 'call', 'pf-vmkernel', 'vsphere'),
    unverified('vmm', 'call', 'pf-vmm-map', 'vsphere'),
    hop('gkernel', 'entry', 'pf-entry', 'sdm'),
    hop('guser', 'ring', 'pf-guest-back', 'sdm'),
  ],
  workstation: [
    hop('guser', 'none', 'pf-start', 'sdm'),
    hop('gkernel', 'ring', 'pf-guest', 'sdm'),
    hop('vmm', 'exit', 'pf-violation', 'sdm'),
    unverified('host', 'switch', 'pf-ws-host', 'hosted'),
    unverified('vmm', 'switch', 'pf-ws-map', 'hosted'),
    hop('gkernel', 'entry', 'pf-entry', 'sdm'),
    hop('guser', 'ring', 'pf-guest-back', 'sdm'),
  ],
  'hyper-v': [
    hop('guser', 'none', 'pf-start', 'sdm'),
    hop('gkernel', 'ring', 'pf-guest', 'sdm'),
    unverified('guser', 'ring', 'pf-hyper-v-back', 'tlfs'),
  ],
  container: [
    hop('guser', 'none', 'pf-start', 'sdm'),
    hop('host', 'ring', 'pf-host', 'linux'),
    hop('guser', 'ring', 'pf-host-back', 'linux'),
  ],
};
