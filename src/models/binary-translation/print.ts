/** Why: instructions are read by people in AT&T syntax, spelled as `objdump` spells them. */
import { CONDITIONS, hex, REGISTERS, type Op, type Operand } from './x86';

const address = (value: number) => `0x${hex(value)}`;

function operand(each: Operand): string {
  if (each.kind === 'imm') return `$${address(each.value)}`;
  if (each.kind === 'reg') return `%${REGISTERS[each.reg]}`;
  if (each.base === null) return address(each.disp);
  const disp = each.disp === 0 ? '' : each.disp < 0 ? `-${address(-each.disp)}` : address(each.disp);
  return `${disp}(%${REGISTERS[each.base]})`;
}

/** `l` where no register says how wide the operand is. */
const wide = (to: Operand, from: Operand | null = null) =>
  to.kind === 'mem' && from?.kind !== 'reg' ? 'l' : '';

/** An instruction's text. */
export function textOf(op: Op): string {
  switch (op.kind) {
    case 'mov':
      return `mov ${operand(op.from)},${operand(op.to)}`;
    case 'arithmetic':
      return `${op.name}${wide(op.to, op.from)} ${operand(op.from)},${operand(op.to)}`;
    case 'step':
      return `${op.by === 1 ? 'inc' : 'dec'}${wide(op.to)} ${operand(op.to)}`;
    case 'push':
      return `push ${operand(op.from)}`;
    case 'pop':
      return `pop ${operand(op.to)}`;
    case 'jcc':
      return `j${CONDITIONS[op.condition]} ${address(op.target)}`;
    case 'jmp':
    case 'call':
      return `${op.kind} ${address(op.target)}`;
    case 'load-cr3':
      return `mov %${REGISTERS[op.reg]},%cr3`;
    case 'store-cr3':
      return `mov %cr3,%${REGISTERS[op.reg]}`;
    case 'in':
      return `in $${address(op.port)},%al`;
    case 'out':
      return `out %al,$${address(op.port)}`;
    case 'int':
      return `int $${address(op.vector)}`;
    default:
      return op.kind;
  }
}
