/** Why: bytes and mnemonics must be those of real x86. The expected text is that of GNU objdump 2.40 (`-D -b binary -m i386`). */
import { describe, expect, it } from 'vitest';
import { decode, DecodeError } from './decode';
import type { Instruction } from './x86';
import { linesOf, PROGRAM, PROGRAMS } from './programs';

const read = (text: string, at = 0): Instruction => {
  const bytes = text.split(' ').map((byte) => Number.parseInt(byte, 16));
  return decode((address) => bytes[address - at] ?? 0, at);
};

/** Bytes (at address 0) and what objdump prints for them, its spaces drawn together. */
const OBJDUMP: readonly (readonly [bytes: string, text: string])[] = [
  ['b8 67 60 00 00', 'mov $0x6067,%eax'],
  ['89 83 00 50 00 00', 'mov %eax,0x5000(%ebx)'],
  ['89 4b fc', 'mov %ecx,-0x4(%ebx)'],
  ['89 03', 'mov %eax,(%ebx)'],
  ['8b 15 00 20 00 00', 'mov 0x2000,%edx'],
  ['01 c8', 'add %ecx,%eax'],
  ['03 c1', 'add %ecx,%eax'],
  ['29 0d 04 20 00 00', 'sub %ecx,0x2004'],
  ['83 c3 04', 'add $0x4,%ebx'],
  ['83 f8 ff', 'cmp $0xffffffff,%eax'],
  ['81 c0 00 10 00 00', 'add $0x1000,%eax'],
  ['83 3d 00 20 00 00 03', 'cmpl $0x3,0x2000'],
  ['ff 05 00 20 00 00', 'incl 0x2000'],
  ['ff 0b', 'decl (%ebx)'],
  ['85 c9', 'test %ecx,%ecx'],
  ['31 db', 'xor %ebx,%ebx'],
  ['49', 'dec %ecx'],
  ['6a 2b', 'push $0x2b'],
  ['6a ff', 'push $0xffffffff'],
  ['68 00 48 00 00', 'push $0x4800'],
  ['5d', 'pop %ebp'],
  ['75 f4', 'jne 0xfffffff6'],
  ['0f 84 10 00 00 00', 'je 0x16'],
  ['eb 10', 'jmp 0x12'],
  ['e9 10 00 00 00', 'jmp 0x15'],
  ['e8 10 00 00 00', 'call 0x15'],
  ['c3', 'ret'],
  ['fa', 'cli'],
  ['fb', 'sti'],
  ['9c', 'pushf'],
  ['9d', 'popf'],
  ['cf', 'iret'],
  ['f4', 'hlt'],
  ['cd 80', 'int $0x80'],
  ['0f 22 d8', 'mov %eax,%cr3'],
  ['0f 20 d9', 'mov %cr3,%ecx'],
  ['e4 80', 'in $0x80,%al'],
  ['e6 80', 'out %al,$0x80'],
];

describe('decode', () => {
  it.each(OBJDUMP)('%s is %s', (bytes, text) => {
    const found = read(bytes);
    expect(found.text).toBe(text);
    expect(found.bytes).toHaveLength(bytes.split(' ').length);
  });

  it('takes an instruction only with all its bytes, wherever it stands', () => {
    expect(read('75 f4', 0x1014)).toMatchObject({ text: 'jne 0x100a', op: { kind: 'jcc', target: 0x100a } });
  });

  it('refuses what is outside the subset, and says where', () => {
    for (const bytes of ['00 00', '89 04 24', '0f 0b', '0f 22 c0', '11 c0', 'ff e0', 'f0 01 00'])
      expect(() => read(bytes, 0x1000), bytes).toThrow(DecodeError);
    expect(() => read('66 90', 0x1234)).toThrow('1234');
  });
});

describe('the ready programs', () => {
  it.each(PROGRAMS)('%s: every jump lands on the start of an instruction', (id) => {
    const lines = linesOf(PROGRAM[id]);
    const starts = lines.map(({ at }) => at);
    const targets = lines.flatMap(({ op }) => ('target' in op ? [op.target] : []));
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !starts.includes(target))).toEqual([]);
    for (const { at, leads } of lines) if (targets.includes(at)) expect(leads).toBe(true);
  });
});
