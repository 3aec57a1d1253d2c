/**
 * Why: the guest announces each scene by `OUT 0xE9`; the VMM writes `SCENE n` into the trace. This cuts
 * a trace there and proves what the figures take for granted: exits and entries alternate, no scene is
 * missing, the guest ran to its end, and every exit stands at an instruction of the scene's program.
 */
import { type RawEvent } from '../ftrace.ts';
import { TraceError } from '../trace-error.ts';
import type { SceneListing } from './listing.ts';

export interface Scene {
  readonly marker: number;
  /** From the line `SCENE n` up to, not including, the next marker; the last exit is that of the next marker's OUT. */
  readonly events: readonly RawEvent[];
}

const EXIT =
  /^kvm_exit: vcpu 0 reason (.+?) rip (0x[0-9a-f]+) info1 (0x[0-9a-f]{16}) info2 (0x[0-9a-f]{16}) intr_info (0x[0-9a-f]{8}) error_code (0x[0-9a-f]{8})$/;
const ENTRY = /^kvm_entry: vcpu 0, rip (0x[0-9a-f]+)$/;
const SCENE = /^tracing_mark_write: SCENE (\d+)$/;
const DONE = 'tracing_mark_write: VMM guest-done';
/** info1 of an OUT to port 0xE9, as AMD's EXITINFO1 spells it: port in the upper half, size of one byte. */
const MARKER_OUT = '0x0000000000e90010';

/** Reads a `kvm_exit` line; undefined if it is another event. @throws TraceError when its arguments are damaged */
export function readExit(file: string, event: RawEvent) {
  if (!event.text.startsWith('kvm_exit:')) return undefined;
  const match = EXIT.exec(event.text);
  if (!match)
    throw new TraceError(
      file,
      event.line,
      `"${event.text}"`,
      '"kvm_exit: vcpu 0 reason … rip 0x… info1 … error_code …"',
    );
  return { reason: match[1] ?? '', rip: Number(match[2]), info1: match[3] ?? '' };
}

/** @throws TraceError: an exit without an entry before it, or the other way round */
function checkAlternation(file: string, events: readonly RawEvent[]): void {
  let inside: RawEvent | undefined;
  for (const event of events) {
    if (readExit(file, event)) {
      if (!inside)
        throw new TraceError(file, event.line, 'a kvm_exit without an entry', 'a kvm_entry before it');
      inside = undefined;
    } else if (event.text.startsWith('kvm_entry:')) {
      if (!ENTRY.test(event.text))
        throw new TraceError(file, event.line, `"${event.text}"`, '"kvm_entry: vcpu 0, rip 0x…"');
      if (inside)
        throw new TraceError(
          file,
          event.line,
          'a second kvm_entry',
          `the kvm_exit of the entry in line ${inside.line}`,
        );
      inside = event;
    }
  }
}

/**
 * Cuts a trace into its scenes.
 * @param count how many scenes the guest program announces, 1 to `count`
 * @throws TraceError as this module's head says
 */
export function cutScenes(file: string, events: readonly RawEvent[], count: number): readonly Scene[] {
  checkAlternation(file, events);
  const lastLine = events.at(-1)?.line ?? 1;
  const marks: { readonly marker: number; readonly from: number }[] = [];
  events.forEach((event, from) => {
    const marker = Number(SCENE.exec(event.text)?.[1] ?? Number.NaN);
    if (Number.isNaN(marker)) return;
    if (marker !== marks.length + 1)
      throw new TraceError(
        file,
        event.line,
        `the marker of scene ${marker}`,
        `that of scene ${marks.length + 1}`,
      );
    marks.push({ marker, from });
  });
  if (marks.length !== count)
    throw new TraceError(
      file,
      lastLine,
      `the last marker is that of scene ${marks.length}`,
      `scenes 1 to ${count}`,
    );
  const done = events.findIndex((event) => event.text === DONE);
  if (done === -1)
    throw new TraceError(file, lastLine, 'no end marker', `"${DONE}": the guest did not run to its end`);
  return marks.map(({ marker, from }, i) => ({
    marker,
    events: events.slice(from, marks[i + 1]?.from ?? done + 1),
  }));
}

/** Exits of a scene without the one that its end marker's OUT causes: the instrumentation is not the subject. */
export function checkScene(file: string, scene: Scene, listing: SceneListing): void {
  const exits = scene.events.flatMap((event) => {
    const exit = readExit(file, event);
    return exit ? [{ event, exit }] : [];
  });
  const last = exits.at(-1);
  const end = scene.events.at(-1);
  if (last?.exit.reason !== 'io' || last.exit.info1 !== MARKER_OUT)
    throw new TraceError(
      file,
      last?.event.line ?? end?.line ?? 1,
      last ? `"${last.event.text}"` : 'no exit',
      `the marker's OUT to port 0xe9 as the last exit of scene "${listing.id}"`,
    );
  for (const { event, exit } of exits.slice(0, -1))
    if (!listing.program.some(([rip]) => rip === exit.rip))
      throw new TraceError(
        file,
        event.line,
        `an exit at rip 0x${exit.rip.toString(16)}`,
        `an instruction of scene "${listing.id}": ${listing.program.map(([rip]) => `0x${rip.toString(16)}`).join(' ')}`,
      );
}
