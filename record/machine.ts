/** Why: the recording host, as QEMU's arguments; the same from which the committed traces come. */

export interface MachineFiles {
  readonly kernel: string;
  readonly initramfs: string;
  /** Raw image that the machine writes its results on, as a tar archive. */
  readonly disk: string;
  /** What it prints on its serial line. */
  readonly log: string;
}

/** Everything that could differ from run to run is fixed: clock, entropy, addresses, mitigations. */
const KERNEL_LINE = [
  'console=ttyS0 quiet rdinit=/init tsc=reliable clocksource=tsc no-kvmclock nokaslr norandmaps',
  'random.trust_cpu=off random.trust_bootloader=off mitigations=off tsc_early_khz=1000000 panic=-1',
].join(' ');

/**
 * One processor that runs one instruction a tick (`-icount shift=0`), with AMD's SVM, emulated (`-accel tcg`).
 * @param extra further words on the kernel's line
 */
export function qemuArguments({ kernel, initramfs, disk, log }: MachineFiles, extra = ''): readonly string[] {
  return [
    ...['-nodefaults', '-machine', 'q35', '-m', '1024', '-smp', '1', '-cpu', 'EPYC,-rdrand,-rdseed'],
    ...['-accel', 'tcg', '-icount', 'shift=0,sleep=off', '-rtc', 'base=2026-01-01,clock=vm', '-seed', '1'],
    ...['-kernel', kernel, '-initrd', initramfs],
    ...['-drive', `file=${disk},format=raw,if=virtio,cache=unsafe`],
    ...['-serial', `file:${log}`, '-display', 'none', '-monitor', 'none', '-no-reboot'],
    ...['-append', extra === '' ? KERNEL_LINE : `${KERNEL_LINE} ${extra}`],
  ];
}
