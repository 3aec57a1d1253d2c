/** Why: a recording is evidence; one schema says what each file of content/recordings/ must hold, kind by kind. */
import { z } from 'zod';
import { countsRecordingSchema } from './recording-counts.ts';
import { eventsRecordingSchema } from './recording-events.ts';
import { pagesRecordingSchema } from './recording-pages.ts';
import { seriesRecordingSchema } from './recording-series.ts';
import { snapshotsRecordingSchema } from './recording-snapshots.ts';

export const recordingSchema = z.discriminatedUnion('kind', [
  eventsRecordingSchema,
  seriesRecordingSchema,
  pagesRecordingSchema,
  countsRecordingSchema,
  snapshotsRecordingSchema,
]);

export type Recording = z.infer<typeof recordingSchema>;
