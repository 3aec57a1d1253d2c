/** Why: which boxes a road uses at all, and in which of them the vCPU or its thread is now: the page and the slide must agree. */
import { hopsOf } from '../../models/io-paths/path';
import type { IoState, PathStill, Place } from '../../models/io-paths/types';

/** Where each road's packet and threads can come: the rest of the picture is quiet. */
export function usedBy(state: IoState): ReadonlySet<Place> {
  const { road } = state.settings;
  const used = new Set<Place>(['app', 'driver', 'ring', 'nic', 'wire']);
  for (const hop of hopsOf(state.settings)) {
    for (const place of [hop.vcpu, hop.worker, hop.packet, hop.round, ...(hop.signal ?? [])])
      if (place) used.add(place);
    if (hop.round) used.add('kvm');
  }
  if (road !== 'vfio') used.add('tap').add('kvm');
  return used;
}

/** What lies in each box of the picture. */
export const HERE = {
  app: ['app'],
  kernel: ['driver', 'ring'],
  kvm: ['kvm'],
  qemu: ['qemu'],
  host: ['vhost', 'tap'],
  nic: ['nic', 'wire'],
} as const satisfies Readonly<Record<string, readonly Place[]>>;
export type Area = keyof typeof HERE;

/** Whether the vCPU or the working thread is in a box, or has been there within the step. */
export function isHere(now: PathStill, area: Area): boolean {
  const round = now.moves.find((move) => move.round);
  return HERE[area].some(
    (each) => each === now.vcpu || each === now.worker || each === round?.to || (round && each === 'kvm'),
  );
}
