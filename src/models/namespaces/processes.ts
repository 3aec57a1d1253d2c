/**
 * Why: how processes begin, change their program and end. Sources: clone(2), kill(2), pid_namespaces(7), and
 * `alloc_pid`, `zap_pid_ns_processes` and `find_new_reaper` of Linux 6.1.
 */
import type { NamespaceKind } from '../../lib/snapshots';
import { capable, chainOf, insideOf, isInit, numberIn, pidOf, withNs, withTask } from './kernel';
import { collect } from './collect';
import { enter } from './enter';
import { done, refused, type Answer, type Kernel, type Task } from './types';

/** @param kinds namespaces that the child gets for itself; none: `fork` */
export function clone(kernel: Kernel, caller: Task, kinds: readonly NamespaceKind[]): Answer {
  const moved = enter(kernel, caller, kinds);
  if (moved.kind === 'refused') return moved;
  const { task: given } = moved;
  // What `unshare` keeps for children, `clone` gives to the child itself.
  const home = given.children.pid;
  if (moved.kernel.pid[home]!.dead) return refused('ENOMEM', 'dead');
  const chain = chainOf(moved.kernel, home);
  const numbers = chain.map((ns) => ({ ns, number: moved.kernel.pid[ns]!.last + 1 }));
  const child: Task = {
    ...given,
    numbers,
    parent: pidOf(caller),
    ns: { ...given.ns, pid: home, time: given.children.time },
  };
  let next = moved.kernel;
  for (const { ns, number } of numbers) next = withNs(next, 'pid', ns, { ...next.pid[ns]!, last: number });
  const time = next.time[child.ns.time]!;
  next = withNs(next, 'time', child.ns.time, { ...time, used: true });
  next = { ...next, tasks: [...next.tasks, child] };
  return {
    kind: 'done',
    kernel: next,
    result: numberIn(child, caller.ns.pid)!,
    child: pidOf(child),
  };
}

/** Ends a process; with process 1 of a namespace end all that are in it or below. Orphans go to process 1 of their parent's. */
export function end(kernel: Kernel, task: Task): Kernel {
  const own = task.ns.pid;
  const gone = kernel.tasks.filter((each) =>
    isInit(task) ? numberIn(each, own) !== undefined : each === task,
  );
  let next = kernel;
  for (const each of gone)
    if (isInit(each)) next = withNs(next, 'pid', each.ns.pid, { ...next.pid[each.ns.pid]!, dead: true });
  const left = kernel.tasks.filter((each) => !gone.includes(each));
  const tasks = left.map((each) => {
    const parent = gone.find((dead) => pidOf(dead) === each.parent);
    if (parent === undefined) return each;
    const reaper = left.find((other) => other.ns.pid === parent.ns.pid && isInit(other));
    return { ...each, parent: reaper === undefined ? 1 : pidOf(reaper) };
  });
  return collect({ ...next, tasks });
}

/** @throws Error for the machine's own process 1, whose end is a kernel panic: no caller of this model asks for that */
export function exit(kernel: Kernel, caller: Task): Answer {
  if (pidOf(caller) === 1) throw new Error('process 1 of the machine cannot end: the kernel would panic');
  return done(end(kernel, caller));
}

/** SIGKILL. @param number as the caller counts */
export function kill(kernel: Kernel, caller: Task, number: number): Answer {
  const target = kernel.tasks.find((task) => numberIn(task, caller.ns.pid) === number);
  if (target === undefined) return refused('ESRCH', 'nobody');
  if (target.uid !== caller.uid && !capable(kernel, caller, target.ns.user))
    return refused('EPERM', 'not-yours');
  // Process 1 is deaf to what comes from its own namespace, and the machine's to everybody.
  if (number === 1) return { ...done(kernel), note: 'ignored' } as Answer;
  return done(end(kernel, target));
}

/** A new program: who is root in its user namespace gets all capabilities, anybody else none. */
export function exec(kernel: Kernel, caller: Task, path: string): Answer {
  const comm = path.slice(path.lastIndexOf('/') + 1);
  const caps = insideOf(kernel, caller.ns.user, 'uids', caller.uid) === 0;
  return done(withTask(kernel, pidOf(caller), { comm, caps }));
}
