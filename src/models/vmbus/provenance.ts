/** Why: a model says what it leaves out and where its rules and numbers come from. */
import type { Provenance } from '../../lib/trace';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['ring', 'time', 'channels', 'batch', 'host', 'emulated', 'monitor', 'intel', 'xen'].map(
    (id) => ({
      key: `simplifies.${id}`,
    }),
  ),
  references: [
    {
      label: 'Linux, Documentation/virt/hyperv/vmbus.rst',
      url: 'https://docs.kernel.org/virt/hyperv/vmbus.html',
    },
    {
      label: 'Linux, drivers/hv/ring_buffer.c',
      url: 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/drivers/hv/ring_buffer.c',
    },
    {
      label: 'Microsoft, Hypervisor Top-Level Functional Specification: HvCallSignalEvent',
      url: 'https://learn.microsoft.com/en-us/virtualization/hyper-v-on-windows/tlfs/hypercalls/hvcallsignalevent',
    },
    {
      label: 'Microsoft, Hyper-V Architecture',
      url: 'https://learn.microsoft.com/en-us/virtualization/hyper-v-on-windows/reference/hyper-v-architecture',
    },
    { label: 'Intel SDM, volume 3: VMX operation' },
    { label: 'Linux, drivers/net/xen-netfront.c and drivers/net/xen-netback' },
  ],
};
