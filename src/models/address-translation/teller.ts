/** Why: every story is told in the same way: the machine as it is after what just happened, with a sentence and what to look at. */
import { framesAt, PAGE, splitAddress } from './address';
import { gpaOf, lowerChain, upperChain } from './chains';
import { cr3Of, walkOf, type Machine } from './machine';
import type { Message } from '../../lib/message';
import type { Prediction, Step } from '../../lib/trace';
import type { Ref } from './walk';
import type { State } from './types';

export interface Telling {
  readonly id: string;
  /** Message key of the caption. */
  readonly key: string;
  readonly values?: Message['values'];
  readonly focus: readonly string[];
  readonly control?: 'guest' | 'vmm';
  readonly instruction?: string;
  readonly walk?: readonly Ref[];
  /** References of the walk told by this step: `[from, to)`; all, if there is a walk. */
  readonly told?: readonly [from: number, to: number];
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  readonly tlbEvent?: State['tlbEvent'];
  readonly exited?: number;
  /** Entries read so far, while a walk is told piece by piece. */
  readonly references?: number;
  /** Whether the guest-physical, or also the machine address is known now. */
  readonly knows?: 'nothing' | 'gpa' | 'hpa';
  readonly ask?: Prediction;
}

export interface Teller {
  readonly steps: Step<State>[];
  readonly tell: (telling: Telling) => void;
}

/** Node of the table that a reference reads. */
export const nodeOf = ({ table, level }: Ref): string =>
  `${table === 'own' || table === 'guest' ? 'upper' : 'lower'}-${level}`;

export const option = (id: string, values?: Message['values']): { id: string; label: Message } => ({
  id,
  label: values ? { key: `opt-${id}`, values } : { key: `opt-${id}` },
});

export function createTeller(machine: Machine): Teller {
  const steps: Step<State>[] = [];
  const { scenario, world } = machine;
  const address = splitAddress(world.va.data, world.guest.levels, world.guest.leaf);
  const grid =
    scenario.technique === 'nested' && !['context-switch', 'pte-edit'].includes(scenario.operation);
  const tell = (telling: Telling) => {
    const { id, key, values, focus, knows = 'nothing', ask } = telling;
    // The grid stays where it is when the TLB makes the walk needless: all of it is still to come.
    const idle = grid && !telling.walk;
    const walk = idle ? walkOf(machine, world.va.data).refs : (telling.walk ?? []);
    const [from, done] = idle ? [0, 0] : (telling.told ?? [0, walk.length]);
    const upper = upperChain(machine);
    const lower = lowerChain(machine);
    const gpa = gpaOf(machine);
    const frame = world.place(Math.floor(gpa / PAGE));
    const shown = machine.shadow && lower ? lower.page : null;
    const stale = shown !== null && lower !== null && shown !== frame - (frame % framesAt(lower.leaf));
    const state: State = {
      scenario,
      address,
      picture: grid ? 'grid' : 'tables',
      control: telling.control ?? 'guest',
      instruction: telling.instruction ?? `mov rax, [${address.text}]`,
      walk,
      done,
      from,
      upper,
      lower,
      space: machine.space,
      cr3: cr3Of(machine),
      ncr3: scenario.technique === 'nested' ? world.nestedRoot * PAGE : null,
      tlb: machine.tlb,
      tlbEvent: telling.tlbEvent ?? 'none',
      reads: telling.reads ?? walk.slice(from, done).map(nodeOf),
      writes: telling.writes ?? [],
      stale,
      counts: {
        references: telling.references ?? machine.references,
        hits: machine.hits,
        // A walk that is being told has begun with a miss.
        misses: machine.misses + (telling.references === undefined ? 0 : 1),
        perWalk: machine.perWalk,
        exits: machine.exits,
        reasons: machine.reasons,
      },
      exited: telling.exited ?? 0,
      gpa: knows === 'nothing' ? null : gpa,
      hpa: knows === 'hpa' ? frame * PAGE + (gpa % PAGE) : null,
    };
    const caption: Message = values ? { key, values } : { key };
    steps.push({ id, at: steps.length, unit: 'steps', state, caption, focus, ...(ask && { ask }) });
  };
  return { steps, tell };
}
