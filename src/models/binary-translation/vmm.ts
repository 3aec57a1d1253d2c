/**
 * Why: the monitor. It finds or makes the translation of the guest's next address, lets the CPU run it in ring 1,
 * and does by hand what translated code calls it for. User code with interrupts on runs as it stands, in ring 3.
 */
import { execute, pop, push, type Cpu, type Privileged } from './cpu';
import { holds } from './flags';
import { HOT, type Settings, type VmmEvent } from './events';
import { powerOn, type Image, type Stop } from './machine';
import { Fault } from './memory';
import { translate, type Block, type Exit, type TcOp } from './translate';
import { decode, DecodeError } from './decode';
import type { Instruction } from './x86';

export class Vmm {
  /** The CPU that executes: the guest's registers, the real privilege. Real interrupts are the VMM's, so IF stays 1. */
  real!: Cpu;
  /** What the guest should see, and the VMM keeps. */
  virtual!: Cpu;
  readonly blocks: Block[] = [];
  /** Guest address → block: the lookup table. */
  readonly table = new Map<number, Block>();
  readonly counts = {
    translations: 0,
    misses: 0,
    hits: 0,
    chained: 0,
    callouts: 0,
    traps: 0,
    adaptations: 0,
    direct: 0,
  };
  /** Guest instructions done. */
  executed = 0;
  private readonly faults = new Map<number, number>();
  private readonly guilty = new Set<number>();
  private size = 0;
  readonly settings: Settings;
  private readonly tell: (event: VmmEvent) => void;

  constructor(image: Image, settings: Settings, tell: (event: VmmEvent) => void = () => undefined) {
    this.settings = settings;
    this.tell = tell;
    this.reset(image);
  }

  /** Power-on of the guest; the translation cache stays as it is. */
  reset(image: Image): void {
    const guest = powerOn(image, true);
    const own: Privileged = { if: 1, cpl: 1, cr3: 0 };
    this.virtual = guest;
    this.real = { ...guest, own };
    this.executed = 0;
  }

  /** Runs the guest for at most `limit` instructions. */
  run(limit: number): Stop {
    try {
      while (this.executed < limit) {
        const { cpl, if: interrupts } = this.virtual.own;
        const going = cpl === 3 && interrupts === 1 ? this.runUser(limit) : this.runKernel(limit);
        if (!going) return 'halted';
      }
      return 'limit';
    } catch (error) {
      if (error instanceof DecodeError) return '#UD';
      if (error instanceof Fault && error.vector === '#GP') return '#GP';
      throw error;
    }
  }

  /** The VMM does one instruction by hand, on the virtual CPU. */
  private emulate(of: Instruction): boolean {
    const going = this.virtual.memory.asVmm(() => execute(this.virtual, of));
    this.executed += 1;
    return going;
  }

  /** User code, as it stands, until it asks for its kernel. */
  private runUser(limit: number): boolean {
    const { real, virtual } = this;
    real.own.cpl = 3;
    this.counts.direct += 1;
    this.tell({ kind: 'direct', pc: real.core.eip });
    while (this.executed < limit) {
      const of = decode(real.memory.read8, real.core.eip);
      if (of.op.kind === 'int') {
        this.emulate(of);
        real.own.cpl = 1;
        this.tell({ kind: 'trap-user', of });
        return true;
      }
      try {
        execute(real, of);
        this.executed += 1;
      } catch (error) {
        if (!(error instanceof Fault) || error.vector !== '#PF') throw error;
        this.counts.traps += 1;
        this.emulate(of);
      }
      this.tell({ kind: 'user', of });
      if (virtual.own.cpl !== 3) return true;
    }
    return true;
  }

  private runKernel(limit: number): boolean {
    this.real.own.cpl = this.virtual.own.cpl === 3 ? 3 : 1;
    let block: Block = this.dispatch(this.real.core.eip, null, null);
    while (this.executed < limit) {
      const next = this.runBlock(block, limit);
      if (next === 'halted') return false;
      if (next === null) return true;
      block = next;
    }
    return true;
  }

  /** The VMM is asked for the translation of an address; the exit that asked is patched, if it is one that can be. */
  private dispatch(pc: number, from: Block | null, exit: Exit | null): Block {
    let block = this.table.get(pc);
    if (block) {
      this.counts.hits += 1;
      this.tell({ kind: 'hit', block, from });
    } else {
      decode(this.real.memory.read8, pc); // nothing is counted for an address that holds no code
      this.counts.misses += 1;
      this.tell({ kind: 'miss', pc, from });
      block = this.translateAt(pc);
      this.tell({ kind: 'translate', block, from });
    }
    if (exit && from && this.settings.chaining) {
      exit.chained = block.id;
      this.tell({ kind: 'chain', from, exit, to: block });
    }
    return block;
  }

