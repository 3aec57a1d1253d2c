/**
 * Why: the site is Astro's output and what is made from that output (search index, the Chinese 404 page,
 * each page's own policy): one command for both, into any folder. How long each lesson page took is kept
 * for the table of budgets.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUILD_TIMES, lessonTimes } from './build-times.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const root = path.resolve(import.meta.dirname, '..');
const out = path.resolve(root, values.out);

/** Runs one Node program in the project; ends this one with its code if it fails. @returns what it printed */
async function run(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    process.stdout.write(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) process.exit(code ?? 1);
  return printed;
}

const log = await run('node_modules/astro/bin/astro.mjs', 'build', '--outDir', out);
mkdirSync(path.join(root, path.dirname(BUILD_TIMES)), { recursive: true });
writeFileSync(path.join(root, BUILD_TIMES), JSON.stringify(lessonTimes(log)));
await run('scripts/after-build.ts', out);
