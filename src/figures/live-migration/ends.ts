/** Why: what is said of the two hosts, and where the guest is between them, is the same on a page and in a room. */
import type { Message } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { pagesOf, sizeOf } from '../../models/live-migration/amounts';
import type { MigrationState } from '../../models/live-migration/types';
import type { Layout } from './geometry';

/** Whether the network has been told where the guest is, at step `index`. */
export function hasAnnounced({ steps }: Trace<MigrationState>, index: number): boolean {
  const at = steps.findIndex((each) => each.id === 'announce');
  return at < 0 ? steps[index]!.state.end === 'moved' : index >= at;
}

/** Where the guest is drawn: in the slot of its host, or between the two. */
export function guestAt({ guest }: MigrationState, layout: Layout) {
  const { slot } = layout.host;
  const y = layout.source.y + slot.y + slot.height / 2;
  if (guest === 'nobody')
    return { x: layout.source.x + slot.x + slot.width - (layout.id === 'wide' ? 24 : 20), y };
  return { x: layout[guest].x + slot.x + 20, y };
}

/** What stands below the memory of each host. */
export function counts(
  state: MigrationState,
  recorded: boolean,
): Readonly<Record<'source' | 'destination', Message>> {
  const size = (n: number) => (recorded ? pagesOf(n) : sizeOf(n));
  const { setup, remaining, guest, end } = state;
  const left = { size: size(remaining) };
  const there = { size: size(setup.pages - remaining) };
  if (end === 'moved')
    return { source: { key: 'count-deleted' }, destination: { key: 'count-all', values: there } };
  if (end === 'cancelled') return { source: { key: 'count-stays' }, destination: { key: 'count-useless' } };
  if (remaining === 0 && guest !== 'destination' && state.rounds.at(-1)?.written === undefined && recorded)
    return { source: { key: 'count-not-recorded' }, destination: { key: 'count-nearly' } };
  return {
    source:
      remaining === 0
        ? { key: 'count-none' }
        : { key: guest === 'destination' ? 'count-only-here' : 'count-left', values: left },
    destination: { key: 'count-there', values: there },
  };
}

/** Whether stopping is a question at all: only while pre-copy goes on, and at the stop. */
export const decides = ({ scene, end, remaining, guest, rounds }: MigrationState) =>
  !scene.includes('stop-copy') &&
  !scene.includes('post-copy') &&
  rounds.length > 0 &&
  end === 'open' &&
  guest !== 'destination' &&
  remaining > 0;

/** Whether the destination fetches what it lacks. */
export const fetches = ({ scene, guest, end }: MigrationState) =>
  scene.includes('post-copy') && (guest === 'destination' || end === 'moved');
