/**
 * Why: every recording can be made again, with one command.
 *
 *   npm run record -- <topic>            makes its raw traces in .cache/record/<topic>
 *   npm run record -- --check <topic>    makes them and compares them with the committed ones
 *
 * Ends with 1 when something is missing, fails, or is different.
 */
import path from 'node:path';
import { readRequest } from './arguments.ts';
import * as containers from './containers/record.ts';
import * as kvm from './kvm/record.ts';
import * as kvmLinux from './kvm-linux/record.ts';
import * as memory from './memory/record.ts';
import * as migration from './migration/record.ts';
import * as xen from './xen/record.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const TOPIC = { kvm, 'kvm-linux': kvmLinux, xen, memory, migration, containers };

try {
  const { kind, topic } = readRequest(process.argv.slice(2));
  const from = performance.now();
  const good = await TOPIC[topic][kind](ROOT, console.log);
  console.log(`${((performance.now() - from) / 1000).toFixed(1)} s in all`);
  if (!good) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode ??= 1;
}
