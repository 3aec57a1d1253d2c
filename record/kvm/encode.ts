/** Why: raw traces repeat themselves; strings stand once, clocks as deltas. No line is changed: `linesOf` gives each back. */
import type { EventsRecording } from '../../src/schemas/recording-events.ts';
import type { RawEvent } from './ftrace.ts';
import type { SceneListing } from './listing.ts';
import type { Scene } from './scenes.ts';

/** What varies from line to line: words with a digit, spelled in hexadecimal or decimal. */
const WORD = /(?<![\w.])(?:0x[0-9a-f]+|[0-9a-f]*[0-9][0-9a-f]*)(?!\w)/g;

/** Gives each distinct string its index, in order of first use. */
class Table {
  readonly entries: string[] = [];
  readonly #index = new Map<string, number>();
  indexOf(entry: string): number {
    const known = this.#index.get(entry);
    if (known !== undefined) return known;
    this.#index.set(entry, this.entries.length);
    return this.entries.push(entry) - 1;
  }
}

type Head = Pick<EventsRecording, 'id' | 'provenance'>;

/** The recording of the listed scenes; `scenes` and `listings` run in parallel. */
export function encode(
  head: Head,
  scenes: readonly { readonly scene: Scene; readonly listing: SceneListing }[],
): EventsRecording {
  const tasks = new Table();
  const flags = new Table();
  const templates = new Table();
  const words = new Table();
  const origin = Math.min(...scenes.map(({ scene }) => scene.events[0]?.clock ?? Infinity));
  const line = (event: RawEvent, before: number): [number, number, number, number, ...number[]] => {
    if (event.text.includes('{}'))
      throw new Error(`line ${event.line} holds "{}", which marks a place in templates`);
    const found: number[] = [];
    const template = event.text.replace(WORD, (word) => {
      found.push(words.indexOf(word));
      return '{}';
    });
    return [
      event.clock - before,
      tasks.indexOf(event.task),
      flags.indexOf(event.flags),
      templates.indexOf(template),
      ...found,
    ];
  };
  const encoded = scenes.map(({ scene, listing }) => {
    let before = scene.events[0]?.clock ?? 0;
    return {
      id: listing.id,
      marker: scene.marker,
      start: before - origin,
      program: listing.program.map(([rip, text, ring]): [number, string, 0 | 3] => [rip, text, ring]),
      lines: scene.events.map((event) => {
        const encodedLine = line(event, before);
        before = event.clock;
        return encodedLine;
      }),
    };
  });
  return {
    version: 1,
    id: head.id,
    kind: 'events',
    provenance: head.provenance,
    clock: { unit: 'instructions', origin },
    tasks: tasks.entries,
    flags: flags.entries,
    templates: templates.entries,
    words: words.entries,
    scenes: encoded,
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
