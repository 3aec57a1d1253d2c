/** Why: the KSM recording is made inside the recording host, by ksm.c; this builds it, runs it and reads its lines. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileStatic, runHost, type Host, type Say } from '../host.ts';
import { qemuArguments } from '../machine.ts';
import type { MemoryEntry } from './journal.ts';

const HERE = import.meta.dirname;
const SECONDS = 180;

export const KSM_MODULES = [
  'virt/lib/irqbypass',
  'drivers/crypto/ccp/ccp',
  'arch/x86/kvm/kvm',
  'arch/x86/kvm/kvm-amd',
];

/**
 * @param host kernel and files of the recording host, with `KSM_MODULES`
 * @param versions program or part → version
 * @returns the raw trace
 */
export async function recordKsm(
  work: string,
  host: Host,
  versions: Readonly<Record<string, string>>,
  say: Say,
): Promise<string> {
  const files = [
    ...host.files,
    { name: 'ksm', data: compileStatic(work, path.join(HERE, 'ksm.c'), 'ksm'), executable: true },
    { name: 'init', data: readFileSync(path.join(HERE, 'init-ksm')), executable: true },
  ];
  const result = await runHost(work, host.kernel, files, SECONDS, say);
  const names = { kernel: 'vmlinuz', initramfs: 'initramfs.gz', disk: 'out.tar', log: 'log' };
  const command = qemuArguments(names).map((word) => (word.includes(' ') ? `"${word}"` : word));
  const head: MemoryEntry = {
    kind: 'run',
    date: new Date().toISOString().slice(0, 10),
    versions: { ...versions, Linux: result('kernel.txt').trim() },
    command: `qemu-system-x86_64 ${command.join(' ')}`,
  };
  return `${JSON.stringify(head)}\n${result('ksm.jsonl')}`;
}
