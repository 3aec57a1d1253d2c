/** Why: which sentence a step says. Keys and values only; the sentences stand in captions.<language>.ts. */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import type { Exit } from '../../models/kvm-exits/exits';
import type { Quiet } from './quiet';
import { otherPaging, totalsOf, type Paging, type SceneId } from './recordings';

export const hex = (value: number) => `0x${value.toString(16)}`;

/** The kind of work, split where the story differs. */
export function storyOf({ work }: Exit): string {
  switch (work.kind) {
    case 'cpuid':
      return work.leaf === '0x40000000' ? 'cpuid-signature' : 'cpuid';
    case 'mmio-write':
    case 'mmio-read':
      return work.marked ? `${work.kind}-first` : work.kind;
    case 'apic':
      return work.register === 'APIC_EOI'
        ? 'apic-eoi'
        : work.register === 'APIC_TMICT'
          ? 'apic-timer'
          : 'apic';
    case 'hypercall':
      return work.number === 1 ? 'hypercall' : 'hypercall-unknown';
    case 'map':
      return 'map';
    case 'shadow':
      return work.linked ? 'shadow-linked' : 'shadow';
    case 'cr3':
      return work.fresh ? 'cr3-fresh' : 'cr3';
    case 'pio-out':
    case 'pio-in':
    case 'msr-read':
    case 'msr-write':
    case 'msr-missing':
    case 'unsync':
    case 'invlpg':
    case 'hlt':
      return work.kind;
  }
}

/** Everything that a sentence about an exit may name. */
export function valuesOf(exit: Exit, total: number): Readonly<Record<string, string | number>> {
  const { kind: _, ...work } = exit.work;
  const plain = Object.entries<string | number | boolean>(work).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? '' : value,
  ]);
  return {
    ...(Object.fromEntries(plain) as Record<string, string | number>),
    n: exit.n,
    total,
    reason: exit.reason,
    instruction: exit.instruction,
    rip: hex(exit.rip),
    next: hex(exit.entryRip),
    waited: exit.waited,
  };
}

/** How the guest goes on. */
export function entryKey(exit: Exit): string {
  if (exit.injects === 'fault') return 'entry.fault';
  if (exit.injects === 'interrupt') return 'entry.interrupt';
  if (exit.work.kind === 'pio-in' || exit.work.kind === 'mmio-read') return 'entry.value';
  return exit.entryRip === exit.rip ? 'entry.again' : 'entry.next';
}

const OPTIONS: Prediction['options'] = ['stays', 'light', 'heavy'].map((id) => ({
  id,
  label: { key: `ask.${id}` },
}));

export const askExit = (exit: Exit): Prediction => ({
  question: { key: 'ask.exit', values: { instruction: exit.instruction, rip: hex(exit.rip) } },
  options: OPTIONS,
  answer: exit.heavy ? 'heavy' : 'light',
});

export const askQuiet = (quiet: Quiet): Prediction => ({
  question: { key: 'ask.run', values: { instruction: quiet.instruction, times: quiet.times } },
  options: OPTIONS,
  answer: 'stays',
});

export function endCaption(scene: SceneId, paging: Paging): Message {
  const other = otherPaging(paging);
  const here = totalsOf(scene, paging).exits;
  const there = totalsOf(scene, other).exits;
  return {
    key: here === there ? 'end.same' : 'end.differs',
    values: {
      here,
      there,
      paging: { key: `in.${paging}` },
      other: { key: `in.${other}` },
      lesson: { key: `lesson.${scene}` },
    },
  };
}
