/** Why: what a cell of memory is to each host, read off the versions: not sent, up to date, written again, on the link. */
import { ABSENT, type MigrationState } from '../../models/live-migration/types';
import { walkOf } from '../../models/live-migration/walk';

export const LOOKS = ['unsent', 'current', 'old', 'flight', 'absent'] as const;
export type Look = (typeof LOOKS)[number];

/** Source: `old` is a page that was sent and then written again. */
export function looksAtSource({ source, destination, flight }: MigrationState): readonly Look[] {
  return source.map((version, cell): Look => {
    const there = destination[cell]!;
    if (version === ABSENT) return 'absent';
    if (flight.includes(cell)) return 'flight';
    if (there === ABSENT) return 'unsent';
    return there >= version ? 'current' : 'old';
  });
}

/** Destination: `old` is a copy of which the source has a newer one. */
export function looksAtDestination({ source, destination, flight }: MigrationState): readonly Look[] {
  return destination.map((version, cell): Look => {
    if (flight.includes(cell)) return 'flight';
    if (version === ABSENT) return 'absent';
    return version >= source[cell]! ? 'current' : 'old';
  });
}

/** The cells that the guest writes to, wherever it runs. */
export const hotCells = ({ setup }: MigrationState): readonly number[] => walkOf(setup);
