/** Why: each hop names where it was read. A design that its maker does not publish has no source to name. */
import type { Reference } from '../../lib/trace';

export const SOURCES: Readonly<Record<string, Reference>> = {
  sdm: {
    label: 'Intel SDM, volume 3',
    url: 'https://www.intel.com/content/www/us/en/developer/articles/technical/intel-sdm.html',
  },
  'kvm-recorded': { label: 'ftrace of KVM, Linux 6.1 (KVM exits · KVM 退出)' },
  linux: {
    label: 'Linux source (arch/x86, mm, net, block, drivers/vhost)',
    url: 'https://github.com/torvalds/linux',
  },
  qemu: { label: 'QEMU source: hw/block, block/', url: 'https://gitlab.com/qemu-project/qemu' },
  xen: {
    label: 'Xen source: xen/arch/x86 (entry.S, pv/)',
    url: 'https://github.com/xen-project/xen/tree/master/xen/arch/x86',
  },
  'xen-net': {
    label: 'Linux source: xen-netfront, xen-netback',
    url: 'https://github.com/torvalds/linux/tree/master/drivers/net/xen-netback',
  },
  'xen-blk': {
    label: 'Linux source: xen-blkfront, xen-blkback',
    url: 'https://github.com/torvalds/linux/tree/master/drivers/block/xen-blkback',
  },
  hosted: {
    label: 'Sugerman, Venkitachalam and Lim, USENIX 2001',
    url: 'https://www.usenix.org/legacy/event/usenix01/sugerman.html',
  },
  vsphere: { label: 'VMware vSphere documentation: ESXi architecture, resource management' },
  vmbus: {
    label: 'Linux documentation: Hyper-V VMBus',
    url: 'https://docs.kernel.org/virt/hyperv/vmbus.html',
  },
  clocks: {
    label: 'Linux documentation: Hyper-V clocks',
    url: 'https://docs.kernel.org/virt/hyperv/clocks.html',
  },
  tlfs: {
    label: 'Hyper-V Top Level Functional Specification',
    url: 'https://learn.microsoft.com/en-us/virtualization/hyper-v-on-windows/tlfs/tlfs',
  },
};
