/**
 * Why: the figures of control groups rest on these samples, so a line that is not understood is an error and never
 * skipped. Reads what meter.c prints.
 */
import { TraceError } from '../trace-error.ts';
import { readHeader, type Header, type Line } from './header.ts';

export interface Run {
  readonly id: string;
  readonly columns: readonly { readonly id: string; readonly unit: string; readonly source: string }[];
  readonly parameters: Readonly<Record<string, string>>;
  /** `[nanoseconds since the run began, ...values]` */
  readonly rows: readonly (readonly number[])[];
  readonly marks: readonly (readonly [number, string])[];
  readonly outcome: Readonly<Record<string, string>>;
}

interface Draft {
  readonly id: string;
  readonly line: number;
  readonly columns: Run['columns'][number][];
  readonly parameters: Record<string, string>;
  readonly rows: (readonly number[])[];
  readonly marks: [number, string][];
  readonly outcome: Record<string, string>;
  clock: number;
}

const FORM = {
  column: /^column ([a-z-]+) (\S+) (\S.*)$/,
  set: /^set ([\w./]+)=(.+)$/,
  out: /^out ([\w-]+)=(.+)$/,
  mark: /^mark (\d+) (\S.*)$/,
  row: /^row(?: \d+)+$/,
};

/** Takes one line of a run in; what is wrong with it is thrown as `found`, `expected`. */
function take(run: Draft, text: string, refuse: (found: string, expected: string) => never): void {
  const tick = (clock: number) => {
    if (clock < run.clock) refuse(`clock ${clock}, which runs backwards`, `at least ${run.clock}`);
    run.clock = clock;
  };
  const [word] = text.split(' ');
  if (word === 'row' && FORM.row.test(text)) {
    const numbers = text.split(' ').slice(1).map(Number);
    if (numbers.length !== run.columns.length + 1)
      refuse(`${numbers.length} numbers`, `the clock and ${run.columns.length} columns`);
    tick(numbers[0]!);
    run.rows.push(numbers);
    return;
  }
  const [, first, second, third] =
    (word === 'column' || word === 'set' || word === 'out' || word === 'mark'
      ? FORM[word].exec(text)
      : null) ?? refuse(`"${text}"`, 'column, set, row, mark, out or end, as meter.c prints them');
  if (word === 'column') run.columns.push({ id: first!, unit: second!, source: third! });
  else if (word === 'set') run.parameters[first!] = second!;
  else if (word === 'out') run.outcome[first!] = second!;
  else {
    tick(Number(first));
    run.marks.push([Number(first), second!]);
  }
}

/**
 * All runs of a raw trace.
 * @param file name used in errors
 * @param expected ids of the runs, in order
 * @throws TraceError: a line that is no sample, a clock that runs backwards, a run that is missing or does not end
 */
export function parseSamples(
  file: string,
  text: string,
  expected: readonly string[],
): { readonly header: Header; readonly runs: readonly Run[] } {
  const { header, lines } = readHeader(file, text);
  const runs: Run[] = [];
  let open: Draft | undefined;
  const refuse = (line: number, found: string, wanted: string): never => {
    throw new TraceError(file, line, found, wanted);
  };
  const begin = ({ line, text: words }: Line): Draft => {
    const id = words.slice('run '.length);
    if (!words.startsWith('run ') || id !== expected[runs.length])
      return refuse(line, `"${words}"`, `"run ${expected[runs.length] ?? ', none more'}"`);
    return { id, line, columns: [], parameters: {}, rows: [], marks: [], outcome: {}, clock: 0 };
  };
  for (const each of lines) {
    if (open === undefined) open = begin(each);
    else if (each.text === 'end') {
      if (open.rows.length === 0) refuse(each.line, `run "${open.id}" without a row`, 'samples');
      const { id, columns, parameters, rows, marks, outcome } = open;
      runs.push({ id, columns, parameters, rows, marks, outcome });
      open = undefined;
    } else take(open, each.text, (found, wanted) => refuse(each.line, found, wanted));
  }
  const last = lines.at(-1)?.line ?? 5;
  if (open !== undefined) refuse(last, `no end of run "${open.id}", begun in line ${open.line}`, '"end"');
  if (runs.length < expected.length)
    refuse(last, `${runs.length} runs`, `${expected.length}; the next is "${expected[runs.length]}"`);
  return { header, runs };
}
