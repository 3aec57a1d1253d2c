/**
 * Why: a Linux guest whose memory is taken and given back by virtio-balloon while it runs: asked for by QMP, watched
 * from both sides, by what the guest says it has and by what of it QEMU's process holds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { cpio } from '../cpio.ts';
import type { Host } from '../host.ts';
import { startQemu, type Machine } from '../qemu.ts';
import { openQmp, type Execute } from '../qmp.ts';
import type { MemoryEntry } from './journal.ts';
import { Watch } from './watch.ts';

const SECONDS = 240;
const KIB = 1024;
export const MEMORY_MIB = 256;
/** What the guest fills, as init-balloon says. */
const FILLED_MIB = 96;
/** What the guest is asked to keep, step by step: the balloon inflates, then deflates. */
const SQUEEZE_MIB = [224, 192, 160, 128];
const RELEASE_MIB = [192, 256];
/** Long enough for the guest, which reports once a second. */
const HOLD_MS = 2500;

export const BALLOON_MODULES = [
  ...['virtio', 'virtio_ring', 'virtio_pci_legacy_dev', 'virtio_pci_modern_dev', 'virtio_pci'],
  'virtio_balloon',
].map((name) => `drivers/virtio/${name}`);

/**
 * Guest memory is a shared object of its own, so that what QEMU's process holds of it is one line of
 * /proc/<pid>/status (RssShmem), apart from what QEMU needs for itself.
 */
export const balloonArguments = (kernel: string): readonly string[] => [
  ...['-nodefaults', '-machine', 'q35,memory-backend=ram', '-m', String(MEMORY_MIB), '-smp', '1'],
  ...['-object', `memory-backend-memfd,id=ram,size=${MEMORY_MIB}M,share=on`],
  ...['-cpu', 'qemu64', '-accel', 'tcg', '-seed', '1', '-kernel', kernel, '-initrd', 'balloon.gz'],
  ...['-device', 'virtio-balloon-pci,id=balloon0', '-serial', 'file:balloon.txt', '-display', 'none'],
  ...['-no-reboot', '-pidfile', 'balloon.pid', '-qmp', 'stdio'],
  ...['-append', 'console=ttyS0 quiet rdinit=/init mitigations=off'],
];

const statsSchema = z.object({
  'last-update': z.int(),
  stats: z.object({
    'stat-total-memory': z.number(),
    'stat-free-memory': z.number(),
    'stat-available-memory': z.number(),
    'stat-disk-caches': z.number(),
  }),
});

/** KiB of the guest's memory that QEMU's process holds. */
function residentOf(pid: string): number {
  const found = /^RssShmem:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`/proc/${pid}/status: found no RssShmem; expected it of Linux`);
  return Number(found);
}

/** Columns of a sample, all in KiB; undefined until the guest has reported. */
async function lookAt(ask: Execute, pid: string): Promise<Record<string, number> | undefined> {
  const guest = statsSchema.parse(
    await ask('qom-get', { path: '/machine/peripheral/balloon0', property: 'guest-stats' }),
  );
  if (guest['last-update'] === 0) return undefined;
  const { actual } = z.object({ actual: z.int() }).parse(await ask('query-balloon'));
  const { stats } = guest;
  return {
    actual: actual / KIB,
    total: stats['stat-total-memory'] / KIB,
    free: stats['stat-free-memory'] / KIB,
    available: stats['stat-available-memory'] / KIB,
    caches: stats['stat-disk-caches'] / KIB,
    resident: residentOf(pid),
  };
}

async function play(ask: Execute, watch: Watch): Promise<void> {
  const resize = async (mib: number) => {
    watch.note(`recorder balloon ${mib} MiB`);
    await ask('balloon', { value: mib * KIB * KIB });
    await watch.until(`a guest of ${mib} MiB`, ({ actual }) => actual === mib * KIB);
    await watch.pause(HOLD_MS);
  };
  const count = (said: readonly string[], what: string) => said.filter((line) => line === what).length;
  const freed = `guest: has freed ${FILLED_MIB} MiB`;
  await watch.until(freed, (_, said) => count(said, freed) === 1);
  await watch.pause(HOLD_MS);
  for (const mib of [...SQUEEZE_MIB, ...RELEASE_MIB]) await resize(mib);
  const filled = `guest: has filled ${FILLED_MIB} MiB`;
  await watch.until(`${filled} again`, (_, said) => count(said, filled) === 2);
  await watch.pause(HOLD_MS);
}

/**
 * @param host kernel and files of the guest, with `BALLOON_MODULES`
 * @param versions program or part → version
 * @returns the raw trace
 * @throws Error: QEMU refuses, fails or takes too long; the guest does not do its part
 */
export async function recordBalloon(
  work: string,
  host: Host,
  versions: Readonly<Record<string, string>>,
): Promise<string> {
  const at = (name: string) => path.join(work, name);
  const init = readFileSync(path.join(import.meta.dirname, 'init-balloon'));
  const files = [...host.files, { name: 'init', data: init, executable: true }];
  writeFileSync(at('balloon.gz'), gzipSync(cpio(files), { level: 1 }));
  const lines: string[] = [];
  const write = (entry: MemoryEntry) => void lines.push(JSON.stringify(entry));
  const log = at('balloon.txt');
  const said = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => line.trim())
      .filter((line) => line.startsWith('guest: '));
  const machine: Machine = startQemu(balloonArguments(host.kernel), {
    clock: 'wall',
    seconds: SECONDS,
    log,
    cwd: work,
  });
  try {
    const watch = new Watch(write, () => lookAt(ask, pid), said);
    const ask = await openQmp(machine, ({ event, data }) => {
      if (event === 'BALLOON_CHANGE')
        watch.note(`QEMU ${event} ${z.int().parse(data['actual']) / KIB / KIB} MiB`);
    });
    const pid = readFileSync(at('balloon.pid'), 'utf8').trim();
    const command = balloonArguments('vmlinuz')
      .map((word) => (word.includes(' ') ? `"${word}"` : word))
      .join(' ');
    write({
      kind: 'run',
      date: new Date().toISOString().slice(0, 10),
      versions: { ...versions },
      command: `qemu-system-x86_64 ${command}`,
    });
    write({
      kind: 'setup',
      values: { 'memory-mib': MEMORY_MIB, 'target-mib': Math.min(...SQUEEZE_MIB), 'filled-mib': FILLED_MIB },
    });
    await ask('qom-set', {
      path: '/machine/peripheral/balloon0',
      property: 'guest-stats-polling-interval',
      value: 1,
    });
    await play(ask, watch);
    write({ kind: 'end' });
  } finally {
    machine.stop();
    await machine.ended;
  }
  return `${lines.join('\n')}\n`;
}
