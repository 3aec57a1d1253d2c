/**
 * Why: a trace of a guest that went astray looks like a trace. The VMM prints what the guest left in its memory
 * (guest.S, RESULTS), and a recording is taken only when that is what the program should have left.
 */
import { z } from 'zod';

const resultSchema = z.strictObject({
  /** System calls that the guest's kernel counted. */
  syscalls: z.literal(100),
  /** Ticks of the guest's time-stamp counter from the first to the last. */
  tsc_delta: z.int().positive(),
  /** Interrupts of the last scene that waits for one. */
  irqs: z.literal(1),
  /** Address of the page fault that the guest's own handler saw. */
  cr2: z.literal('0x50000'),
  /** Exits to the VMM: 20 markers, 3 port accesses, 5 of string I/O, the request for an interrupt, the end. */
  io_exits: z.literal(30),
  mmio_exits: z.literal(3),
});

/** @param file named in the error @throws Error: the guest did not do what its program says */
export function checkResult(file: string, text: string): void {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new Error(`${file}: found ${JSON.stringify(text)}; expected the VMM's result as JSON`);
  }
  const result = resultSchema.safeParse(found);
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}\nfound ${text.trim()}`);
}
