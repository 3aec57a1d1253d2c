/** Why: what a container made by hand must show, whatever the ids of the run; each broken law is a sentence. */
import { NAMESPACE_KINDS, statesOf, type NamespaceKind, type State } from '../../src/lib/snapshots.ts';
import type { SnapshotsRecording } from '../../src/schemas/recording-snapshots.ts';

/** Calls that must be refused, and how; all others succeed. */
export const REFUSED: Readonly<Record<string, string>> = {
  'refused-uts': 'EPERM',
  'refused-pivot': 'EINVAL',
  'refused-setns': 'EINVAL',
  'refused-fork': 'ENOMEM',
};

/** The step that gives the caller its own namespace of a kind; those of pid and time take in its children only. */
const UNSHARED: readonly (readonly [string, NamespaceKind])[] = [
  ...(['user', 'mnt', 'uts', 'ipc', 'net', 'cgroup'] as const).map((kind) => [kind, kind] as const),
];

/** The states by id of the step, and who called. */
export function readByHand(recording: SnapshotsRecording) {
  const states = statesOf(
    recording,
    recording.steps.map(({ state }) => state),
  );
  const indexOf = (id: string) => {
    const at = recording.steps.findIndex((step) => step.id === id);
    if (at < 0) throw new Error(`${recording.id}: found no step "${id}"`);
    return at;
  };
  const after = (id: string) => states[indexOf(id)]!;
  const before = (id: string) => states[indexOf(id) - 1]!;
  const by = (id: string) => recording.steps[indexOf(id)]!.call!.by;
  return { states, after, before, by };
}

const processOf = (state: State, pid: number) => {
  const found = state.procs.find((each) => each.pid === pid);
  if (found === undefined) throw new Error(`found no process ${pid}`);
  return found;
};
const placesOf = (state: State, pid: number) => processOf(state, pid).mounts.map(({ at }) => at);
const linksOf = (state: State, net: number) =>
  state.nets.find((each) => each.net === net)?.links.map(({ name }) => name) ?? [];

/** Each law, and whether it holds. */
export function byHandClaims(recording: SnapshotsRecording): readonly (readonly [string, boolean])[] {
  const { states, after, before, by } = readByHand(recording);
  const [runtime, admin, box] = [by('user'), by('cgroup-made'), by('bind')];
  const changed = (id: string, pid: number) =>
    NAMESPACE_KINDS.filter(
      (kind) => processOf(before(id), pid).ns[kind] !== processOf(after(id), pid).ns[kind],
    );
  const inside = processOf(after('umount'), box);
  const visitor = after('visitor').procs.find(({ ppid }) => ppid === admin);
  const boxNet = inside.ns.net;
  return [
    ...recording.steps.map(
      ({ id, call }) =>
        [
          `${id}: ${REFUSED[id] ? `refused with ${REFUSED[id]}` : 'not refused'}`,
          call?.error === REFUSED[id],
        ] as const,
    ),
    ...Object.keys(REFUSED).map(
      (id) => [`${id}: changes nothing`, JSON.stringify(before(id)) === JSON.stringify(after(id))] as const,
    ),
    ...UNSHARED.map(
      ([id, kind]) =>
        [
          `${id}: the caller, and only it, is in a new namespace of this kind alone`,
          changed(id, runtime).join() === kind &&
            states
              .slice(0, states.indexOf(after(id)))
              .every((state) =>
                state.procs.every(({ ns }) => ns[kind] !== processOf(after(id), runtime).ns[kind]),
              ),
        ] as const,
    ),
    ...['pid', 'time'].map(
      (id) => [`${id}: the caller itself stays where it was`, changed(id, runtime).length === 0] as const,
    ),
    ['pid: a namespace without a first process', processOf(after('pid'), runtime).children.pid === null],
    ['fork: the child is number 1 of the new namespace', processOf(after('fork'), box).nspid === `${box} 1`],
    ['fork: it sees itself as 1, without a parent', processOf(after('fork'), box).sees?.ppid === 0],
    ['user: unmapped, it is nobody to itself', processOf(after('user'), runtime).sees?.uid === 65534],
    [
      'uid-map: root to itself, a plain user to the host',
      processOf(after('uid-map'), runtime).sees?.uid === 0 &&
        processOf(after('uid-map'), runtime).uid === 1000,
    ],
    [
      'hostname: the host keeps its own',
      processOf(after('hostname'), runtime).sees?.host === 'box' &&
        processOf(after('hostname'), admin).sees?.host === 'host',
    ],
    [
      'cgroup: its own group is the root to it',
      processOf(after('cgroup'), runtime).sees?.cg === '/' &&
        processOf(after('cgroup'), runtime).cg === '/box',
    ],
    [
      'offset: a day ahead for the child only',
      processOf(after('fork'), box).sees?.ahead === 86400 &&
        processOf(after('fork'), runtime).sees?.ahead === 0,
    ],
    ['pivot: the old root hangs below the new one', placesOf(after('pivot'), box).includes('/old/sys')],
    ['umount: only the new root and its /proc are left', placesOf(after('umount'), box).join() === '/,/proc'],
    [
      'umount: the host’s mounts are untouched',
      placesOf(after('umount'), admin).join() === placesOf(before('mnt'), admin).join(),
    ],
    [
      'move: one end of the cable is in the box',
      linksOf(after('move'), boxNet).join() === 'lo,eth0' &&
        !linksOf(after('move'), processOf(after('move'), admin).ns.net).includes('eth0'),
    ],
    ['enter-net: one namespace of eight', changed('enter-net', admin).join() === 'net'],
    [
      'enter-rest: in all but that of processes',
      NAMESPACE_KINDS.every(
        (kind) => kind === 'pid' || processOf(after('enter-rest'), admin).ns[kind] === inside.ns[kind],
      ),
    ],
    [
      'visitor: number 3 in the box, without a parent there',
      visitor?.nspid.endsWith(' 3') === true && visitor.sees?.ppid === 0,
    ],
    [
      'end: with number 1 all of its namespace are gone',
      before('end').procs.filter(({ ns }) => ns.pid === inside.ns.pid).length === 3 &&
        after('end').procs.every(({ ns }) => ns.pid !== inside.ns.pid),
    ],
    [
      'end-runtime: the cable goes with the namespace of its other end',
      before('end-runtime').nets.length === 2 &&
        after('end-runtime').nets.length === 1 &&
        !after('end-runtime').nets[0]!.links.some(({ name }) => name === 'veth0'),
    ],
  ];
}

/** The laws that a recording breaks; none when it is good. */
export const brokenByHand = (recording: SnapshotsRecording): readonly string[] =>
  byHandClaims(recording).flatMap(([law, holds]) => (holds ? [] : [`broken: ${law}`]));
