/**
 * Why: a recording stores each raw line as a few small integers. This gives back the line as ftrace
 * printed it, and the parts that the story is told from.
 */

import type { RecordedHead } from '../../lib/recorded.ts';
import { eventsOf, type EventTables, type StoredLine } from '../../lib/recorded-events.ts';

/** What is read of a recorded guest (schemas/recording-events.ts checks the file). */
export interface Recording extends EventTables {
  readonly provenance: RecordedHead;
  readonly clock: { readonly origin: number };
  readonly scenes: readonly RecordedScene[];
}

export interface RecordedScene {
  readonly id: string;
  readonly marker: number;
  readonly start: number;
  /** `[address, text, ring]` */
  readonly program: readonly (readonly [number, string, 0 | 3])[];
  readonly lines: readonly StoredLine[];
}

/** One line of the raw trace. */
export interface Line {
  /** Executed instructions since the scene's first line. */
  readonly at: number;
  /** `vmm-95`: who ran on the host's CPU. */
  readonly task: string;
  /** Event: `kvm_exit`, `sched_switch`, … */
  readonly name: string;
  /** What follows the event's name, as printed. */
  readonly args: string;
  /** The whole line, as ftrace printed it. */
  readonly raw: string;
}

const PREFIX = 16;
const PID = 7;
const CLOCK = 12;

/** `     vmm-95      [000] d..1.   6902180702: kvm_entry: vcpu 0, rip 0x11b9`, from its parts. */
function rawLine(task: string, flags: string, clock: number, text: string): string {
  const dash = task.lastIndexOf('-');
  const who = `${task.slice(0, dash).padStart(PREFIX)}-${task.slice(dash + 1).padEnd(PID)}`;
  return `${who} ${flags} ${String(clock).padStart(CLOCK)}: ${text}`;
}

/** Splits an event's text: `kvm_exit: vcpu 0 …`, `sys_ioctl(fd: 7 …)`, `sys_ioctl -> 0x0`. */
function splitEvent(text: string): { readonly name: string; readonly args: string } {
  const match = /^(\w+)(?:: )?(.*)$/s.exec(text);
  return { name: match?.[1] ?? text, args: match?.[2] ?? '' };
}

/** The raw lines of a scene, in order. @throws Error when an index points outside its table. */
export function linesOf(recording: Recording, scene: RecordedScene): readonly Line[] {
  return eventsOf(recording, scene.lines).map(({ at, task, flags, text }) => ({
    at,
    task,
    ...splitEvent(text),
    raw: rawLine(task, flags, recording.clock.origin + scene.start + at, text),
  }));
}
