/** Why: every event's way through every platform, as data: the model's only table of facts. */
import { DISK, PACKET, TIMER } from './paths-io';
import { PAGE_FAULT, PRIVILEGED, SYSCALL } from './paths-cpu';
import type { EventId, Path, PlatformId } from './types';

export const PATHS: Readonly<Record<EventId, Readonly<Record<PlatformId, Path>>>> = {
  syscall: SYSCALL,
  privileged: PRIVILEGED,
  'page-fault': PAGE_FAULT,
  packet: PACKET,
  disk: DISK,
  timer: TIMER,
};
