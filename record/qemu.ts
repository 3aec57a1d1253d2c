/**
 * Why: recordings are made on an emulated machine, so that they come out alike everywhere. This is the one
 * place that starts QEMU: it refuses any command that could use the host's own virtualization, ends the
 * machine in time, and leaves no process behind.
 */
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { missing, run } from './command.ts';

const PROGRAM = 'qemu-system-x86_64';
/** How long a machine that is told to go may take. */
const PATIENCE_MS = 5000;

/** Its version with Debian's build, e.g. `7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)`. */
export const qemuVersion = () =>
  run(PROGRAM, ['--version'])
    .split('\n')[0]!
    .replace(/^QEMU emulator version /, '');

/**
 * What a machine's clock follows: `counted`, its own instructions (`-icount`), so that a run comes out alike
 * anywhere; or `wall`, the time of this machine, for what passes between two machines or is asked from outside.
 */
export type Clock = 'counted' | 'wall';

const ACCELERATED = /accel=|kvm|hvf|whpx|nvmm|xen/;

/**
 * @param args QEMU's arguments
 * @throws Error unless they ask for software emulation (`-accel tcg`, once), count instructions (`-icount`) when
 * the clock is `counted` and only then, and name neither another accelerator nor the host's processor
 */
export function assertEmulated(args: readonly string[], clock: Clock = 'counted'): void {
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
  const counting = valuesOf('-icount').length;
  if (clock === 'counted' && counting !== 1)
    refuse('no -icount', '-icount shift=0,sleep=off, once: clocks count');
  if (clock === 'wall' && counting > 0) refuse('-icount', 'none on a machine whose clock is the wall’s');
}

export interface QemuOptions {
  readonly clock: Clock;
  /** After which it is killed; also when this process is killed, since `timeout` watches it. */
  readonly seconds: number;
  /** Where the machine writes what it prints, named in errors. */
  readonly log: string;
  /** Folder that it runs in, against which relative names (of sockets, of images) stand. */
  readonly cwd?: string;
}

/** A QEMU that runs. */
export interface Machine {
  /** Standard input and output of QEMU: its QMP with `-qmp stdio`. */
  readonly input: Writable;
  readonly output: Readable;
  /** Fulfilled when QEMU has gone by itself or by `stop`; rejected when it is missing, failed or took too long. */
  readonly ended: Promise<void>;
  /** Asks QEMU to go; when it does not within `PATIENCE_MS`, it is killed. */
  readonly stop: () => void;
}

/**
 * Starts QEMU, watched by `timeout`; it ends with this process at the latest.
 * @throws Error: the arguments (see `assertEmulated`)
 */
export function startQemu(args: readonly string[], { clock, seconds, log, cwd }: QemuOptions): Machine {
  assertEmulated(args, clock);
  const watched = ['--signal=KILL', String(seconds), PROGRAM, ...args];
  // A group of its own: `timeout`, told to go while it starts QEMU, would go alone.
  const child = spawn('timeout', watched, { stdio: ['pipe', 'pipe', 'pipe'], cwd, detached: true });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // Who writes to a machine that has gone hears of it by `ended`.
  child.stdin.on('error', () => {});
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch (error) {
      // It has gone by itself.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  };
  let killing: NodeJS.Timeout | undefined;
  const stop = () => {
    signal('SIGTERM');
    killing ??= setTimeout(() => signal('SIGKILL'), PATIENCE_MS);
  };
  let interrupted: NodeJS.Signals | undefined;
  const stopAll = (signal: NodeJS.Signals) => {
    interrupted = signal;
    stop();
    process.exitCode = signal === 'SIGINT' ? 130 : 143;
  };
  process.once('exit', stop);
  process.once('SIGINT', stopAll);
  process.once('SIGTERM', stopAll);
  const wait = async () => {
    try {
      const [code, by] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
        child.once('error', (error) =>
          reject('code' in error && error.code === 'ENOENT' ? new Error(missing('timeout')) : error),
        );
        child.once('close', (...ended) => resolve(ended));
      });
      // QEMU ends with 0 when it is told to go.
      if (interrupted) throw new Error(`interrupted by ${interrupted}`);
      if (code === 127) throw new Error(missing(PROGRAM));
      if (code === 137 || by === 'SIGKILL')
        throw new Error(
          `QEMU did not end within ${seconds} s and was killed; what its machine printed: ${log}`,
        );
      if (code !== 0) throw new Error(`QEMU ended with ${code ?? by}\n${said.trim()}`);
    } finally {
      clearTimeout(killing);
      process.off('exit', stop);
      process.off('SIGINT', stopAll);
      process.off('SIGTERM', stopAll);
    }
  };
  const ended = wait();
  // It may fail while nobody waits for it yet; whoever does still hears.
  ended.catch(() => {});
  return { input: child.stdin, output: child.stdout, ended, stop };
}

/**
 * Runs QEMU, its clock counting instructions, until its machine switches itself off.
 * @param log where the machine writes what it prints, named in errors
 * @param seconds after which it is killed
 * @throws Error: the arguments (see `assertEmulated`), QEMU is missing, failed, or took too long
 */
export async function runQemu(args: readonly string[], log: string, seconds: number): Promise<void> {
  const machine = startQemu(args, { clock: 'counted', seconds, log });
  machine.output.resume();
  await machine.ended;
}
