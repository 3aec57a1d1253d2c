/** Why: the model stands beside what real KVM did; this is what it is told of a recording, and nothing more. */
import type { Operation } from './types';

export interface RecordedCount {
  readonly exits: number;
  /** By reason, as KVM names it. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Operations that were recorded, with nested and with shadow paging. */
export type RecordedOperation = Extract<Operation, 'context-switch' | 'pte-edit'>;
export type Recorded = Readonly<
  Record<RecordedOperation, Readonly<Record<'nested' | 'shadow', RecordedCount>>>
>;

export const isRecorded = (operation: Operation): operation is RecordedOperation =>
  operation === 'context-switch' || operation === 'pte-edit';
