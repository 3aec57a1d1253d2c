/**
 * Why: the site is Astro's output and what is made from that output (search index, the Chinese 404 page,
 * each page's own policy): one command for both, into any folder.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const root = path.resolve(import.meta.dirname, '..');
const out = path.resolve(root, values.out);

/** Runs one Node program in the project; ends this one with its code if it fails. */
function run(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('node_modules/astro/bin/astro.mjs', 'build', '--outDir', out);
run('scripts/after-build.ts', out);
