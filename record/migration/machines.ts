/** Why: the two machines of a migration, and the guest that is moved: how they are built, started, told and read. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { run as runProgram } from '../command.ts';
import { startQemu, type Machine } from '../qemu.ts';
import { openQmp, type Execute, type QmpEvent } from '../qmp.ts';
import type { Side } from './journal.ts';
import { BANDWIDTH_BYTES, DOWNTIME_LIMIT_MS, FILLED_PAGES, MEMORY_MIB, type MigrationRun } from './runs.ts';

const SECONDS = 180;
/** Where guest.S keeps them, in the image and from 0x7c00 on in memory. */
export const PARAMETERS_AT = 4;
export const TICKS_AT = 0x7c10;

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

/** A machine that runs, and its QMP. */
export interface End {
  readonly side: Side;
  readonly machine: Machine;
  readonly ask: Execute;
}

/** Milliseconds that the guest has counted, read from its memory. */
export async function ticksOf({ ask, side }: End): Promise<number> {
  const command = `xp /1wu 0x${TICKS_AT.toString(16)}`;
  const reply = z.string().parse(await ask('human-monitor-command', { 'command-line': command }));
  const found = /^[0-9a-f]+: *(\d+)\s*$/.exec(reply)?.[1];
  if (found === undefined) throw new Error(`${side}: found ${reply}; expected the answer to ${command}`);
  return Number(found);
}

/** Starts a machine with the guest on its disk. @param heard called with each of its events */
export async function open(
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

/** Tells both what a run asks for. @throws Error: post-copy is not allowed to this user, and how to allow it */
export async function configure(
  { source, destination }: Record<Side, End>,
  run: MigrationRun,
): Promise<void> {
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
