/** Why: what the monitor tells of itself: every event of a run, for the story, the bill and the laws. */
import type { Block, Exit, TcOp } from './translate';
import type { Instruction } from './x86';

/** A store that has faulted so often becomes a call-out: the model's choice. */
export const HOT = 3;

export interface Settings {
  readonly chaining: boolean;
  readonly adaptive: boolean;
}

/** How control came to a block. miss, hit: by the VMM's table. chained: by a patched jump. ret: by the table, without the VMM. */
export type EntryWay = 'miss' | 'hit' | 'chained' | 'ret' | 'direct';

/** What just happened; the machine shows the state after it. */
export type VmmEvent =
  | { readonly kind: 'miss'; readonly pc: number; readonly from: Block | null }
  | { readonly kind: 'hit'; readonly block: Block; readonly from: Block | null }
  | { readonly kind: 'translate'; readonly block: Block; readonly from: Block | null }
  | {
      readonly kind: 'enter';
      readonly block: Block;
      readonly way: 'chained' | 'ret';
      readonly from: Block;
    }
  | { readonly kind: 'chain'; readonly from: Block; readonly exit: Exit; readonly to: Block }
  | { readonly kind: 'op'; readonly block: Block; readonly index: number; readonly op: TcOp }
  | {
      readonly kind: 'trap';
      readonly block: Block;
      readonly index: number;
      readonly of: Instruction;
      readonly times: number;
    }
  | { readonly kind: 'adapt'; readonly old: Block; readonly block: Block; readonly of: Instruction }
  | { readonly kind: 'direct'; readonly pc: number }
  | { readonly kind: 'user'; readonly of: Instruction }
  | { readonly kind: 'trap-user'; readonly of: Instruction };
