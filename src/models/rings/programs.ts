/** Why: the short programs that a learner may run. A program is only code: what happens to it is up to the machine. */
import { OPS, SELECTOR, type OpId } from './isa';
import type { ProgramId, RegisterId } from './types';

export interface Instruction {
  readonly label: string;
  readonly text: string;
  readonly op: OpId;
  readonly arg: number;
  readonly ring: 0 | 3;
  readonly key: boolean;
  /** The timer raises its line while this instruction runs. */
  readonly tick: boolean;
}

export interface Program {
  readonly code: readonly Instruction[];
  /** Interrupts on or off at the start. */
  readonly if: 0 | 1;
  /** Registers to show beside those of every program. */
  readonly watch: readonly RegisterId[];
}

/** `0` and `3`: the ring that the code was written for; `!`: a key instruction; `~`: the timer ticks here. */
type Row = readonly [flags: string, text: string, op: OpId, label: string, arg?: number];

/** Gives each line a label of its own: a repeated one gets `-2`, `-3` … */
function program(watch: readonly RegisterId[], rows: readonly Row[], interruptsOn: 0 | 1 = 1): Program {
  const seen = new Map<string, number>();
  const code = rows.map(([flags, text, op, label, arg = 0]): Instruction => {
    const n = (seen.get(label) ?? 0) + 1;
    seen.set(label, n);
    return {
      label: n > 1 ? `${label}-${n}` : label,
      text,
      op,
      arg,
      ring: flags.includes('3') ? 3 : 0,
      key: flags.includes('!'),
      tick: flags.includes('~'),
    };
  });
  return { code, if: interruptsOn, watch };
}

const use: Row = ['0', 'mov %eax, (seen)', 'work', 'work'];
/** One sensitive instruction in the kernel, then the kernel goes on with what it got. */
const one = (watch: readonly RegisterId[], ...rows: readonly Row[]) => program(watch, [...rows, use]);
const section = (tick: '' | '~'): readonly Row[] => [
  ['0!', 'pushf', 'pushf', 'pushf'],
  ['0!', 'cli', 'cli', 'cli'],
  [`0${tick}`, 'mov $1, (lock)', 'work', 'work'],
  ['0!', 'popf', 'popf', 'popf'],
  ['0', 'mov $0, (next)', 'work', 'work'],
];

export const PROGRAM_CODE: Readonly<Record<ProgramId, Program>> = {
  interrupts: program(['stack'], section('')),
  timer: program(['stack'], section('~')),
  syscall: program(
    ['cs', 'ax'],
    [
      ['3', 'mov $39, %eax', 'mov', 'mov', 39],
      ['3!', 'syscall', 'syscall', 'syscall'],
      ['0', 'mov %eax, (count)', 'work', 'work'],
      ['0!', 'sysret', 'sysret', 'sysret'],
      ['3', 'mov %eax, (pid)', 'work', 'work'],
    ],
  ),
  'red-pill': program(
    ['gdtr', 'idtr', 'ax'],
    [
      ['3!', 'sgdt (%esp)', 'sgdt', 'sgdt'],
      ['3!', 'sidt (%esp)', 'sidt', 'sidt'],
      ['3', 'cmp $0xc1000000, %eax', 'work', 'cmp'],
    ],
  ),
  'push-cs': program(
    ['cs', 'stack', 'ax', 'zf'],
    [
      ['0!', 'push %cs', 'push-seg', 'push'],
      ['0', 'pop %eax', 'pop', 'pop'],
      ['0', 'test $3, %eax', 'test', 'test'],
    ],
  ),
  'page-table': program(
    ['cr3', 'ax'],
    [
      ['0', 'mov (page), %eax', 'load', 'load'],
      ['0!', 'mov %edx, (pte)', 'pte', 'pte', 0x7000],
      ['0!', 'invlpg (page)', 'invlpg', 'invlpg'],
      ['0', 'mov (page), %eax', 'load', 'load'],
    ],
  ),
  'port-io': program(
    ['ax'],
    [['0!', 'out %al, $0x80', 'out', 'out', 0x41], ['0!', 'in $0x80, %al', 'in', 'in'], use],
  ),
  cpuid: program(['ax'], [['0!', 'cpuid', 'cpuid', 'cpuid'], use]),
  hlt: program(
    [],
    [
      ['0!', 'sti', 'sti', 'sti'],
      ['0!', 'hlt', 'hlt', 'hlt'],
      ['0', 'call schedule', 'work', 'work'],
    ],
    0,
  ),
  'user-privileged': program(
    ['cs'],
    [
      ['3', 'mov $1, (x)', 'work', 'work'],
      ['3!', 'cli', 'cli', 'cli'],
      ['0', 'call kill_process', 'work', 'kill'],
    ],
  ),
  'i-sgdt': one(['gdtr', 'ax'], ['0!', 'sgdt (%esp)', 'sgdt', 'sgdt']),
  'i-sidt': one(['idtr', 'ax'], ['0!', 'sidt (%esp)', 'sidt', 'sidt']),
  'i-sldt': one(['ldtr', 'ax'], ['0!', 'sldt %eax', 'sldt', 'sldt']),
  'i-smsw': one(['cr0', 'ax'], ['0!', 'smsw %eax', 'smsw', 'smsw']),
  'i-pushf': one(
    ['stack', 'ax'],
    ['0', 'cli', 'cli', 'cli'],
    ['0!', 'pushf', 'pushf', 'pushf'],
    ['0', 'pop %eax', 'pop', 'pop'],
  ),
  'i-popf': one(['stack'], ['0', 'push $0x002', 'push', 'push', 0x002], ['0!', 'popf', 'popf', 'popf']),
  'i-lar': one(['zf', 'ax'], ['0!', 'lar %cx, %eax', 'lar', 'lar']),
  'i-lsl': one(['zf', 'ax'], ['0!', 'lsl %cx, %eax', 'lsl', 'lsl']),
  'i-verr': one(['zf'], ['0!', 'verr %cx', 'verr', 'verr']),
  'i-verw': one(['zf'], ['0!', 'verw %cx', 'verw', 'verw']),
  'i-pop-seg': one(
    ['ss', 'stack'],
    ['0', 'push $0x18', 'push', 'push', SELECTOR.kernelSs],
    ['0!', 'pop %ss', 'pop-seg', 'pop'],
  ),
  'i-push-seg': one(['ss', 'stack'], ['0!', 'push %ss', 'push-seg', 'push', 1]),
  'i-call-far': one(['cs', 'stack'], ['0!', 'lcall $0x10, $next', 'call-far', 'lcall']),
  'i-jmp-far': one(['cs'], ['0!', 'ljmp $0x38, $next', 'jmp-far', 'ljmp']),
  'i-int': one(['idtr'], ['0!', 'int $0x21', 'int', 'int']),
  'i-ret-far': one(
    ['cs', 'stack'],
    ['0', 'push $0x10', 'push', 'push', SELECTOR.kernelCs],
    ['0!', 'lret', 'ret-far', 'lret'],
  ),
  'i-str': one(['tr', 'ax'], ['0!', 'str %eax', 'str', 'str']),
  'i-mov-seg': one(['ss', 'ax'], ['0!', 'mov %ss, %eax', 'mov-seg', 'mov']),
};

/** The mnemonic as prose prints it: `push %cs` → PUSH. */
export const mnemonic = (instruction: Instruction): string =>
  (instruction.text.split(' ')[0] ?? '').toUpperCase();

export const isPlain = (instruction: Instruction): boolean => OPS[instruction.op].nature === 'plain';
