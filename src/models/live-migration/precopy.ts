/**
 * Why: pre-copy as arithmetic. A round sends what was dirty when it began; what the guest writes meanwhile is the next
 * round: n₁ = all pages, nₖ₊₁ = min(W, D·nₖ/B), with W the pages of the working set, D pages written and B pages sent a
 * second. While D < B the rounds shrink by the factor D/B, and all of them together are n₁·(1 − (D/B)ᵏ)/(1 − D/B).
 * Source: Clark et al., “Live Migration of Virtual Machines”, NSDI 2005, §3 (writable working set); when to stop: QEMU,
 * migration/migration.c (what is pending against bandwidth × downtime-limit); throttling: QEMU, migration/ram.c.
 */
import { pagesIn, usFor, type Round, type Setup } from './types';

/** Rounds after which somebody gives up, if one is more than this part of the one before. */
export const PATIENCE = 5;
const GAIN_PERCENT = 99;
/** QEMU's defaults, per cent: cpu-throttle-initial, cpu-throttle-increment, max-cpu-throttle, throttle-trigger-threshold. */
export const THROTTLE = { initial: 20, increment: 10, max: 99, trigger: 50 } as const;
/** Rounds in which more than the trigger was written, before the throttle is set or raised. */
const BAD_ROUNDS = 2;

export interface PreCopy {
  readonly rounds: readonly Round[];
  /** Pages that are dirty when the last round has ended. */
  readonly rest: number;
  /** The rest fits into the downtime limit; else somebody has given up. */
  readonly converged: boolean;
}

const raised = (throttle: number) =>
  throttle === 0 ? THROTTLE.initial : Math.min(THROTTLE.max, throttle + THROTTLE.increment);

/** @param autoConverge whether the guest is slowed when rounds do not shrink */
export function preCopy(setup: Setup, autoConverge: boolean): PreCopy {
  const rounds: Round[] = [];
  let [rest, us, throttle, bad] = [setup.pages, 0, 0, 0];
  for (;;) {
    const toUs = us + usFor(rest, setup.link);
    const rate = (setup.writes * (100 - throttle)) / 100;
    const written = Math.min(setup.hotPages, pagesIn(rate, toUs - us));
    rounds.push({ number: rounds.length + 1, fromUs: us, toUs, sent: rest, written, throttle });
    const stuck = written * 100 > rest * GAIN_PERCENT;
    const slowest = !autoConverge || throttle === THROTTLE.max;
    if (autoConverge && written * 100 > rest * THROTTLE.trigger) bad += 1;
    [rest, us] = [written, toUs];
    if (usFor(rest, setup.link) <= setup.limitUs) return { rounds, rest, converged: true };
    if (slowest && stuck && rounds.length >= PATIENCE) return { rounds, rest, converged: false };
    if (bad === BAD_ROUNDS) [throttle, bad] = [raised(throttle), 0];
  }
}

/** Pages that the guest has written to before a round, laps included: where it stands on its walk. */
export function writtenBefore(setup: Setup, rounds: readonly Round[], index: number): number {
  return rounds
    .slice(0, index)
    .reduce(
      (sum, { fromUs, toUs, throttle }) =>
        sum + pagesIn((setup.writes * (100 - throttle)) / 100, toUs - fromUs),
      0,
    );
}

/** So many rounds are all told. */
const FEW = 8;

/** Rounds that are told one by one. Of many: the first three, those that change the throttle, the last two, and every third between. */
export function toldRounds(rounds: readonly Round[]): readonly Round[] {
  const told: Round[] = [];
  rounds.forEach((round, i) => {
    const next = rounds[i + 1];
    const turns = next !== undefined && next.throttle !== round.throttle;
    if (
      rounds.length <= FEW ||
      i < 3 ||
      i >= rounds.length - 2 ||
      turns ||
      round.number - told.at(-1)!.number >= 3
    )
      told.push(round);
  });
  return told;
}
