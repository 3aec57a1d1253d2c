/** Why: a recording stores each line as a few small integers; tests and comparisons read the lines. */
import type { EventsRecording } from '../../src/schemas/recording-events.ts';

/** The event's text, its template filled in from left to right. */
export function textOf(
  recording: EventsRecording,
  line: EventsRecording['scenes'][number]['lines'][number],
): string {
  const [, , , template, ...words] = line;
  let next = 0;
  return recording.templates[template]!.replaceAll('{}', () => recording.words[words[next++]!]!);
}
