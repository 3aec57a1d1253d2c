/** Why: raw traces repeat themselves; strings stand once, clocks as deltas. No line is changed: `linesOf` gives each back. */
import type { EventsRecording } from '../../src/schemas/recording-events.ts';
import { interned } from '../interned.ts';
import type { SceneListing } from './listing.ts';
import type { Scene } from './scenes.ts';

type Head = Pick<EventsRecording, 'id' | 'provenance'>;

/** The recording of the listed scenes; `scenes` and `listings` run in parallel. */
export function encode(
  head: Head,
  scenes: readonly { readonly scene: Scene; readonly listing: SceneListing }[],
): EventsRecording {
  const lines = interned(scenes.map(({ scene, listing }) => ({ id: listing.id, lines: scene.events })));
  return {
    version: 1,
    id: head.id,
    kind: 'events',
    provenance: head.provenance,
    ...lines,
    scenes: lines.scenes.map(({ id, start, lines }, i) => {
      const { scene, listing } = scenes[i]!;
      const program = listing.program.map(([rip, text, ring]): [number, string, 0 | 3] => [rip, text, ring]);
      return { id, marker: scene.marker, start, program, lines };
    }),
  };
}

/** The file's text: one key and one scene a line, so that a difference shows where it is. */
export function print(recording: EventsRecording): string {
  const { scenes, ...head } = recording;
  const keys = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},\n`,
  );
  return `{\n${keys.join('')}"scenes":[\n${scenes.map((scene) => JSON.stringify(scene)).join(',\n')}\n]\n}\n`;
}
