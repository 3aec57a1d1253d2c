/** Why: Xen's records as lines of text, named as Xen's public headers name them, each with the virtual CPU that ran. */
import { TraceError } from '../trace-error.ts';
import type { ListedRecord } from './listing.ts';

export interface XenEvent {
  readonly clock: number;
  readonly cpu: number;
  /** Domain that ran on the CPU, undefined before the first switch and while the CPU idles. */
  readonly domain: number | undefined;
  readonly text: string;
}

/** Numbers of public/xen.h. */
const HYPERCALLS: Readonly<Record<number, string>> = {
  0: 'set_trap_table',
  1: 'mmu_update',
  2: 'set_gdt',
  3: 'stack_switch',
  4: 'set_callbacks',
  5: 'fpu_taskswitch',
  7: 'platform_op',
  8: 'set_debugreg',
  9: 'get_debugreg',
  10: 'update_descriptor',
  12: 'memory_op',
  13: 'multicall',
  14: 'update_va_mapping',
  15: 'set_timer_op',
  17: 'xen_version',
  18: 'console_io',
  20: 'grant_table_op',
  21: 'vm_assist',
  22: 'update_va_mapping_otherdomain',
  23: 'iret',
  24: 'vcpu_op',
  25: 'set_segment_base',
  26: 'mmuext_op',
  27: 'xsm_op',
  28: 'nmi_op',
  29: 'sched_op',
  30: 'callback_op',
  31: 'xenoprof_op',
  32: 'event_channel_op',
  33: 'physdev_op',
  34: 'hvm_op',
  35: 'sysctl',
  36: 'domctl',
};

/** Commands of public/grant_table.h and public/sched.h that the figures name. */
const COMMANDS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  grant_table_op: { 0: 'map_grant_ref', 1: 'unmap_grant_ref', 5: 'copy' },
  sched_op: { 0: 'yield', 1: 'block', 2: 'shutdown', 3: 'poll' },
};

const HYPERCALL = 0x20100d;
const SUBCALL = 0x20200e;
const SWITCH = 0x2800a;
const WAKE = 0x28004;
const BLOCK = 0x28006;
const PV_ENTRY = 0x201000;
const WIDE = 0x100;
/** The other entries of a PV guest into Xen, TRC_PV_ENTRY + n. */
const ENTRIES: Readonly<Record<number, string>> = {
  3: 'trap',
  4: 'page_fault',
  5: 'forced_invalid_op',
  6: 'emulate_privop',
  8: 'math_state_restore',
  11: 'ptwr_emulation',
};
/** Scheduler classes that repeat what the switches say. */
const isDetail = (event: number) => event >>> 12 === 0x22 || event >>> 12 === 0x21 || event >>> 12 === 0x28;

const IDLE_DOMAIN = 0x7fff;
const vcpu = (domain: number, id: number) => (domain === IDLE_DOMAIN ? 'idle' : `d${domain}v${id}`);

/** Number, name and the arguments that Xen kept: bits 20 up say which of the six, and how wide. */
function describeHypercall(file: string, { line, words }: ListedRecord): string {
  const [head = 0, ...rest] = words;
  const op = head & 0xfffff;
  const name = HYPERCALLS[op];
  if (name === undefined) throw new TraceError(file, line, `hypercall ${op}`, 'one of public/xen.h');
  const args = Array.from({ length: 6 }, (_, i) => ({ i, width: (head >>> (20 + 2 * i)) & 3 }))
    .filter(({ width }) => width > 0)
    .map(({ i, width }) => {
      const [low = 0, high = 0] = rest.splice(0, width);
      const value = high * 2 ** 32 + low;
      const command = i === 0 ? COMMANDS[name]?.[value] : undefined;
      return ` arg${i}=${value}${command === undefined ? '' : `(${command})`}`;
    });
  return `op ${op}(${name})${args.join('')}`;
}

/**
 * Xen's events in order, without what its scheduler says about its own reckoning.
 * @throws TraceError: an event or hypercall that is not known
 */
export function describeXen(file: string, records: readonly ListedRecord[]): readonly XenEvent[] {
  const running = new Map<number, number>();
  return records.flatMap((record): XenEvent[] => {
    const { line, clock, cpu, event, words } = record;
    const domain = running.get(cpu);
    const say = (text: string): XenEvent[] => [{ clock, cpu, domain, text }];
    const [a = 0, b = 0, c = 0, d = 0] = words;
    if (event === HYPERCALL) return say(`hypercall: ${describeHypercall(file, record)}`);
    if (event === SUBCALL) return say(`multicall_entry: ${describeHypercall(file, record)}`);
    if (event === SWITCH) {
      if (c === IDLE_DOMAIN) running.delete(cpu);
      else running.set(cpu, c);
      return say(`sched_switch: ${vcpu(a, b)} -> ${vcpu(c, d)}`);
    }
    if (event === WAKE) return say(`sched_wake: ${vcpu(a, b)}`);
    if (event === BLOCK) return say(`sched_block: ${vcpu(a, b)}`);
    if (isDetail(event)) return [];
    const entry = ENTRIES[(event & ~WIDE) - PV_ENTRY];
    if (entry === undefined)
      throw new TraceError(file, line, `event 0x${event.toString(16)}`, 'one of public/trace.h');
    return say(`${entry}:${words.map((word) => ` ${word.toString(16).padStart(8, '0')}`).join('')}`);
  });
}
