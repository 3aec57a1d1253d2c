/**
 * Why: recordings are made on an emulated machine, so that they come out alike everywhere. This is the one
 * place that starts QEMU: it refuses any command that could use the host's own virtualization, ends the
 * machine in time, and leaves no process behind.
 */
import { spawn } from 'node:child_process';
import { missing, run } from './command.ts';

const PROGRAM = 'qemu-system-x86_64';

/** Its version with Debian's build, e.g. `7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)`. */
export const qemuVersion = () =>
  run(PROGRAM, ['--version'])
    .split('\n')[0]!
    .replace(/^QEMU emulator version /, '');

const ACCELERATED = /accel=|kvm|hvf|whpx|nvmm|xen/;

/**
 * @param args QEMU's arguments
 * @throws Error unless they ask for software emulation (`-accel tcg`, once), count instructions (`-icount`)
 * and name neither another accelerator nor the host's processor
 */
export function assertEmulated(args: readonly string[]): void {
  const valuesOf = (option: string) => args.flatMap((arg, i) => (arg === option ? [args[i + 1] ?? ''] : []));
  const refuse = (found: string, expected: string) => {
    throw new Error(`QEMU is not started: found ${found}; expected ${expected}`);
  };
  const accelerators = valuesOf('-accel');
  if (accelerators.length !== 1 || !/^tcg(,|$)/.test(accelerators[0]!))
    refuse(
      accelerators.length === 0 ? 'no -accel' : `-accel ${accelerators.join(' -accel ')}`,
      '-accel tcg: a recording never uses /dev/kvm of this machine',
    );
  if (args.some((arg) => /^--?(enable-kvm|accel=)/.test(arg)) || args.includes('--accel'))
    refuse('a second way to choose an accelerator', '-accel tcg alone');
  const machine = [...valuesOf('-machine'), ...valuesOf('-M')].find((value) => ACCELERATED.test(value));
  if (machine !== undefined) refuse(`-machine ${machine}`, 'a machine without an accelerator of its own');
  const cpu = valuesOf('-cpu').find((value) => /^host\b/.test(value));
  if (cpu !== undefined) refuse(`-cpu ${cpu}`, 'a processor that QEMU models');
  if (valuesOf('-icount').length !== 1) refuse('no -icount', '-icount shift=0,sleep=off, once: clocks count');
}

/**
 * Runs QEMU until its machine switches itself off.
 * @param log where the machine writes what it prints, named in errors
 * @param seconds after which it is killed; also when this process is killed, since `timeout` watches it
 * @throws Error: the arguments (see `assertEmulated`), QEMU is missing, failed, or took too long
 */
export async function runQemu(args: readonly string[], log: string, seconds: number): Promise<void> {
  assertEmulated(args);
  const child = spawn('timeout', ['--signal=KILL', String(seconds), PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const stop = () => child.kill('SIGTERM');
  let interrupted: NodeJS.Signals | undefined;
  const stopAll = (signal: NodeJS.Signals) => {
    interrupted = signal;
    stop();
    process.exitCode = signal === 'SIGINT' ? 130 : 143;
  };
  process.once('exit', stop);
  process.once('SIGINT', stopAll);
  process.once('SIGTERM', stopAll);
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', (error) =>
        reject('code' in error && error.code === 'ENOENT' ? new Error(missing('timeout')) : error),
      );
      child.once('close', (...ended) => resolve(ended));
    });
    // QEMU ends with 0 when it is told to go.
    if (interrupted) throw new Error(`interrupted by ${interrupted}`);
    if (code === 127) throw new Error(missing(PROGRAM));
    if (code === 137 || signal === 'SIGKILL')
      throw new Error(
        `QEMU did not end within ${seconds} s and was killed; what its machine printed: ${log}`,
      );
    if (code !== 0) throw new Error(`QEMU ended with ${code ?? signal}\n${said.trim()}`);
  } finally {
    process.off('exit', stop);
    process.off('SIGINT', stopAll);
    process.off('SIGTERM', stopAll);
  }
}
