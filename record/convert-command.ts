/** Why: each topic's `convert.ts` is a program as well: it makes the topic's JSON, and takes new raw traces over. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** A file of content/recordings/. */
export interface Converted {
  /** Relative to the repository. */
  readonly out: string;
  readonly text: string;
  /** What it was made from, for the reader of the output. */
  readonly from: string;
}

/**
 * Does what the command line asks, if `meta` is the module that was started; otherwise nothing.
 * @param usage the words after `pack`, e.g. `<folder>`
 * @param pack takes raw traces over; returns false when the words are not its own
 * @param convert all files of the topic, from the committed raw traces
 */
export function convertCommand(
  meta: ImportMeta,
  usage: string,
  pack: (words: readonly string[]) => boolean,
  convert: () => Iterable<Converted>,
): void {
  if (!(meta.main ?? process.argv[1] === meta.filename)) return;
  const [command, ...words] = process.argv.slice(2);
  try {
    if (command !== undefined && !(command === 'pack' && pack(words)))
      throw new Error(`found "${[command, ...words].join(' ')}"; expected nothing, or: pack ${usage}`);
    for (const { out, text, from } of convert()) {
      writeFileSync(path.join(ROOT, out), text);
      console.log(`${out}: ${text.length} bytes from ${from}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
