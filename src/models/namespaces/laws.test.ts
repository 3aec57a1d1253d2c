import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAMESPACE_KINDS } from '../../lib/snapshots';
import { apply } from './apply';
import { capable, chainOf, isInit, machine, numberIn, pidOf, taskOf } from './kernel';
import { snapshotOf, visibleIn } from './snapshot';
import { ANY, type Call, type Kernel, type Request } from './types';

const START = machine(
  [
    { pid: 1, parent: 0, comm: 'init', uid: 0 },
    { pid: 40, parent: 1, comm: 'bash', uid: 1000 },
    { pid: 41, parent: 1, comm: 'admin', uid: 0 },
  ],
  'host',
  99,
  true,
);

const kinds = fc.uniqueArray(fc.constantFrom(...NAMESPACE_KINDS), { minLength: 1, maxLength: 4 });
const someone = fc.constantFrom(1, 40, 41, 100, 101, 102, 103, 104);
const path = fc.constantFrom('/srv/box', '/srv/box/proc', '/proc', '/old');
const name = fc.constantFrom('veth0', 'eth0', 'br0', 'lo');
const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ kind: fc.constantFrom('unshare' as const, 'clone' as const), kinds }),
  fc.record({ kind: fc.constant('fork' as const) }),
  fc.record({ kind: fc.constant('fork' as const) }),
  fc.record({ kind: fc.constant('exit' as const) }),
  fc.record({
    kind: fc.constant('setns' as const),
    target: someone,
    of: fc.constantFrom(...NAMESPACE_KINDS),
  }),
  fc.record({ kind: fc.constant('setns-all' as const), target: someone, kinds }),
  fc.record({ kind: fc.constant('kill' as const), number: fc.constantFrom(1, 2, 3, 40, 100, 101) }),
  fc.record({
    kind: fc.constant('map' as const),
    which: fc.constantFrom('uid' as const, 'gid' as const),
    inside: fc.constant(0),
    outside: fc.constantFrom(0, 1000),
    count: fc.constantFrom(1, 65536),
  }),
  fc.record({ kind: fc.constant('setgroups' as const) }),
  fc.record({ kind: fc.constant('setresuid' as const), uid: fc.constantFrom(0, 1000) }),
  fc.record({ kind: fc.constant('sethostname' as const), name: fc.constantFrom('box', 'web') }),
  fc.record({ kind: fc.constant('offset' as const), seconds: fc.constant(3600) }),
  fc.record({
    kind: fc.constantFrom('bind-mount' as const, 'mount-proc' as const, 'umount' as const),
    at: path,
  }),
  fc.constant({ kind: 'pivot' as const, root: '/srv/box', old: '/srv/box/old' }),
  fc.record({ kind: fc.constant('veth' as const), name, peer: name, target: someone }),
  fc.record({ kind: fc.constant('move' as const), name, target: someone }),
  fc.record({ kind: fc.constant('bridge' as const), name }),
  fc.record({ kind: fc.constant('up' as const), name }),
  fc.record({ kind: fc.constant('address' as const), name, address: fc.constant('10.0.0.2') }),
  fc.record({ kind: fc.constant('master' as const), name, bridge: name }),
  fc.record({
    kind: fc.constant('bind' as const),
    address: fc.constantFrom(ANY, '127.0.0.1', '10.0.0.2'),
    port: fc.constantFrom(80, 8080),
  }),
  fc.record({ kind: fc.constant('exec' as const), path: fc.constant('/bin/app') }),
  fc.record({ kind: fc.constantFrom('open' as const, 'creat' as const), path: fc.constant('/tmp/note') }),
);
const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc.record({ by: someone, request }).filter((call) => call.by !== 1 || call.request.kind !== 'exit'),
  { maxLength: 24 },
);

/** Calls `look` with the kernel before and after each call of many random sequences. */
const walk = (look: (before: Kernel, after: Kernel, call: Call, refused: boolean) => void) =>
  fc.assert(
    fc.property(calls, (list) => {
      let kernel = START;
      for (const call of list) {
        const before = JSON.stringify(kernel);
        const answer = apply(kernel, call);
        expect(JSON.stringify(kernel), 'the kernel before a call is never changed').toBe(before);
        const after = answer.kind === 'done' ? answer.kernel : kernel;
        look(kernel, after, call, answer.kind === 'refused');
        kernel = after;
      }
    }),
    { numRuns: 400 },
  );

