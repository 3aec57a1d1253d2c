/** Why: which platforms stand side by side is the learner's choice, spelled in the URL as `kvm,xen`. */
import { nearest } from '../../lib/nearest';
import { PLATFORMS, type PlatformId } from '../../models/platforms/types';

/** What is shown when nothing of a choice can be read. */
const FALLBACK: readonly PlatformId[] = ['kvm', 'xen'];

const isPlatform = (word: string): word is PlatformId => (PLATFORMS as readonly string[]).includes(word);

/** Spells a choice: each platform once, in the order in which columns stand. */
export const spell = (chosen: readonly PlatformId[]): string =>
  PLATFORMS.filter((platform) => chosen.includes(platform)).join(',');

/** Reads a choice; words that are no platform are taken for the nearest one, or left out. One to six, in order. */
export function read(value: string): readonly PlatformId[] {
  const words = value
    .split(',')
    .filter((word) => word !== '')
    .map((word) => (isPlatform(word) ? word : nearest(word, PLATFORMS)[0]))
    .filter((word): word is PlatformId => word !== undefined);
  const chosen = PLATFORMS.filter((platform) => words.includes(platform));
  return chosen.length > 0 ? chosen : FALLBACK;
}

/** The nearest valid spelling of what a URL says. */
export const mend = (value: string): string => spell(read(value));

/** The choice with one platform more or less; the last one stays. */
export function toggle(chosen: readonly PlatformId[], platform: PlatformId): readonly PlatformId[] {
  if (!chosen.includes(platform)) return [...chosen, platform];
  return chosen.length === 1 ? chosen : chosen.filter((each) => each !== platform);
}

/** At most this many stacks fit a phone. */
export const PAIR = 2;

/**
 * The stacks that a phone shows: those asked for last that are still chosen, then the first of the chosen ones,
 * in the order of the columns.
 * @param asked oldest first
 */
export function pairOf(chosen: readonly PlatformId[], asked: readonly PlatformId[]): readonly PlatformId[] {
  const wanted = [...asked.filter((platform) => chosen.includes(platform)).reverse(), ...chosen];
  const pair = [...new Set(wanted)].slice(0, PAIR);
  return chosen.filter((platform) => pair.includes(platform));
}
