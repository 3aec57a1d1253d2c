/**
 * Why: the recorded calls that make a container by hand, as requests to the model: by these the model is held against
 * the kernel. Processes are the ones of the recording, told by their part.
 */
import { FIRST, machine } from './kernel';
import type { Call, Kernel, Request } from './types';

export interface Parts {
  readonly runtime: number;
  readonly admin: number;
  readonly box: number;
}

/** The recorded machine before the first call. @param last number that its first PID namespace gave last */
export const recordedMachine = ({ runtime, admin }: Pick<Parts, 'runtime' | 'admin'>): Kernel =>
  machine(
    [
      { pid: 1, parent: 0, comm: 'record', uid: 0 },
      { pid: admin - 1, parent: 1, comm: 'recorder', uid: 0 },
      { pid: admin, parent: admin - 1, comm: 'admin', uid: 0 },
      { pid: runtime, parent: admin - 1, comm: 'runtime', uid: 1000 },
    ],
    'host',
    runtime,
    false,
  );

const ROOT = '/srv/box';
const OLD = '/srv/box/old';
const GROUP = '/box';
const kinds = Object.keys(FIRST) as (keyof typeof FIRST)[];

/** Each recorded call by the id of its step, in order. */
export function recordedCalls({
  runtime,
  admin,
  box,
}: Parts): readonly (readonly [id: string, call: Call])[] {
  const by = (pid: number) => (id: string, request: Request) => [id, { by: pid, request }] as const;
  const [rt, ad, bx] = [by(runtime), by(admin), by(box)];
  const map = (which: 'uid' | 'gid'): Request => ({ kind: 'map', which, inside: 0, outside: 1000, count: 1 });
  const unshare = (kind: keyof typeof FIRST): Request => ({ kind: 'unshare', kinds: [kind] });
  return [
    rt('refused-uts', unshare('uts')),
    rt('user', unshare('user')),
    rt('setgroups', { kind: 'setgroups' }),
    rt('uid-map', map('uid')),
    rt('gid-map', map('gid')),
    rt('mnt', unshare('mnt')),
    rt('uts', unshare('uts')),
    rt('hostname', { kind: 'sethostname', name: 'box' }),
    rt('ipc', unshare('ipc')),
    rt('net', unshare('net')),
    ad('cgroup-made', { kind: 'mkdir', group: GROUP }),
    ad('cgroup-joined', { kind: 'join', group: GROUP, target: runtime }),
    rt('cgroup', unshare('cgroup')),
    rt('time', unshare('time')),
    rt('offset', { kind: 'offset', seconds: 86400 }),
    rt('pid', unshare('pid')),
    rt('fork', { kind: 'fork' }),
    bx('refused-pivot', { kind: 'pivot', root: ROOT, old: OLD }),
    bx('bind', { kind: 'bind-mount', at: ROOT }),
    bx('proc', { kind: 'mount-proc', at: `${ROOT}/proc` }),
    bx('pivot', { kind: 'pivot', root: ROOT, old: OLD }),
    bx('umount', { kind: 'umount', at: '/old' }),
    bx('exec', { kind: 'exec', path: '/bin/app' }),
    ad('veth', { kind: 'veth', name: 'veth0', peer: 'eth0' }),
    ad('move', { kind: 'move', name: 'eth0', target: box }),
    ad('bridge', { kind: 'bridge', name: 'br0' }),
    ad('port', { kind: 'master', name: 'veth0', bridge: 'br0' }),
    ad('host-address', { kind: 'address', name: 'br0', address: '10.0.0.1' }),
    ad('bridge-up', { kind: 'up', name: 'br0' }),
    ad('veth-up', { kind: 'up', name: 'veth0' }),
    bx('box-address', { kind: 'address', name: 'eth0', address: '10.0.0.2' }),
    bx('box-up', { kind: 'up', name: 'eth0' }),
    bx('worker', { kind: 'fork' }),
    ad('refused-setns', { kind: 'setns', target: box, of: 'uts', as: 'net' }),
    ad('enter-net', { kind: 'setns', target: box, of: 'net' }),
    ad('enter-rest', { kind: 'setns-all', target: box, kinds: kinds.filter((kind) => kind !== 'net') }),
    ad('enter-uid', { kind: 'setresuid', uid: 0 }),
    ad('visitor', { kind: 'fork' }),
    bx('end', { kind: 'exit' }),
    rt('refused-fork', { kind: 'fork' }),
    ad('end-visit', { kind: 'exit' }),
    rt('end-runtime', { kind: 'exit' }),
  ];
}
