/**
 * Why: a recording names the software it was made with. The lock file holds exact builds of Debian packages;
 * a mirror drops old ones, so another build of the same series will do, and is said aloud. Nothing is
 * installed: packages are fetched into a work folder and unpacked there.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { run } from './command.ts';

const lockSchema = z.strictObject({
  suite: z.string(),
  packages: z.array(
    z.strictObject({
      name: z.string(),
      version: z.string(),
      /** Of the .deb. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** Regular expression of package names that may stand in when this build is gone. */
      any: z.string(),
    }),
  ),
});
export type LockedPackage = z.infer<typeof lockSchema>['packages'][number];

export interface Fetched {
  /** Path of the .deb. */
  readonly deb: string;
  readonly name: string;
  readonly version: string;
  /** Whether it is the very build of the lock file. */
  readonly exact: boolean;
}

/** @throws Error naming the file when it is no lock file */
export function readLock(file: string): readonly LockedPackage[] {
  const lock = lockSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!lock.success) throw new Error(`${file}: ${z.prettifyError(lock.error)}`);
  return lock.data.packages;
}

/** Of package names that end alike, the one of the highest build number: 6.1.0-56 stands above 6.1.0-9. */
export function newest(names: readonly string[]): string | undefined {
  return [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
}

const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The .deb that apt's mirror gives for `spec` (`name` or `name=version`), or undefined when it has none. */
function download(spec: string, into: string): string | undefined {
  const fresh = path.join(into, 'fresh');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    run('apt-get', ['-q', 'download', spec], fresh);
  } catch (error) {
    if (error instanceof Error && /Unable to locate|not found|404|no candidate/i.test(error.message))
      return undefined;
    throw error;
  }
  return readdirSync(fresh)
    .filter((name) => name.endsWith('.deb'))
    .map((name) => path.join(fresh, name))[0];
}

/**
 * Fetches a package, or finds it in `into` from an earlier run.
 * @param say hears of a stand-in
 * @throws Error: the checksum is not the lock's, or the mirror has neither the build nor a stand-in
 */
export function fetchPackage(locked: LockedPackage, into: string, say: (line: string) => void): Fetched {
  mkdirSync(into, { recursive: true });
  const kept = path.join(into, `${locked.sha256}.deb`);
  const exact: Fetched = { deb: kept, name: locked.name, version: locked.version, exact: true };
  if (existsSync(kept) && sumOf(kept) === locked.sha256) return exact;
  const found = download(`${locked.name}=${locked.version}`, into);
  if (found !== undefined) {
    const sum = sumOf(found);
    if (sum !== locked.sha256)
      throw new Error(
        `${locked.name} ${locked.version}: found SHA-256 ${sum}; expected ${locked.sha256}, as the lock file says`,
      );
    renameSync(found, kept);
    return exact;
  }
  const name = newest(
    run('apt-cache', ['search', '--names-only', locked.any])
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '')
      .filter((word) => new RegExp(locked.any).test(word)),
  );
  const other = name === undefined ? undefined : download(name, into);
  if (name === undefined || other === undefined)
    throw new Error(
      `apt's mirror has neither ${locked.name} ${locked.version} nor another package like ${locked.any}; ` +
        'run apt-get update, or add the sources of Debian 12',
    );
  const version = run('dpkg', ['--field', other, 'Version']).trim();
  say(
    `${locked.name} ${locked.version} has left the mirror; ${name} ${version} stands in: clocks will differ`,
  );
  const deb = path.join(into, `${name}.stand-in.deb`);
  renameSync(other, deb);
  return { deb, name, version, exact: false };
}

/** Unpacks the files of a .deb that match `patterns` (as `tar --wildcards` reads them) into `into`. */
export function unpack(deb: string, into: string, patterns: readonly string[]): void {
  mkdirSync(into, { recursive: true });
  const script =
    'deb="$1"; into="$2"; shift 2; dpkg --fsys-tarfile "$deb" | tar -x -C "$into" --wildcards "$@"';
  run('sh', ['-c', script, 'unpack', deb, into, ...patterns]);
}
