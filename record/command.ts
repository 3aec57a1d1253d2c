/** Why: a recording needs programs of the system; one that is missing is named with what brings it. */
import { spawnSync } from 'node:child_process';

/** The Debian package that holds a program. */
const PACKAGE: Readonly<Record<string, string>> = {
  gcc: 'gcc libc6-dev',
  ld: 'binutils',
  ldd: 'libc-bin',
  'qemu-system-x86_64': 'qemu-system-x86',
  sh: 'dash',
  tar: 'tar',
  timeout: 'coreutils',
};

/** What no package can bring to another system. */
const DEBIAN = ['apt-get', 'apt-cache', 'dpkg'];

/** What to say when `program` is not there. */
export const missing = (program: string) =>
  DEBIAN.includes(program)
    ? `${program} is missing; record on Debian 12 (a container of it will do)`
    : `${program} is missing; install it with: apt-get install ${PACKAGE[program] ?? program}`;

/**
 * Runs a program to its end, without a shell.
 * @returns what it printed
 * @throws Error: the program is missing, or failed (with what it said)
 */
export function run(program: string, args: readonly string[], cwd?: string): string {
  const done = spawnSync(program, args, { encoding: 'utf8', cwd, maxBuffer: 1 << 26 });
  if (done.error && 'code' in done.error && done.error.code === 'ENOENT') throw new Error(missing(program));
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(
      `${program} ${args.join(' ')}: ended with ${done.status ?? done.signal}\n${done.stderr.trim()}`,
    );
  return done.stdout;
}
