/** Why: provenance must name what really ran; the recorder reads it off the run, and it is kept beside the raw traces. */
import { z } from 'zod';
import { qemuArguments } from '../machine.ts';

export const runFactsSchema = z.strictObject({
  /** As `qemu-system-x86_64 --version` spells it, e.g. `7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)`. */
  QEMU: z.string().regex(/^\d+\.\d+\.\d+/),
  /** `uname -r -v` of the recording host. */
  Linux: z.string().regex(/^\d+\.\d+\.\d+\S* #\d+ /),
  command: z.string().startsWith('qemu-system-x86_64 '),
  /** The day of the recording. */
  date: z.iso.date(),
});
export type RunFacts = z.infer<typeof runFactsSchema>;

/** QEMU's command line for the recording host, with paths as short names. */
export const commandLine = () =>
  [
    'qemu-system-x86_64',
    ...qemuArguments({ kernel: 'vmlinuz', initramfs: 'initramfs.gz', disk: 'out.tar', log: 'log' }),
  ]
    .map((word) => (word.includes(' ') ? `"${word}"` : word))
    .join(' ');

/** @param file named in the error @throws Error when the text is not what `printRunFacts` prints */
export function readRunFacts(file: string, text: string): RunFacts {
  const facts = runFactsSchema.safeParse(JSON.parse(text));
  if (!facts.success) throw new Error(`${file}: ${z.prettifyError(facts.error)}`);
  return facts.data;
}

export const printRunFacts = (facts: RunFacts) => `${JSON.stringify(runFactsSchema.parse(facts), null, 2)}\n`;
