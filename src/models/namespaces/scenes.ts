/** Why: each scene is one thing that namespaces do, as a script of calls; what they answer is the model's. */
import { type NAMESPACE_KINDS } from '../../lib/snapshots';
import { apply } from './apply';
import {
  askAnswer,
  askHost,
  askInside,
  askKill,
  askLeft,
  askLinks,
  askOutside,
  askOwner,
  askPs,
  askUid,
  type Ask,
} from './ask';
import { machine, type FirstTask } from './kernel';
import type { ModelScene } from './state';
import { ANY, type Call, type Kernel, type Request } from './types';

export interface Part {
  /** Step id; its caption is `<scene>.<id>`. */
  readonly id: string;
  readonly viewer: number;
  readonly calls: readonly Call[];
  readonly ask?: Ask;
}

export interface Script {
  readonly start: Kernel;
  /** Whose view is told first. */
  readonly viewer: number;
  readonly parts: readonly Part[];
}

const ALICE = 40;
const ADMIN = 41;
/** Numbers that the model's host gives come after this one. */
const LAST = 99;
const task = (pid: number, comm: string, uid: number, parent = 1): FirstTask => ({ pid, parent, comm, uid });
const INIT = task(1, 'init', 0, 0);

const host = (...tasks: readonly FirstTask[]) => machine([INIT, ...tasks], 'host', LAST, true);
const call = (by: number, request: Request): Call => ({ by, request });
const unshare = (...kinds: (typeof NAMESPACE_KINDS)[number][]): Request => ({ kind: 'unshare', kinds });
const fork: Request = { kind: 'fork' };

/** Where the learner's own calls begin. */
export const FREE_START = host(task(ALICE, 'bash', 1000), task(ADMIN, 'admin', 0));

/** @throws Error when a call is refused: what prepares a scene must succeed */
function prepared(start: Kernel, calls: readonly Call[]): Kernel {
  return calls.reduce((kernel, each) => {
    const answer = apply(kernel, each);
    if (answer.kind === 'refused')
      throw new Error(`${each.request.kind} by ${each.by}: refused with ${answer.errno}; expected success`);
    return answer.kernel;
  }, start);
}

const map = (outside: number): Request => ({ kind: 'map', which: 'uid', inside: 0, outside, count: 1 });
const q = (id: string) => ({ key: `ask.${id}` });

/** A part of one process. */
const part = (id: string, by: number, requests: readonly Request[], viewer: number, ask?: Ask): Part => ({
  id,
  viewer,
  calls: requests.map((request) => call(by, request)),
  ...(ask ? { ask } : {}),
});

const BOX = 100;
const WORKER = 101;

const PID_1: readonly Part[] = [
  part('unshare', ADMIN, [unshare('pid')], ADMIN, askInside(q('pid-after-unshare'), ADMIN, [1, 100, 2])),
  part('fork', ADMIN, [fork], BOX, askInside(q('pid-inside'), BOX, [1, 42, 2])),
  part('mnt', BOX, [unshare('mnt')], BOX, askPs(q('ps-before'), BOX, [1, 0, 2])),
  part('proc', BOX, [{ kind: 'mount-proc', at: '/proc' }], BOX, askPs(q('ps-after'), BOX, [4, 0, 2])),
  part('worker', BOX, [fork], WORKER, askOutside(q('pid-outside'), [2, 101, 1])),
  part('no-such', WORKER, [{ kind: 'kill', number: ADMIN }], WORKER, askKill(q('kill-outside'))),
  part('deaf', WORKER, [{ kind: 'kill', number: 1 }], WORKER, askKill(q('kill-1'))),
  part('end', ADMIN, [{ kind: 'kill', number: BOX }], ADMIN, askLeft(q('left'), BOX)),
  part('never', ADMIN, [fork], ADMIN, askAnswer(q('fork-again'), ['ENOMEM', 'ESRCH', 'EPERM'])),
];

const [A, B, C] = [50, 51, 52];
const bind = (address: string = ANY, port = 80): Request => ({ kind: 'bind', address, port });
const up = (name: string): Request => ({ kind: 'up', name });
const address = (name: string, last: number): Request => ({
  kind: 'address',
  name,
  address: `10.0.0.${last}`,
});
const master = (name: string): Request => ({ kind: 'master', name, bridge: 'br0' });
const cable = (target: number, n: number): Request => ({
  kind: 'veth',
  name: `veth${n}`,
  peer: 'eth0',
  target,
});

