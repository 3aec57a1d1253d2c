/** Why: what each platform is made of. What sits on the hardware says whether it is type 1 or type 2. */
import type { EventId, LayerId, PlatformId } from './types';

export interface Stack {
  /** `both`: the field disagrees (KVM makes the host kernel the hypervisor). `none`: no hypervisor at all. */
  readonly type: '1' | '2' | 'both' | 'none';
  /** The layer that stands on the hardware and schedules the CPU. */
  readonly ground: 'vmm' | 'host';
  /** The layers that exist, top first; `vmm` of a container does not. */
  readonly layers: readonly LayerId[];
  /** Guests run in VT-x non-root mode or AMD-V guest mode, with nested paging. */
  readonly assisted: boolean;
}

/** ESXi stands on its VMkernel, which is part of the hypervisor: type 1 although `ground` is `host`. */
export const STACKS: Readonly<Record<PlatformId, Stack>> = {
  kvm: {
    type: 'both',
    ground: 'host',
    layers: ['guser', 'gkernel', 'vmm', 'huser', 'host', 'hw'],
    assisted: true,
  },
  xen: { type: '1', ground: 'vmm', layers: ['guser', 'gkernel', 'host', 'vmm', 'hw'], assisted: false },
  esxi: {
    type: '1',
    ground: 'host',
    layers: ['guser', 'gkernel', 'vmm', 'huser', 'host', 'hw'],
    assisted: true,
  },
  workstation: {
    type: '2',
    ground: 'host',
    layers: ['guser', 'gkernel', 'vmm', 'huser', 'host', 'hw'],
    assisted: true,
  },
  'hyper-v': {
    type: '1',
    ground: 'vmm',
    layers: ['guser', 'gkernel', 'huser', 'host', 'vmm', 'hw'],
    assisted: true,
  },
  container: { type: 'none', ground: 'host', layers: ['guser', 'host', 'hw'], assisted: false },
};

/** Where an event begins and where it is over; `kernel` is the guest kernel, or the process where there is none. */
export const EVENT_ENDS: Readonly<
  Record<EventId, { readonly start: LayerId | 'kernel'; readonly end: LayerId | 'kernel' }>
> = {
  syscall: { start: 'guser', end: 'guser' },
  privileged: { start: 'kernel', end: 'kernel' },
  'page-fault': { start: 'guser', end: 'guser' },
  packet: { start: 'guser', end: 'hw' },
  disk: { start: 'guser', end: 'hw' },
  timer: { start: 'hw', end: 'guser' },
};

/** The layer that an end of an event means on a platform. */
export function endLayer(platform: PlatformId, end: LayerId | 'kernel'): LayerId {
  if (end !== 'kernel') return end;
  return STACKS[platform].layers.includes('gkernel') ? 'gkernel' : 'guser';
}

/** Where the CPU is while a layer runs: `guest` is VT-x non-root mode (AMD: guest mode), `root` its host side. */
export type Mode = 'ring-3' | 'ring-0' | 'ring-0-guest' | 'ring-0-root';

/** The CPU's mode in a layer; 64-bit Xen PV has only ring 3 for kernels, Domain 0's included. Hardware has none. */
export function modeOf(platform: PlatformId, layer: LayerId): Mode | undefined {
  const { assisted } = STACKS[platform];
  switch (layer) {
    case 'guser':
    case 'huser':
      return 'ring-3';
    case 'gkernel':
      return assisted ? 'ring-0-guest' : 'ring-3';
    case 'vmm':
      return assisted ? 'ring-0-root' : 'ring-0';
    case 'host':
      if (STACKS[platform].ground === 'vmm') return assisted ? 'ring-0-guest' : 'ring-3';
      return assisted ? 'ring-0-root' : 'ring-0';
    case 'hw':
      return undefined;
  }
}
