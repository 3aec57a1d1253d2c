/**
 * Why: a raw trace says itself by what it was made, so that the recording's provenance is read and never typed. The
 * recorder puts these lines before what the recording host wrote.
 */
import { TraceError } from '../trace-error.ts';

const KEYS = ['Linux', 'QEMU', 'busybox', 'command', 'date'] as const;
export type Header = Readonly<Record<(typeof KEYS)[number], string>>;

export interface Line {
  /** Number in the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The lines of a header, one `# key: value` a line. */
export const printHeader = (header: Header) => KEYS.map((key) => `# ${key}: ${header[key]}\n`).join('');

const quoted = (text: string) => (text.length > 90 ? `"${text.slice(0, 90)}…"` : `"${text}"`);

/**
 * Reads the header of a raw trace.
 * @param file name used in errors
 * @returns the header, and the lines after it
 * @throws TraceError: a header line that is missing, a last line cut short
 */
export function readHeader(
  file: string,
  text: string,
): { readonly header: Header; readonly lines: readonly Line[] } {
  const all = text.split('\n');
  if (all.at(-1) !== '')
    throw new TraceError(
      file,
      all.length,
      `a last line cut short, ${quoted(all.at(-1) ?? '')}`,
      'a line end',
    );
  const lines = all.slice(0, -1).map((each, i) => ({ line: i + 1, text: each }));
  const header = Object.fromEntries(
    KEYS.map((key, k) => {
      const found = lines[k]?.text ?? '';
      if (!found.startsWith(`# ${key}: `)) throw new TraceError(file, k + 1, quoted(found), `"# ${key}: …"`);
      return [key, found.slice(key.length + 4)];
    }),
  ) as Record<(typeof KEYS)[number], string>;
  return { header, lines: lines.slice(KEYS.length) };
}
