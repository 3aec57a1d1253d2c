/** Why: what a class quiz asks and what came of it: a set that a seed decides, shares of hands, and scores that add up. */
import { shuffled } from '../lib/seeded-order';

/** What the quiz must know of a question; its words stay with the window that shows them. */
export interface QuizItem {
  readonly id: string;
  /** How many things hands are counted for: its options, or “had it right” and “had not”. */
  readonly slots: number;
  /** Those of them that are right, counted from 0. */
  readonly right: readonly number[];
}

/** What happened at one question. */
export interface Round {
  /** Hands by slot, each at least 0. */
  readonly hands: readonly number[];
  /** Which slot is counted now; null when all have been. */
  readonly slot: number | null;
  /** Page of the reasons, counted from 0. */
  readonly page: number;
  /** Points by team, each at least 0; a team that is not there has none. */
  readonly points: readonly number[];
}

/** Seeds are short enough to be called across a room: 0 … 9999. */
export const SEEDS = 10_000;
/** A set's summary names all its questions on one slide. */
export const LONGEST_SET = 10;
export const MOST_HANDS = 999;

const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);

/**
 * The questions of a set, in the order in which they are asked.
 * @param pool in any order: a set depends on the ids alone
 * @returns `length` of them, or all if there are fewer
 */
export function drawSet(pool: readonly QuizItem[], seed: number, length: number): readonly QuizItem[] {
  const order = shuffled(
    pool.map(({ id }) => id),
    seed,
  );
  return order.slice(0, length).map((id) => pool.find((item) => item.id === id)!);
}

export const emptyRound = ({ slots }: QuizItem): Round => ({
  hands: Array.from({ length: slots }, () => 0),
  slot: 0,
  page: 0,
  points: [],
});

/** Hands counted at a question. Where more than one option may be chosen, a person may count more than once. */
export const handsIn = ({ hands }: Round): number => sum(hands);

/** Share of the hands that were right, 0 … 1; null when none were counted. */
export function rightShare({ right }: QuizItem, round: Round): number | null {
  const all = handsIn(round);
  return all === 0 ? null : sum(right.map((slot) => round.hands[slot] ?? 0)) / all;
}

/** Points of each team over all questions. */
export const scoresOf = (rounds: readonly Round[], teams: number): readonly number[] =>
  Array.from({ length: teams }, (_, team) => sum(rounds.map(({ points }) => points[team] ?? 0)));

export interface Rank {
  readonly team: number;
  readonly score: number;
  /** 1 for the best; teams with the same score share a rank. */
  readonly rank: number;
}

/** The best first; of two with the same score the one that was named first. */
export const ranking = (scores: readonly number[]): readonly Rank[] =>
  scores
    .map((score, team) => ({ team, score, rank: 1 + scores.filter((other) => other > score).length }))
    .sort((a, b) => a.rank - b.rank || a.team - b.team);

const ROOMS = [10, 20, 30, 40, 50, 100, 200, 500, 1000];

/** What a full bar stands for: the smallest round number of people that holds every count. */
export const fullBar = (hands: readonly number[]): number =>
  ROOMS.find((room) => hands.every((each) => each <= room)) ?? Math.max(...hands);
