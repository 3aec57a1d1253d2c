/** Why: a call is shown as one would write it in C, and as one would type it. */
import { NAMESPACE_KINDS, type NamespaceKind } from '../../lib/snapshots';
import type { Call, Request } from './types';

/** Source: clone(2), namespaces(7). */
export const FLAG: Readonly<Record<NamespaceKind, string>> = {
  mnt: 'CLONE_NEWNS',
  uts: 'CLONE_NEWUTS',
  ipc: 'CLONE_NEWIPC',
  pid: 'CLONE_NEWPID',
  net: 'CLONE_NEWNET',
  user: 'CLONE_NEWUSER',
  cgroup: 'CLONE_NEWCGROUP',
  time: 'CLONE_NEWTIME',
};
/** Options of unshare(1) and nsenter(1). */
const OPTION: Readonly<Record<NamespaceKind, string>> = {
  mnt: '--mount',
  uts: '--uts',
  ipc: '--ipc',
  pid: '--pid',
  net: '--net',
  user: '--user',
  cgroup: '--cgroup',
  time: '--time',
};

const flags = (kinds: readonly NamespaceKind[]) => kinds.map((kind) => FLAG[kind]).join(' | ');
const options = (kinds: readonly NamespaceKind[]) => kinds.map((kind) => OPTION[kind]).join(' ');

interface Told {
  readonly text: string;
  readonly typed?: string;
}

function told(request: Request): Told {
  switch (request.kind) {
    case 'unshare':
      return { text: `unshare(${flags(request.kinds)})`, typed: `unshare ${options(request.kinds)}` };
    case 'clone':
      return {
        text: `clone(${[...request.kinds.map((kind) => FLAG[kind]), 'SIGCHLD'].join(' | ')})`,
        typed: `unshare --fork ${options(request.kinds)}`,
      };
    case 'fork':
      return { text: 'fork()' };
    case 'exit':
      return { text: '_exit(0)', typed: 'exit' };
    case 'setns': {
      const { target, of, as = of } = request;
      return {
        text: `setns(open("/proc/${target}/ns/${of}"), ${FLAG[as]})`,
        typed: `nsenter --target ${target} ${OPTION[of]}`,
      };
    }
    case 'setns-all': {
      const all = request.kinds.length === NAMESPACE_KINDS.length;
      return {
        text: `setns(pidfd_open(${request.target}), ${flags(request.kinds)})`,
        typed: `nsenter --target ${request.target} ${all ? '--all' : options(request.kinds)}`,
      };
    }
    case 'kill':
      return { text: `kill(${request.number}, SIGKILL)`, typed: `kill -9 ${request.number}` };
    case 'exec':
      return { text: `execve("${request.path}", …)`, typed: `exec ${request.path}` };
    case 'setgroups':
      return { text: 'write("/proc/self/setgroups", "deny")', typed: 'echo deny > /proc/self/setgroups' };
    case 'map': {
      const line = `${request.inside} ${request.outside} ${request.count}`;
      const file = `/proc/self/${request.which}_map`;
      return { text: `write("${file}", "${line}")`, typed: `echo ${line} > ${file}` };
    }
    case 'setresuid':
      return { text: `setresuid(${request.uid}, ${request.uid}, ${request.uid})` };
    case 'sethostname':
      return {
        text: `sethostname("${request.name}", ${request.name.length})`,
        typed: `hostname ${request.name}`,
      };
    case 'offset':
      return { text: `write("/proc/self/timens_offsets", "boottime ${request.seconds} 0")` };
    case 'mkdir':
      return { text: `mkdir("/sys/fs/cgroup${request.group}", 0755)` };
    case 'join':
      return { text: `write("/sys/fs/cgroup${request.group}/cgroup.procs", "${request.target}")` };
    case 'bind-mount':
      return {
        text: `mount("${request.at}", "${request.at}", NULL, MS_BIND, NULL)`,
        typed: `mount --bind ${request.at} ${request.at}`,
      };
    case 'mount-proc':
      return {
        text: `mount("proc", "${request.at}", "proc", 0, NULL)`,
        typed: `mount -t proc proc ${request.at}`,
      };
    case 'pivot':
      return {
        text: `pivot_root("${request.root}", "${request.old}")`,
        typed: `pivot_root ${request.root} ${request.old}`,
      };
    case 'umount':
      return { text: `umount2("${request.at}", MNT_DETACH)`, typed: `umount -l ${request.at}` };
    case 'veth': {
      const { name, peer, target } = request;
      const netns = target === undefined ? '' : ` netns ${target}`;
      return {
        text: `RTM_NEWLINK ${name} (veth), ${peer}${netns}`,
        typed: `ip link add ${name} type veth peer name ${peer}${netns}`,
      };
    }
    case 'bridge':
      return {
        text: `RTM_NEWLINK ${request.name} (bridge)`,
        typed: `ip link add ${request.name} type bridge`,
      };
    case 'move':
      return {
        text: `RTM_SETLINK ${request.name}, IFLA_NET_NS_PID ${request.target}`,
        typed: `ip link set ${request.name} netns ${request.target}`,
      };
    case 'master':
      return {
        text: `RTM_SETLINK ${request.name}, IFLA_MASTER ${request.bridge}`,
        typed: `ip link set ${request.name} master ${request.bridge}`,
      };
    case 'address':
      return {
        text: `RTM_NEWADDR ${request.name}, ${request.address}/24`,
        typed: `ip addr add ${request.address}/24 dev ${request.name}`,
      };
    case 'up':
      return { text: `RTM_SETLINK ${request.name}, IFF_UP`, typed: `ip link set ${request.name} up` };
    case 'bind':
      return { text: `bind(fd, ${request.address}:${request.port})` };
    case 'open':
      return { text: `open("${request.path}", O_RDONLY)`, typed: `cat ${request.path}` };
    case 'creat':
      return { text: `open("${request.path}", O_CREAT)`, typed: `touch ${request.path}` };
  }
}

/** Of `ip` the netlink message is named, of a server `bind` stands for `socket`, `bind` and `listen`. */
export const textOf = ({ request }: Call): Told => told(request);
