/** Why: real migrations of QEMU, read from the recording: what was counted when, pass by pass; no number of theirs is written here. */
import json from '../../../content/recordings/migration.json';
import { rowsOf } from '../../lib/deltas';
import type { RecordedHead } from '../../lib/recorded';
import {
  CELLS,
  PAGE_BYTES,
  PAGES_PER_MIB,
  type RecordedId,
  type Round,
  type Setup,
} from '../../models/live-migration/types';

type Values = Readonly<Record<string, string | number>>;

interface RunJson {
  readonly id: string;
  readonly parameters: Values;
  readonly columns: readonly { readonly id: string }[];
  readonly rows: readonly (readonly number[])[];
  readonly marks: readonly (readonly [number, string])[];
  readonly outcome: Values;
}

// The file is checked against its schema and its raw trace by the converter's test.
const RECORDING = json as unknown as { readonly provenance: RecordedHead; readonly runs: readonly RunJson[] };
export const { provenance: PROVENANCE } = RECORDING;

export interface Row {
  readonly ms: number;
  readonly remaining: number;
  readonly sent: number;
  readonly pass: number;
  readonly throttle: number;
  readonly requests: number;
}

export interface Run {
  readonly setup: Setup;
  readonly rows: readonly Row[];
  /** Whole passes while the guest ran at the source. */
  readonly rounds: readonly Round[];
  /** When the guest stopped and when it ran on, ms; undefined where it never did. */
  readonly stopMs: number | undefined;
  readonly resumeMs: number | undefined;
  /** When the migration was over, at either end. */
  readonly endMs: number;
  readonly parameters: Values;
  readonly outcome: Values;
}

const PASS = /^source MIGRATION_PASS (\d+)$/;

/**
 * Passes from their marks. A pass has as many pages as remained when it was first seen, and those that had been sent by
 * then since the row before: what the guest wrote during the pass before, and what was left of that.
 * @param untilMs when the guest stopped, if it did
 * @param cutMs when somebody cut it short: a pass that was not over then is no whole one
 */
function roundsOf(
  marks: RunJson['marks'],
  rows: readonly Row[],
  untilMs: number,
  cutMs: number | undefined,
): readonly Round[] {
  const begins = marks.flatMap(([ms, what]) => {
    const pass = PASS.exec(what);
    return pass ? [{ number: Number(pass[1]), ms }] : [];
  });
  const sizeOf = (number: number) => {
    const at = rows.findIndex(({ pass }) => pass === number);
    if (at < 0) return undefined;
    const { remaining, sent, ms } = rows[at]!;
    return { pages: remaining + sent - (rows[at - 1]?.sent ?? 0), ms };
  };
  return begins.flatMap(({ number, ms }, i): Round[] => {
    const size = sizeOf(number);
    const toMs = Math.min(begins[i + 1]?.ms ?? untilMs, untilMs);
    const cut = cutMs !== undefined && (begins[i + 1]?.ms ?? Infinity) > cutMs;
    if (size === undefined || toMs <= ms || cut) return [];
    const next = sizeOf(number + 1);
    const during = rows.filter(({ pass }) => pass === number).at(-1)!;
    return [
      {
        number,
        fromUs: ms * 1000,
        toUs: toMs * 1000,
        sent: size.pages,
        written: next && next.ms <= untilMs ? next.pages : undefined,
        throttle: during.throttle,
      },
    ];
  });
}

function read({ parameters, columns, rows: deltas, marks, outcome }: RunJson): Run {
  const at = (id: string) => {
    const index = columns.findIndex((column) => column.id === id);
    if (index < 0) throw new Error(`a run of recording migration has no column "${id}"`);
    return index + 1;
  };
  const [remaining, sent, pass, throttle, requests] = [
    'remaining',
    'pages-sent',
    'pass',
    'throttle',
    'postcopy-requests',
  ].map(at);
  const rows = rowsOf(deltas).map((row) => ({
    ms: row[0]!,
    remaining: row[remaining!]!,
    sent: row[sent!]!,
    pass: row[pass!]!,
    throttle: row[throttle!]!,
    requests: row[requests!]!,
  }));
  const markMs = (...names: readonly string[]) => marks.findLast(([, what]) => names.includes(what))?.[0];
  const stopMs = markMs('source STOP');
  const endMs = markMs(
    'source MIGRATION completed',
    'destination MIGRATION completed',
    'recorder migrate_cancel',
  )!;
  const number = (name: string) => Number(parameters[name]);
  return {
    setup: {
      pages: number('memory-mib') * PAGES_PER_MIB,
      // A guest at rest writes its counter alone: one cell of the picture.
      hotPages:
        number('pages-per-ms') === 0
          ? (number('memory-mib') * PAGES_PER_MIB) / CELLS
          : number('working-set-pages'),
      writes: number('pages-per-ms') * 1000,
      link: number('max-bandwidth') / PAGE_BYTES,
      limitUs: number('downtime-limit') * 1000,
    },
    rows,
    rounds: roundsOf(
      marks,
      rows,
      stopMs ?? endMs,
      markMs('recorder migrate-start-postcopy', 'recorder migrate_cancel'),
    ),
    stopMs,
    resumeMs: markMs('destination RESUME'),
    endMs,
    parameters,
    outcome,
  };
}

const runs = new Map<RecordedId, Run>();

/** @throws Error when the recording has no such run */
export function recordedRun(id: RecordedId): Run {
  const known = runs.get(id);
  if (known) return known;
  const name = id.replace('recorded-', '');
  const json = RECORDING.runs.find((each) => each.id === name);
  if (!json) throw new Error(`recording migration has no run "${name}"`);
  const run = read(json);
  runs.set(id, run);
  return run;
}

/** The last row until a moment. */
export const rowAt = ({ rows }: Run, ms: number): Row => rows.findLast((row) => row.ms <= ms) ?? rows[0]!;
