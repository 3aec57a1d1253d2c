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
      kernel(0x1173, 'xor eax, eax'),
      kernel(0x1175, 'cpuid'),
      kernel(0x1177, 'mov eax, 0x40000000'),
      kernel(0x117c, 'cpuid'),
    ],
  },
  {
    id: 'port-io',
    marker: 3,
    program: [
      kernel(0x1182, 'mov dx, 0x3f8'),
      kernel(0x1186, "mov al, 'H'"),
      kernel(0x1188, 'out dx, al'),
      kernel(0x1189, "mov al, 'i'"),
      kernel(0x118b, 'out dx, al'),
      kernel(0x118c, 'mov dx, 0x3fd'),
      kernel(0x1190, 'in al, dx'),
    ],
  },
  {
    id: 'mmio',
    marker: 5,
    program: [
      kernel(0x11ac, 'mov rdi, 0x10000000'),
      kernel(0x11b3, 'mov [rdi], 0xcafe'),
      kernel(0x11b9, 'mov eax, [rdi+4]'),
      kernel(0x11bc, 'mov [rdi+8], eax'),
    ],
  },
  {
    id: 'msr',
    marker: 6,
    program: [
      kernel(0x11c3, 'mov ecx, 0x10'),
      kernel(0x11c8, 'rdmsr'),
      kernel(0x11ca, 'mov ecx, 0x1a0'),
      kernel(0x11cf, 'rdmsr'),
      kernel(0x11d1, 'mov ecx, 0x277'),
      kernel(0x11d6, 'rdmsr'),
      kernel(0x11d8, 'wrmsr'),
      kernel(0x11da, 'mov ecx, 0xc0000100'),
      kernel(0x11df, 'rdmsr'),
      kernel(0x11e1, 'wrmsr'),
      kernel(0x11e3, 'mov ecx, 0x12345678'),
      kernel(0x11e8, 'rdmsr'),
    ],
  },
  {
    id: 'hypercall',
    marker: 9,
    program: [
      kernel(0x122f, 'mov eax, 1'),
      kernel(0x1234, 'vmmcall'),
      kernel(0x1237, 'mov eax, 99'),
      kernel(0x123c, 'vmmcall'),
    ],
  },
  {
    id: 'first-touch',
    marker: 7,
    program: [
      kernel(0x11ee, 'mov rdi, 0x200000'),
      kernel(0x11f5, 'mov ecx, 4'),
      kernel(0x11fa, 'mov [rdi], 1'),
      kernel(0x1201, 'add rdi, 0x1000'),
      kernel(0x1208, 'dec ecx'),
      kernel(0x120a, 'jnz 0x11fa'),
    ],
  },
  {
    id: 'second-touch',
    marker: 8,
    program: [
      kernel(0x1210, 'mov rdi, 0x200000'),
      kernel(0x1217, 'mov ecx, 4'),
      kernel(0x121c, 'add [rdi], 1'),
      kernel(0x1220, 'add rdi, 0x1000'),
      kernel(0x1227, 'dec ecx'),
      kernel(0x1229, 'jnz 0x121c'),
    ],
  },
  {
    id: 'cr3',
    marker: 11,
    program: [
      kernel(0x126b, 'mov ecx, 8'),
      kernel(0x1270, 'mov rax, 0x10000'),
      kernel(0x1277, 'mov rdx, 0x15000'),
      kernel(0x127e, 'mov cr3, rdx'),
      kernel(0x1281, 'mov rsi, [0x200000]'),
      kernel(0x1289, 'mov cr3, rax'),
      kernel(0x128c, 'mov rsi, [0x200000]'),
      kernel(0x1294, 'dec ecx'),
      kernel(0x1296, 'jnz 0x127e'),
    ],
  },
  {
    id: 'page-table',
    marker: 12,
    program: [
      kernel(0x129c, 'mov ecx, 4'),
      kernel(0x12a1, 'xor [0x13280], 0x30000'),
      kernel(0x12ad, 'invlpg [0x50000]'),
      kernel(0x12b5, 'mov rsi, [0x50000]'),
      kernel(0x12bd, 'dec ecx'),
      kernel(0x12bf, 'jnz 0x12a1'),
    ],
  },
  {
    id: 'syscalls',
    marker: 15,
    program: [
      kernel(0x1312, 'rdtsc'),
      kernel(0x133c, 'sysretq'),
      user(0x6000, 'mov eax, 39'),
      user(0x6005, 'syscall'),
      user(0x6007, 'jmp 0x6000'),
      kernel(0x1457, 'inc [0x40008]'),
      kernel(0x145f, 'cmp [0x40008], 100'),
      kernel(0x1468, 'jae 0x133f'),
      kernel(0x146e, 'sysretq'),
      kernel(0x133f, 'rdtsc'),
    ],
  },
  {
    id: 'hlt',
    marker: 16,
    program: [
      kernel(0x1359, 'mov rdi, 0xfee00000'),
      kernel(0x1363, 'mov [rdi+0xf0], 0x1ff'),
      kernel(0x136d, 'mov [rdi+0x3e0], 0xb'),
      kernel(0x1377, 'mov [rdi+0x320], 0x40'),
      kernel(0x1381, 'mov [rdi+0x380], 2000000'),
      kernel(0x138b, 'sti'),
      kernel(0x138c, 'hlt'),
      kernel(0x1442, 'mov [rdi+0xb0], 0'),
      kernel(0x144c, 'inc [0x40018]'),
      kernel(0x1455, 'iretq'),
      kernel(0x138d, 'cli'),
    ],
  },
];
