/** Why: a boot has too many exits to keep each; ftrace counts them in the kernel, and this reads its histograms. */
import { TraceError } from '../trace-error.ts';
import type { Counts } from './window.ts';

/** Exit codes of AMD's SVM as KVM names them: arch/x86/include/uapi/asm/svm.h, SVM_EXIT_REASONS. */
const REASON: Readonly<Record<number, string>> = {
  ...{ 0x00: 'read_cr0', 0x02: 'read_cr2', 0x03: 'read_cr3', 0x04: 'read_cr4', 0x08: 'read_cr8' },
  ...{ 0x10: 'write_cr0', 0x13: 'write_cr3', 0x14: 'write_cr4', 0x18: 'write_cr8' },
  ...{
    0x20: 'read_dr0',
    0x21: 'read_dr1',
    0x22: 'read_dr2',
    0x23: 'read_dr3',
    0x26: 'read_dr6',
    0x27: 'read_dr7',
  },
  ...{
    0x30: 'write_dr0',
    0x31: 'write_dr1',
    0x32: 'write_dr2',
    0x33: 'write_dr3',
    0x36: 'write_dr6',
    0x37: 'write_dr7',
  },
  ...{
    0x41: 'DB excp',
    0x43: 'BP excp',
    0x46: 'UD excp',
    0x4d: 'GP excp',
    0x4e: 'PF excp',
    0x51: 'AC excp',
    0x52: 'MC excp',
  },
  ...{ 0x60: 'interrupt', 0x61: 'nmi', 0x62: 'smi', 0x63: 'init', 0x64: 'vintr', 0x65: 'cr0_sel_write' },
  ...{
    0x6e: 'rdtsc',
    0x6f: 'rdpmc',
    0x72: 'cpuid',
    0x73: 'rsm',
    0x74: 'iret',
    0x76: 'invd',
    0x77: 'pause',
    0x78: 'hlt',
  },
  ...{ 0x79: 'invlpg', 0x7b: 'io', 0x7c: 'msr', 0x7d: 'task_switch', 0x7f: 'shutdown', 0x81: 'hypercall' },
  ...{ 0x87: 'rdtscp', 0x89: 'wbinvd', 0x8a: 'monitor', 0x8b: 'mwait', 0x8d: 'xsetbv', 0x400: 'npf' },
};

const HEAD = /^# trigger info: hist:keys=([a-z_.]+):/;
const ENTRY = /^\{ \w+: +([0-9a-f]+) \} hitcount: +(\d+)$/;

/** One histogram: key as printed → hits. */
type Histogram = ReadonlyMap<string, number>;

/** @throws TraceError: a line that is none of a histogram's, hits that do not add up, dropped ones */
function readHistograms(file: string, text: string): ReadonlyMap<string, Histogram> {
  const all = new Map<string, Map<string, number>>();
  let current: Map<string, number> | undefined;
  text.split('\n').forEach((line, i) => {
    const fail = (expected: string) => {
      throw new TraceError(file, i + 1, `"${line}"`, expected);
    };
    const head = HEAD.exec(line);
    if (head) {
      current = new Map<string, number>();
      all.set(head[1]!, current);
    }
    if (head || /^(#.*|\s*|Totals:| +Entries: \d+)$/.test(line)) return;
    const entry = ENTRY.exec(line);
    const [, total, value] = /^ +(Hits|Dropped): (\d+)$/.exec(line) ?? [];
    if (!current) fail('the head of a histogram before its entries');
    else if (entry) current.set(entry[1]!, Number(entry[2]));
    else if (total === undefined) fail('"{ key: … } hitcount: …"');
    else {
      const expected = total === 'Hits' ? [...current.values()].reduce((sum, hits) => sum + hits, 0) : 0;
      if (Number(value) !== expected) fail(`${total}: ${expected}`);
    }
  });
  return all;
}

const sorted = (entries: readonly (readonly [string, number])[]): Counts =>
  Object.fromEntries([...entries].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));

export interface Boot {
  readonly reasons: Counts;
  /** Port accesses by port, as `0xcf8`. */
  readonly ports: Counts;
}

/** @param file named in errors @throws TraceError also for an exit code that has no name here, or a histogram missing */
export function countBoot(file: string, text: string): Boot {
  const histograms = readHistograms(file, text);
  const take = (key: string, name: (printed: string) => string) => {
    const found = histograms.get(key);
    if (!found || found.size === 0)
      throw new TraceError(file, 1, `no entries by ${key}`, 'a histogram of them');
    return sorted([...found].map(([printed, hits]) => [name(printed), hits] as const));
  };
  const reasons = take('exit_reason', (code) => {
    const name = REASON[Number(code)];
    if (name === undefined) throw new TraceError(file, 1, `exit code ${code}`, 'one of SVM_EXIT_REASONS');
    return name;
  });
  return { reasons, ports: take('port.hex', (port) => `0x${port}`) };
}
