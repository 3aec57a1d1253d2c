/** Why: the ready guests, as bytes. Each shows one thing that a translator must get right. */
import type { Image } from './machine';
import { decode } from './decode';
import type { Instruction } from './x86';

/** A stretch of the guest's code. `user`: written for ring 3. */
export interface Section {
  readonly at: number;
  readonly owner: 'kern' | 'user';
  readonly bytes: string;
}

export interface Program {
  readonly sections: readonly Section[];
  /** Handler of INT 80, if the guest has one. */
  readonly handler?: number;
}

export const PROGRAMS = ['locks', 'calls', 'page-table', 'user', 'ports'] as const;
export type ProgramId = (typeof PROGRAMS)[number];

export const PROGRAM: Readonly<Record<ProgramId, Program>> = {
  /** A counter is raised six times with interrupts off; `pushf` … `popf` put them back as they were. */
  locks: {
    sections: [
      {
        at: 0x1000,
        owner: 'kern',
        bytes:
          'fb b906000000 85c9 740d ' + // sti; mov; test; je: nothing to count
          '9c fa ff0500200000 9d 49 75f4 ' + // pushf; cli; incl; popf; dec; jne
          'f4 e680 f4', // hlt; out, hlt: never reached
      },
    ],
  },
  /** One function, called from two places three times: RET has two ways to go. */
  calls: {
    sections: [
      {
        at: 0x1000,
        owner: 'kern',
        bytes: 'be03000000 31c0 85f6 740d e810000000 e80b000000 4e 75f3 890500200000 f4',
      },
      { at: 0x1020, owner: 'kern', bytes: '01f0 c3' },
    ],
  },
  /** Eight page-table entries are written by one ordinary MOV, then CR3 is loaded. */
  'page-table': {
    sections: [
      {
        at: 0x1000,
        owner: 'kern',
        bytes: '31db b867600000 83fb20 740e 898300500000 83c304 83fb20 75f2 b800500000 0f22d8 f4',
      },
    ],
  },
  /** The kernel starts a user program, which makes three system calls. */
  user: {
    sections: [
      {
        at: 0x1000,
        owner: 'kern',
        bytes: '6a2b 6800480000 6802020000 6a23 6800300000 cf',
      },
      { at: 0x1014, owner: 'kern', bytes: 'ff0500200000 833d0020000003 7401 cf f4' },
      { at: 0x3000, owner: 'user', bytes: 'b905000000 01c8 49 75fb cd80 ebf2' },
    ],
    handler: 0x1014,
  },
  /** Six reads of an I/O port, then one write. */
  ports: {
    sections: [{ at: 0x1000, owner: 'kern', bytes: 'b906000000 31d2 85c9 7407 e480 01c2 49 75f9 e680 f4' }],
  },
};

const bytesOf = ({ bytes }: Section) =>
  (bytes.replaceAll(' ', '').match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));

export function imageOf({ sections, handler }: Program): Image {
  return {
    code: Object.fromEntries(sections.map((section) => [section.at, bytesOf(section)])),
    entry: sections[0]!.at,
    gates: handler === undefined ? {} : { 0x80: handler },
    if: 0,
  };
}

/** One line of the guest's code as printed. `leads`: it begins a basic block. */
export interface Line extends Instruction {
  readonly owner: 'kern' | 'user';
  readonly leads: boolean;
}

const ENDS = ['jcc', 'jmp', 'call', 'ret', 'int', 'iret', 'hlt'];

/** The guest's code line by line, with the starts of its basic blocks. */
export function linesOf(program: Program): readonly Line[] {
  const lines = program.sections.flatMap((section) => {
    const bytes = bytesOf(section);
    const found: (Instruction & { readonly owner: 'kern' | 'user'; readonly first: boolean })[] = [];
    for (let at = section.at; at < section.at + bytes.length; at += found.at(-1)!.bytes.length) {
      const instruction = decode((address) => bytes[address - section.at] ?? 0, at);
      found.push({ ...instruction, owner: section.owner, first: at === section.at });
    }
    return found;
  });
  const targets = lines.flatMap(({ op }) => ('target' in op ? [op.target] : []));
  return lines.map(({ first, ...line }, i) => ({
    ...line,
    leads: first || targets.includes(line.at) || ENDS.includes(lines[i - 1]!.op.kind),
  }));
}
