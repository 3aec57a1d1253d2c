/**
 * Why: one ping as four tracers saw it, merged on their one clock: from the guest's system call that sends until the
 * one that has received. A source that is silent in a scene is an error: the path would have a hole.
 */
import type { EventsRecording } from '../../src/schemas/recording-events.ts';
import { interned } from '../interned.ts';
import { parseTrace } from '../ftrace.ts';
import { TraceError } from '../trace-error.ts';
import { describeXen } from './events.ts';
import { readListing } from './listing.ts';
import { describeEcho, parsePcap } from './pcap.ts';
import type { Archive } from './provenance.ts';

interface Line {
  readonly clock: number;
  /** `source/who`. */
  readonly task: string;
  readonly flags: string;
  readonly text: string;
}

/** By the length of the frame on the wire: 34 bytes (Ethernet, IP) more than what the program sends, in hexadecimal. */
const SCENES = [
  { id: 'ping-98', send: /^sys_sendto\(.* len: 40,/, received: 'sys_recvfrom -> 0x54' },
  { id: 'ping-1242', send: /^sys_sendto\(.* len: 4b8,/, received: 'sys_recvfrom -> 0x4cc' },
];
const SOURCES = ['domu', 'xen', 'dom0', 'wire'] as const;

const ftraceLines = (source: string, archive: Archive, name: string): readonly Line[] =>
  parseTrace(`${archive.file}/${name}`, archive.text(name)).map(({ clock, task, flags, text }) => ({
    clock,
    task: `${source}/${task}`,
    flags,
    text,
  }));

function xenLines(archive: Archive): readonly Line[] {
  const file = `${archive.file}/ping.xentrace.txt`;
  return describeXen(file, readListing(file, archive.text('ping.xentrace.txt'))).map(
    ({ clock, cpu, domain, text }) => ({
      clock,
      task: domain === undefined ? 'xen/idle' : `xen/d${domain}`,
      flags: `[${String(cpu).padStart(3, '0')}]`,
      text,
    }),
  );
}

const wireLines = (archive: Archive): readonly Line[] =>
  parsePcap(`${archive.file}/wire.pcap`, archive.bytes('wire.pcap')).flatMap((frame) => {
    const text = describeEcho(frame);
    return text === undefined ? [] : [{ clock: frame.clock, task: 'wire/eth0', flags: '', text }];
  });

/** Clocks of the scene's first and last line. */
function windowOf(file: string, guest: readonly Line[], { id, send, received }: (typeof SCENES)[number]) {
  const starts = guest.filter(({ text }) => send.test(text));
  if (starts.length !== 1)
    throw new TraceError(
      file,
      guest.length,
      `${starts.length} lines like ${send}`,
      `one, which begins ${id}`,
    );
  const start = starts[0]!;
  const end = guest.find(
    ({ clock, task, text }) => clock > start.clock && task === start.task && text === received,
  );
  if (end === undefined)
    throw new TraceError(file, guest.length, `no "${received}" of ${start.task}`, `the end of ${id}`);
  return { from: start.clock, to: end.clock };
}

/** @throws TraceError or ByteError: a source is damaged, a scene does not begin or end, a source is silent in one */
export function convertPing(archive: Archive): Omit<EventsRecording, 'provenance' | 'version' | 'id'> {
  const guest = ftraceLines('domu', archive, 'ping.domu.txt');
  const all = [guest, ftraceLines('dom0', archive, 'ping.dom0.txt'), xenLines(archive), wireLines(archive)]
    .flat()
    .sort((a, b) => a.clock - b.clock);
  const cut = SCENES.map((scene) => {
    const { from, to } = windowOf(`${archive.file}/ping.domu.txt`, guest, scene);
    const lines = all.filter(({ clock }) => clock >= from && clock <= to);
    for (const source of SOURCES)
      if (!lines.some(({ task }) => task.startsWith(`${source}/`)))
        throw new Error(
          `${archive.file}: found no line of ${source} between ${from} and ${to}; expected some in ${scene.id}`,
        );
    return { id: scene.id, lines };
  });
  return { kind: 'events', ...interned(cut) };
}
