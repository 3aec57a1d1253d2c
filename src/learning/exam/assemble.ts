/** Why: a preset and a seed are a whole paper, so that a class sits the same exam by sharing an address. */
import type { QuestionKind } from '../grade';
import { dealOf, quotasOf, type Deal } from './deal';
import { chanceOf, shuffled } from './shuffle';

/** A question as far as drawing needs it. */
export interface BankQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly lesson: string;
  readonly unit: string;
  readonly topic: string;
}

/** The part of a preset that says which questions are drawn. */
export interface Blueprint {
  readonly kinds: Readonly<Partial<Record<QuestionKind, number>>>;
  /** The kind that stands in where the bank has too few of another. */
  readonly instead?: QuestionKind | undefined;
  readonly weights: {
    readonly by: 'lesson' | 'unit' | 'topic';
    /** By group; left out: the same for each group that has questions. */
    readonly of?: Readonly<Record<string, number>> | undefined;
  };
}

/** `short`: the bank cannot fill the blueprint. */
export type Assembly =
  | {
      readonly kind: 'paper';
      /** Ids in the order of the paper: kind by kind, as exams are printed; by lot inside a kind. */
      readonly questions: readonly string[];
    }
  | {
      readonly kind: 'short';
      /** A kind of which the bank has too few, or null when only kinds and weights together cannot be met. */
      readonly of: QuestionKind | null;
      readonly wanted: number;
      readonly there: number;
    };

/** The order in which kinds are printed. */
const PRINTED = ['single', 'multiple', 'true-false', 'ordering', 'matching', 'point'] as const;

/** Weight of each group, in the order of names, whatever the order of the bank. */
export function weightsOf(bank: readonly BankQuestion[], { weights }: Blueprint): Map<string, number> {
  const groups = weights.of ? Object.keys(weights.of) : bank.map((question) => question[weights.by]);
  return new Map([...new Set(groups)].sort().map((group) => [group, weights.of?.[group] ?? 1]));
}

/** @param seed a whole number, 0 or more */
export function assemble(bank: readonly BankQuestion[], blueprint: Blueprint, seed: number): Assembly {
  const sorted = [...bank].sort((a, b) => (a.id < b.id ? -1 : 1));
  const weights = weightsOf(sorted, blueprint);
  const cells = new Map<string, string[]>();
  for (const question of sorted) {
    const cell = `${question[blueprint.weights.by]}/${question.kind}`;
    cells.set(cell, [...(cells.get(cell) ?? []), question.id]);
  }
  const there = (group: string, kind: QuestionKind) => cells.get(`${group}/${kind}`)?.length ?? 0;
  const wanted = PRINTED.flatMap((kind) => {
    const n = blueprint.kinds[kind] ?? 0;
    return n > 0 ? [[kind, n] as const] : [];
  });
  const total = wanted.reduce((sum, [, n]) => sum + n, 0);
  const quotas = quotasOf(weights, total);
  const tryTo = (need: ReadonlyMap<QuestionKind, number>) =>
    dealOf(quotas, need, there, chanceOf(seed, 'deal'));

  const deal = blueprint.instead
    ? withStandIns(wanted, blueprint.instead, tryTo)
    : tryTo(new Map<QuestionKind, number>(wanted));
  if (!deal) {
    const count = (kind: QuestionKind) =>
      [...weights.keys()].reduce((sum, group) => sum + there(group, kind), 0);
    const short = wanted.find(([kind, n]) => count(kind) < n);
    return short
      ? { kind: 'short', of: short[0], wanted: short[1], there: count(short[0]) }
      : { kind: 'short', of: null, wanted: total, there: sorted.length };
  }
  const draw = chanceOf(seed, 'draw');
  const drawn = PRINTED.map((kind) =>
    [...weights.keys()].flatMap((group) =>
      shuffled(cells.get(`${group}/${kind}`) ?? [], draw).slice(0, deal.get(group)?.get(kind) ?? 0),
    ),
  );
  return { kind: 'paper', questions: drawn.flatMap((ids) => shuffled(ids, draw)) };
}

/** As many of each kind as can be had, one kind after the other; what is missing is of the kind `instead`. */
function withStandIns(
  wanted: readonly (readonly [QuestionKind, number])[],
  instead: QuestionKind,
  tryTo: (need: ReadonlyMap<QuestionKind, number>) => Deal | null,
): Deal | null {
  const total = wanted.reduce((sum, [, n]) => sum + n, 0);
  const firm = new Map<QuestionKind, number>();
  const need = () => {
    const taken = [...firm.values()].reduce((sum, n) => sum + n, 0);
    return new Map([...firm, [instead, total - taken] as const]);
  };
  let deal = tryTo(need());
  for (const [kind, most] of wanted.filter(([kind]) => kind !== instead)) {
    for (let n = most; n >= 0; n--) {
      firm.set(kind, n);
      const found = tryTo(need());
      if (found) deal = found;
      if (found) break;
    }
  }
  return deal && tryTo(need());
}
