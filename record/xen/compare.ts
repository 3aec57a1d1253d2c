/**
 * Why: what two recordings of the same machine must have in common. Clocks, addresses, grant references and who else ran
 * vary with the kernel's build; which steps a packet takes in each source, what is counted and what a domain owns do not.
 */
import type { CountsRecording } from '../../src/schemas/recording-counts.ts';
import type { EventsRecording } from '../../src/schemas/recording-events.ts';
import type { PagesRecording } from '../../src/schemas/recording-pages.ts';
import { recordingSchema } from '../../src/schemas/recording.ts';
import { textOf } from './lines.ts';

export interface Comparison {
  readonly equal: boolean;
  /** For the reader: one for each part that was compared. */
  readonly lines: readonly string[];
}

/** A part of a recording as the steps, counts or lines that must be the same. */
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
    for (const line of scene.lines) {
      const source = recording.tasks[line[1]]!.split('/')[0]!;
      const text = textOf(recording, line);
      if (source === 'xen' ? !MOVING.test(text) : PASSING.test(text)) continue;
      const key = `${scene.id}, ${source}`;
      parts.set(key, [...(parts.get(key) ?? []), step(text)]);
    }
  return parts;
}

/**
 * VM exits that depend on when timers fire: interrupts, waiting, arming the next timer (MSR), and the FPU, which a guest
 * asks for anew after each.
 */
const TIMED = ['VMEXIT_INTR', 'VMEXIT_VINTR', 'VMEXIT_HLT', 'VMEXIT_MSR', 'VMEXIT_EXCEPTION_NM'];

const countsOf = ({ runs }: CountsRecording): Parts =>
  new Map(
    runs.map(({ id, counts }) => [
      id,
      Object.entries(counts)
        .filter(([name]) => !TIMED.includes(name))
        .map(([name, count]) => `${name} ${count}`)
        .sort(),
    ]),
  );

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

function partsOf(data: unknown): Parts {
  const recording = recordingSchema.parse(data);
  switch (recording.kind) {
    case 'events':
      return stepsOf(recording);
    case 'counts':
      return countsOf(recording);
    case 'pages':
      return pagesOf(recording);
    case 'series':
      throw new Error('found a recording of kind series; expected events, counts or pages');
  }
}

/** Two recordings of the same kind, as their JSON was parsed; the first is the committed one. */
export function compare(committed: unknown, recorded: unknown): Comparison {
  const [before, now] = [partsOf(committed), partsOf(recorded)];
  const lines = [...new Set([...before.keys(), ...now.keys()])].map((key) => {
    const [a, b] = [before.get(key) ?? [], now.get(key) ?? []];
    const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]);
    return at === undefined
      ? `${key.padEnd(36)} equal      ${a.length}`
      : `${key.padEnd(36)} DIFFERENT  ${at + 1}: found ${b[at] ?? 'no more'}; expected ${a[at] ?? 'no more'}`;
  });
  return { equal: lines.every((line) => !line.includes(' DIFFERENT ')), lines };
}