  private translateAt(pc: number): Block {
    const place = { id: this.blocks.length, offset: this.size };
    const block = translate(this.real.memory.read8, pc, place, this.guilty);
    this.blocks.push(block);
    this.table.set(pc, block);
    this.size += block.size;
    this.counts.translations += 1;
    return block;
  }

  /** Control leaves a block by one of its exits. */
  private leave(from: Block, exit: Exit): Block {
    this.real.core.eip = exit.target;
    if (exit.chained === null) return this.dispatch(exit.target, from, exit);
    let block = this.blocks[exit.chained]!;
    while (block.replaced !== null) block = this.blocks[block.replaced]!;
    exit.chained = block.id;
    this.counts.chained += 1;
    this.tell({ kind: 'enter', block, way: 'chained', from });
    return block;
  }

  /** @returns the block to go on with; null when the guest's mode has changed; `halted` */
  private runBlock(block: Block, limit: number): Block | null | 'halted' {
    const { real } = this;
    for (let index = 0; index < block.ops.length; index++) {
      if (this.executed >= limit) return null;
      const op = block.ops[index]!;
      switch (op.kind) {
        case 'copied':
          this.copied(block, index, op.of);
          break;
        case 'inline':
          this.emulate(op.of);
          this.tell({ kind: 'op', block, index, op });
          break;
        case 'store':
        case 'callout': {
          this.counts.callouts += 1;
          const going = this.emulate(op.of);
          this.tell({ kind: 'op', block, index, op });
          if (!going) return 'halted';
          if (index === block.ops.length - 1) return this.executed < limit ? this.afterCallout(block) : null;
          break;
        }
        case 'push':
          this.executed += 1;
          this.pushReturn(block, index, op.of, op.value);
          real.core.eip = (block.ops[index + 1] as TcOp & { kind: 'jump' }).exit.target;
          break;
        case 'lookup': {
          this.executed += 1;
          real.core.eip = pop(real);
          this.tell({ kind: 'op', block, index, op });
          if (this.executed >= limit) return null;
          const found = this.table.get(real.core.eip);
          if (!found) return this.dispatch(real.core.eip, block, null);
          this.counts.hits += 1;
          this.tell({ kind: 'enter', block: found, way: 'ret', from: block });
          return found;
        }
        case 'branch': {
          this.executed += 1;
          const taken = holds(op.condition, real.core.flags);
          const last = block.ops[index + 1] as TcOp & { kind: 'jump' };
          real.core.eip = taken ? op.exit.target : last.exit.target;
          this.tell({ kind: 'op', block, index, op });
          if (taken) return this.executed < limit ? this.leave(block, op.exit) : null;
          break;
        }
        case 'jump':
          if (op.of) this.executed += 1;
          real.core.eip = op.exit.target;
          this.tell({ kind: 'op', block, index, op });
          return this.executed < limit ? this.leave(block, op.exit) : null;
      }
    }
    throw new Error(`block ${block.id} has no end`);
  }

  /** INT and IRET have set the guest's next address: another mode, perhaps, or more kernel code. */
  private afterCallout(block: Block): Block | null {
    const { cpl, if: interrupts } = this.virtual.own;
    if (cpl === 3 && interrupts === 1) return null;
    this.real.own.cpl = cpl === 3 ? 3 : 1;
    return this.dispatch(this.real.core.eip, block, null);
  }

  /** CALL's push: of the guest's return address, never of one in the cache. */
  private pushReturn(block: Block, index: number, of: Instruction, value: number): void {
    try {
      push(this.real, value);
      this.tell({ kind: 'op', block, index, op: block.ops[index]! });
    } catch (error) {
      if (!(error instanceof Fault) || error.vector !== '#PF') throw error;
      this.real.memory.asVmm(() => push(this.real, value));
      this.suspect(block, index, of);
    }
  }

  private copied(block: Block, index: number, of: Instruction): void {
    try {
      execute(this.real, of);
      this.executed += 1;
      this.tell({ kind: 'op', block, index, op: block.ops[index]! });
    } catch (error) {
      if (!(error instanceof Fault) || error.vector !== '#PF') throw error;
      this.emulate(of);
      this.suspect(block, index, of);
    }
  }

  /** An innocent instruction has faulted on a traced page; one that does so too often is translated anew. */
  private suspect(old: Block, index: number, of: Instruction): void {
    this.counts.traps += 1;
    const times = (this.faults.get(of.at) ?? 0) + 1;
    this.faults.set(of.at, times);
    this.tell({ kind: 'trap', block: old, index, of, times });
    if (!this.settings.adaptive || times < HOT || old.ops[index]?.kind !== 'copied') return;
    this.guilty.add(of.at);
    this.counts.adaptations += 1;
    const block = this.translateAt(old.entry);
    old.replaced = block.id;
    this.tell({ kind: 'adapt', old, block, of });
  }
}
