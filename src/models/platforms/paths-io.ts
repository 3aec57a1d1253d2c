/** Why: what devices cost: a packet to the wire, a block to the disk, and a tick from the timer on each platform. */
import { hop, unverified } from './hop';
import type { Path, PlatformId } from './types';

type Paths = Readonly<Record<PlatformId, Path>>;

/** One copy: `send` copies the program's data into a buffer of its kernel. */
export const PACKET: Paths = {
  kvm: [
    hop('guser', 'none', 'net-start', 'linux'),
    hop('gkernel', 'ring', 'net-virtio', 'linux', 1),
    hop('vmm', 'exit', 'kick-kvm', 'linux'),
    hop('host', 'switch', 'net-vhost', 'linux', 1),
    hop('host', 'none', 'net-linux', 'linux'),
    hop('hw', 'device', 'net-nic', 'linux'),
  ],
  xen: [
    hop('guser', 'none', 'net-start', 'linux'),
    hop('vmm', 'trap', 'sys-xen', 'xen'),
    hop('gkernel', 'return', 'net-netfront', 'xen-net', 1),
    hop('vmm', 'hypercall', 'xen-event', 'xen-net'),
    hop('host', 'switch', 'net-netback', 'xen-net'),
    hop('vmm', 'hypercall', 'net-grant', 'xen-net'),
    hop('host', 'return', 'net-dom0', 'xen-net'),
    hop('hw', 'device', 'net-nic', 'xen-net'),
  ],
  esxi: [
    hop('guser', 'none', 'net-start', 'linux'),
    hop('gkernel', 'ring', 'net-vmxnet3', 'linux', 1),
    unverified('vmm', 'exit', 'kick-esxi', 'vsphere'),
    unverified('host', 'call', 'net-vmkernel', 'vsphere'),
    hop('hw', 'device', 'net-nic', 'vsphere'),
  ],
  workstation: [
    hop('guser', 'none', 'net-start', 'linux'),
    hop('gkernel', 'ring', 'net-ws-guest', 'hosted', 1),
    hop('vmm', 'exit', 'kick-ws', 'hosted'),
    hop('host', 'switch', 'ws-world', 'hosted'),
    hop('huser', 'ring', 'net-vmx', 'hosted'),
    hop('host', 'ring', 'net-vmnet', 'hosted', 1),
    hop('hw', 'device', 'net-nic', 'hosted'),
  ],
  'hyper-v': [
    hop('guser', 'none', 'net-start', 'linux'),
    hop('gkernel', 'ring', 'net-netvsc', 'vmbus', 1),
    hop('vmm', 'hypercall', 'hv-signal', 'vmbus'),
    hop('host', 'switch', 'net-vsp', 'vmbus'),
    unverified('host', 'none', 'net-root', 'tlfs'),
    hop('hw', 'device', 'net-nic', 'tlfs'),
  ],
  container: [
    hop('guser', 'none', 'net-start', 'linux'),
    hop('host', 'ring', 'net-veth', 'linux', 1),
    hop('hw', 'device', 'net-nic', 'linux'),
  ],
};

