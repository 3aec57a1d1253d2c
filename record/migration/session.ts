/**
 * Why: one live migration, watched from outside: two emulated machines on this computer, the guest moved from the
 * first to the second, and all that QEMU says of it written down as it comes.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { QmpEvent } from '../qmp.ts';
import { statusSchema, type MigrationEntry, type MigrationStatus, type Side } from './journal.ts';
import { buildGuest, configure, migrationArguments, open, ticksOf, type End } from './machines.ts';
import { parametersOf, type MigrationRun } from './runs.ts';

const POLL_MS = 50;
/** The guest is left alone that long before it is moved, and before it is looked at again. */
const SETTLE_MS = 500;
const SOCKET = 'migration.sock';

/** Clock of what the recorder itself does, comparable with the events' own. */
const now = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

const OVER = ['completed', 'cancelled', 'failed'];

/** Moves the guest, asking every 50 ms how far it is. */
async function move(
  { source, destination }: Record<Side, End>,
  run: MigrationRun,
  write: (entry: MigrationEntry) => void,
): Promise<MigrationStatus> {
  const tell = async (end: End, execute: string, args?: Record<string, unknown>) => {
    write({ kind: 'command', at: now(), to: end.side, execute });
    await end.ask(execute, args);
  };
  await tell(destination, 'migrate-incoming', { uri: `unix:${SOCKET}` });
  await tell(source, 'migrate', { uri: `unix:${SOCKET}` });
  for (let told = false; ; await sleep(POLL_MS)) {
    const reply = statusSchema.parse(await source.ask('query-migrate'));
    write({ kind: 'sample', at: now(), reply });
    if (OVER.includes(reply.status)) return reply;
    const pass = reply.ram?.['dirty-sync-count'] ?? 0;
    if (told) continue;
    if (pass >= (run.cancelAtPass ?? Infinity)) await tell(source, 'migrate_cancel');
    else if (pass >= (run.postCopy?.startAtPass ?? Infinity)) await tell(source, 'migrate-start-postcopy');
    else continue;
    told = true;
  }
}

/**
 * Makes one run.
 * @param work folder for what it needs
 * @param versions program or part → version
 * @returns the run's part of the raw trace
 * @throws Error: QEMU refuses, fails or takes too long; post-copy is not allowed to this user
 */
export async function recordMigration(
  work: string,
  run: MigrationRun,
  versions: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = path.join(work, run.id);
  mkdirSync(folder);
  const image = buildGuest(folder, run);
  const lines: string[] = [];
  // What QEMU says when it is told to go is no part of the run.
  let over = false;
  const write = (entry: MigrationEntry) => {
    if (!over) lines.push(JSON.stringify(entry));
    over ||= entry.kind === 'end';
  };
  const hear =
    (from: Side) =>
    ({ at, event, data }: QmpEvent) =>
      write({ kind: 'event', at, from, event, data });
  const look = async (end: End) => {
    const { status } = z.object({ status: z.string() }).parse(await end.ask('query-status'));
    write({ kind: 'guest', at: now(), on: end.side, status, ticks: await ticksOf(end) });
  };
  write({
    kind: 'run',
    run: run.id,
    date: new Date().toISOString().slice(0, 10),
    versions: { ...versions },
    command: `qemu-system-x86_64 ${migrationArguments('destination').join(' ')}`,
    parameters: parametersOf(run),
  });
  const source = await open('source', folder, image, hear('source'));
  try {
    const destination = await open('destination', folder, image, hear('destination'));
    try {
      while ((await ticksOf(source)) === 0) await sleep(POLL_MS);
      await configure({ source, destination }, run);
      await look(source);
      await sleep(SETTLE_MS);
      await look(source);
      const { status } = await move({ source, destination }, run, write);
      await look(source);
      await sleep(SETTLE_MS);
      await look(status === 'completed' ? destination : source);
      write({ kind: 'end' });
    } finally {
      destination.machine.stop();
      // A destination that is not given all of a guest fails, as it should.
      await destination.machine.ended.catch(() => {});
    }
  } finally {
    source.machine.stop();
    await source.machine.ended;
  }
  return `${lines.join('\n')}\n`;
}
