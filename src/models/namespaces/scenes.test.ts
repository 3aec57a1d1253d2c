import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from './facts';
import { runFree, runScene } from './run';
import { mendCalls, readCalls, spellCalls, MAX_CALLS } from './spelling';

describe('the scenes', () => {
  test('PID 1 in a box: two numbers, an old /proc, deaf to those inside, and the end of all', () => {
    const facts = factsOf(runScene('pid-1'));
    expect(facts).toMatchObject({
      'pid-inside.unshare': 41,
      'pid-inside.fork': 1,
      'pid-outside.fork': 100,
      'visible-pids.mnt': '1 40 41 100',
      'visible-pids.proc': '1',
      'visible-pids.worker': '1 2',
      'errno.no-such': 'ESRCH',
      'errno.deaf': '',
      'processes.deaf': 5,
      'processes.end': 3,
      'errno.never': 'ENOMEM',
    });
  });
  test('ports: one port three times, on three network namespaces, and not on a fourth address of the first', () => {
    const trace = runScene('ports');
    const errors = trace.steps.flatMap(({ id, state }) =>
      state.calls.flatMap(({ error }) => (error ? [`${id} ${error}`] : [])),
    );
    expect(errors).toEqual(['second EADDRINUSE', 'other-port EADDRINUSE']);
    const { snapshot } = trace.steps.at(-1)!.state;
    expect(snapshot.sockets!.filter(({ port }) => port === 80).map(({ net }) => net).length).toBe(3);
    expect(snapshot.nets!.flatMap(({ links }) => links).every(({ running }) => running)).toBe(false);
    expect(
      snapshot.nets!.flatMap(({ links }) => links).filter(({ kind, running }) => kind === 'veth' && running),
    ).toHaveLength(4);
  });
  test('user: nobody, then root inside, a plain user outside', () => {
    expect(factsOf(runScene('user'))).toMatchObject({
      'errno.refused': 'EPERM',
      'uid-inside.user': 65534,
      'errno.map-root': 'EPERM',
      'uid-inside.map': 0,
      'errno.name': 'EPERM',
      'errno.uts': '',
      'host.named': 'box',
      'errno.shadow': 'EACCES',
      'errno.kill': 'EPERM',
    });
    expect(runScene('user').steps.at(-1)!.state.snapshot.files).toEqual([{ path: '/tmp/note', uid: 1000 }]);
  });
  test('nsenter: one namespace after the other, and the visitor ends with the box', () => {
    expect(factsOf(runScene('nsenter'))).toMatchObject({
      'errno.out': 'ENOENT',
      'host.net': 'host',
      'pid-inside.pid': 41,
      'pid-inside.fork': 2,
      'host.uts': 'box',
      'visible-pids.mnt': '1 2',
      'uid-inside.user': 65534,
      'errno.same': 'EINVAL',
      'processes.end': 3,
    });
  });
});

describe('the learner’s calls', () => {
  const some =
    '40-unshare-user,40-uidmap-1000,40-unshare-mnt_uts_pid_net,40-fork,100-sethostname-web,41-veth-100,100-exit,40-fork';
  test('are spelled as they are read', () => {
    expect(mendCalls(some)).toBe(some);
    expect(runFree(some).steps).toHaveLength(9);
    expect(factsOf(runFree(some))).toMatchObject({ refused: 1, errno: 'ENOMEM' });
  });
  test('mending is done in one go, whatever a URL says', () => {
    const word = fc.constantFrom(
      '40',
      '41',
      '100',
      '1',
      'unshare',
      'fork',
      'exit',
      'kill',
      'setns',
      'pid',
      'user_net',
      'netz',
      'veth',
      'bind',
      '80',
      'addr',
      'eth0',
      'up',
      'proc',
      'box',
      'x',
    );
    const text = fc.array(
      fc.array(word, { maxLength: 4 }).map((list) => list.join('-')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        text.map((list) => list.join(',')),
        (said) => {
          const once = mendCalls(said);
          expect(mendCalls(once)).toBe(once);
          expect(once).toMatch(/^[a-z0-9_,-]*$/);
          expect(readCalls(said).length).toBeLessThanOrEqual(MAX_CALLS);
          expect(spellCalls(readCalls(once))).toBe(once);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string(), (said) => {
        expect(mendCalls(mendCalls(said))).toBe(mendCalls(said));
      }),
    );
  });
  test('the machine’s process 1 does not end, and nobody calls who is not there', () => {
    expect(readCalls('1-exit,77-fork,40-fork,100-fork')).toHaveLength(2);
  });
});
