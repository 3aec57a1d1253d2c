/** Why: a model says what it leaves out and where its rules come from. */
import type { Provenance } from '../../lib/trace.ts';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['hardware', 'names', 'host', 'copies', 'ring', 'pace', 'throttle', 'receive', 'sriov'].map(
    (id) => ({
      key: `simplifies-${id}`,
    }),
  ),
  references: [
    {
      label: 'OASIS, Virtual I/O Device (VIRTIO) 1.2, section 2.7 (split virtqueues)',
      url: 'https://docs.oasis-open.org/virtio/virtio/v1.2/virtio-v1.2.html',
    },
    {
      label: 'Linux: drivers/net/virtio_net.c, drivers/vhost/net.c, virt/kvm/eventfd.c, e1000_main.c',
      url: 'https://elixir.bootlin.com/linux/v6.1/source',
    },
    {
      label: 'Linux, VFIO driver API',
      url: 'https://docs.kernel.org/driver-api/vfio.html',
    },
    {
      label: 'Y. Dong et al., High performance network virtualization with SR-IOV, HPCA 2010',
      url: 'https://doi.org/10.1109/HPCA.2010.5416637',
    },
  ],
};
