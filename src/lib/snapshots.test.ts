import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMESPACE_KINDS, packStates, statesOf, type Namespaces, type State } from './snapshots';

const inode = fc.integer({ min: 1, max: 5 });
const namespaces = fc
  .tuple(...NAMESPACE_KINDS.map(() => inode))
  .map(
    (ids) => Object.fromEntries(NAMESPACE_KINDS.map((kind, k) => [kind, ids[k]!])) as unknown as Namespaces,
  );
const mount = fc.record({
  id: inode,
  parent: inode,
  root: fc.constant('/'),
  at: fc.constantFrom('/', '/proc'),
  type: fc.constantFrom('tmpfs', 'proc'),
});
const link = fc.record(
  {
    index: inode,
    name: fc.constantFrom('lo', 'eth0'),
    kind: fc.constant('veth'),
    up: fc.boolean(),
    running: fc.boolean(),
    peer: inode,
  },
  { requiredKeys: ['index', 'name', 'kind', 'up', 'running'] },
);
const process = fc.record({
  pid: inode,
  ppid: inode,
  st: fc.constantFrom('S', 'R'),
  comm: fc.constantFrom('sh', 'app'),
  nspid: fc.constantFrom('1', '103 1'),
  uid: fc.constantFrom(0, 1000),
  cg: fc.constantFrom('/', '/box'),
  ns: namespaces,
  children: fc.record({ pid: fc.option(inode), time: inode }),
  mounts: fc.array(mount, { maxLength: 3 }),
});
const state: fc.Arbitrary<State> = fc.record({
  procs: fc.array(process, { maxLength: 4 }),
  cgroups: fc.array(fc.record({ path: fc.constantFrom('/', '/box'), sub: fc.constant('') }), {
    maxLength: 2,
  }),
  nets: fc.array(fc.record({ net: inode, links: fc.array(link, { maxLength: 3 }) }), { maxLength: 2 }),
});

describe('packStates', () => {
  it('has statesOf as its inverse', () => {
    fc.assert(
      fc.property(fc.array(state, { maxLength: 4 }), (states) => {
        const { states: packed, ...tables } = packStates(states);
        expect(statesOf(tables, packed)).toEqual(states);
      }),
    );
  });

  it('keeps each distinct thing once: a state told twice costs no entry', () => {
    fc.assert(
      fc.property(state, (one) => {
        const { states: _, ...once } = packStates([one]);
        const { states, ...twice } = packStates([one, one]);
        expect(twice).toEqual(once);
        expect(states[0]).toEqual(states[1]);
        expect(new Set(once.processes.map((each) => JSON.stringify(each))).size).toBe(once.processes.length);
      }),
    );
  });
});
