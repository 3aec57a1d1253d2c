/**
 * Why: the figure of the container made by hand rests on these lines. Each is the JSON of one call with the whole state
 * after it; what is not understood is an error, never skipped.
 */
import { z } from 'zod';
import type { State } from '../../src/lib/snapshots.ts';
import {
  controlGroupSchema,
  linkSchema,
  mountSchema,
  processShape,
  seesSchema,
} from '../../src/schemas/recording-snapshots.ts';
import { TraceError } from '../trace-error.ts';
import { readHeader, type Header } from './header.ts';

const inode = z.int().positive();
const namespacesSchema = z.strictObject({
  ...{ mnt: inode, uts: inode, ipc: inode, pid: inode },
  ...{ net: inode, user: inode, cgroup: inode, time: inode },
});

const stateSchema = z.strictObject({
  seq: z.int().nonnegative(),
  procs: z.array(
    z.strictObject({
      ...processShape,
      ns: namespacesSchema,
      /** 0: there is none yet. */
      children: z.strictObject({ pid: z.int().nonnegative(), time: inode }),
      mounts: z.array(mountSchema),
      sees: seesSchema.optional(),
    }),
  ),
  cgroups: z.array(controlGroupSchema),
  nets: z.array(z.strictObject({ net: inode, links: z.array(linkSchema) })),
});

const startSchema = z.strictObject({ id: z.literal('start'), state: stateSchema });
const stepSchema = z.strictObject({
  id: z.string().min(1),
  by: inode,
  call: z.string().min(1),
  typed: z.string(),
  result: z.int(),
  error: z.string(),
  state: stateSchema,
});

export interface Step {
  readonly id: string;
  readonly call?: {
    readonly by: number;
    readonly text: string;
    readonly typed?: string;
    readonly result: number;
    readonly error?: string;
  };
  readonly state: State;
}

/** Without the running number; "none yet" is said with null. */
function stateOf({ procs, cgroups, nets }: z.infer<typeof stateSchema>): State {
  return {
    procs: procs.map((process) => ({
      ...process,
      children: { ...process.children, pid: process.children.pid === 0 ? null : process.children.pid },
    })),
    cgroups,
    nets,
  };
}

/** Ids of the steps, in order, as by-hand.c makes them; a trace that lacks one is not whole. */
export const STEP_IDS: readonly string[] = [
  ...['start', 'refused-uts', 'user', 'setgroups', 'uid-map', 'gid-map', 'mnt', 'uts', 'hostname', 'ipc'],
  ...['net', 'cgroup-made', 'cgroup-joined', 'cgroup', 'time', 'offset', 'pid', 'fork', 'refused-pivot'],
  ...['bind', 'proc', 'pivot', 'umount', 'exec', 'veth', 'move', 'bridge', 'port', 'host-address'],
  ...['bridge-up', 'veth-up', 'box-address', 'box-up', 'worker', 'refused-setns', 'enter-net', 'enter-rest'],
  ...['enter-uid', 'visitor', 'end', 'refused-fork', 'end-visit', 'end-runtime'],
];

function readJson(file: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TraceError(file, line, `"${text.slice(-60)}" at its end`, 'a JSON object that ends there');
  }
}

/**
 * All steps of a raw trace.
 * @param file name used in errors
 * @throws TraceError naming file, line, what was found and what was expected
 */
export function parseSteps(
  file: string,
  text: string,
): { readonly header: Header; readonly steps: readonly Step[] } {
  const { header, lines } = readHeader(file, text);
  const steps = lines.map(({ line, text: json }, i): Step => {
    const parsed = (i === 0 ? startSchema : stepSchema).safeParse(readJson(file, line, json));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new TraceError(
        file,
        line,
        `${issue?.message ?? 'an error'} at ${issue?.path.join('.') ?? ''}`,
        'a step as by-hand.c prints it',
      );
    }
    const { id, state, ...call } = parsed.data;
    if (id !== STEP_IDS[i])
      throw new TraceError(file, line, `step "${id}"`, `step "${STEP_IDS[i] ?? 'none more'}"`);
    if (state.seq !== i) throw new TraceError(file, line, `state ${state.seq}`, `state ${i}`);
    if (!('call' in call)) return { id, state: stateOf(state) };
    const { by, typed, result, error } = call;
    return {
      id,
      call: {
        by,
        text: call.call,
        ...(typed === '' ? {} : { typed }),
        result,
        ...(error === '' ? {} : { error }),
      },
      state: stateOf(state),
    };
  });
  if (steps.length < STEP_IDS.length)
    throw new TraceError(
      file,
      lines.at(-1)?.line ?? 5,
      `${steps.length} steps`,
      `${STEP_IDS.length}; the next is "${STEP_IDS[steps.length]}"`,
    );
  return { header, steps };
}
