/** Why: a recording of events stores each raw line as a few small integers; this gives back what was printed, when and by whom. */

/** `[delta of the clock, task, flags, template, ...words]`; all but the first are places in tables. */
export type StoredLine = readonly number[];

/** What is read of a recording of events (schemas/recording-events.ts checks the file). */
export interface EventTables {
  readonly id: string;
  readonly tasks: readonly string[];
  readonly flags: readonly string[];
  readonly templates: readonly string[];
  readonly words: readonly string[];
}

export interface RecordedEvent {
  /** Ticks of the recording's clock since the first line. */
  readonly at: number;
  readonly task: string;
  readonly flags: string;
  /** The event and its arguments, as the tracer printed them. */
  readonly text: string;
}

/** The events of lines that follow each other. @throws Error when an index points outside its table */
export function eventsOf(tables: EventTables, lines: readonly StoredLine[]): readonly RecordedEvent[] {
  const read = (name: 'tasks' | 'flags' | 'templates' | 'words', index: number | undefined): string => {
    const found = index === undefined ? undefined : tables[name][index];
    if (found === undefined) throw new Error(`recording "${tables.id}": no entry ${index} in "${name}"`);
    return found;
  };
  let at = 0;
  return lines.map(([delta = 0, task, flags, template, ...words]) => {
    at += delta;
    let next = 0;
    const text = read('templates', template).replaceAll('{}', () => read('words', words[next++]));
    return { at, task: read('tasks', task), flags: read('flags', flags), text };
  });
}
