/**
 * Why: Domain 0 is an initramfs too: the kernel and busybox of every recording host, and Xen's own tools with the
 * libraries they need, taken out of their packages. The guest's initramfs and kernel lie in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cpio, type CpioFile } from '../cpio.ts';
import { compileStatic, fetchHost, fetchRoot, type Say } from '../host.ts';

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

const isModule = (names: readonly string[], file: CpioFile) =>
  !file.name.endsWith('.ko') || names.some((name) => file.name === `lib/m/${path.basename(name)}.ko`);

/** Fetches what packages hold and builds the rest. `work` is the topic's folder. */
export function buildImage(work: string, say: Say): Image {
  const host = fetchHost(work, [...DOM0_MODULES, ...DOMU_MODULES], say);
  const patterns = (name: string) =>
    name.startsWith('xen-hypervisor')
      ? ['./boot/xen-*-amd64.gz']
      : name.startsWith('xen-utils')
        ? TOOLS.map((tool) => `*/bin/${tool}`)
        : name === 'xenstore-utils'
          ? ['*/bin/xenstore']
          : ['*/x86_64-linux-gnu/*.so*'];
  const root = fetchRoot(work, path.join(HERE, 'packages.json'), patterns, say);
  const bin = path.join(
    root,
    'usr/lib',
    readdirSync(path.join(root, 'usr/lib')).find((name) => name.startsWith('xen-'))!,
    'bin',
  );
  const tracing = own('tracing', 'tracing', false);
  const guest = cpio([
    ...host.files.filter((file) => isModule(DOMU_MODULES, file)),
    own('domu-init', 'init', true),
    tracing,
    { name: 'work', data: compileStatic(work, path.join(HERE, 'work.c'), 'work'), executable: true },
    ...readdirSync(path.join(HERE, 'cgi')).map((name) => own(`cgi/${name}`, `www/cgi-bin/${name}`, true)),
  ]);
  const initramfs = cpio([
    ...host.files.filter(
      ({ name }) => !DOMU_MODULES.some((module) => name === `lib/m/${path.basename(module)}.ko`),
    ),
    own('dom0-init', 'init', true),
    own('vif', 'vif', true),
    own('guest.cfg', 'guest.cfg', false),
    tracing,
    { name: 'vmlinuz', data: readFileSync(host.kernel), executable: false },
    { name: 'domu.cpio', data: guest, executable: false },
    ...TOOLS.map((tool) => ({
      name: `bin/${tool}`,
      data: readFileSync(path.join(bin, tool)),
      executable: true,
    })),
    { name: 'bin/xenstore', data: readFileSync(path.join(root, 'usr/bin/xenstore')), executable: true },
    {
      name: `lib64/${LOADER}`,
      data: readFileSync(path.join(root, 'lib/x86_64-linux-gnu', LOADER)),
      executable: true,
    },
    ...libraries(root),
  ]);
  const boot = path.join(root, 'boot');
  const xen = readdirSync(boot).find((name) => /^xen-.*-amd64\.gz$/.test(name))!;
  return { xen: gunzipSync(readFileSync(path.join(boot, xen))), kernel: host.kernel, initramfs };
}