const PORTS: readonly Part[] = [
  part('first', A, [bind()], A),
  part('second', B, [bind()], B, askAnswer(q('second'), ['EADDRINUSE', 'EACCES', 'EPERM'])),
  part('net', B, [unshare('net')], B, askLinks(q('links'), B, [0, 2, 3])),
  part('again', B, [bind()], B, askAnswer(q('again'), ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'])),
  part('third', C, [unshare('net'), bind()], C, askAnswer(q('third'), ['EADDRINUSE', 'EACCES'])),
  part('bridge', ADMIN, [{ kind: 'bridge', name: 'br0' }, address('br0', 1), up('br0')], ADMIN),
  part('cable', ADMIN, [cable(B, 1), master('veth1'), up('veth1')], B),
  part(
    'same-name',
    ADMIN,
    [cable(C, 2), master('veth2'), up('veth2')],
    C,
    askAnswer(q('same-name'), ['EEXIST', 'EINVAL']),
  ),
  part('address', B, [address('eth0', 2), up('eth0')], B),
  part('both', C, [address('eth0', 3), up('eth0')], C),
  part(
    'other-port',
    ADMIN,
    [bind('10.0.0.1')],
    ADMIN,
    askAnswer(q('any'), ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES']),
  ),
  part('free-port', ADMIN, [bind('10.0.0.1', 8080)], ADMIN),
];

const hostname: Request = { kind: 'sethostname', name: 'box' };
const USER: readonly Part[] = [
  part('refused', ALICE, [unshare('uts')], ALICE, askAnswer(q('plain'), ['EPERM', 'EINVAL', 'EACCES'])),
  part('user', ALICE, [unshare('user')], ALICE, askUid(q('uid-unmapped'), ALICE, [0, 1000, 1])),
  part('map-root', ALICE, [map(0)], ALICE, askAnswer(q('map-root'), ['EPERM', 'EINVAL'])),
  part('map', ALICE, [map(1000)], ALICE, askUid(q('uid-mapped'), ALICE, [1000, 65534, 1])),
  part('name', ALICE, [hostname], ALICE, askAnswer(q('name'), ['EPERM', 'EINVAL', 'EACCES'])),
  part('uts', ALICE, [unshare('uts')], ALICE, askAnswer(q('uts'), ['EPERM', 'EINVAL'])),
  part('named', ALICE, [hostname], ALICE, askHost(q('host-name'), ADMIN, ['host', 'box'])),
  part(
    'shadow',
    ALICE,
    [{ kind: 'open', path: '/etc/shadow' }],
    ALICE,
    askAnswer(q('shadow'), ['EACCES', 'ENOENT']),
  ),
  part('note', ALICE, [{ kind: 'creat', path: '/tmp/note' }], ADMIN, askOwner(q('owner'), [0, 65534, 1])),
  part('kill', ALICE, [{ kind: 'kill', number: ADMIN }], ALICE, askKill(q('kill-admin'))),
];

const CONTAINER: readonly Call[] = [
  call(ALICE, unshare('user')),
  call(ALICE, map(1000)),
  call(ALICE, unshare('mnt', 'uts', 'ipc', 'net', 'pid')),
  call(ALICE, hostname),
  call(ALICE, fork),
  call(BOX, { kind: 'bind-mount', at: '/srv/box' }),
  call(BOX, { kind: 'mount-proc', at: '/srv/box/proc' }),
  call(BOX, { kind: 'pivot', root: '/srv/box', old: '/srv/box/old' }),
  call(BOX, { kind: 'umount', at: '/old' }),
  call(BOX, { kind: 'exec', path: '/bin/app' }),
];
const join = (of: (typeof NAMESPACE_KINDS)[number]): Request => ({ kind: 'setns', target: BOX, of });
const VISITOR = 101;

const NSENTER: readonly Part[] = [
  part(
    'out',
    BOX,
    [{ kind: 'setns', target: ADMIN, of: 'net' }],
    BOX,
    askAnswer(q('out'), ['ENOENT', 'EPERM', 'EINVAL']),
  ),
  part('net', ADMIN, [join('net')], ADMIN, askHost(q('still'), ADMIN, ['host', 'box'])),
  part('pid', ADMIN, [join('pid')], ADMIN, askInside(q('pid-after-setns'), ADMIN, [1, 2, 100])),
  part('fork', ADMIN, [fork], VISITOR, askInside(q('visitor'), VISITOR, [1, 2, 0])),
  part('uts', VISITOR, [join('uts')], VISITOR),
  part('mnt', VISITOR, [join('mnt')], VISITOR, askPs(q('visitor-ps'), VISITOR, [1, 2, 5])),
  part('user', VISITOR, [join('user')], VISITOR, askUid(q('visitor-uid'), VISITOR, [0, 1000, 1])),
  part('same', VISITOR, [join('user')], VISITOR, askAnswer(q('same'), ['EINVAL', 'EPERM'])),
  part('end', BOX, [{ kind: 'exit' }], ADMIN, askLeft(q('visitor-left'), BOX)),
];

export const SCRIPT: Readonly<Record<ModelScene, Script>> = {
  'pid-1': { start: FREE_START, viewer: ADMIN, parts: PID_1 },
  ports: {
    start: host(task(ADMIN, 'admin', 0), task(A, 'web-a', 0), task(B, 'web-b', 0), task(C, 'web-c', 0)),
    viewer: A,
    parts: PORTS,
  },
  user: { start: FREE_START, viewer: ALICE, parts: USER },
  nsenter: { start: prepared(FREE_START, CONTAINER), viewer: ADMIN, parts: NSENTER },
};
