/** Why: the bill. Each event of the monitor is charged to binary translation, and to the rivals what they would have paid. */
import {
  calloutPrice,
  FAULT,
  INLINE,
  LOOKUP,
  rivalPrice,
  RIVALS,
  translationPrice,
  VISIT,
  type Part,
  type Rival,
} from './costs';
import type { BtState } from './types';
import type { VmmEvent } from './events';
import type { Instruction } from './x86';

export class Ledger {
  private readonly rivals: Record<Rival, number> = { native: 0, trap: 0, vtx: 0 };
  private readonly bt: Record<Part, number> = { guest: 0, vmm: 0, translate: 0 };

  /** Cycles so far. */
  get bill(): BtState['cost'] {
    return { ...this.rivals, bt: { ...this.bt } };
  }
  get total(): number {
    return this.bt.guest + this.bt.vmm + this.bt.translate;
  }

  charge(event: VmmEvent): void {
    switch (event.kind) {
      case 'translate':
        this.bt.translate += translationPrice(event.block.length);
        break;
      case 'adapt':
        this.bt.translate += translationPrice(event.block.length);
        break;
      case 'miss':
        if (event.from) this.bt.translate += VISIT;
        break;
      case 'hit':
        if (event.from) this.bt.vmm += VISIT;
        break;
      case 'trap':
        this.instruction(event.of, true, rivalPrice('mov', true).native, FAULT);
        break;
      case 'user':
        this.instruction(event.of, false, rivalPrice(event.of.op.kind, false).native, 0);
        break;
      case 'trap-user': {
        const { guest, vmm } = calloutPrice('int');
        this.instruction(event.of, false, guest, vmm);
        break;
      }
      case 'op':
        this.op(event.op);
        break;
      case 'enter':
      case 'chain':
      case 'direct':
        break;
    }
  }

  private op(op: (VmmEvent & { kind: 'op' })['op']): void {
    if (!op.of) return;
    const { kind } = op.of.op;
    const native = rivalPrice(kind, false).native;
    switch (op.kind) {
      case 'copied':
      case 'branch':
      case 'jump':
      case 'push':
        return this.instruction(op.of, false, native, 0);
      case 'inline':
        return this.instruction(op.of, false, INLINE, 0);
      case 'lookup':
        return this.instruction(op.of, false, native + LOOKUP, 0);
      case 'callout': {
        const { guest, vmm } = calloutPrice(kind);
        return this.instruction(op.of, false, guest, vmm);
      }
      case 'store':
        return this.instruction(op.of, true, rivalPrice(kind, true).native, VISIT);
    }
  }

  /** One guest instruction: what each rival pays, and what translation paid for it. */
  private instruction(of: Instruction, traced: boolean, guest: number, vmm: number): void {
    const price = rivalPrice(of.op.kind, traced);
    for (const rival of RIVALS) this.rivals[rival] += price[rival];
    this.bt.guest += guest;
    this.bt.vmm += vmm;
  }
}
