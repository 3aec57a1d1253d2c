/**
 * Why: an exit tells an address; a learner wants the instruction. The scenes that the figure shows, in
 * its order, with the guest program as it stands in memory (addresses from the disassembled image;
 * operand sizes left out where the value tells them).
 */

/** `[address, text, ring]` */
export type Instruction = readonly [rip: number, text: string, ring: 0 | 3];

export interface SceneListing {
  readonly id: string;
  /** Number that the guest writes to port 0xE9. */
  readonly marker: number;
  readonly program: readonly Instruction[];
}

/** Scenes that the guest announces; more than the figure shows. */
export const SCENE_COUNT = 20;

const kernel = (rip: number, text: string): Instruction => [rip, text, 0];
const user = (rip: number, text: string): Instruction => [rip, text, 3];

export const LISTINGS: readonly SceneListing[] = [
  {
    id: 'cpuid',
    marker: 2,
    program: [
      kernel(0x11aa, 'xor eax, eax'),
      kernel(0x11ac, 'cpuid'),
      kernel(0x11ae, 'mov eax, 0x40000000'),
      kernel(0x11b3, 'cpuid'),
    ],
  },
  {
    id: 'port-io',
    marker: 3,
    program: [
      kernel(0x11b9, 'mov dx, 0x3f8'),
      kernel(0x11bd, "mov al, 'H'"),
      kernel(0x11bf, 'out dx, al'),
      kernel(0x11c0, "mov al, 'i'"),
      kernel(0x11c2, 'out dx, al'),
      kernel(0x11c3, 'mov dx, 0x3fd'),
      kernel(0x11c7, 'in al, dx'),
    ],
  },
  {
    id: 'mmio',
    marker: 5,
    program: [
      kernel(0x11e3, 'mov rdi, 0x10000000'),
      kernel(0x11ea, 'mov [rdi], 0xcafe'),
      kernel(0x11f0, 'mov eax, [rdi+4]'),
      kernel(0x11f3, 'mov [rdi+8], eax'),
    ],
  },
  {
    id: 'msr',
    marker: 6,
    program: [
      kernel(0x11fa, 'mov ecx, 0x10'),
      kernel(0x11ff, 'rdmsr'),
      kernel(0x1201, 'mov ecx, 0x1a0'),
      kernel(0x1206, 'rdmsr'),
      kernel(0x1208, 'mov ecx, 0x277'),
      kernel(0x120d, 'rdmsr'),
      kernel(0x120f, 'wrmsr'),
      kernel(0x1211, 'mov ecx, 0xc0000100'),
      kernel(0x1216, 'rdmsr'),
      kernel(0x1218, 'wrmsr'),
      kernel(0x121a, 'mov ecx, 0x12345678'),
      kernel(0x121f, 'rdmsr'),
    ],
  },
  {
    id: 'hypercall',
    marker: 9,
    program: [
      kernel(0x1266, 'mov eax, 1'),
      kernel(0x126b, 'vmmcall'),
      kernel(0x126e, 'mov eax, 99'),
      kernel(0x1273, 'vmmcall'),
    ],
  },
  {
    id: 'first-touch',
    marker: 7,
    program: [
      kernel(0x1225, 'mov rdi, 0x200000'),
      kernel(0x122c, 'mov ecx, 4'),
      kernel(0x1231, 'mov [rdi], 1'),
      kernel(0x1238, 'add rdi, 0x1000'),
      kernel(0x123f, 'dec ecx'),
      kernel(0x1241, 'jnz 0x1231'),
    ],
  },
  {
    id: 'second-touch',
    marker: 8,
    program: [
      kernel(0x1247, 'mov rdi, 0x200000'),
      kernel(0x124e, 'mov ecx, 4'),
      kernel(0x1253, 'add [rdi], 1'),
      kernel(0x1257, 'add rdi, 0x1000'),
      kernel(0x125e, 'dec ecx'),
      kernel(0x1260, 'jnz 0x1253'),
    ],
  },
  {
    id: 'cr3',
    marker: 11,
    program: [
      kernel(0x12b0, 'mov ecx, 8'),
      kernel(0x12b5, 'mov rax, 0x10000'),
      kernel(0x12bc, 'mov rdx, 0x15000'),
      kernel(0x12c3, 'mov cr3, rdx'),
      kernel(0x12c6, 'mov rsi, [0x200000]'),
      kernel(0x12ce, 'mov cr3, rax'),
      kernel(0x12d1, 'mov rsi, [0x200000]'),
      kernel(0x12d9, 'dec ecx'),
      kernel(0x12db, 'jnz 0x12c3'),
    ],
  },
  {
    id: 'page-table',
    marker: 12,
    program: [
      kernel(0x12e1, 'mov ecx, 4'),
      kernel(0x12e6, 'xor [0x13280], 0x30000'),
      kernel(0x12f2, 'invlpg [0x50000]'),
      kernel(0x12fa, 'mov rsi, [0x50000]'),
      kernel(0x1302, 'dec ecx'),
      kernel(0x1304, 'jnz 0x12e6'),
    ],
  },
  {
    id: 'syscalls',
    marker: 15,
    program: [
      kernel(0x1357, 'rdtsc'),
      kernel(0x1381, 'sysretq'),
      user(0x6000, 'mov eax, 39'),
      user(0x6005, 'syscall'),
      user(0x6007, 'jmp 0x6000'),
      kernel(0x14d0, 'inc [0x40008]'),
      kernel(0x14d8, 'cmp [0x40008], 100'),
      kernel(0x14e1, 'jae 0x1384'),
      kernel(0x14e7, 'sysretq'),
      kernel(0x1384, 'rdtsc'),
    ],
  },
  {
    id: 'hlt',
    marker: 16,
    program: [
      kernel(0x139e, 'mov rdi, 0xfee00000'),
      kernel(0x13a8, 'mov [rdi+0xf0], 0x1ff'),
      kernel(0x13b2, 'mov [rdi+0x3e0], 0xb'),
      kernel(0x13bc, 'mov [rdi+0x320], 0x40'),
      kernel(0x13c6, 'mov [rdi+0x380], 2000000'),
      kernel(0x13d0, 'sti'),
      kernel(0x13d1, 'hlt'),
      kernel(0x14bb, 'mov [rdi+0xb0], 0'),
      kernel(0x14c5, 'inc [0x40018]'),
      kernel(0x14ce, 'iretq'),
      kernel(0x13d2, 'cli'),
    ],
  },
];
