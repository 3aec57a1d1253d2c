/** Why: the model speaks of code and outcomes, the palette of owners; this is the one place where they meet. */
import type { Owner } from '../../marks/owner';
import type { Code, CpuId, Outcome, ProgramId } from '../../models/rings/types';
import type { Tenant } from './geometry';

/** Whose colour a piece of code wears. */
export const CODE_OWNER: Readonly<Record<Code, Owner>> = {
  user: 'user',
  'guest-kernel': 'kern',
  translated: 'kern',
  vmm: 'vmm',
};

export const TENANT_OWNER: Readonly<Record<Exclude<Tenant, 'unused'>, Owner>> = {
  user: 'user',
  kernel: 'kern',
  cache: 'kern',
  vmm: 'vmm',
};

/** The colour of an outcome: who settled it. */
export const OUTCOME_OWNER: Readonly<Record<Outcome, Owner>> = {
  executed: 'hw',
  fault: 'hw',
  replaced: 'kern',
  translated: 'kern',
  hypercall: 'vmm',
  trapped: 'vmm',
  exit: 'vmm',
  wrong: 'hw',
  silent: 'hw',
};

/** Outcomes that leave the guest with something that bare metal would not. */
export const isTrouble = (outcome: Outcome): boolean => outcome === 'silent' || outcome === 'wrong';

/** What stands in the right socket under the CPU: the thing outside the rings that a program is about. */
export const SOCKET: Partial<Record<ProgramId, 'port' | 'cr3' | 'idtr' | 'gdtr' | 'ldtr' | 'tr'>> = {
  'port-io': 'port',
  'page-table': 'cr3',
  'red-pill': 'idtr',
  'i-sidt': 'idtr',
  'i-sgdt': 'gdtr',
  'i-sldt': 'ldtr',
  'i-str': 'tr',
};

/** Printed names of microarchitectures; the same in every language. */
export const CPU_NAMES: Readonly<Record<CpuId, string>> = {
  prescott: 'Prescott (2005)',
  merom: 'Merom',
  penryn: 'Penryn',
  nehalem: 'Nehalem',
  westmere: 'Westmere',
  'sandy-bridge': 'Sandy Bridge',
  'ivy-bridge': 'Ivy Bridge',
  haswell: 'Haswell',
  broadwell: 'Broadwell',
  skylake: 'Skylake',
  'kaby-lake': 'Kaby Lake',
  'coffee-lake': 'Coffee Lake',
  'cascade-lake': 'Cascade Lake',
};

/** `i-pop-seg` → `POP seg`: the instruction as manuals print it, or undefined for a whole story. */
export function instructionName(program: ProgramId): string | undefined {
  if (!program.startsWith('i-')) return undefined;
  const [name = '', rest] = program.slice(2).split('-');
  return [name.toUpperCase(), ...(rest ? [rest] : [])].join(' ');
}
