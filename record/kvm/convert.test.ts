import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { eventsRecordingSchema } from '../../src/schemas/recording-events';
import { linesOf, type Recording } from '../../src/models/kvm-exits/lines';
import { convertCounts, convert as convertWith, PAGINGS, readRawFacts, readRawTrace } from './convert';
import { parseTrace } from '../ftrace';
import { LISTINGS } from './listing';

const raw = { nested: readRawTrace('nested'), shadow: readRawTrace('shadow') };
const facts = readRawFacts();
const convert = (paging: 'nested' | 'shadow', file: string, text: string) =>
  convertWith(paging, file, text, facts);
const textOf = (paging: 'nested' | 'shadow') =>
  readFileSync(path.resolve(import.meta.dirname, `../../content/recordings/kvm-${paging}.json`), 'utf8');
/** With its guest program and markers, which other recordings of events do not have. */
const readRecording = (paging: 'nested' | 'shadow') =>
  eventsRecordingSchema.parse(JSON.parse(textOf(paging))) as Recording;
const recordings = { nested: readRecording('nested'), shadow: readRecording('shadow') };

/** Exits of a scene by reason, without that of the marker which ends it. */
function exitsOf(recording: Recording, id: string): Record<string, number> {
  const scene = recording.scenes.find((each) => each.id === id)!;
  const exits = linesOf(recording, scene).filter((line) => line.name === 'kvm_exit');
  const counts: Record<string, number> = {};
  for (const { args } of exits.slice(0, -1)) {
    const reason = /reason (\S+)/.exec(args)![1]!;
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

/** Counted once, by hand and by another program, when the traces were made. */
const COUNTS = {
  cpuid: { nested: { cpuid: 2 }, shadow: { cpuid: 2 } },
  'port-io': { nested: { io: 3 }, shadow: { io: 3 } },
  mmio: { nested: { npf: 3 }, shadow: { PF: 3 } },
  msr: { nested: { msr: 5 }, shadow: { msr: 5 } },
  hypercall: { nested: { hypercall: 2 }, shadow: { hypercall: 2 } },
  'first-touch': { nested: { npf: 4 }, shadow: { PF: 4 } },
  'second-touch': { nested: {}, shadow: {} },
  cr3: { nested: {}, shadow: { write_cr3: 16, PF: 2 } },
  'page-table': { nested: {}, shadow: { PF: 1, invlpg: 4 } },
  syscalls: { nested: {}, shadow: {} },
  hlt: { nested: { npf: 5, hlt: 1 }, shadow: { PF: 5, hlt: 1 } },
} as const;

describe.each(PAGINGS)('kvm-%s.json', (paging) => {
  const recording = recordings[paging];

  it('is what the converter makes of the raw trace, byte for byte', () => {
    expect(convert(paging, raw[paging].file, raw[paging].text) === textOf(paging)).toBe(true);
  });

  it('gives back every raw line of its scenes as it was printed', () => {
    const printed = raw[paging].text.split('\n');
    for (const scene of recording.scenes) {
      const lines = linesOf(recording, scene).map((line) => line.raw);
      const from = printed.indexOf(lines[0]!);
      expect(lines.length).toBeGreaterThan(5);
      expect(lines).toEqual(printed.slice(from, from + lines.length));
    }
  });

  it.each(Object.entries(COUNTS))('counts the exits of %s as they were counted', (id, counts) => {
    expect(exitsOf(recording, id)).toEqual(counts[paging]);
  });

  it('has every scene of the figure, and each exit is followed by its entry', () => {
    expect(recording.scenes.map((scene) => scene.id)).toEqual(Object.keys(COUNTS));
    const events = parseTrace(raw[paging].file, raw[paging].text);
    const doors = events.filter((event) => /^kvm_(exit|entry):/.test(event.text));
    const last = doors.findLastIndex((event) => event.text.startsWith('kvm_exit:'));
    const out = doors.flatMap((event, i) => (event.text.startsWith('kvm_exit:') ? [i] : []));
    expect(out.length).toBeGreaterThan(90);
    // The very last exit is the guest's `OUT 0xF4`: the VMM does not run it again.
    for (const i of out) if (i !== last) expect(doors[i + 1]!.text).toMatch(/^kvm_entry:/);
  });

  it('stays within its budget, the program of each scene in the order of its addresses where it runs straight', () => {
    expect(brotliCompressSync(textOf(paging)).length).toBeLessThan(8 * 1024);
    const straight = recording.scenes.filter((scene) => !['syscalls', 'hlt'].includes(scene.id));
    for (const { program } of straight)
      expect(program.map(([rip]) => rip)).toEqual(program.map(([rip]) => rip).toSorted((a, b) => a - b));
  });
});

describe('a damaged trace', () => {
  const { text } = raw.nested;
  const lines = text.split('\n');
  const count = Number(/entries-written: (\d+)/.exec(text)![1]);
  const at = (pattern: RegExp, nth = 0) => {
    const found = lines.flatMap((line, i) => (pattern.test(line) ? [i] : []))[nth];
    if (found === undefined) throw new Error(`no line ${pattern}`);
    return found;
  };
  /** The trace with one line changed or taken out; the header still counts right. */
  const without = (index: number) => {
    const rest = lines.filter((_, i) => i !== index).join('\n');
    return rest.replace(`${count}/${count}`, `${count - 1}/${count - 1}`);
  };
  const changed = (index: number, change: (line: string) => string) =>
    lines.map((line, i) => (i === index ? change(line) : line)).join('\n');
  const convertText = (damaged: string) => () => convert('nested', 'bad.txt', damaged);

  it('names a malformed line', () => {
    const i = at(/kvm_cpuid/);
    expect(convertText(changed(i, (line) => line.replace('[000]', '000')))).toThrow(
      new RegExp(`^bad.txt:${i + 1}: found ".*kvm_cpuid.*…"; expected an event, "task-pid \\[cpu\\]`),
    );
  });

  it('names a last line cut short', () => {
    expect(convertText(text.slice(0, -30))).toThrow(
      new RegExp(`^bad.txt:${lines.length - 1}: found a last line cut short, ".*"; expected a line end$`),
    );
  });

  it('notices events that are gone from the end', () => {
    const cut = `${lines.slice(0, 400).join('\n')}\n`;
    expect(convertText(cut)).toThrow(`bad.txt:400: found 388 events; expected ${count}, as the header says`);
  });

  it('notices events that the ring buffer lost', () => {
    expect(convertText(text.replace(`${count}/${count}`, `${count}/${count + 63}`))).toThrow(
      `bad.txt:3: found ${count} of ${count + 63} events kept; expected a ring buffer that lost none`,
    );
  });

  it('names a clock that runs backwards', () => {
    const i = at(/kvm_entry/, 9);
    expect(convertText(changed(i, (line) => line.replace(/\d{10}:/, '6800000000:')))).toThrow(
      new RegExp(
        `^bad.txt:${i + 1}: found clock 6800000000, which runs backwards; expected at least \\d+, the clock of line ${i}$`,
      ),
    );
  });

  it('names an exit without an entry', () => {
    const entry = at(/kvm_entry/, 5);
    const exit = at(/kvm_exit/, 5);
    expect(convertText(without(entry))).toThrow(
      `bad.txt:${exit}: found a kvm_exit without an entry; expected a kvm_entry before it`,
    );
  });

  it('names an entry without an exit', () => {
    const before = at(/kvm_entry/, 5);
    expect(convertText(without(at(/kvm_exit/, 5)))).toThrow(
      new RegExp(
        `^bad.txt:\\d+: found a second kvm_entry; expected the kvm_exit of the entry in line ${before + 1}$`,
      ),
    );
  });

  it('names an exit with damaged arguments', () => {
    const i = at(/kvm_exit/, 3);
    expect(convertText(changed(i, (line) => line.slice(0, -12)))).toThrow(
      new RegExp(`^bad.txt:${i + 1}: found "kvm_exit: .*"; expected "kvm_exit: vcpu 0 reason`),
    );
  });

  it('names a missing scene', () => {
    const i = at(/SCENE 8$/);
    const next = at(/SCENE 9$/);
    expect(convertText(without(i))).toThrow(
      `bad.txt:${next}: found the marker of scene 9; expected that of scene 8`,
    );
    expect(convertText(without(at(/SCENE 20$/)))).toThrow(
      /^bad.txt:\d+: found the last marker is that of scene 19; expected scenes 1 to 20$/,
    );
  });

  it('names a missing end marker', () => {
    expect(convertText(without(at(/VMM guest-done/)))).toThrow(
      /^bad.txt:\d+: found no end marker; expected "tracing_mark_write: VMM guest-done": the guest did not run to its end$/,
    );
  });

  it('names an exit at an address that the program does not have', () => {
    const i = at(/reason cpuid/);
    expect(convertText(changed(i, (line) => line.replace('rip 0x11ac', 'rip 0x1999')))).toThrow(
      `bad.txt:${i + 1}: found an exit at rip 0x1999; expected an instruction of scene "cpuid": 0x11aa 0x11ac 0x11ae 0x11b3`,
    );
  });

  it('does not take shadow paging for nested', () => {
    expect(() => convert('nested', 'b.txt', raw.shadow.text)).toThrow(
      /^b.txt:\d+: found reason PF excp, which is of shadow paging; expected nested paging$/,
    );
  });

  it('names a file that is no trace', () => {
    expect(convertText('hello\n')).toThrow('bad.txt:1: found "hello"; expected the header "# tracer: nop"');
  });
});

describe('the listing', () => {
  it('knows every instruction that KVM decoded, at its address', () => {
    for (const paging of PAGINGS)
      for (const scene of recordings[paging].scenes) {
        const listing = LISTINGS.find((each) => each.id === scene.id)!;
        const decoded = linesOf(recordings[paging], scene).filter((line) => line.name === 'kvm_emulate_insn');
        for (const { args } of decoded)
          expect(listing.program.map(([rip]) => rip)).toContain(Number(`0x${args.split(':')[1]}`));
      }
  });
});

it('kvm-counts.json is what the converter makes of both raw traces, byte for byte', () => {
  const file = path.resolve(import.meta.dirname, '../../content/recordings/kvm-counts.json');
  expect(readFileSync(file, 'utf8') === convertCounts()).toBe(true);
});
