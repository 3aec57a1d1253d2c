/**
 * Why: one live migration, watched from outside: two emulated machines on this computer, the guest moved from the
 * first to the second, and all that QEMU says of it written down as it comes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { run as runProgram } from '../command.ts';
import { startQemu, type Machine } from '../qemu.ts';
import { openQmp, type Execute, type QmpEvent } from '../qmp.ts';
import { statusSchema, type MigrationEntry, type MigrationStatus, type Side } from './journal.ts';
import {
  BANDWIDTH_BYTES,
  DOWNTIME_LIMIT_MS,
  FILLED_PAGES,
  MEMORY_MIB,
  parametersOf,
  type MigrationRun,
} from './runs.ts';

const SECONDS = 180;
const POLL_MS = 50;
/** The guest is left alone that long before it is moved, and before it is looked at again. */
const SETTLE_MS = 500;
/** Where guest.S keeps them, in the image and from 0x7c00 on in memory. */
export const PARAMETERS_AT = 4;
export const TICKS_AT = 0x7c10;

const SOCKET = 'migration.sock';

/** The boot sector of guest.S with a run's parameters in it. */
export function buildGuest(work: string, run: MigrationRun): Buffer {
  const [object, image] = ['guest.o', 'guest.bin'].map((name) => path.join(work, name));
  runProgram('gcc', ['-c', '-o', object!, path.join(import.meta.dirname, 'guest.S')]);
  runProgram('ld', ['-Ttext=0x7c00', '--oformat', 'binary', '-e', '_start', '-o', image!, object!]);
  const sector = readFileSync(image!);
  [FILLED_PAGES, run.workingPages, run.pagesPerMs].forEach((value, i) =>
    sector.writeUInt32LE(value, PARAMETERS_AT + i * 4),
  );
  return sector;
}

/** QEMU's arguments for a side; relative names stand against the run's folder. */
export const migrationArguments = (side: Side): readonly string[] => [
  ...['-nodefaults', '-machine', 'pc', '-accel', 'tcg', '-m', String(MEMORY_MIB), '-smp', '1'],
  ...['-drive', `file=${side}.img,format=raw,if=ide`, '-display', 'none', '-qmp', 'stdio'],
  ...(side === 'destination' ? ['-incoming', 'defer'] : []),
];

interface End {
  readonly side: Side;
  readonly machine: Machine;
  readonly ask: Execute;
}

/** Clock of what the recorder itself does, comparable with the events' own. */
const now = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

/** Milliseconds that the guest has counted, read from its memory. */
async function ticksOf({ ask, side }: End): Promise<number> {
  const command = `xp /1wu 0x${TICKS_AT.toString(16)}`;
  const reply = z.string().parse(await ask('human-monitor-command', { 'command-line': command }));
  const found = /^[0-9a-f]+: *(\d+)\s*$/.exec(reply)?.[1];
  if (found === undefined) throw new Error(`${side}: found ${reply}; expected the answer to ${command}`);
  return Number(found);
}

async function open(
  side: Side,
  folder: string,
  image: Buffer,
  heard: (event: QmpEvent) => void,
): Promise<End> {
  writeFileSync(path.join(folder, `${side}.img`), image);
  const options = { clock: 'wall', seconds: SECONDS, log: folder, cwd: folder } as const;
  const machine = startQemu(migrationArguments(side), options);
  try {
    return { side, machine, ask: await openQmp(machine, heard) };
  } catch (error) {
    machine.stop();
    await machine.ended;
    throw error;
  }
}

async function configure({ source, destination }: Record<Side, End>, run: MigrationRun): Promise<void> {
  const on = (names: readonly string[]) => ({
    capabilities: names.map((capability) => ({ capability, state: true })),
  });
  const both = ['events', ...(run.postCopy ? ['postcopy-ram'] : [])];
  try {
    await destination.ask('migrate-set-capabilities', on(both));
  } catch (error) {
    if (!run.postCopy) throw error;
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}; post-copy needs userfaultfd: record as root, or ` +
        'allow it with: sysctl vm.unprivileged_userfaultfd=1',
      { cause: error },
    );
  }
  await source.ask('migrate-set-capabilities', on([...both, ...(run.autoConverge ? ['auto-converge'] : [])]));
  await source.ask('migrate-set-parameters', {
    'max-bandwidth': BANDWIDTH_BYTES,
    'downtime-limit': DOWNTIME_LIMIT_MS,
    ...(run.autoConverge && {
      'cpu-throttle-initial': run.autoConverge.initial,
      'cpu-throttle-increment': run.autoConverge.increment,
    }),
    ...(run.postCopy && { 'max-postcopy-bandwidth': run.postCopy.bandwidthBytes }),
  });
}

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
