/**
 * Why: the story. A program runs under the monitor to its end; what happens for the first time is a step of its own,
 * what only repeats is told in one step with its counts.
 */
import type { Step, Trace } from '../../lib/trace';
import { endCaption, moreCaption, startCaption, told, type Told } from './captions';
import { firstWrong } from './deprivileged';
import { Ledger } from './ledger';
import { runBare, visible } from './machine';
import { askEnd, askMore, askOf } from './predictions';
import { imageOf, linesOf, PROGRAM } from './programs';
import { PROVENANCE } from './provenance';
import { listing } from './listing';
import type { BtScenario, BtState, Phase, TcBlock, Where } from './types';
import type { EntryWay, VmmEvent } from './events';
import { Vmm } from './vmm';

/** More than any ready program needs. */
const LIMIT = 5000;

interface Shot {
  readonly state: BtState;
  readonly at: number;
}

/** What was passed over since the last step. */
export interface Passed {
  readonly entries: number;
  readonly visits: number;
  readonly callouts: number;
  readonly traps: number;
}
const nothing: Passed = { entries: 0, visits: 0, callouts: 0, traps: 0 };

/** How control comes to a block by this event, if it does. */
function wayOf(event: VmmEvent): EntryWay | null {
  if (event.kind === 'enter') return event.way;
  return event.kind === 'miss' || event.kind === 'hit' || event.kind === 'direct' ? event.kind : null;
}

/** The trace of a scenario: always the same for the same one. */
export function runBt(scenario: BtScenario): Trace<BtState> {
  const program = PROGRAM[scenario.program];
  const image = imageOf(program);
  const lines = linesOf(program);
  const wrong = firstWrong(image, LIMIT);
  const bare = runBare(image, LIMIT);
  const ledger = new Ledger();
  const entries: EntryWay[] = [];
  const steps: Step<BtState>[] = [];
  const seen = new Set<string>();
  let passed = nothing;
  let last: Shot | null = null;
  const settings = { chaining: scenario.chaining === 'on', adaptive: scenario.adaptive === 'on' };
  const vmm: Vmm = new Vmm(image, settings, hear);

  function shoot(
    phase: Phase,
    where: Where,
    from: Where | null,
    at: number | null,
    fresh: number | null,
  ): Shot {
    const { real, virtual, counts, blocks, executed } = vmm;
    const offsetOf = (id: number) => blocks[id]!.offset;
    const cache: TcBlock[] = blocks.map((block) => ({
      id: block.id,
      entry: block.entry,
      offset: block.offset,
      replaced: block.replaced,
      fresh: block.id === fresh,
      lines: listing(block, offsetOf).map(({ op, offset, text }) => ({
        kind: op.kind,
        offset,
        text,
        of: op.of?.at ?? null,
        to: 'exit' in op ? op.exit.chained : null,
      })),
    }));
    const state: BtState = {
      scenario,
      phase,
      where,
      from,
      lines,
      at,
      cache,
      entries: [...entries],
      counts: { ...counts },
      cost: ledger.bill,
      trapWrong: wrong && executed >= wrong.done ? wrong.of.text : null,
      machine: {
        regs: [...virtual.core.regs],
        flags: virtual.core.flags,
        virtualIf: virtual.own.if,
        realIf: real.own.if,
        virtualCpl: virtual.own.cpl,
        realCpl: where.kind === 'vmm' ? 0 : real.own.cpl,
        cr3: virtual.own.cr3,
      },
      executed,
      sameAsBare: null,
    };
    return { state, at: Math.round(ledger.total) };
  }

  function add(
    id: string,
    { state, at }: Shot,
    rest: Pick<Step<BtState>, 'caption' | 'focus' | 'ask'>,
  ): void {
    const { ask, ...others } = rest;
    steps.push({ id, at, unit: 'cycles', state, ...others, ...(ask && { ask }) });
  }

  /** What only repeated is told before what is new. */
  function catchUp(): void {
    if (last && (passed.entries > 1 || passed.traps > 1 || passed.callouts > 1)) {
      const n = 1 + steps.filter(({ state }) => state.phase === 'more').length;
      add(
        `more-${n}`,
        { ...last, state: { ...last.state, phase: 'more' } },
        {
          caption: moreCaption(passed, settings),
          focus: ['meter', 'counts'],
          ask: askMore(passed),
        },
      );
    }
    passed = nothing;
  }

  function hear(event: VmmEvent): void {
    ledger.charge(event);
    const way = wayOf(event);
    // A stretch that only repeated ends where something is missed; the miss is told with its translation.
    if (event.kind === 'miss') catchUp();
    if (way) entries.push(way);
    const tell: Told = told(event, vmm);
    const shot = shoot(tell.phase, tell.where, tell.from, tell.at, tell.fresh);
    const isNew = tell.key !== null && !seen.has(tell.key);
    if (!isNew && event.kind === 'miss') return;
    if (!isNew) {
      passed = {
        entries: passed.entries + (way ? 1 : 0),
        visits: passed.visits + (way === 'hit' || way === 'miss' ? 1 : 0),
        callouts: passed.callouts + (event.kind === 'op' && /callout|store/.test(event.op.kind) ? 1 : 0),
        traps: passed.traps + (event.kind === 'trap' || event.kind === 'trap-user' ? 1 : 0),
      };
      last = { ...shot, state: { ...shot.state, from: null } };
      return;
    }
    catchUp();
    seen.add(tell.key);
    const ask = askOf(event, vmm);
    const repeats = steps.some(
      (step) => JSON.stringify(step.ask?.question) === JSON.stringify(ask?.question),
    );
    const { caption, focus } = tell;
    add(tell.key, shot, { caption, focus, ...(ask && (!repeats || event.kind === 'enter') && { ask }) });
    last = null;
  }

  add('start', shoot('start', { kind: 'vmm', duty: 'lookup' }, null, null, null), {
    caption: startCaption(scenario),
    focus: ['guest'],
  });
  const stop = vmm.run(LIMIT);
  if (stop !== 'halted') throw new Error(`program "${scenario.program}" stopped by ${stop}, not by HLT`);
  catchUp();
  const same = JSON.stringify(visible(vmm.virtual)) === JSON.stringify(visible(bare.cpu));
  const end = shoot('end', { kind: 'vmm', duty: 'emulate' }, null, null, null);
  add(
    'end',
    { ...end, state: { ...end.state, sameAsBare: same } },
    {
      caption: endCaption(end.state, same),
      focus: ['cost', 'meter'],
      ask: askEnd(end.state),
    },
  );
  return { source: 'model', provenance: PROVENANCE, steps };
}
