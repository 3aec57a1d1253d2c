/** Why: `npm start` is the one command that shows the site: it builds it, then serves what was built. */
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { serve } from './serve.ts';

const root = path.resolve(import.meta.dirname, '..');
const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const { url } = await serve({
  dir: path.join(root, 'dist'),
  port: Number(process.env.PORT ?? 4321),
  host: process.env.HOST ?? '127.0.0.1',
  base: process.env.BASE_PATH ?? '/',
});
console.log(`\nRingside is at ${url}\n(Ctrl+C stops it)`);
