/**
 * Why: from the trace of a guest that sends packets to how often it left, and for what. The trace begins behind the
 * guest's OUT 0xE9 of 2 and goes on past that of 3; counted is what lies between, neither OUT included.
 */
import { parseTrace, type RawEvent } from '../ftrace.ts';
import { TraceError } from '../trace-error.ts';
import { readExit } from '../kvm/scenes.ts';

export type Counts = Readonly<Record<string, number>>;

const LAST_MARK = /^kvm_pio: pio_write at 0xe9 size 1 count 1 val 0x3 ?$/;
const MMIO = /^kvm_(?:mmio: mmio (?:read|write) len \d+ gpa|fast_mmio: fast mmio at gpa) (0x[0-9a-f]+)/;
const MSR = /^kvm_msr: msr_(?:read|write) ([0-9a-f]+) /;
const PORT = /^kvm_pio: pio_(?:read|write) at (0x[0-9a-f]+) /;

/** Memory of PCI devices in QEMU's PC; the guest has one with registers there, its network card. */
const PCI = [0xf0000000, 0xfec00000] as const;
const REGISTERS: Readonly<Record<string, string>> = {
  '6e0': 'APIC timer',
  '80b': 'end of interrupt',
  '819': 'APIC trigger mode',
};

/** What an exit was about, by the lines up to the next one: `npf card`, `msr end of interrupt`, `interrupt`. */
function subjectOf(reason: string, lines: readonly RawEvent[]): string {
  const found = (pattern: RegExp) =>
    lines.map(({ text }) => pattern.exec(text)?.[1]).find((hit) => hit !== undefined);
  const gpa = found(MMIO);
  if (gpa !== undefined)
    return Number(gpa) >= PCI[0] && Number(gpa) < PCI[1] ? `${reason} card` : `${reason} ${gpa}`;
  const msr = found(MSR);
  if (reason === 'msr' && msr !== undefined) return `msr ${REGISTERS[msr] ?? msr}`;
  const port = found(PORT);
  return reason === 'io' && port !== undefined ? `io ${port}` : reason;
}

/** How often each word stands in the list, most frequent first, then by name. */
export function countOf(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

export interface Window {
  /** By KVM's reason. */
  readonly reasons: Counts;
  /** By what the exit was about; ` (QEMU)` behind those that went on to user space. */
  readonly subjects: Counts;
}

/** @param file named in errors @throws TraceError: damaged, without an exit, or without the guest's last OUT */
export function countWindow(file: string, text: string): Window {
  const events = parseTrace(file, text);
  const end = events.findIndex((event) => LAST_MARK.test(event.text));
  const last = events.at(-1)?.line ?? 1;
  if (end === -1) throw new TraceError(file, last, 'no OUT of 3 to port 0xe9', 'the end of the packets');
  const exits = events.slice(0, end).flatMap((event, at) => {
    const exit = readExit(file, event);
    return exit ? [{ at, reason: exit.reason }] : [];
  });
  // The last exit before the line of the OUT is that of the OUT itself.
  const counted = exits.slice(0, -1);
  if (counted.length === 0 || exits.at(-1)?.reason !== 'io')
    throw new TraceError(
      file,
      events[end]!.line,
      'no exits before the last OUT',
      'those of the packets, and its own',
    );
  const subjects = counted.map(({ at, reason }, i) => {
    const lines = events.slice(at + 1, exits[i + 1]!.at);
    const heavy = lines.some((line) => line.text.startsWith('kvm_userspace_exit: reason KVM_EXIT_'));
    return `${subjectOf(reason, lines)}${heavy ? ' (QEMU)' : ''}`;
  });
  return { reasons: countOf(counted.map(({ reason }) => reason)), subjects: countOf(subjects) };
}
