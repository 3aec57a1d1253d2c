/**
 * Why: the way of one packet by each road, hop by hop, with what each hop costs. Sources: Linux (drivers/net/virtio_net.c,
 * drivers/vhost/net.c, virt/kvm/eventfd.c, drivers/net/ethernet/intel/e1000), QEMU (hw/net/virtio-net.c); the order of e1000's
 * registers is that of the recording. QEMU's way to the tap, bridge, irqfd, posted interrupts and all of SR-IOV: not
 * verified in source.
 */
import type { Counts, Place, Road } from './types.ts';

export interface Hop {
  /** Its caption is `<scene>-<road>-<id>`, or `<scene>-<id>` where roads do not differ. */
  readonly id: string;
  readonly shared?: true;
  /** Where things are after it; left out: as before. `worker: null`: it sleeps. */
  readonly vcpu?: Place;
  readonly worker?: Place | null;
  readonly packet?: Place;
  /** How far the vCPU goes and comes back within the hop. */
  readonly round?: 'kvm' | 'qemu';
  readonly signal?: readonly [Place, Place];
  readonly cost?: Partial<Counts>;
  readonly act?: 'give' | 'pick' | 'finish' | 'free';
  /** The prediction before it. */
  readonly ask?: 'doorbell' | 'handler' | 'meanwhile' | 'copy' | 'registers' | 'delivery' | 'arrival';
}

const SYSCALL: Hop = { id: 'syscall', shared: true, vcpu: 'driver', packet: 'driver', cost: { copies: 1 } };
const WIRE: Hop = { id: 'wire', shared: true, packet: 'wire' };
const DELIVER: Hop = { id: 'deliver', shared: true, vcpu: 'app', packet: 'app', cost: { copies: 1 } };

/** What e1000's interrupt handler does: five accesses that QEMU must emulate, and the end of a level-triggered interrupt. */
export const HANDLER: readonly Hop[] = [
  { id: 'icr', round: 'qemu', cost: { exits: 1, switches: 1 }, ask: 'registers' },
  { id: 'mask', round: 'qemu', cost: { exits: 2, switches: 2 } },
  { id: 'eoi', round: 'kvm', cost: { exits: 1 } },
  { id: 'unmask', round: 'qemu', cost: { exits: 2, switches: 2 }, act: 'free' },
];

export const SEND: Readonly<Record<Road, readonly Hop[]>> = {
  e1000: [
    SYSCALL,
    { id: 'descriptor', packet: 'ring' },
    { id: 'doorbell', vcpu: 'kvm', cost: { exits: 1, kicks: 1 }, act: 'give', ask: 'doorbell' },
    { id: 'qemu', vcpu: 'qemu', cost: { switches: 1 }, ask: 'handler' },
    { id: 'copy', packet: 'qemu', cost: { copies: 1 }, act: 'pick' },
    { id: 'tap', packet: 'tap', cost: { copies: 1 } },
    WIRE,
    { id: 'raise', vcpu: 'driver', signal: ['qemu', 'driver'], cost: { interrupts: 1 }, act: 'finish' },
    ...HANDLER,
  ],
  virtio: [
    SYSCALL,
    { id: 'descriptor', packet: 'ring', act: 'give' },
    { id: 'doorbell', vcpu: 'kvm', cost: { exits: 1, kicks: 1 }, ask: 'doorbell' },
    { id: 'signal', vcpu: 'driver', signal: ['kvm', 'qemu'], ask: 'meanwhile' },
    { id: 'wake', worker: 'qemu', cost: { switches: 1 }, act: 'pick' },
    { id: 'tap', worker: 'tap', packet: 'tap', cost: { copies: 1 }, ask: 'copy' },
    WIRE,
    { id: 'used', worker: 'qemu', act: 'finish' },
    { id: 'irq', worker: null, signal: ['qemu', 'driver'], cost: { interrupts: 1 }, ask: 'delivery' },
    { id: 'free', shared: true, act: 'free' },
  ],
  vhost: [
    SYSCALL,
    { id: 'descriptor', packet: 'ring', act: 'give' },
    { id: 'doorbell', vcpu: 'kvm', cost: { exits: 1, kicks: 1 }, ask: 'doorbell' },
    { id: 'signal', vcpu: 'driver', signal: ['kvm', 'vhost'], ask: 'meanwhile' },
    { id: 'wake', worker: 'vhost', act: 'pick' },
    { id: 'tap', worker: 'tap', packet: 'tap', cost: { copies: 1 }, ask: 'copy' },
    WIRE,
    { id: 'used', worker: 'vhost', act: 'finish' },
    { id: 'irq', worker: null, signal: ['vhost', 'driver'], cost: { interrupts: 1 }, ask: 'delivery' },
    { id: 'free', shared: true, act: 'free' },
  ],
  vfio: [
    SYSCALL,
    { id: 'descriptor', packet: 'ring' },
    { id: 'doorbell', signal: ['driver', 'nic'], cost: { kicks: 1 }, act: 'give', ask: 'doorbell' },
    { id: 'dma', packet: 'nic', act: 'pick', ask: 'copy' },
    { id: 'switch', packet: 'wire' },
    { id: 'used', act: 'finish' },
    { id: 'irq', signal: ['nic', 'driver'], cost: { interrupts: 1 }, ask: 'delivery' },
    { id: 'free', shared: true, act: 'free' },
  ],
};

