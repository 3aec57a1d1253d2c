/** Why: one door for all calls. A refused call leaves the kernel exactly as it was: it gives none back. */
import { setns, setnsAll, unshare } from './enter';
import { taskOf } from './kernel';
import { bindMount, mountProc, pivot, umount } from './mounts';
import { bind, bridge, edit, move, veth } from './network';
import { clone, exec, exit, kill } from './processes';
import { refused, type Answer, type Call, type Kernel } from './types';
import { creat, joinGroup, map, mkdir, offset, open, setgroups, sethostname, setresuid } from './users';

/**
 * What the kernel does with a call. A caller that is not there is an ESRCH of the model's own.
 * @throws Error when process 1 of the machine is to end
 */
export function apply(kernel: Kernel, { by, request }: Call): Answer {
  const caller = taskOf(kernel, by);
  if (caller === undefined) return refused('ESRCH', 'nobody');
  switch (request.kind) {
    case 'unshare':
      return unshare(kernel, caller, request.kinds);
    case 'clone':
      return clone(kernel, caller, request.kinds);
    case 'fork':
      return clone(kernel, caller, []);
    case 'exit':
      return exit(kernel, caller);
    case 'setns':
      return setns(kernel, caller, request.target, request.of, request.as);
    case 'setns-all':
      return setnsAll(kernel, caller, request.target, request.kinds);
    case 'kill':
      return kill(kernel, caller, request.number);
    case 'exec':
      return exec(kernel, caller, request.path);
    case 'setgroups':
      return setgroups(kernel, caller);
    case 'map':
      return map(kernel, caller, request);
    case 'setresuid':
      return setresuid(kernel, caller, request.uid);
    case 'sethostname':
      return sethostname(kernel, caller, request.name);
    case 'offset':
      return offset(kernel, caller, request.seconds);
    case 'mkdir':
      return mkdir(kernel, caller, request.group);
    case 'join':
      return joinGroup(kernel, caller, request.group, request.target);
    case 'bind-mount':
      return bindMount(kernel, caller, request.at);
    case 'mount-proc':
      return mountProc(kernel, caller, request.at);
    case 'pivot':
      return pivot(kernel, caller, request.root, request.old);
    case 'umount':
      return umount(kernel, caller, request.at);
    case 'veth':
      return veth(kernel, caller, request.name, request.peer, request.target);
    case 'bridge':
      return bridge(kernel, caller, request.name);
    case 'move':
      return move(kernel, caller, request.name, request.target);
    case 'master':
      return edit(kernel, caller, request.name, { master: request.bridge });
    case 'address':
      return edit(kernel, caller, request.name, { address: request.address });
    case 'up':
      return edit(kernel, caller, request.name, { up: true });
    case 'bind':
      return bind(kernel, caller, request.address, request.port);
    case 'open':
      return open(kernel, caller);
    case 'creat':
      return creat(kernel, caller, request.path);
  }
}
