/** Why: what each round sent is drawn twice, for a page and for a room, from the same bars. */
import type { MigrationState } from '../../models/live-migration/types';

export interface Bar {
  readonly name: string;
  readonly sent: number;
  readonly written: number;
  /** `round`: while the guest ran at the source; `stopped`: while it ran nowhere; `after`: it was at the destination. */
  readonly kind: 'round' | 'stopped' | 'after';
}

/** Bars of the rounds that have ended, and of what was sent since. */
export function barsOf({ rounds, after, guest, scene, end }: MigrationState): readonly Bar[] {
  const whole = rounds.map(({ number, sent, written }) => ({
    name: String(number),
    sent,
    written: written ?? 0,
    kind: 'round' as const,
  }));
  if (after === 0 || end === 'cancelled') return whole;
  const fetched = scene.includes('post-copy');
  const kind = fetched ? 'after' : guest === 'source' ? 'round' : 'stopped';
  return [
    ...whole,
    { name: kind === 'round' ? String(rounds.length + 1) : '', sent: after, written: 0, kind },
  ];
}

/** Message key of what the bars are. */
export function headOf({ scene, rounds }: MigrationState, wide: boolean, recorded: boolean): string {
  if (recorded) return wide ? 'rounds-head-recorded' : 'rounds-head-recorded-short';
  if (scene.includes('stop-copy')) return 'rounds-head-stopped';
  if (scene.includes('post-copy') && rounds.length === 0) return 'rounds-head-after';
  return wide ? 'rounds-head' : 'rounds-head-short';
}
