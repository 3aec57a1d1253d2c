/**
 * Why: what two recordings of the same guest must have in common. Clocks, process ids and the host's own
 * interrupts vary with the kernel's build and the machine's load; which instruction exits, why, and in which
 * order does not.
 */
import { type RawEvent } from '../ftrace.ts';
import { LISTINGS, SCENE_COUNT } from './listing.ts';
import { cutScenes, readExit } from './scenes.ts';

/** An exit, as `reason @ address`: `cpuid @ 0x11a7`. */
export type Exit = string;

export interface SceneExits {
  readonly marker: number;
  readonly exits: readonly Exit[];
}

export type Comparison =
  | { readonly kind: 'equal'; readonly marker: number; readonly exits: number }
  | {
      readonly kind: 'different';
      readonly marker: number;
      /** Index of the first exit that differs, from 0. */
      readonly at: number;
      /** undefined: there the sequence has ended. */
      readonly committed: Exit | undefined;
      readonly recorded: Exit | undefined;
    };

/** Exits that the host's interrupts force: they are the recording host's, not the guest's. */
const HOST_INTERRUPT = 'interrupt';

/**
 * The exits of every scene, in order, without those of host interrupts; the last is that of the next scene's
 * marker. What comes before the first marker belongs to no scene.
 * @throws TraceError when the trace is damaged (see scenes.ts)
 */
export function exitsOf(file: string, events: readonly RawEvent[]): readonly SceneExits[] {
  return cutScenes(file, events, SCENE_COUNT).map(({ marker, events }) => ({
    marker,
    exits: events.flatMap((event) => {
      const exit = readExit(file, event);
      return exit && exit.reason !== HOST_INTERRUPT ? [`${exit.reason} @ 0x${exit.rip.toString(16)}`] : [];
    }),
  }));
}

/** Scene by scene; both have the same scenes. */
export function compare(
  committed: readonly SceneExits[],
  recorded: readonly SceneExits[],
): readonly Comparison[] {
  return committed.map(({ marker, exits }) => {
    const other = recorded.find((scene) => scene.marker === marker)?.exits ?? [];
    const length = Math.max(exits.length, other.length);
    const at = Array.from({ length }, (_, i) => i).find((i) => exits[i] !== other[i]);
    return at === undefined
      ? { kind: 'equal', marker, exits: exits.length }
      : { kind: 'different', marker, at, committed: exits[at], recorded: other[at] };
  });
}

/** One line for the reader. */
export function describe(comparison: Comparison): string {
  const id = LISTINGS.find(({ marker }) => marker === comparison.marker)?.id ?? '(not shown by the figure)';
  const scene = `${String(comparison.marker).padStart(2)} ${id}`.padEnd(29);
  switch (comparison.kind) {
    case 'equal':
      return `${scene} equal      exits: ${comparison.exits}`;
    case 'different': {
      const { at, committed = 'no more exits', recorded = 'no more exits' } = comparison;
      return `${scene} DIFFERENT  exit ${at + 1}: found ${recorded}; expected ${committed}`;
    }
  }
}
