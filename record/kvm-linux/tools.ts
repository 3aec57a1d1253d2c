/**
 * Why: the QEMU that runs inside the recording host is the very one that runs the recording host: it, the libraries
 * that it names and the firmware of a PC are taken from this machine, so that both have one version.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { run } from '../command.ts';
import type { CpioFile } from '../cpio.ts';

const QEMU = '/usr/bin/qemu-system-x86_64';

/** What QEMU loads for a PC with `-kernel`; Debian keeps them in either folder. */
const FIRMWARE = ['bios-256k.bin', 'kvmvapic.bin', 'linuxboot_dma.bin'];
const FIRMWARE_FOLDERS = ['/usr/share/qemu', '/usr/share/seabios'];

const file = (name: string, from: string, executable: boolean): CpioFile => ({
  name: name.replace(/^\//, ''),
  data: readFileSync(realpathSync(from)),
  executable,
});

/** Paths in the output of `ldd`, the loader's included. @throws Error: a library is missing */
export function librariesOf(ldd: string): readonly string[] {
  const lost = /^\s*(\S+) => not found/m.exec(ldd);
  if (lost)
    throw new Error(`${QEMU}: found no library ${lost[1]}; reinstall with: apt-get install qemu-system-x86`);
  return [...ldd.matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map((match) => match[1]!);
}

/** QEMU with all that it needs, for an initramfs. */
export function innerQemu(): readonly CpioFile[] {
  const firmware = FIRMWARE.map((name) => {
    const from = FIRMWARE_FOLDERS.map((folder) => `${folder}/${name}`).find(existsSync);
    if (from === undefined)
      throw new Error(
        `found no ${name} in ${FIRMWARE_FOLDERS.join(' or ')}; install it with: apt-get install seabios qemu-system-data`,
      );
    return file(`usr/share/qemu/${name}`, from, false);
  });
  const libraries = librariesOf(run('ldd', [QEMU])).map((library) => file(library, library, true));
  return [file(QEMU, QEMU, true), ...libraries, ...firmware];
}
