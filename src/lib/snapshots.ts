/**
 * Why: a recording of snapshots holds the whole state of a machine after every call; from one call to the next nearly
 * all of it stays. Each distinct process, mount, link and set of namespaces stands once in a table; this takes states
 * apart into such tables and puts them together again. The spelling of a process is that of a live machine's agent.
 */

/** As `/proc/<pid>/ns/` names them, in the order of a row of `namespaces`. */
export const NAMESPACE_KINDS = ['mnt', 'uts', 'ipc', 'pid', 'net', 'user', 'cgroup', 'time'] as const;
export type NamespaceKind = (typeof NAMESPACE_KINDS)[number];
/** Each namespace by its inode, e.g. 4026531836. */
export type Namespaces = Readonly<Record<NamespaceKind, number>>;

/** What a live machine's agent tells of a process, too. */
export interface Process {
  readonly pid: number;
  /** 0 for PID 1. */
  readonly ppid: number;
  /** One letter, as in `/proc/<pid>/stat`. */
  readonly st: string;
  readonly comm: string;
  /** Its number in each PID namespace from the outermost in, e.g. `103 1`. */
  readonly nspid: string;
  /** Path of its control group, seen from the first cgroup namespace. */
  readonly cg: string;
  readonly ns: Namespaces;
}

export interface Mount {
  readonly id: number;
  readonly parent: number;
  /** Which folder of the mounted file system is seen. */
  readonly root: string;
  /** Where, seen from the process's own root. */
  readonly at: string;
  readonly type: string;
}

/** What a process answers when it is asked. */
export interface Sees {
  readonly pid: number;
  /** 0 where its parent is outside its PID namespace. */
  readonly ppid: number;
  readonly uid: number;
  readonly gid: number;
  readonly host: string;
  /** Its CLOCK_BOOTTIME less the recorder's, in seconds, to the hour. */
  readonly ahead: number;
  /** `/proc/self/cgroup`; left out where the mounted `/proc` does not know the process. */
  readonly cg?: string | undefined;
}

export interface RecordedProcess extends Process {
  /** User id, seen from the first user namespace. */
  readonly uid: number;
  /** Where its next child will be; null: a PID namespace without a first process. */
  readonly children: { readonly pid: number | null; readonly time: number };
  readonly mounts: readonly Mount[];
  /** Left out for processes that were not asked. */
  readonly sees?: Sees | undefined;
}

export interface ControlGroup {
  readonly path: string;
  /** Controllers that its children have, separated by blanks. */
  readonly sub: string;
}

export interface Link {
  readonly index: number;
  readonly name: string;
  readonly kind: string;
  readonly up: boolean;
  /** Whether something answers at the other end. */
  readonly running: boolean;
  /** Index of the other end of the cable, in the namespace where that is. */
  readonly peer?: number | undefined;
  /** Index of the bridge. */
  readonly master?: number | undefined;
  readonly address?: string | undefined;
}

export interface State {
  readonly procs: readonly RecordedProcess[];
  readonly cgroups: readonly ControlGroup[];
  readonly nets: readonly { readonly net: number; readonly links: readonly Link[] }[];
}

type PackedProcess = Omit<RecordedProcess, 'ns' | 'mounts'> & {
  /** Index into `namespaces`. */
  readonly ns: number;
  /** Indexes into `mounts`. */
  readonly mounts: readonly number[];
};

export interface Tables {
  readonly namespaces: readonly (readonly number[])[];
  readonly mounts: readonly Mount[];
  readonly processes: readonly PackedProcess[];
  readonly cgroups: readonly ControlGroup[];
  readonly links: readonly Link[];
}

/** Indexes into the tables; a network namespace is `[inode, ...links]`. */
export interface PackedState {
  readonly procs: readonly number[];
  readonly cgroups: readonly number[];
  readonly nets: readonly (readonly number[])[];
}

/** Gives each distinct entry its index, in order of first use. */
class Table<Entry> {
  readonly entries: Entry[] = [];
  readonly #index = new Map<string, number>();
  indexOf(entry: Entry): number {
    const key = JSON.stringify(entry);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.entries.length);
    return this.entries.push(entry) - 1;
  }
}

/** Takes states apart. `statesOf` is its inverse. */
export function packStates(states: readonly State[]): Tables & { readonly states: readonly PackedState[] } {
  const namespaces = new Table<readonly number[]>();
  const mounts = new Table<Mount>();
  const processes = new Table<PackedProcess>();
  const cgroups = new Table<ControlGroup>();
  const links = new Table<Link>();
  const packed = states.map((state) => ({
    procs: state.procs.map((process) =>
      processes.indexOf({
        ...process,
        ns: namespaces.indexOf(NAMESPACE_KINDS.map((kind) => process.ns[kind])),
        mounts: process.mounts.map((mount) => mounts.indexOf(mount)),
      }),
    ),
    cgroups: state.cgroups.map((group) => cgroups.indexOf(group)),
    nets: state.nets.map((net) => [net.net, ...net.links.map((link) => links.indexOf(link))]),
  }));
  return {
    namespaces: namespaces.entries,
    mounts: mounts.entries,
    processes: processes.entries,
    cgroups: cgroups.entries,
    links: links.entries,
    states: packed,
  };
}

/** A row of `namespaces` by kind. */
export const namespacesOf = (row: readonly number[]): Namespaces =>
  Object.fromEntries(NAMESPACE_KINDS.map((kind, k) => [kind, row[k]!])) as Record<NamespaceKind, number>;

/** The full states. Indexes are within the tables, as the schema of a recording promises. */
export function statesOf(tables: Tables, states: readonly PackedState[]): readonly State[] {
  const processes = tables.processes.map((packed) => ({
    ...packed,
    ns: namespacesOf(tables.namespaces[packed.ns]!),
    mounts: packed.mounts.map((mount) => tables.mounts[mount]!),
  }));
  return states.map((state) => ({
    procs: state.procs.map((process) => processes[process]!),
    cgroups: state.cgroups.map((group) => tables.cgroups[group]!),
    nets: state.nets.map(([net, ...links]) => ({
      net: net!,
      links: links.map((link) => tables.links[link]!),
    })),
  }));
}