/** With `O_DIRECT` nothing is copied for the page cache; what a platform itself copies is left out of the path. */
export const DISK: Paths = {
  kvm: [
    hop('guser', 'none', 'disk-start', 'linux'),
    hop('gkernel', 'ring', 'disk-virtio', 'linux'),
    hop('vmm', 'exit', 'kick-kvm', 'linux'),
    hop('huser', 'switch', 'disk-qemu', 'qemu'),
    hop('host', 'ring', 'disk-linux', 'qemu'),
    hop('hw', 'device', 'disk-dma', 'linux'),
  ],
  xen: [
    hop('guser', 'none', 'disk-start', 'linux'),
    hop('vmm', 'trap', 'sys-xen', 'xen'),
    hop('gkernel', 'return', 'disk-blkfront', 'xen-blk'),
    hop('vmm', 'hypercall', 'xen-event', 'xen-blk'),
    hop('host', 'switch', 'disk-blkback', 'xen-blk'),
    hop('vmm', 'hypercall', 'disk-grant', 'xen-blk'),
    hop('host', 'return', 'disk-dom0', 'xen-blk'),
    hop('hw', 'device', 'disk-dma', 'xen-blk'),
  ],
  esxi: [
    hop('guser', 'none', 'disk-start', 'linux'),
    hop('gkernel', 'ring', 'disk-pvscsi', 'linux'),
    unverified('vmm', 'exit', 'kick-esxi', 'vsphere'),
    unverified('host', 'call', 'disk-vmkernel', 'vsphere'),
    hop('hw', 'device', 'disk-dma', 'vsphere'),
  ],
  workstation: [
    hop('guser', 'none', 'disk-start', 'linux'),
    hop('gkernel', 'ring', 'disk-ws-guest', 'hosted'),
    hop('vmm', 'exit', 'kick-ws', 'hosted'),
    hop('host', 'switch', 'ws-world', 'hosted'),
    hop('huser', 'ring', 'disk-vmx', 'hosted'),
    hop('host', 'ring', 'disk-vmdk', 'hosted'),
    hop('hw', 'device', 'disk-dma', 'hosted'),
  ],
  'hyper-v': [
    hop('guser', 'none', 'disk-start', 'linux'),
    hop('gkernel', 'ring', 'disk-storvsc', 'vmbus'),
    hop('vmm', 'hypercall', 'hv-signal', 'vmbus'),
    hop('host', 'switch', 'disk-vsp', 'vmbus'),
    unverified('host', 'none', 'disk-root', 'tlfs'),
    hop('hw', 'device', 'disk-dma', 'tlfs'),
  ],
  container: [
    hop('guser', 'none', 'disk-start', 'linux'),
    hop('host', 'ring', 'disk-overlay', 'linux'),
    hop('hw', 'device', 'disk-dma', 'linux'),
  ],
};

/** The guest's own periodic tick falls due on this very interrupt. */
export const TIMER: Paths = {
  kvm: [
    hop('hw', 'none', 'tick-start', 'sdm'),
    hop('vmm', 'exit', 'tick-exit', 'sdm'),
    hop('host', 'call', 'tick-linux', 'linux'),
    hop('vmm', 'call', 'tick-kvm', 'linux'),
    hop('gkernel', 'entry', 'tick-guest', 'sdm'),
    hop('guser', 'ring', 'tick-back', 'sdm'),
  ],
  xen: [
    hop('hw', 'none', 'tick-start', 'sdm'),
    hop('vmm', 'trap', 'tick-xen', 'xen'),
    hop('gkernel', 'return', 'tick-virq', 'xen'),
    hop('vmm', 'hypercall', 'xen-iret', 'xen'),
    hop('guser', 'return', 'tick-xen-back', 'xen'),
  ],
  esxi: [
    hop('hw', 'none', 'tick-start', 'sdm'),
    hop('vmm', 'exit', 'tick-exit', 'sdm'),
    unverified('host', 'call', 'tick-vmkernel', 'vsphere'),
    unverified('vmm', 'call', 'tick-vmm', 'vsphere'),
    hop('gkernel', 'entry', 'tick-guest', 'sdm'),
    hop('guser', 'ring', 'tick-back', 'sdm'),
  ],
  workstation: [
    hop('hw', 'none', 'tick-start', 'sdm'),
    hop('vmm', 'exit', 'tick-exit', 'sdm'),
    hop('host', 'switch', 'tick-ws-host', 'hosted'),
    unverified('vmm', 'switch', 'tick-ws-vmm', 'hosted'),
    hop('gkernel', 'entry', 'tick-guest', 'sdm'),
    hop('guser', 'ring', 'tick-back', 'sdm'),
  ],
  'hyper-v': [
    hop('hw', 'none', 'tick-start', 'sdm'),
    hop('vmm', 'exit', 'tick-hyper-v', 'tlfs'),
    hop('gkernel', 'entry', 'tick-stimer', 'clocks'),
    hop('guser', 'ring', 'tick-back', 'sdm'),
  ],
  container: [
    hop('hw', 'none', 'tick-start', 'sdm'),
    hop('host', 'device', 'tick-host', 'linux'),
    hop('guser', 'ring', 'tick-host-back', 'linux'),
  ],
};
