/** Why: what each event moves, and where to: the packet's way through the seats, the bell and its direction, what is lit. */
import type { BeatId } from '../../models/dom0-path/beats';
import type { Domain, Kind, Seat } from './geometry';

export interface Journey {
  /** The seats that the packet passes in this event; the last is where it rests. */
  readonly way: readonly Seat[];
  /** A bell rung through Xen: on which channel, to whom. */
  readonly bell?: { readonly channel: 'tx' | 'rx'; readonly to: Domain };
  /** An event that a domain finds: on which channel; the NIC's comes on none that is drawn. */
  readonly hears?: { readonly channel: 'tx' | 'rx'; readonly by: Domain };
}

const JOURNEY: Readonly<Record<BeatId, Journey>> = {
  send: { way: ['app', 'stack'] },
  grant: { way: ['stack', 'netfront-rx', 'netfront', 'page-tx'] },
  notify: { way: ['page-tx'], bell: { channel: 'tx', to: 'dom0' } },
  sleep: { way: ['page-tx'] },
  switch: { way: ['page-tx'] },
  upcall: { way: ['page-tx'], hears: { channel: 'tx', by: 'dom0' } },
  poll: { way: ['page-tx'] },
  copy: { way: ['page-tx', 'netback'] },
  map: { way: ['netback'] },
  // A copied packet is answered before it goes on, a mapped one when its reply waits here already.
  respond: { way: ['netback'], bell: { channel: 'tx', to: 'domu' } },
  bridge: { way: ['netback', 'vif', 'bridge'] },
  nic: { way: ['bridge', 'driver', 'nic'] },
  wire: { way: ['nic', 'wire'] },
  irq: { way: ['wire', 'nic', 'driver'] },
  zerocopy: { way: ['driver'] },
  back: { way: ['driver', 'bridge'] },
  queue: { way: ['bridge', 'vif', 'netback'] },
  unmap: { way: ['netback'] },
  'copy-back': { way: ['netback', 'netback-rx', 'page-rx'] },
  'notify-back': { way: ['page-rx'], bell: { channel: 'rx', to: 'domu' } },
  'switch-back': { way: ['page-rx'] },
  complete: { way: ['page-rx'], hears: { channel: 'tx', by: 'domu' } },
  get: { way: ['page-rx', 'netfront-rx'], hears: { channel: 'rx', by: 'domu' } },
  done: { way: ['netfront-rx', 'stack', 'app'] },
};

/** On a phone the stack stands above netfront's sending half. */
const NARROW: Readonly<Partial<Record<BeatId, readonly Seat[]>>> = {
  grant: ['stack', 'netfront', 'page-tx'],
  done: ['netfront-rx', 'netfront', 'stack', 'app'],
};

export function journeyOf(id: BeatId, kind: Kind): Journey {
  const journey = JOURNEY[id];
  const way = kind === 'narrow' ? NARROW[id] : undefined;
  return way ? { ...journey, way } : journey;
}

/** What has become of a granted page. The page for the reply was granted before the recording begins. */
export function grantOf(
  past: readonly BeatId[],
  way: 'tx' | 'rx',
): 'none' | 'granted' | 'used' | 'mapped' | 'ended' {
  const did = (id: BeatId) => past.includes(id);
  if (way === 'rx') return did('get') ? 'ended' : did('copy-back') ? 'used' : 'granted';
  if (!did('grant')) return 'none';
  if (did('complete')) return 'ended';
  if (did('map') && !did('unmap')) return 'mapped';
  return did('copy') ? 'used' : 'granted';
}
