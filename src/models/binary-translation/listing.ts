/** Why: the translation cache as people read it: offsets, and code with its exits as they are aimed now. */
import { sizeOf, type Block, type Exit, type TcOp } from './translate';
import { hex } from './x86';

/** `tc+1c`: an address inside the translation cache. */
const tc = (offset: number) => `tc+${hex(offset)}`;

/** Each op of a block with its offset and text; `offsetOf` gives the offset of the block that an exit is chained to. */
export function listing(
  block: Block,
  offsetOf: (id: number) => number,
): { readonly op: TcOp; readonly offset: number; readonly text: string }[] {
  let offset = block.offset;
  return block.ops.map((op) => {
    const line = { op, offset, text: textOf(op, offsetOf) };
    offset += sizeOf(op);
    return line;
  });
}

function textOf(op: TcOp, offsetOf: (id: number) => number): string {
  const aim = ({ target, chained }: Exit) =>
    chained === null ? `vmm(0x${hex(target)})` : tc(offsetOf(chained));
  switch (op.kind) {
    case 'copied':
      return op.of.text;
    case 'inline':
      return INLINE_TEXT[op.of.op.kind as keyof typeof INLINE_TEXT];
    case 'callout':
      return `call vmm.${CALLOUT_NAME[op.of.op.kind] ?? op.of.op.kind}`;
    case 'store':
      return 'call vmm.store';
    case 'push':
      return `push $0x${hex(op.value)}`;
    case 'lookup':
      return 'jmp *lookup(pop)';
    case 'branch':
      return `${op.of.text.split(' ')[0]} ${aim(op.exit)}`;
    case 'jump':
      return `jmp ${aim(op.exit)}`;
  }
}

/** MOV changes no flag, so CLI and STI may not be an AND or OR that does. */
const INLINE_TEXT = {
  cli: 'movb $0,%gs:vIF',
  sti: 'movb $1,%gs:vIF',
  pushf: 'pushf; IF ← vIF',
  popf: 'popf; vIF ← IF',
} as const;
const CALLOUT_NAME: Readonly<Record<string, string>> = { 'load-cr3': 'set_cr3', 'store-cr3': 'get_cr3' };
