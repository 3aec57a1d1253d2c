/** Why: turns one run of the raw trace into a series: what was sampled, what happened when, how it ended. */
import { TraceError } from '../trace-error.ts';
import { deltaRows } from '../series.ts';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import { ofKind, type MigrationEntry, type Section } from './journal.ts';
import { PAGE_BYTES, type MigrationRun } from './runs.ts';

type Run = SeriesRecording['runs'][number];
type Of<K extends MigrationEntry['kind']> = Extract<MigrationEntry, { kind: K }>;

const COLUMNS: Run['columns'] = [
  { id: 'remaining', unit: 'pages', source: 'query-migrate ram.remaining / 4096' },
  { id: 'transferred', unit: 'KiB', source: 'query-migrate ram.transferred / 1024' },
  { id: 'pages-sent', unit: 'pages', source: 'query-migrate ram.normal' },
  { id: 'pass', unit: 'passes', source: 'query-migrate ram.dirty-sync-count' },
  { id: 'dirty-rate', unit: 'pages/s', source: 'query-migrate ram.dirty-pages-rate' },
  { id: 'throughput', unit: 'kbit/s', source: 'query-migrate ram.mbps × 1000' },
  { id: 'throttle', unit: '%', source: 'query-migrate cpu-throttle-percentage' },
  { id: 'postcopy-requests', unit: 'requests', source: 'query-migrate ram.postcopy-requests' },
];

/** A sample's columns; undefined before the memory is looked at, and when QEMU has thrown its counters away. */
function columnsOf({ reply }: Of<'sample'>): readonly number[] | undefined {
  const { ram } = reply;
  return (
    ram && [
      ram.remaining / PAGE_BYTES,
      Math.round(ram.transferred / 1024),
      ram.normal,
      ram['dirty-sync-count'],
      ram['dirty-pages-rate'],
      Math.round(ram.mbps * 1000),
      reply['cpu-throttle-percentage'] ?? 0,
      ram['postcopy-requests'],
    ]
  );
}

/** In the tool's own words: `source MIGRATION active`, `source MIGRATION_PASS 2`, `recorder migrate_cancel`. */
function nameOf(item: Of<'event'> | Of<'command'>): string {
  if (item.kind === 'command') return `recorder ${item.execute}`;
  const detail = item.data['status'] ?? item.data['pass'];
  const known = typeof detail === 'string' || typeof detail === 'number';
  return `${item.from} ${item.event}${known ? ` ${detail}` : ''}`;
}

const isMark = (item: MigrationEntry): item is Of<'event'> | Of<'command'> =>
  item.kind === 'event' || item.kind === 'command';

function outcomeOf(section: Section, columns: readonly number[]): Run['outcome'] {
  const reply = ofKind(section, 'sample').at(-1)!.reply;
  const events = ofKind(section, 'event');
  const guests = ofKind(section, 'guest');
  const [stop, resume] = ['STOP', 'RESUME'].map((name) => events.find(({ event }) => event === name)?.at);
  const [first, before] = guests;
  const [after, last] = guests.slice(-2);
  const moved = last!.on === 'destination';
  const value = (id: string) => columns[COLUMNS.findIndex((column) => column.id === id)]!;
  const optional = (name: string, found: number | undefined) =>
    found === undefined ? {} : { [name]: found };
  return {
    status: reply.status,
    ...optional('setup-ms', reply['setup-time']),
    ...optional('total-ms', reply['total-time']),
    ...optional('downtime-ms', reply.downtime),
    ...(stop !== undefined && resume !== undefined && { 'stop-to-resume-us': resume - stop }),
    passes: value('pass'),
    remaining: value('remaining'),
    'postcopy-requests': value('postcopy-requests'),
    source: after!.status,
    destination: moved ? last!.status : 'gone',
    'ticks-per-s': Math.round(((before!.ticks - first!.ticks) * 1e6) / (before!.at - first!.at)),
    'ticks-at-source': after!.ticks,
    [moved ? 'ticks-at-destination' : 'ticks-at-source-later']: last!.ticks,
  };
}

/**
 * One run as a series; its clock begins when the destination is told to listen.
 * @throws TraceError: the section lacks its first command, samples with counters, or the four looks at the guest, or
 * something happened before its beginning
 */
export function encodeRun(file: string, section: Section, run: MigrationRun): Run {
  const lacks = (expected: string) =>
    new TraceError(file, section.line, `a run "${run.id}" without it`, expected);
  const start = ofKind(section, 'command')[0];
  if (start?.execute !== 'migrate-incoming') throw lacks('the command migrate-incoming first');
  if (ofKind(section, 'guest').length !== 4) throw lacks('two looks at the guest before and two after');
  const since = (at: number, line: number) => {
    if (at < start.at)
      throw new TraceError(
        file,
        line,
        `clock ${at}`,
        `at least ${start.at}, that of the run’s first command`,
      );
    return Math.round((at - start.at) / 1000);
  };
  const values = section.entries.flatMap(({ item, line }) => {
    const columns = item.kind === 'sample' ? columnsOf(item) : undefined;
    return columns && item.kind === 'sample' ? [[since(item.at, line), ...columns]] : [];
  });
  const last = values.at(-1);
  if (last === undefined) throw lacks('samples with the counters of memory');
  const marks = section.entries
    .flatMap(({ item, line }) => (isMark(item) ? [{ item, line }] : []))
    .sort((a, b) => a.item.at - b.item.at)
    .map(({ item, line }): [number, string] => [since(item.at, line), nameOf(item)]);
  return {
    id: run.id,
    title: run.title,
    parameters: section.head.parameters,
    columns: COLUMNS,
    rows: deltaRows(values),
    marks,
    outcome: outcomeOf(section, last.slice(1)),
  };
}
