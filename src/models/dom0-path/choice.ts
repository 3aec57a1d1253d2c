/**
 * Why: what a learner may choose for the load, and its spelling in a URL: `4,100,1,1024,split` is four guests, 100,000
 * packets a second each, one vCPU and 1,024 MiB for Domain 0, by front end and back end.
 */
import { guestsThatFit, type Load } from './load';

export const CHOICES = {
  guests: [1, 2, 3, 4, 6],
  /** Thousand packets a second, of each guest. */
  rate: [20, 50, 100, 150, 200, 300, 400],
  vcpus: [1, 2, 3, 4],
  /** MiB. */
  memory: [256, 384, 512, 768, 1024, 2048, 4096, 6144],
} as const;
export const NUMBERS = ['guests', 'rate', 'vcpus', 'memory'] as const;
export type NumberName = (typeof NUMBERS)[number];

export interface Choice extends Readonly<Record<NumberName, number>> {
  readonly nic: Load['nic'];
}

const DEFAULT: Choice = { guests: 4, rate: 100, vcpus: 1, memory: 1024, nic: 'split' };

function nearest(name: NumberName, text: string | undefined): number {
  const wanted = Number(text);
  if (text === undefined || text === '' || !Number.isFinite(wanted)) return DEFAULT[name];
  return [...CHOICES[name]].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]!;
}

/** Reads a spelling; what is not a choice becomes the nearest one. Never throws. */
export function readChoice(text: string): Choice {
  const [guests, rate, vcpus, memory, nic] = text.split(',');
  return {
    guests: nearest('guests', guests),
    rate: nearest('rate', rate),
    vcpus: nearest('vcpus', vcpus),
    memory: nearest('memory', memory),
    nic: nic?.startsWith('p') ? 'passthrough' : 'split',
  };
}

export const spellChoice = ({ guests, rate, vcpus, memory, nic }: Choice): string =>
  `${guests},${rate},${vcpus},${memory},${nic}`;

/** Guests that can be started: what Domain 0 has reserved, no guest can have. */
export const startedOf = ({ guests, memory }: Choice): number => Math.min(guests, guestsThatFit(memory));

/** The load of the guests that could be started. */
export const loadOf = (choice: Choice): Load => ({
  guests: startedOf(choice),
  rate: choice.rate * 1000,
  vcpus: choice.vcpus,
  memory: choice.memory,
  nic: choice.nic,
});
