/** Why: colour says who owns the CPU; what stands on the hardware in the hypervisor's colour is type 1. */
import type { LayerId, PlatformId } from '../../models/platforms/types';
import type { Owner } from '../../marks/owner';

const OWNER: Readonly<Record<LayerId, Owner>> = {
  guser: 'user',
  gkernel: 'kern',
  vmm: 'vmm',
  host: 'host',
  huser: 'host',
  hw: 'hw',
};

/** The VMkernel is ESXi's own: the hypervisor, not a host's kernel. */
export const ownerOf = (platform: PlatformId, layer: LayerId): Owner =>
  platform === 'esxi' && layer === 'host' ? 'vmm' : OWNER[layer];
