/**
 * Why: some recordings are made from outside, by asking QEMU while its machine runs. This speaks QMP, QEMU's
 * protocol of one JSON object a line (docs/interop/qmp-spec), over any pair of streams.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const eventSchema = z.object({
  event: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
  timestamp: z.object({ seconds: z.int(), microseconds: z.int() }),
});
const replySchema = z.union([
  z.object({ id: z.int(), return: z.unknown() }),
  z.object({ id: z.int(), error: z.object({ desc: z.string() }) }),
]);
const lineSchema = z.union([z.object({ QMP: z.unknown() }), eventSchema, replySchema]);

export interface QmpEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** When it happened, by QEMU: microseconds since 1970. */
  readonly at: number;
}

/** Runs a command. @throws Error: QEMU's own words when it refuses; or that QEMU has gone */
export type Execute = (command: string, args?: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface Waiting {
  readonly command: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens a QMP session and leaves its negotiation mode.
 * @param output what QEMU prints, `input` what it reads
 * @param heard called with each event, in the order of arrival
 * @throws Error (also from a later command): a line that is not QMP, or QEMU has gone
 */
export async function openQmp(
  { input, output }: { readonly input: Writable; readonly output: Readable },
  heard: (event: QmpEvent) => void,
): Promise<Execute> {
  const waiting = new Map<number, Waiting>();
  let gone: Error | undefined;
  let last = 0;
  const end = (error: Error) => {
    gone ??= error;
    for (const { command, reject } of waiting.values()) reject(new Error(`QMP ${command}: ${gone.message}`));
    waiting.clear();
  };
  const read = (text: string) => {
    const line = lineSchema.safeParse(JSON.parse(text));
    if (!line.success)
      throw new Error(`found ${text.slice(0, 200)}; expected a greeting, an event or a reply`);
    if ('QMP' in line.data) return;
    if ('event' in line.data) {
      const { event, data, timestamp } = line.data;
      heard({ event, data, at: timestamp.seconds * 1e6 + timestamp.microseconds });
      return;
    }
    const { id } = line.data;
    const asked = waiting.get(id);
    waiting.delete(id);
    if ('error' in line.data) asked?.reject(new Error(`QMP ${asked.command}: ${line.data.error.desc}`));
    else asked?.resolve(line.data.return);
  };
  const lines = createInterface({ input: output });
  lines.on('line', (text) => {
    try {
      read(text);
    } catch (error) {
      end(error instanceof Error ? error : new Error(String(error)));
    }
  });
  lines.once('close', () => end(new Error('QEMU has gone')));
  const execute: Execute = (command, args) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(new Error(`QMP ${command}: ${gone.message}`));
      waiting.set(++last, { command, resolve, reject });
      input.write(`${JSON.stringify({ execute: command, id: last, arguments: args })}\n`);
    });
  await execute('qmp_capabilities');
  return execute;
}
