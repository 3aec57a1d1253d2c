/**
 * Why: what a sequence of calls does to a machine is told by its whole state before and after each: processes with
 * their namespaces and mounts, control groups, network links. Everything distinct stands once in a table; `statesOf` in
 * `lib/snapshots.ts` gives the full states back.
 */
import { z } from 'zod';
import { NAMESPACE_KINDS } from '../lib/snapshots.ts';
import { headShape, indexSchema } from './recording-head.ts';
import { idSchema } from './text.ts';

const inode = z.int().positive();
const pathSchema = z.string().startsWith('/');

export const mountSchema = z.strictObject({
  id: inode,
  parent: inode,
  root: z.string().min(1),
  at: pathSchema,
  type: z.string().min(1),
});

export const seesSchema = z.strictObject({
  pid: inode,
  ppid: indexSchema,
  uid: indexSchema,
  gid: indexSchema,
  host: z.string().min(1),
  ahead: z.int(),
  cg: pathSchema.optional(),
});

/** What is told of a process apart from its namespaces and mounts. */
export const processShape = {
  pid: inode,
  ppid: indexSchema,
  st: z.string().length(1),
  comm: z.string().min(1),
  nspid: z.string().regex(/^\d+( \d+)*$/, 'must be numbers separated by blanks'),
  uid: indexSchema,
  cg: pathSchema,
  children: z.strictObject({ pid: inode.nullable(), time: inode }),
  sees: seesSchema.optional(),
} as const;

export const controlGroupSchema = z.strictObject({ path: pathSchema, sub: z.string() });

export const linkSchema = z.strictObject({
  index: inode,
  name: z.string().min(1),
  kind: z.string().min(1),
  up: z.boolean(),
  running: z.boolean(),
  peer: inode.optional(),
  master: inode.optional(),
  address: z.ipv4().optional(),
});

const callSchema = z.strictObject({
  /** Process that made it, by its number in the first PID namespace. */
  by: inode,
  /** The call in C, as it was executed. */
  text: z.string().min(1),
  /** What one would type to the same end; left out where no program asks for it. Not what ran. */
  typed: z.string().min(1).optional(),
  /** As the caller saw it. */
  result: z.int(),
  /** Name of errno where the call was refused. */
  error: z
    .string()
    .regex(/^E[A-Z0-9]+$/)
    .optional(),
});

const stepSchema = z.strictObject({
  id: idSchema,
  /** Left out for the first step: the state before any call. */
  call: callSchema.optional(),
  /** The state after the call, as indexes into the tables; a network namespace is `[inode, ...links]`. */
  state: z.strictObject({
    procs: z.array(indexSchema).min(1),
    cgroups: z.array(indexSchema).min(1),
    nets: z.array(z.tuple([inode], indexSchema)).min(1),
  }),
});

export const snapshotsRecordingSchema = z
  .strictObject({
    ...headShape,
    kind: z.literal('snapshots'),
    /** Inodes in the order of `NAMESPACE_KINDS`: a process is in exactly one namespace of each kind. */
    namespaces: z.array(z.tuple([inode, inode, inode, inode, inode, inode, inode, inode])).min(1),
    mounts: z.array(mountSchema),
    processes: z
      .array(z.strictObject({ ...processShape, ns: indexSchema, mounts: z.array(indexSchema) }))
      .min(1),
    cgroups: z.array(controlGroupSchema).min(1),
    links: z.array(linkSchema),
    steps: z.array(stepSchema).min(1),
  })
  .superRefine((recording, context) => {
    const { namespaces, mounts, processes, cgroups, links, steps } = recording;
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const tables = { namespaces, mounts, processes, cgroups, links };
    const within = (table: keyof typeof tables, at: number, path: (string | number)[]) => {
      const inside = at < tables[table].length;
      if (!inside) fail(path, `index ${at} is outside "${table}", which has ${tables[table].length} entries`);
      return inside;
    };
    const kindOf = new Map<number, number>();
    namespaces.forEach((row, r) =>
      row.forEach((id, k) => {
        const known = kindOf.get(id) ?? k;
        if (known !== k)
          fail(
            ['namespaces', r, k],
            `namespace ${id} is of kind ${NAMESPACE_KINDS[known]}; found as ${NAMESPACE_KINDS[k]}`,
          );
        kindOf.set(id, known);
      }),
    );
    processes.forEach((process, p) => {
      within('namespaces', process.ns, ['processes', p, 'ns']);
      process.mounts.forEach((mount, m) => within('mounts', mount, ['processes', p, 'mounts', m]));
      if (process.nspid.split(' ')[0] !== String(process.pid))
        fail(['processes', p, 'nspid'], `found ${process.nspid}; expected ${process.pid} first`);
    });
    const ids = steps.map(({ id }) => id);
    steps.forEach(({ id, call, state }, s) => {
      const at = (...path: (string | number)[]) => ['steps', s, ...path];
      if (ids.indexOf(id) !== s) fail(at('id'), `step "${id}" stands twice`);
      if ((call === undefined) !== (s === 0)) fail(at('call'), 'expected a call in every step but the first');
      if (call && call.result < 0 !== (call.error !== undefined))
        fail(at('call', 'error'), 'expected the name of the error exactly where the call was refused');
      const running = state.procs.flatMap((process, p) =>
        within('processes', process, at('state', 'procs', p)) ? [processes[process]!] : [],
      );
      const groups = state.cgroups.flatMap((group, g) =>
        within('cgroups', group, at('state', 'cgroups', g)) ? [cgroups[group]!.path] : [],
      );
      const nets = state.nets.map(([net, ...all], n) => {
        all.forEach((link, l) => within('links', link, at('state', 'nets', n, l + 1)));
        return net;
      });
      const pids = running.map(({ pid }) => pid);
      running.forEach(({ pid, ppid, cg, ns }, p) => {
        const path = at('state', 'procs', p);
        if (pids.indexOf(pid) !== p) fail(path, `process ${pid} stands twice`);
        if (ppid !== 0 && !pids.includes(ppid)) fail(path, `parent ${ppid} of process ${pid} is not there`);
        if (!groups.includes(cg)) fail(path, `control group ${cg} of process ${pid} is not there`);
        const net = namespaces[ns]?.[NAMESPACE_KINDS.indexOf('net')];
        if (net !== undefined && !nets.includes(net))
          fail(path, `the links of network namespace ${net} of process ${pid} are not there`);
      });
    });
  });

export type SnapshotsRecording = z.infer<typeof snapshotsRecordingSchema>;
