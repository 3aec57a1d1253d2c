/** Why: which event is a step, where control is in it, and which sentence tells it. The words are the figure's. */
import type { Message } from '../../lib/message';
import { HOT, type Settings, type VmmEvent } from './events';
import type { Vmm } from './vmm';
import type { Block, TcOp } from './translate';
import type { BtScenario, BtState, Phase, Where } from './types';
import { hex } from './x86';

export interface Told {
  /** Id of the step; the second event of the same key is no step. Null: never one. */
  readonly key: string | null;
  readonly phase: Phase;
  readonly where: Where;
  readonly from: Where | null;
  /** Guest address that it is about. */
  readonly at: number | null;
  /** Block that it has made. */
  readonly fresh: number | null;
  readonly focus: readonly string[];
  readonly caption: Message;
}

const VMM = (duty: 'lookup' | 'translate' | 'emulate'): Where => ({ kind: 'vmm', duty });
const line = (block: Block, index: number): Where => ({ kind: 'tc', block: block.id, line: index });
/** The last line of a block: where control left it. */
const endOf = (block: Block): Where => line(block, block.ops.length - 1);
const placeOf = (block: Block) => ({ pc: hex(block.entry), tc: `tc+${hex(block.offset)}` });
export const blockNode = (id: number) => `block-${id}`;
const silent = (phase: Phase, where: Where): Told => ({
  ...{ key: null, phase, where, from: null, at: null, fresh: null, focus: [] },
  caption: { key: 'start-locks' },
});

/** What is worth saying about a fresh block, by the first of its ops that is not a copy. */
function noteOf(block: Block): Message {
  const kinds = block.ops.map((op) => op.kind);
  for (const kind of ['inline', 'push', 'lookup', 'callout', 'store'] as const)
    if (kinds.includes(kind)) return { key: `note-${kind}` };
  return { key: 'note-plain' };
}

function translateTold(block: Block, counts: Vmm['counts']): Told {
  const stands = block.ops.filter((op) => op.of !== null);
  const copied = stands.filter((op) => op.kind === 'copied').length;
  return {
    key: `translate-${hex(block.entry)}`,
    phase: 'translate',
    where: VMM('translate'),
    from: { kind: 'guest', at: block.entry },
    at: block.entry,
    fresh: block.id,
    focus: [blockNode(block.id), 'translate'],
    caption: {
      key: counts.translations === 1 ? 'translate-first' : 'translate',
      values: {
        pc: hex(block.entry),
        tc: `tc+${hex(block.offset)}`,
        length: block.length,
        copied,
        rewritten: block.length - copied,
        note: noteOf(block),
      },
    },
  };
}

/** Ops whose first run is a step. */
function opTold(block: Block, index: number, op: TcOp): Told {
  const here = line(block, index);
  if (!op.of || op.kind === 'branch' || op.kind === 'jump') return silent('jump', here);
  const { at } = op.of;
  const values = { ins: op.of.text, pc: hex(at), back: hex(at + op.of.bytes.length) };
  const base = { at, from: null, fresh: null, focus: [`line-${hex(at)}`] };
  const id = hex(at);
  switch (op.kind) {
    case 'copied':
      return { ...base, key: 'copied', phase: 'copied', where: here, caption: { key: 'copied', values } };
    case 'inline':
      return {
        ...base,
        focus: [...base.focus, 'flags'],
        ...{ key: `inline-${id}`, phase: 'inline', where: here },
        caption: { key: `inline-${op.of.op.kind}`, values },
      };
    case 'push':
      return { ...base, key: 'push', phase: 'push', where: here, caption: { key: 'push', values } };
    case 'lookup':
      return { ...base, key: null, phase: 'lookup', where: here, caption: { key: 'push', values } };
    case 'callout':
    case 'store':
      return {
        ...base,
        focus: [...base.focus, 'emulate'],
        ...{ key: `${op.kind}-${id}`, phase: op.kind, where: VMM('emulate'), from: here },
        caption: { key: op.kind === 'store' ? 'store' : `callout-${op.of.op.kind}`, values },
      };
  }
}

