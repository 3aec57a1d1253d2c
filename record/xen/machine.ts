/**
 * Why: the emulated machine on which Xen is the first thing that runs, as QEMU's arguments. Order on its one clock is
 * that of its instructions, so it has one processor wherever packets are traced.
 */

/** Where files are, relative to the folder that QEMU runs in: the boot protocol's list parts at spaces and commas. */
export interface XenFiles {
  /** Unpacked from its gzip. */
  readonly xen: string;
  readonly kernel: string;
  readonly initramfs: string;
  /** Raw image that Domain 0 writes its results on, as a tar archive. */
  readonly disk: string;
  readonly log: string;
  /** What QEMU sees on the wire of the network card. */
  readonly wire: string;
}

export interface XenSetup {
  readonly processors: number;
  /** MiB */
  readonly memory: number;
  /** What Xen's line says about Domain 0, e.g. `dom0_mem=600M,max:600M`. */
  readonly xen: string;
  /** What Domain 0's init records. */
  readonly record: 'ping' | 'domains';
}

const XEN_LINE = 'console=com1 com1=115200,8n1 sched=credit2';
const KERNEL_LINE = 'console=hvc0 quiet rdinit=/init mitigations=off nokaslr norandmaps no_hash_pointers';

/**
 * Xen as a multiboot kernel, Domain 0's kernel and initramfs as its modules.
 * @throws Error: a path that the list of modules cannot hold
 */
export function xenArguments(files: XenFiles, setup: XenSetup): readonly string[] {
  for (const path of [files.kernel, files.initramfs])
    if (/[ ,]/.test(path))
      throw new Error(`found the path "${path}"; expected one without spaces and commas`);
  const line = `${KERNEL_LINE} record=${setup.record}`.replaceAll(',', ',,');
  return [
    ...['-nodefaults', '-machine', 'pc', '-m', String(setup.memory), '-smp', String(setup.processors)],
    // With SMAP, as QEMU 7.2 emulates it, the kernel of Domain 0 crashes at its start.
    ...['-cpu', 'max,-smap,-rdrand,-rdseed', '-accel', 'tcg', '-icount', 'shift=0,sleep=off'],
    ...['-rtc', 'base=2026-01-01,clock=vm', '-seed', '1'],
    ...['-kernel', files.xen, '-append', [XEN_LINE, setup.xen].filter(Boolean).join(' ')],
    ...['-initrd', `${files.kernel} ${line},${files.initramfs}`],
    ...['-netdev', 'user,id=net,net=10.0.2.0/24', '-device', 'e1000,netdev=net,mac=52:54:00:12:34:56'],
    ...['-object', `filter-dump,id=wire,netdev=net,file=${files.wire}`],
    ...['-drive', `if=none,id=out,format=raw,cache=unsafe,file=${files.disk}`],
    ...['-device', 'virtio-blk-pci,drive=out,disable-modern=off'],
    ...['-serial', `file:${files.log}`, '-display', 'none', '-monitor', 'none', '-no-reboot'],
  ];
}

/** Domain 0 with memory and processor of its own, as the field recommends. */
const RESERVED = 'dom0_mem=600M,max:600M dom0_max_vcpus=1 dom0_vcpus_pin';

export type SetupId = 'ping' | 'reserved' | 'unreserved';

/** The three starts of the machine. */
export const SETUPS: Readonly<Record<SetupId, XenSetup>> = {
  ping: { processors: 1, memory: 1024, xen: RESERVED, record: 'ping' },
  reserved: { processors: 2, memory: 2048, xen: RESERVED, record: 'domains' },
  unreserved: { processors: 2, memory: 2048, xen: '', record: 'domains' },
};