describe('whatever is called', () => {
  test('a process is in exactly one namespace of each kind, and each exists', () => {
    walk((_, after) => {
      for (const { ns, children } of after.tasks) {
        expect(Object.keys(ns).toSorted()).toEqual([...NAMESPACE_KINDS].toSorted());
        for (const kind of NAMESPACE_KINDS) expect(after[kind], kind).toHaveProperty([String(ns[kind])]);
        expect(after.pid).toHaveProperty([String(children.pid)]);
      }
    });
  });

  test('a process is visible in its own PID namespace and in all around it, and in no other; no number stands twice', () => {
    walk((_, after) => {
      for (const task of after.tasks)
        expect(task.numbers.map(({ ns }) => ns)).toEqual(chainOf(after, task.ns.pid));
      const snapshot = snapshotOf(after);
      for (const id of Object.keys(after.pid).map(Number)) {
        const truth = after.tasks.flatMap((task) => {
          const number = numberIn(task, id);
          return number === undefined ? [] : [`${pidOf(task)} ${number}`];
        });
        const seen = visibleIn(snapshot, id).map(({ process, number }) => `${process.pid} ${number}`);
        expect(seen.toSorted()).toEqual(truth.toSorted());
        expect(new Set(truth.map((line) => line.split(' ')[1])).size).toBe(truth.length);
      }
    });
  });

  test('no call moves its caller to another PID namespace or gives it another number', () => {
    walk((before, after, { by }) => {
      const [was, is] = [taskOf(before, by), taskOf(after, by)];
      if (was === undefined || is === undefined) return;
      expect(is.ns.pid).toBe(was.ns.pid);
      expect(is.numbers).toEqual(was.numbers);
    });
  });

  test('with process 1 of a namespace all of it are gone, and nobody starts there again', () => {
    walk((_, after) => {
      for (const [id, { dead }] of Object.entries(after.pid)) {
        const inside = after.tasks.filter((task) => numberIn(task, Number(id)) !== undefined);
        if (dead) expect(inside).toEqual([]);
        if (inside.length > 0)
          expect(inside.filter((task) => numberIn(task, Number(id)) === 1)).toHaveLength(1);
      }
      for (const task of after.tasks)
        if (after.pid[task.children.pid]!.dead)
          expect(apply(after, { by: pidOf(task), request: { kind: 'fork' } })).toMatchObject({
            kind: 'refused',
            errno: 'ENOMEM',
          });
    });
  });

  test('a refused call changes nothing', () => {
    walk((before, after, _, refused) => {
      if (refused) expect(after).toBe(before);
    });
  });

  test('every process has a living parent, and the tree is one', () => {
    walk((_, after) => {
      const { procs } = snapshotOf(after);
      expect(procs).toHaveLength(after.tasks.length);
      for (const task of after.tasks)
        if (pidOf(task) !== 1) expect(taskOf(after, task.parent), String(pidOf(task))).toBeDefined();
    });
  });

  test('two servers have one port exactly if they are in different network namespaces or on different addresses', () => {
    walk((_, { sockets }) => {
      sockets.forEach((a, i) =>
        sockets.slice(i + 1).forEach((b) => {
          const meet = a.address === b.address || a.address === ANY || b.address === ANY;
          expect(a.net === b.net && a.port === b.port && meet).toBe(false);
        }),
      );
    });
    walk((_, after) => {
      for (const task of after.tasks) {
        const request = { kind: 'bind' as const, address: ANY, port: 8080 };
        const taken = after.sockets.some(({ net, port }) => net === task.ns.net && port === 8080);
        const answer = apply(after, { by: pidOf(task), request });
        expect(answer.kind === 'refused' ? answer.errno : 'done').toBe(taken ? 'EADDRINUSE' : 'done');
      }
    });
  });

  test('a cable has two ends or none, and a port its bridge', () => {
    walk((_, { net }) => {
      for (const { links } of Object.values(net))
        for (const { kind, peer, master } of links) {
          if (kind === 'veth')
            expect(net[peer!.net]?.links.some(({ index }) => index === peer!.index)).toBe(true);
          if (master !== undefined) expect(links.find(({ index }) => index === master)?.kind).toBe('bridge');
        }
    });
  });

  test('nobody gains a capability in the first user namespace who did not start with it', () => {
    walk((_, after) => {
      for (const task of after.tasks)
        if (capable(after, task, START.tasks[0]!.ns.user)) expect(task.uid).toBe(0);
    });
  });
});

