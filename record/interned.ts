/** Why: raw traces repeat themselves; strings stand once, clocks as deltas. No line is changed: its parts give it back. */
import type { EventsRecording } from '../src/schemas/recording-events.ts';

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

interface Line {
  readonly clock: number;
  readonly task: string;
  readonly flags: string;
  readonly text: string;
}

type Interned = Pick<EventsRecording, 'clock' | 'tasks' | 'flags' | 'templates' | 'words' | 'scenes'>;

/** @param scenes each with its lines in order of the clock, at least one */
export function interned(
  scenes: readonly { readonly id: string; readonly lines: readonly Line[] }[],
): Interned {
  const [tasks, flags, templates, words] = [new Table(), new Table(), new Table(), new Table()];
  const origin = Math.min(...scenes.map(({ lines }) => lines[0]?.clock ?? Infinity));
  const encoded = scenes.map(({ id, lines }) => {
    const start = lines[0]?.clock ?? origin;
    let before = start;
    return {
      id,
      start: start - origin,
      lines: lines.map((line): [number, number, number, number, ...number[]] => {
        if (line.text.includes('{}'))
          throw new Error(`found "${line.text}"; "{}" marks a place in templates`);
        const found: number[] = [];
        const template = line.text.replace(WORD, (word) => {
          found.push(words.indexOf(word));
          return '{}';
        });
        const delta = line.clock - before;
        before = line.clock;
        return [
          delta,
          tasks.indexOf(line.task),
          flags.indexOf(line.flags),
          templates.indexOf(template),
          ...found,
        ];
      }),
    };
  });
  return {
    clock: { unit: 'instructions', origin },
    tasks: tasks.entries,
    flags: flags.entries,
    templates: templates.entries,
    words: words.entries,
    scenes: encoded,
  };
}
