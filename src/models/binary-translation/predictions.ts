/** Why: “predict, then see”. The right answer is read off what the monitor did. */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import type { Passed } from './run';
import type { Block, TcKind } from './translate';
import type { BtState } from './types';
import { HOT, type VmmEvent } from './events';
import type { Vmm } from './vmm';

function ask(key: string, ids: readonly string[], answer: string, values?: Message['values']): Prediction {
  return {
    question: { key: `ask-${key}`, ...(values && { values }) },
    options: ids.map((id) => ({ id, label: { key: `option-${id}` } })),
    answer,
  };
}

const BECOMES = ['copied', 'inline', 'callout'] as const;
const ROADS = ['tc', 'vmm', 'guest'] as const;

/** The question about a block that is going to be translated: what becomes of its most telling instruction. */
function askBlock({ ops }: Block): Prediction | undefined {
  const find = (kind: TcKind) => ops.find((op) => op.kind === kind)?.of;
  const call = find('push');
  if (call) return ask('call', ['guest-address', 'tc-address'], 'guest-address', { ins: call.text });
  const ret = find('lookup');
  if (ret) return ask('ret', ['copied', 'fixed', 'lookup'], 'lookup');
  for (const kind of ['inline', 'callout', 'copied'] as const) {
    const of = (kind === 'inline' ? ops.findLast((op) => op.kind === 'inline')?.of : undefined) ?? find(kind);
    if (of) return ask('becomes', BECOMES, kind, { ins: of.text });
  }
  return undefined;
}

/** The question before an event that is a step of its own. */
export function askOf(event: VmmEvent, { settings }: Pick<Vmm, 'settings'>): Prediction | undefined {
  switch (event.kind) {
    case 'translate':
      return askBlock(event.block);
    case 'hit':
      return event.from ? ask('road', ROADS, 'vmm', { pc: event.block.entry.toString(16) }) : undefined;
    case 'enter':
      return ask('road', ROADS, 'tc', { pc: event.block.entry.toString(16) });
    case 'trap':
      if (event.times === 1)
        return ask('store', ['writes', 'faults', 'calls'], 'faults', { ins: event.of.text });
      return event.times === HOT && !settings.adaptive
        ? ask('hot', ['adapts', 'same', 'opens'], 'same', { times: HOT })
        : undefined;
    case 'adapt':
      return ask('hot', ['adapts', 'same', 'opens'], 'adapts', { times: HOT });
    case 'direct':
      return ask('user', ['direct', 'translated', 'interpreted'], 'direct');
    case 'op':
    case 'miss':
    case 'chain':
    case 'user':
    case 'trap-user':
      return undefined;
  }
}

/** Before a stretch that only repeats: how many of its block entries ask the VMM? */
export const askMore = ({ entries, visits }: Passed): Prediction | undefined =>
  entries < 3
    ? undefined
    : ask('more', ['none', 'some', 'all'], visits === 0 ? 'none' : visits === entries ? 'all' : 'some', {
        entries,
      });

/** Before the end: which way was cheapest, the translation itself left out; not asked where two were equally cheap. */
export function askEnd({ cost }: BtState): Prediction | undefined {
  const warm = cost.bt.guest + cost.bt.vmm;
  const ways = { bt: warm, trap: cost.trap, vtx: cost.vtx };
  const ids = ['bt', 'trap', 'vtx'] as const;
  const best = ids.reduce((a, b) => (ways[b] < ways[a] ? b : a));
  const tied = ids.some((id) => id !== best && ways[id] === ways[best]);
  return tied ? undefined : ask('cheapest', ids, best);
}
