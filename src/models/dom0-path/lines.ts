/**
 * Why: a recording stores each raw line as a few small integers. This tells what it says, and who wrote it: the two
 * domains and Xen have a tracer each, the wire has a capture, and all of them share one clock.
 */

import type { RecordedHead } from '../../lib/recorded';
import { eventsOf, type EventTables, type StoredLine } from '../../lib/recorded-events';

/** What is read of the recorded pings (schemas/recording-events.ts checks the file). */
export interface Recording extends EventTables {
  readonly provenance: RecordedHead;
  readonly scenes: readonly { readonly id: string; readonly lines: readonly StoredLine[] }[];
}

export const SOURCES = ['domu', 'xen', 'dom0', 'wire'] as const;
/** Who wrote a line: the guest's kernel, Xen, Domain 0's kernel, or the capture on the wire. */
export type Source = (typeof SOURCES)[number];

export interface Line {
  /** Executed instructions since the scene's first line. */
  readonly at: number;
  readonly source: Source;
  /** `ping-103`, `vif1.0-q0-guest-135`; of Xen the domain on whose behalf: `d1`. */
  readonly task: string;
  /** The event's name: `xennet_start_xmit`, `hypercall`, … */
  readonly name: string;
  /** The line as it was traced, without task and clock. */
  readonly text: string;
}

/** All lines of a scene, in order. @throws Error when the scene or an index is unknown. */
export function linesOf(recording: Recording, id: string): readonly Line[] {
  const scene = recording.scenes.find((each) => each.id === id);
  if (!scene) throw new Error(`recording "${recording.id}" has no scene "${id}"`);
  return eventsOf(recording, scene.lines).map(({ at, task, text }) => {
    const [who, name = ''] = task.split('/');
    const source = SOURCES.find((each) => each === who);
    if (!source) throw new Error(`recording "${recording.id}": nobody knows the source "${who}"`);
    return { at, source, task: name, name: /^\w+/.exec(text)?.[0] ?? text, text };
  });
}

/** The number after `name=` in a line. @throws Error when the line has none. */
export function numberIn({ text }: Pick<Line, 'text'>, name: string): number {
  const found = new RegExp(`\\b${name}=(\\d+)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no "${name}=" in "${text}"`);
  return Number(found);
}
