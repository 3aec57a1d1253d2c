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
      kernel(0x1178, 'xor eax, eax'),
      kernel(0x117a, 'cpuid'),
      kernel(0x117c, 'mov eax, 0x40000000'),
      kernel(0x1181, 'cpuid'),
    ],
  },
  {
    id: 'port-io',
    marker: 3,
    program: [
      kernel(0x1187, 'mov dx, 0x3f8'),
      kernel(0x118b, "mov al, 'H'"),
      kernel(0x118d, 'out dx, al'),
      kernel(0x118e, "mov al, 'i'"),
      kernel(0x1190, 'out dx, al'),
      kernel(0x1191, 'mov dx, 0x3fd'),
      kernel(0x1195, 'in al, dx'),
    ],
  },
  {
    id: 'mmio',
    marker: 5,
    program: [
      kernel(0x11b1, 'mov rdi, 0x10000000'),
      kernel(0x11b8, 'mov [rdi], 0xcafe'),
      kernel(0x11be, 'mov eax, [rdi+4]'),
      kernel(0x11c1, 'mov [rdi+8], eax'),
    ],
  },
  {
    id: 'msr',
    marker: 6,
    program: [
      kernel(0x11c8, 'mov ecx, 0x10'),
      kernel(0x11cd, 'rdmsr'),
      kernel(0x11cf, 'mov ecx, 0x1a0'),
      kernel(0x11d4, 'rdmsr'),
      kernel(0x11d6, 'mov ecx, 0x277'),
      kernel(0x11db, 'rdmsr'),
      kernel(0x11dd, 'wrmsr'),
      kernel(0x11df, 'mov ecx, 0xc0000100'),
      kernel(0x11e4, 'rdmsr'),
      kernel(0x11e6, 'wrmsr'),
      kernel(0x11e8, 'mov ecx, 0x12345678'),
      kernel(0x11ed, 'rdmsr'),
    ],
  },
  {
    id: 'hypercall',
    marker: 9,
    program: [
      kernel(0x1234, 'mov eax, 1'),
      kernel(0x1239, 'vmmcall'),
      kernel(0x123c, 'mov eax, 99'),
      kernel(0x1241, 'vmmcall'),
    ],
  },
  {
    id: 'first-touch',
    marker: 7,
    program: [
      kernel(0x11f3, 'mov rdi, 0x200000'),
      kernel(0x11fa, 'mov ecx, 4'),
      kernel(0x11ff, 'mov [rdi], 1'),
      kernel(0x1206, 'add rdi, 0x1000'),
      kernel(0x120d, 'dec ecx'),
      kernel(0x120f, 'jnz 0x11ff'),
    ],
  },
  {
    id: 'second-touch',
    marker: 8,
    program: [
      kernel(0x1215, 'mov rdi, 0x200000'),
      kernel(0x121c, 'mov ecx, 4'),
      kernel(0x1221, 'add [rdi], 1'),
      kernel(0x1225, 'add rdi, 0x1000'),
      kernel(0x122c, 'dec ecx'),
      kernel(0x122e, 'jnz 0x1221'),
    ],
  },
  {
    id: 'cr3',
    marker: 11,
    program: [
      kernel(0x127e, 'mov ecx, 8'),
      kernel(0x1283, 'mov rax, 0x10000'),
      kernel(0x128a, 'mov rdx, 0x15000'),
      kernel(0x1291, 'mov cr3, rdx'),
      kernel(0x1294, 'mov rsi, [0x200000]'),
      kernel(0x129c, 'mov cr3, rax'),
      kernel(0x129f, 'mov rsi, [0x200000]'),
      kernel(0x12a7, 'dec ecx'),
      kernel(0x12a9, 'jnz 0x1291'),
    ],
  },
  {
    id: 'page-table',
    marker: 12,
    program: [
      kernel(0x12af, 'mov ecx, 4'),
      kernel(0x12b4, 'xor [0x13280], 0x30000'),
      kernel(0x12c0, 'invlpg [0x50000]'),
      kernel(0x12c8, 'mov rsi, [0x50000]'),
      kernel(0x12d0, 'dec ecx'),
      kernel(0x12d2, 'jnz 0x12b4'),
    ],
  },
  {
    id: 'syscalls',
    marker: 15,
    program: [
      kernel(0x1325, 'rdtsc'),
      kernel(0x134f, 'sysretq'),
      user(0x6000, 'mov eax, 39'),
      user(0x6005, 'syscall'),
      user(0x6007, 'jmp 0x6000'),
      kernel(0x149e, 'inc [0x40008]'),
      kernel(0x14a6, 'cmp [0x40008], 100'),
      kernel(0x14af, 'jae 0x1352'),
      kernel(0x14b5, 'sysretq'),
      kernel(0x1352, 'rdtsc'),
    ],
  },
  {
    id: 'hlt',
    marker: 16,
    program: [
      kernel(0x136c, 'mov rdi, 0xfee00000'),
      kernel(0x1376, 'mov [rdi+0xf0], 0x1ff'),
      kernel(0x1380, 'mov [rdi+0x3e0], 0xb'),
      kernel(0x138a, 'mov [rdi+0x320], 0x40'),
      kernel(0x1394, 'mov [rdi+0x380], 2000000'),
      kernel(0x139e, 'sti'),
      kernel(0x139f, 'hlt'),
      kernel(0x1489, 'mov [rdi+0xb0], 0'),
      kernel(0x1493, 'inc [0x40018]'),
      kernel(0x149c, 'iretq'),
      kernel(0x13a0, 'cli'),
    ],
  },
];
