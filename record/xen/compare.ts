/**
 * Why: what two recordings of the same machine must have in common. Clocks, addresses, grant references and who else ran
 * vary with the kernel's build; which steps a packet takes in each source, what is counted and what a domain owns do not.
 */
import { eventsOf } from '../../src/lib/recorded-events.ts';
import type { CountsRecording } from '../../src/schemas/recording-counts.ts';
import type { EventsRecording } from '../../src/schemas/recording-events.ts';
import type { PagesRecording } from '../../src/schemas/recording-pages.ts';
import { recordingSchema, type Recording } from '../../src/schemas/recording.ts';
import type { Run } from './counts.ts';

export interface Comparison {
  readonly equal: boolean;
  /** For the reader: one for each part that was compared. */
  readonly lines: readonly string[];
}

/** A part of a recording as the steps or lines that must be the same. */
type Parts = ReadonlyMap<string, readonly string[]>;

/** Timers, and how Linux takes any interrupt; both fall where they fall. */
const PASSING =
  /^(xen_evtchn_do_upcall|handle_irq_for_port|napi_poll):|name=(timer0|evtchn:xenconsoled|hvc_console)/;
/** Of Xen, the hypercalls that move a packet. */
const MOVING = /^hypercall: op \d+\((grant_table_op|event_channel_op|physdev_op)\)/;

/** `netif_receive_skb dev=vif1.0 len=84`: the event with what does not depend on addresses or numbering. */
function step(text: string): string {
  const name = text.split(/[:(]| ->/)[0]!;
  const kept =
    text.match(/(?<= )(dev|len|name)=\S+|\(\w+_op\)|\((copy|map_grant_ref|unmap_grant_ref)\)/g) ?? [];
  return [name, ...(name === 'gnttab_batch_copy' ? [] : kept)].join(' ');
}

function stepsOf(recording: EventsRecording): Parts {
  const parts = new Map<string, string[]>();
  for (const scene of recording.scenes)
    for (const { task, text } of eventsOf(recording, scene.lines)) {
      const source = task.split('/')[0]!;
      if (source === 'xen' ? !MOVING.test(text) : PASSING.test(text)) continue;
      const key = `${scene.id}, ${source}`;
      parts.set(key, [...(parts.get(key) ?? []), step(text)]);
    }
  return parts;
}

/**
 * How far a count may be off. Between marks everything is counted, and counts alike; while a whole system boots, timers
 * fire and other domains answer when they do.
 */
const slack = ({ parameters }: Run, count: number) =>
  parameters['work'] === 'boot' ? Math.max(16, count * 0.05) : 0;

const differs = (key: string, found: string, expected: string) =>
  `${key.padEnd(36)} DIFFERENT  found ${found}; expected ${expected}`;
const agrees = (key: string, parts: number) => `${key.padEnd(36)} equal      ${parts}`;

function compareCounts(committed: CountsRecording, recorded: CountsRecording): readonly string[] {
  return committed.runs.map((run) => {
    const other = recorded.runs.find(({ id }) => id === run.id)?.counts ?? {};
    const names = [...new Set([...Object.keys(run.counts), ...Object.keys(other)])];
    const wrong = names.find((name) => {
      const [expected, found] = [run.counts[name] ?? 0, other[name] ?? 0];
      return Math.abs(expected - found) > slack(run, expected);
    });
    return wrong === undefined
      ? agrees(run.id, names.length)
      : differs(run.id, `${wrong} ${other[wrong] ?? 0}`, String(run.counts[wrong] ?? 0));
  });
}

/** State, CPU and seconds of a domain are those of a moment; of `xl info` only what the domains own is compared. */
function stable(command: string, line: string): readonly string[] {
  const words = line.trim().split(/\s+/);
  if (command === 'xl list') return [words.slice(0, 4).join(' ')];
  if (command === 'xl vcpu-list') return [[...words.slice(0, 3), ...words.slice(6)].join(' ')];
  if (command === 'xl info')
    return /^(nr_cpus|total_memory|free_memory|xen_commandline) /.test(line) ? [line] : [];
  if (command === 'cat /proc/interrupts') return /vif|xen/.test(line) ? [line.replace(/\d+/g, 'n')] : [];
  return [line];
}

const pagesOf = ({ scenes, lines }: PagesRecording): Parts =>
  new Map(
    scenes.flatMap(({ id, pages }) =>
      pages.map((page): [string, readonly string[]] => [
        `${id}, ${page.id}`,
        page.lines.flatMap((line) => stable(page.command, lines[line]!)),
      ]),
    ),
  );

function compareParts(before: Parts, now: Parts): readonly string[] {
  return [...new Set([...before.keys(), ...now.keys()])].map((key) => {
    const [a, b] = [before.get(key) ?? [], now.get(key) ?? []];
    const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]);
    return at === undefined
      ? agrees(key, a.length)
      : differs(`${key}, ${at + 1}`, b[at] ?? 'no more', a[at] ?? 'no more');
  });
}

function linesOf(committed: Recording, recorded: Recording): readonly string[] {
  if (committed.kind === 'events' && recorded.kind === 'events')
    return compareParts(stepsOf(committed), stepsOf(recorded));
  if (committed.kind === 'counts' && recorded.kind === 'counts') return compareCounts(committed, recorded);
  if (committed.kind === 'pages' && recorded.kind === 'pages')
    return compareParts(pagesOf(committed), pagesOf(recorded));
  throw new Error(
    `found recordings of kinds ${committed.kind} and ${recorded.kind}; expected two of one kind`,
  );
}

/** Two recordings of the same kind, as their JSON was parsed; the first is the committed one. */
export function compare(committed: unknown, recorded: unknown): Comparison {
  const lines = linesOf(recordingSchema.parse(committed), recordingSchema.parse(recorded));
  return { equal: lines.every((line) => !line.includes(' DIFFERENT ')), lines };
}
