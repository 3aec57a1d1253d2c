/**
 * Why: `npf` alone does not say what an exit was about; the lines between it and the next entry do. This
 * reads out of them what KVM had to do.
 */
import type { Line } from './lines.ts';

/** What KVM did for the guest. Numbers keep the trace's own hexadecimal spelling. */
export type Work =
  | { readonly kind: 'cpuid'; readonly leaf: string }
  | { readonly kind: 'pio-out' | 'pio-in'; readonly port: string; readonly value: string }
  /** `marked`: this is the first access, which marks the page as a device's. */
  | {
      readonly kind: 'mmio-write' | 'mmio-read';
      readonly address: string;
      readonly value: string;
      readonly marked: boolean;
    }
  | { readonly kind: 'apic'; readonly register: string; readonly value: string; readonly marked: boolean }
  | { readonly kind: 'msr-read' | 'msr-write' | 'msr-missing'; readonly msr: string; readonly value: string }
  | { readonly kind: 'hypercall'; readonly number: number }
  /** Nested paging: a guest-physical page gets its host page. */
  | { readonly kind: 'map'; readonly page: string; readonly address: string }
  /** Shadow paging: an entry is missing; `linked`: KVM had a shadow of a lower table already. */
  | { readonly kind: 'shadow'; readonly address: string; readonly linked: boolean }
  /** Shadow paging: the guest writes into one of its own page tables, which KVM lets go out of step. */
  | { readonly kind: 'unsync'; readonly address: string }
  /** Shadow paging: `fresh`: KVM has no shadow table of this address space yet. */
  | { readonly kind: 'cr3'; readonly fresh: boolean }
  | { readonly kind: 'invlpg' }
  | { readonly kind: 'hlt' };

export type WorkKind = Work['kind'];

const field = (line: Line | undefined, pattern: RegExp) => pattern.exec(line?.args ?? '')?.[1] ?? '';

function device(lines: readonly Line[], named: (name: string) => Line | undefined): Work | undefined {
  const marked = named('mark_mmio_spte') !== undefined;
  const apic = named('kvm_apic');
  if (apic)
    return { kind: 'apic', register: field(apic, /(APIC_\w+)/), value: field(apic, /= (\w+)/), marked };
  const mmio = lines.findLast((line) => line.name === 'kvm_mmio');
  if (!mmio) return undefined;
  const kind = mmio.args.includes('write') ? 'mmio-write' : 'mmio-read';
  return { kind, address: field(mmio, /gpa (\w+)/), value: field(mmio, /val (\w+)/), marked };
}

/**
 * What an exit was about.
 * @param reason as KVM names it: `cpuid`, `io`, `npf`, `PF`, …
 * @param lines from the `kvm_exit` to the `kvm_entry` after it
 * @throws Error when no work is known for the reason: a new kind of scene needs a new kind of work
 */
export function workOf(reason: string, lines: readonly Line[]): Work {
  const named = (name: string) => lines.find((line) => line.name === name);
  const fault = named('kvm_page_fault');
  const address = field(fault, /address (0x\w+)/).replace(/^0x0+(?=\w)/, '0x');
  switch (reason) {
    case 'cpuid':
      return { kind: 'cpuid', leaf: `0x${field(named('kvm_cpuid'), /func (\w+)/)}` };
    case 'io': {
      const pio = named('kvm_pio');
      const kind = pio?.args.includes('pio_read') ? 'pio-in' : 'pio-out';
      return { kind, port: field(pio, /at (\w+)/), value: field(pio, /val (\w+)/) };
    }
    case 'msr': {
      const line = named('kvm_msr');
      const missing = line?.args.includes('(#GP)');
      const kind = missing ? 'msr-missing' : line?.args.includes('write') ? 'msr-write' : 'msr-read';
      return { kind, msr: `0x${field(line, /msr_\w+ (\w+)/)}`, value: field(line, /= (\w+)/) };
    }
    case 'hypercall':
      return { kind: 'hypercall', number: Number(field(named('kvm_hypercall'), /nr (\w+)/)) };
    case 'npf':
      return (
        device(lines, named) ?? {
          kind: 'map',
          page: `0x${field(named('kvm_mmu_set_spte'), /gfn (\w+)/)}`,
          address,
        }
      );
    case 'PF': {
      const touched = device(lines, named);
      if (touched) return touched;
      if (named('kvm_mmu_unsync_page')) return { kind: 'unsync', address };
      const linked = lines.some(
        ({ name, args }) => name === 'kvm_mmu_get_page' && args.endsWith(' existing'),
      );
      return { kind: 'shadow', address, linked };
    }
    case 'write_cr3':
      return { kind: 'cr3', fresh: named('kvm_mmu_get_page') !== undefined };
    case 'invlpg':
    case 'hlt':
      return { kind: reason };
    default:
      throw new Error(`no work is known for the exit reason "${reason}"`);
  }
}
