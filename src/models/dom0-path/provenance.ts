/** Why: what the model of the load leaves out, and where its rules come from. */
import type { Provenance } from '../../lib/trace';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: [
    { key: 'simplifies.costs' },
    { key: 'simplifies.memory' },
    { key: 'simplifies.queues' },
    { key: 'simplifies.scheduler' },
    { key: 'simplifies.direct' },
  ],
  references: [
    {
      label: 'Linux 6.1: drivers/net/xen-netfront.c',
      url: 'https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git/tree/drivers/net/xen-netfront.c?h=linux-6.1.y',
    },
    {
      label: 'Linux 6.1: drivers/net/xen-netback/netback.c',
      url: 'https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git/tree/drivers/net/xen-netback/netback.c?h=linux-6.1.y',
    },
    {
      label: 'Xen: xen/include/public/io/ring.h',
      url: 'https://xenbits.xen.org/gitweb/?p=xen.git;a=blob;f=xen/include/public/io/ring.h',
    },
    {
      label: 'Xen command line: dom0_mem, dom0_max_vcpus',
      url: 'https://xenbits.xen.org/docs/unstable/misc/xen-command-line.html',
    },
  ],
};