describe('by name', () => {
  const play = (list: readonly Call[]) =>
    list.reduce(
      ({ kernel }, call) => {
        const answer = apply(kernel, call);
        return answer.kind === 'done'
          ? { kernel: answer.kernel, said: String(answer.result) }
          : { kernel, said: answer.errno };
      },
      { kernel: START, said: '' },
    );
  const c = (by: number, req: Request): Call => ({ by, request: req });
  const unshare = (...list: (typeof NAMESPACE_KINDS)[number][]): Request => ({
    kind: 'unshare',
    kinds: list,
  });

  test.each<[string, string, readonly Call[]]>([
    ['a plain user may not have a host name of his own', 'EPERM', [c(40, unshare('uts'))]],
    ['with a user namespace he may', '0', [c(40, unshare('user', 'uts'))]],
    [
      'two PID namespaces without a fork in between',
      'EINVAL',
      [c(41, unshare('pid')), c(41, unshare('pid'))],
    ],
    [
      'root of a user namespace and the host’s name',
      'EPERM',
      [c(40, unshare('user')), c(40, { kind: 'sethostname', name: 'box' })],
    ],
    [
      'a proc of somebody else’s PID namespace',
      'EPERM',
      [c(40, unshare('user', 'mnt')), c(40, { kind: 'mount-proc', at: '/proc' })],
    ],
    [
      'the same user namespace again',
      'EINVAL',
      [c(40, unshare('user')), c(40, { kind: 'setns', target: 40, of: 'user' })],
    ],
    [
      'out of a PID namespace',
      'ENOENT',
      [c(41, { kind: 'clone', kinds: ['pid'] }), c(100, { kind: 'setns', target: 41, of: 'net' })],
    ],
    [
      'a new root that is no mount point',
      'EBUSY',
      [c(41, unshare('mnt')), c(41, { kind: 'pivot', root: '/srv/box', old: '/srv/box/old' })],
    ],
    [
      'a part of what was copied to a plain user',
      'EINVAL',
      [c(40, unshare('user', 'mnt')), c(40, { kind: 'umount', at: '/proc' })],
    ],
    [
      'an address while lo is down',
      'EADDRNOTAVAIL',
      [c(41, unshare('net')), c(41, { kind: 'bind', address: '127.0.0.1', port: 80 })],
    ],
    ['port 80 for a plain user', 'EACCES', [c(40, { kind: 'bind', address: ANY, port: 80 })]],
    [
      'port 80 for root in a network namespace of his own',
      '0',
      [c(40, unshare('user', 'net')), c(40, { kind: 'bind', address: ANY, port: 80 })],
    ],
    [
      'another’s id in the map',
      'EPERM',
      [c(40, unshare('user')), c(40, { kind: 'map', which: 'uid', inside: 0, outside: 0, count: 1 })],
    ],
    ['the host’s secrets', 'EACCES', [c(40, unshare('user')), c(40, { kind: 'open', path: '/etc/shadow' })]],
    [
      'a second new root: the first took over the lock of the old one',
      'EINVAL',
      [
        c(40, unshare('user', 'mnt')),
        c(40, { kind: 'bind-mount', at: '/srv/box' }),
        c(40, { kind: 'pivot', root: '/srv/box', old: '/srv/box/old' }),
        c(40, { kind: 'pivot', root: '/srv/box', old: '/srv/box/old' }),
      ],
    ],
    [
      'the owner of a user namespace may enter it',
      '0',
      [c(40, { kind: 'clone', kinds: ['user'] }), c(40, { kind: 'setns', target: 100, of: 'user' })],
    ],
    [
      'but not what belongs to it, while he stands outside',
      'EPERM',
      [c(40, { kind: 'clone', kinds: ['user', 'net'] }), c(40, { kind: 'setns', target: 100, of: 'net' })],
    ],
    [
      'a map written by one who is in it and does not own it',
      'EPERM',
      [
        c(40, unshare('user')),
        c(41, { kind: 'setns', target: 40, of: 'user' }),
        c(41, { kind: 'map', which: 'uid', inside: 0, outside: 0, count: 1 }),
      ],
    ],
    [
      'SIGKILL to process 1 from inside',
      '0',
      [
        c(41, { kind: 'clone', kinds: ['pid'] }),
        c(100, { kind: 'fork' }),
        c(101, { kind: 'kill', number: 1 }),
      ],
    ],
    [
      'a number from outside',
      'ESRCH',
      [c(41, { kind: 'clone', kinds: ['pid'] }), c(100, { kind: 'kill', number: 41 })],
    ],
  ])('%s: %s', (_, said, list) => expect(play(list).said).toBe(said));

  test('SIGKILL from inside is not heard, from outside it is', () => {
    const box = [c(41, { kind: 'clone', kinds: ['pid'] }), c(100, { kind: 'fork' })];
    const inside = play([...box, c(101, { kind: 'kill', number: 1 })]).kernel;
    expect(inside.tasks.map(pidOf)).toEqual([1, 40, 41, 100, 101]);
    const outside = play([...box, c(41, { kind: 'kill', number: 100 })]).kernel;
    expect(outside.tasks.map(pidOf)).toEqual([1, 40, 41]);
    expect(outside.tasks.filter(isInit).map(pidOf)).toEqual([1]);
  });

  test('a link that moves keeps its number if it is free', () => {
    const { kernel } = play([
      c(40, unshare('user', 'net')),
      c(41, { kind: 'veth', name: 'veth0', peer: 'eth0' }),
      c(41, { kind: 'move', name: 'veth0', target: 40 }),
    ]);
    const { links } = kernel.net[taskOf(kernel, 40)!.ns.net]!;
    expect(links.map(({ name: called, index }) => [called, index])).toEqual([
      ['lo', 1],
      ['veth0', 3],
    ]);
    expect(kernel.net[START.tasks[0]!.ns.net]!.links.at(-1)?.peer?.index).toBe(3);
  });
});
