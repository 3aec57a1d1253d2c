/**
 * Why: the figures rest on these lines, so a line that is not understood is an error and never skipped.
 * Reads the text of ftrace's `trace` file (trace_clock x86-tsc) and tells the line that is wrong.
 */
import { TraceError } from './trace-error.ts';

export interface RawEvent {
  /** Line number in the file, from 1. */
  readonly line: number;
  readonly task: string;
  readonly flags: string;
  /** Timestamp counter of the recording host: executed instructions under icount. */
  readonly clock: number;
  /** Event and arguments, trailing blanks kept. */
  readonly text: string;
  readonly raw: string;
}

const LINE = /^ *(\S.{0,15})-(\d+) +(\[\d{3}\] [A-Za-z.0-9#]{5}) +(\d+): ([a-z_]\w*(?::|\(| ->).*)$/;
const COUNTS = /^# entries-in-buffer\/entries-written: (\d+)\/(\d+) +#P:\d+$/;

const quoted = (text: string) => (text.length > 90 ? `"${text.slice(0, 90)}…"` : `"${text}"`);

/**
 * All events of a raw trace.
 * @param file name used in errors
 * @throws TraceError: a line that is no event, a last line cut short, a clock that runs backwards, more or
 * fewer events than the header counts, events lost by the ring buffer
 */
export function parseTrace(file: string, text: string): readonly RawEvent[] {
  const lines = text.split('\n');
  if (lines.at(-1) !== '')
    throw new TraceError(
      file,
      lines.length,
      `a last line cut short, ${quoted(lines.at(-1) ?? '')}`,
      'a line end',
    );
  lines.pop();
  if (lines[0] !== '# tracer: nop')
    throw new TraceError(file, 1, quoted(lines[0] ?? ''), 'the header "# tracer: nop"');
  const events: RawEvent[] = [];
  let counted: number | undefined;
  lines.forEach((raw, i) => {
    if (raw.startsWith('#')) {
      const counts = COUNTS.exec(raw);
      if (!counts) return;
      const [kept, written] = [Number(counts[1]), Number(counts[2])];
      if (kept !== written)
        throw new TraceError(
          file,
          i + 1,
          `${kept} of ${written} events kept`,
          'a ring buffer that lost none',
        );
      counted = kept;
      return;
    }
    const match = LINE.exec(raw);
    if (!match)
      throw new TraceError(
        file,
        i + 1,
        quoted(raw),
        'an event, "task-pid [cpu] flags clock: event: arguments"',
      );
    const [, name, pid, flags, clock, what] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const event = { line: i + 1, task: `${name}-${pid}`, flags, clock: Number(clock), text: what, raw };
    const before = events.at(-1);
    if (before && event.clock < before.clock)
      throw new TraceError(
        file,
        event.line,
        `clock ${event.clock}, which runs backwards`,
        `at least ${before.clock}, the clock of line ${before.line}`,
      );
    events.push(event);
  });
  if (counted === undefined)
    throw new TraceError(
      file,
      1,
      'no count of events',
      'a header line "# entries-in-buffer/entries-written: N/N"',
    );
  if (counted !== events.length)
    throw new TraceError(file, lines.length, `${events.length} events`, `${counted}, as the header says`);
  return events;
}
