/**
 * Why: what a recorder hears (samples, events, its own commands) is kept as it came, one JSON object a line, so that
 * what a figure shows can be traced to the line that says it. A line that is not understood is an error.
 */
import type { z } from 'zod';
import { TraceError } from './trace-error.ts';

export interface Entry<T> {
  /** Line number in the file, from 1. */
  readonly line: number;
  readonly item: T;
}

const quoted = (text: string) => (text.length > 90 ? `"${text.slice(0, 90)}…"` : `"${text}"`);

function parseLine(file: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TraceError(file, line, quoted(text), 'one JSON object');
  }
}

/**
 * All entries of a journal, in order.
 * @param file name used in errors
 * @throws TraceError: an empty journal, a last line cut short, a line that is not JSON or not of the schema
 */
export function parseJournal<T>(file: string, text: string, schema: z.ZodType<T>): readonly Entry<T>[] {
  const lines = text.split('\n');
  const last = lines.pop();
  if (last !== '')
    throw new TraceError(
      file,
      lines.length + 1,
      `a last line cut short, ${quoted(last ?? '')}`,
      'a line end',
    );
  if (lines.length === 0) throw new TraceError(file, 1, 'an empty file', 'a journal');
  return lines.map((raw, i) => {
    const item = schema.safeParse(parseLine(file, i + 1, raw));
    if (item.success) return { line: i + 1, item: item.data };
    const [issue] = item.error.issues;
    throw new TraceError(
      file,
      i + 1,
      quoted(raw),
      `an entry of the journal (${issue!.path.join('.')}: ${issue!.message})`,
    );
  });
}

/**
 * Proves that no clock of a journal runs backwards; several speakers keep a clock each.
 * @param clockOf speaker and time of an entry, or undefined where it bears none
 * @throws TraceError at the entry that lies before the one it follows
 */
export function checkClocks<T>(
  file: string,
  entries: readonly Entry<T>[],
  clockOf: (item: T) => { readonly of: string; readonly at: number } | undefined,
): void {
  const before = new Map<string, { at: number; line: number }>();
  for (const { item, line } of entries) {
    const clock = clockOf(item);
    if (clock === undefined) continue;
    const earlier = before.get(clock.of);
    if (earlier !== undefined && clock.at < earlier.at)
      throw new TraceError(
        file,
        line,
        `clock ${clock.at} of the ${clock.of}, which runs backwards`,
        `at least ${earlier.at}, the clock of line ${earlier.line}`,
      );
    before.set(clock.of, { at: clock.at, line });
  }
}
