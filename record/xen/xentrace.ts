/**
 * Why: Xen's own events, of which the figures show hypercalls and switches between domains, come as binary data, which
 * neither packs well nor can be pointed at by line. This writes them down as a listing that loses nothing. Reads what `xentrace -D`
 * writes: records of 32-bit little-endian words (head, 64-bit clock where the head says so, up to 7 words of data), as
 * Xen's public/trace.h lays them out. A record that cannot be is an error, with its place in the file.
 */

/** What is wrong in binary data, at which byte, and what was expected. `message` is `file: byte n: …`. */
export class ByteError extends Error {
  constructor(file: string, byte: number, found: string, expected: string) {
    super(`${file}: byte ${byte}: found ${found}; expected ${expected}`);
    this.name = 'ByteError';
  }
}

export interface XenRecord {
  /** Timestamp counter: executed instructions under icount. */
  readonly clock: number;
  /** Physical CPU. */
  readonly cpu: number;
  readonly event: number;
  readonly words: readonly number[];
}

/** TRC_TRACE_CPU_CHANGE: `[cpu, bytes of records that follow]`. */
const CPU_CHANGE = 0x1f003;
const LOST = 0x1f001;
const WRAPPED = 0x1f002;

const hex = (value: number) => `0x${value.toString(16)}`;

/**
 * @param file name used in errors
 * @throws ByteError: a record or a window cut short, records lost, a record without a clock, a clock that runs
 * backwards on its CPU
 */
export function parseXentrace(file: string, data: Buffer): readonly XenRecord[] {
  const records: XenRecord[] = [];
  const clocks = new Map<number, number>();
  let cpu: number | undefined;
  let window = 0;
  for (let at = 0; at < data.length;) {
    if (at + 4 > data.length) throw new ByteError(file, at, 'a head cut short', '4 bytes');
    const head = data.readUInt32LE(at);
    const [event, count, stamped] = [head & 0xfffffff, (head >>> 28) & 7, head >>> 31 === 1];
    const from = at + (stamped ? 12 : 4);
    const end = from + 4 * count;
    if (end > data.length) throw new ByteError(file, at, 'a record cut short', `${end - at} bytes`);
    const words = Array.from({ length: count }, (_, i) => data.readUInt32LE(from + 4 * i));
    if (event === CPU_CHANGE) {
      if (at < window)
        throw new ByteError(file, at, 'a new window', `one at byte ${window}, where the last one ends`);
      const [next, size] = words;
      if (next === undefined || size === undefined)
        throw new ByteError(file, at, `${count} words`, 'CPU and size');
      cpu = next;
      window = end + size;
      if (window > data.length)
        throw new ByteError(file, at, `${data.length - end} bytes after the window's head`, String(size));
    } else if (event === LOST) {
      throw new ByteError(file, at, `${words[0] ?? 'some'} lost records`, 'buffers that lost none');
    } else if (event !== WRAPPED) {
      if (!stamped || cpu === undefined || end > window)
        throw new ByteError(
          file,
          at,
          `event ${hex(event)}`,
          'a record with a clock, within the window of a CPU',
        );
      const clock = Number(data.readBigUInt64LE(at + 4));
      const before = clocks.get(cpu) ?? 0;
      if (clock < before)
        throw new ByteError(file, at, `clock ${clock}, which runs backwards`, `at least ${before}`);
      clocks.set(cpu, clock);
      records.push({ clock, cpu, event, words });
    }
    at = end;
  }
  if (records.length === 0) throw new ByteError(file, 0, 'no records', 'those of a recording');
  return records;
}

/**
 * The records as text, one a line: clock counted from the line before, CPU, event and words, the last two in hexadecimal.
 * The head says how many there are and on which clock the first one stands.
 * @param records with clocks that do not run backwards: those of one CPU
 */
export function listXentrace(records: readonly XenRecord[]): string {
  const first = records[0]?.clock ?? 0;
  let before = first;
  const lines = records.map(({ clock, cpu, event, words }) => {
    if (clock < before)
      throw new Error(`found clock ${clock} after ${before}; expected the records of one CPU`);
    const delta = clock - before;
    before = clock;
    return [delta, cpu, ...[event, ...words].map((word) => word.toString(16))].join(' ');
  });
  return `# xentrace: ${records.length} records from clock ${first}\n${lines.map((line) => `${line}\n`).join('')}`;
}