const ARRIVE: Hop = { id: 'arrive', shared: true, packet: 'tap', ask: 'arrival' };

export const RECEIVE: Readonly<Record<Road, readonly Hop[]>> = {
  e1000: [
    ARRIVE,
    { id: 'wake', worker: 'qemu', signal: ['tap', 'qemu'], cost: { switches: 1 }, ask: 'handler' },
    { id: 'read', packet: 'qemu', cost: { copies: 1 } },
    { id: 'place', packet: 'ring', cost: { copies: 1 }, act: 'pick' },
    {
      id: 'raise',
      worker: null,
      signal: ['qemu', 'driver'],
      vcpu: 'driver',
      cost: { interrupts: 1 },
      act: 'finish',
    },
    ...HANDLER,
    DELIVER,
  ],
  virtio: [
    ARRIVE,
    { id: 'wake', worker: 'qemu', signal: ['tap', 'qemu'], cost: { switches: 1 }, ask: 'handler' },
    { id: 'read', packet: 'qemu', cost: { copies: 1 } },
    { id: 'place', packet: 'ring', cost: { copies: 1 }, act: 'pick' },
    { id: 'used', act: 'finish' },
    {
      id: 'irq',
      worker: null,
      vcpu: 'driver',
      signal: ['qemu', 'driver'],
      cost: { interrupts: 1 },
      ask: 'delivery',
    },
    { id: 'poll', shared: true, act: 'free' },
    DELIVER,
  ],
  vhost: [
    ARRIVE,
    { id: 'wake', worker: 'vhost', signal: ['tap', 'vhost'], ask: 'handler' },
    { id: 'place', packet: 'ring', cost: { copies: 1 }, act: 'pick' },
    { id: 'used', act: 'finish' },
    {
      id: 'irq',
      worker: null,
      vcpu: 'driver',
      signal: ['vhost', 'driver'],
      cost: { interrupts: 1 },
      ask: 'delivery',
    },
    { id: 'poll', shared: true, act: 'free' },
    DELIVER,
  ],
  vfio: [
    { id: 'arrive', packet: 'nic', ask: 'arrival' },
    { id: 'dma', packet: 'ring', act: 'pick', ask: 'copy' },
    { id: 'used', act: 'finish' },
    { id: 'irq', vcpu: 'driver', signal: ['nic', 'driver'], cost: { interrupts: 1 }, ask: 'delivery' },
    { id: 'poll', shared: true, act: 'free' },
    DELIVER,
  ],
};