/** What an event is as a step. */
export function told(event: VmmEvent, { counts, virtual }: Vmm): Told {
  switch (event.kind) {
    case 'miss':
      return {
        ...{ key: counts.misses === 1 ? `miss-${hex(event.pc)}` : null, phase: 'miss', where: VMM('lookup') },
        ...{ from: null, at: event.pc, fresh: null, focus: ['lookup'] },
        caption: { key: 'miss', values: { pc: hex(event.pc) } },
      };
    case 'translate':
      return translateTold(event.block, counts);
    case 'chain': {
      const { from, to } = event;
      const loop = to.id <= from.id;
      const index = from.ops.findIndex((op) => 'exit' in op && op.exit === event.exit);
      return {
        ...{ key: loop ? 'chain-loop' : 'chain', phase: 'chain', where: VMM('translate') },
        ...{ from: line(from, index), at: null, fresh: null, focus: [blockNode(from.id), blockNode(to.id)] },
        caption: {
          key: loop ? 'chain-loop' : 'chain',
          values: placeOf(to),
        },
      };
    }
    case 'hit':
      return {
        ...{ key: event.from ? 'hit' : null, phase: 'hit', where: VMM('lookup') },
        ...{ from: event.from && endOf(event.from), at: event.block.entry, fresh: null, focus: ['lookup'] },
        caption: { key: 'hit', values: placeOf(event.block) },
      };
    case 'enter': {
      const { block, way, from } = event;
      const key = way === 'chained' ? 'jump' : 'ret';
      return {
        ...{ key, phase: key, where: line(block, 0), from: endOf(from), at: block.entry, fresh: null },
        ...{ focus: [blockNode(block.id)], caption: { key, values: placeOf(block) } },
      };
    }
    case 'op':
      return opTold(event.block, event.index, event.op);
    case 'trap': {
      const id = hex(event.of.at);
      const again = event.times === HOT;
      return {
        key: event.times === 1 ? `trap-${id}` : again ? `hot-${id}` : null,
        phase: 'trap',
        where: VMM('emulate'),
        from: line(event.block, event.index),
        at: event.of.at,
        fresh: null,
        focus: [`line-${id}`, 'emulate'],
        caption: { key: again ? 'trap-hot' : 'trap', values: { ins: event.of.text, times: event.times } },
      };
    }
    case 'adapt':
      return {
        ...{ key: `adapt-${hex(event.of.at)}`, phase: 'adapt', where: VMM('translate') },
        from: { kind: 'guest', at: event.block.entry },
        ...{
          at: event.of.at,
          fresh: event.block.id,
          focus: [blockNode(event.block.id), blockNode(event.old.id)],
        },
        caption: {
          key: 'adapt',
          values: { pc: hex(event.block.entry), tc: `tc+${hex(event.block.offset)}`, times: HOT },
        },
      };
    case 'direct':
      return {
        ...{ key: 'direct', phase: 'direct', where: { kind: 'guest', at: event.pc }, from: VMM('emulate') },
        ...{ at: event.pc, fresh: null, focus: [`line-${hex(event.pc)}`] },
        caption: { key: 'direct', values: { pc: hex(event.pc) } },
      };
    case 'user':
      return silent('direct', { kind: 'guest', at: event.of.at });
    case 'trap-user':
      return {
        ...{ key: 'trap-user', phase: 'trap-user', where: VMM('emulate') },
        from: { kind: 'guest', at: event.of.at },
        ...{ at: event.of.at, fresh: null, focus: [`line-${hex(event.of.at)}`, 'emulate'] },
        caption: { key: 'trap-user', values: { ins: event.of.text, pc: hex(virtual.core.eip) } },
      };
  }
}

export const startCaption = ({ program }: BtScenario): Message => ({ key: `start-${program}` });

export function moreCaption(
  passed: { entries: number; visits: number; callouts: number; traps: number },
  { chaining }: Settings,
): Message {
  const { entries, visits, callouts, traps } = passed;
  const extra: Message =
    traps > 0
      ? { key: 'more-traps', values: { traps } }
      : callouts > 0
        ? { key: 'more-callouts', values: { callouts } }
        : { key: visits === 0 ? 'more-quiet' : chaining ? 'more-rest' : 'more-unchained' };
  return { key: 'more', values: { entries, visits, extra } };
}

export function endCaption({ counts, cost }: BtState, same: boolean): Message {
  const bt = cost.bt.guest + cost.bt.vmm + cost.bt.translate;
  const once = cost.bt.translate;
  return {
    key: same ? 'end' : 'end-differs',
    values: { blocks: counts.translations, bt: Math.round(bt), once },
  };
}
