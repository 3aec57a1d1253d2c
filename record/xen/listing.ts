/** Why: the committed form of Xen's events is text (see xentrace.ts); a line that is not understood is an error. */
import { TraceError } from '../trace-error.ts';
import type { XenRecord } from './xentrace.ts';

export interface ListedRecord extends XenRecord {
  /** Line number in the file, from 1. */
  readonly line: number;
}

const HEAD = /^# xentrace: (\d+) records from clock (\d+)$/;
const LINE = /^\d+ \d+(?: [0-9a-f]{1,8})+$/;

/**
 * The inverse of `listXentrace`.
 * @param file name used in errors
 * @throws TraceError: no head, a line that is no record (a clock that runs backwards among them), a last line cut
 * short, more or fewer records than the head counts
 */
export function readListing(file: string, text: string): readonly ListedRecord[] {
  const lines = text.split('\n');
  const head = HEAD.exec(lines[0]!);
  if (!head)
    throw new TraceError(file, 1, `"${lines[0]!.slice(0, 60)}"`, '"# xentrace: … records from clock …"');
  if (lines.pop() !== '') throw new TraceError(file, lines.length + 1, 'a last line cut short', 'a line end');
  let clock = Number(head[2]);
  const records = lines.slice(1).map((each, i): ListedRecord => {
    if (!LINE.test(each))
      throw new TraceError(
        file,
        i + 2,
        `"${each}"`,
        'a record, "delta cpu event words…", whose clock does not run backwards',
      );
    const [delta, cpu, event, ...words] = each.split(' ') as [string, string, string, ...string[]];
    clock += Number(delta);
    return {
      line: i + 2,
      clock,
      cpu: Number(cpu),
      event: parseInt(event, 16),
      words: words.map((word) => parseInt(word, 16)),
    };
  });
  if (records.length !== Number(head[1]))
    throw new TraceError(file, lines.length, `${records.length} records`, `${head[1]}, as the head says`);
  return records;
}
