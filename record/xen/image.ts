/**
 * Why: Domain 0 is an initramfs too: the kernel and busybox of every recording host, and Xen's own tools with the
 * libraries they need, taken out of their packages. The guest's initramfs and kernel lie in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cpio, type CpioFile } from '../cpio.ts';
import { compileStatic, DISK_MODULES, fetchHost, fetchRoot, type Host, type Say } from '../host.ts';

const HERE = import.meta.dirname;
const TOOLS = ['xl', 'xenstored', 'xenconsoled', 'xen-init-dom0', 'xentrace', 'lsevtchn'];
/** Under the names that programs ask for, which are links to the files of each version. */
const LIBRARIES =
  /^lib(c|gcc_s|lzma|uuid|yajl|z|zstd|xen[a-z]+)\.so\.\d+$|^lib(xen(ctrl|guest|light)|xlutil)\.so\.\d+\.\d+$/;
const LOADER = 'ld-linux-x86-64.so.2';
const DOM0_MODULES = [
  ...['xen-evtchn', 'xen-gntdev', 'xen-gntalloc', 'xen-privcmd', 'xenfs/xenfs'].map(
    (name) => `drivers/xen/${name}`,
  ),
  'drivers/net/xen-netback/xen-netback',
  ...['802/stp', 'llc/llc', 'bridge/bridge'].map((name) => `net/${name}`),
  'drivers/net/ethernet/intel/e1000/e1000',
];
const DOMU_MODULES = ['drivers/net/xen-netfront'];

export interface Image {
  /** Xen itself, unpacked. */
  readonly xen: Uint8Array;
  /** Path of the kernel of both domains. */
  readonly kernel: string;
  /** Domain 0's initramfs. */
  readonly initramfs: Uint8Array;
}

function libraries(root: string): readonly CpioFile[] {
  const folders = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'].map((name) => path.join(root, name));
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => LIBRARIES.test(name))
      .map((name) => ({
        name: `lib/x86_64-linux-gnu/${name}`,
        data: readFileSync(path.join(folder, name)),
        executable: true,
      })),
  );
}

const own = (name: string, as: string, executable: boolean): CpioFile => ({
  name: as,
  data: readFileSync(path.join(HERE, name)),
  executable,
});

/** What of the host's files a domain needs: busybox, and the modules named. */
const part = (files: readonly CpioFile[], modules: readonly string[]) =>
  files.filter(
    ({ name }) =>
      !name.endsWith('.ko') || modules.some((module) => name === `lib/m/${path.basename(module)}.ko`),
  );

/** Of the files of a package, those that are used. */
function patterns(name: string): readonly string[] {
  if (name.startsWith('xen-hypervisor')) return ['./boot/xen-*-amd64.gz'];
  if (name.startsWith('xen-utils')) return TOOLS.map((tool) => `*/bin/${tool}`);
  if (name === 'xenstore-utils') return ['*/bin/xenstore'];
  return ['*/x86_64-linux-gnu/*.so*'];
}

/** The guest's initramfs. */
const buildGuest = (work: string, host: Host) =>
  cpio([
    ...part(host.files, DOMU_MODULES),
    own('domu-init', 'init', true),
    own('tracing', 'tracing', false),
    { name: 'work', data: compileStatic(work, path.join(HERE, 'work.c'), 'work'), executable: true },
    ...readdirSync(path.join(HERE, 'cgi')).map((name) => own(`cgi/${name}`, `www/cgi-bin/${name}`, true)),
  ]);

/** Fetches what packages hold and builds the rest. `work` is the topic's folder. */
export function buildImage(work: string, say: Say): Image {
  const host = fetchHost(work, [...DOM0_MODULES, ...DOMU_MODULES], say);
  const root = fetchRoot(work, path.join(HERE, 'packages.json'), patterns, say);
  /** The one file or folder there whose name begins so, with what stands behind it. */
  const at = (folder: string, begin: string, ...rest: readonly string[]) => {
    const name = readdirSync(path.join(root, folder)).find((each) => each.startsWith(begin));
    if (name === undefined)
      throw new Error(`${root}/${folder}: found no ${begin}…; expected it of Xen's packages`);
    return readFileSync(path.join(root, folder, name, ...rest));
  };
  const file = (name: string, data: Uint8Array, executable = false): CpioFile => ({ name, data, executable });
  const initramfs = cpio([
    ...part(host.files, [...DOM0_MODULES, ...DISK_MODULES]),
    own('dom0-init', 'init', true),
    own('vif', 'vif', true),
    own('guest.cfg', 'guest.cfg', false),
    own('tracing', 'tracing', false),
    file('vmlinuz', readFileSync(host.kernel)),
    file('domu.cpio', buildGuest(work, host)),
    ...TOOLS.map((tool) => file(`bin/${tool}`, at('usr/lib', 'xen-', 'bin', tool), true)),
    file('bin/xenstore', at('usr/bin', 'xenstore'), true),
    file(`lib64/${LOADER}`, at('lib/x86_64-linux-gnu', LOADER), true),
    ...libraries(root),
  ]);
  return { xen: gunzipSync(at('boot', 'xen-')), kernel: host.kernel, initramfs };
}
