/**
 * Why: links, cables, a bridge and ports, each in one network namespace. Sources: network_namespaces(7), veth(4),
 * bind(2), ip(7), rtnetlink(7).
 */
import { capable, taskOf, withNs } from './kernel';
import {
  ANY,
  done,
  refused,
  type Answer,
  type Kernel,
  type KernelLink,
  type NetNs,
  type Task,
} from './types';

const LOOPBACK = '127.0.0.1';
/** Lower ports need CAP_NET_BIND_SERVICE. */
const FREE_PORT = 1024;

const find = (net: NetNs, name: string) => net.links.find((link) => link.name === name);
const allowed = (kernel: Kernel, caller: Task, net: number) => capable(kernel, caller, kernel.net[net]!.user);

/** Puts a link into a namespace, under its old number if that is free. */
function plug(kernel: Kernel, id: number, link: Omit<KernelLink, 'index'>, wanted?: number) {
  const net = kernel.net[id]!;
  const free = wanted !== undefined && !net.links.some(({ index }) => index === wanted);
  const last = free ? net.last : net.last + 1;
  const index = free ? wanted : last;
  const links = [...net.links, { ...link, index }];
  return { index, kernel: withNs(kernel, 'net', id, { ...net, links, last: Math.max(last, index) }) };
}

function change(kernel: Kernel, id: number, index: number, to: Partial<KernelLink>): Kernel {
  const net = kernel.net[id]!;
  const links = net.links.map((link) => (link.index === index ? { ...link, ...to } : link));
  return withNs(kernel, 'net', id, { ...net, links });
}

/** Both ends of a new cable; the other one in the caller's namespace or in that of process `pid`. */
export function veth(kernel: Kernel, caller: Task, name: string, peer: string, pid?: number): Answer {
  const here = caller.ns.net;
  const there = pid === undefined ? here : taskOf(kernel, pid)?.ns.net;
  if (there === undefined) return refused('ESRCH', 'nobody');
  if (!allowed(kernel, caller, here) || !allowed(kernel, caller, there)) return refused('EPERM', 'owner-net');
  if (find(kernel.net[here]!, name) || find(kernel.net[there]!, peer) || (here === there && name === peer))
    return refused('EEXIST', 'name-taken');
  const far = plug(kernel, there, { name: peer, kind: 'veth', up: false });
  const near = plug(far.kernel, here, {
    ...{ name, kind: 'veth', up: false },
    peer: { net: there, index: far.index },
  });
  return done(change(near.kernel, there, far.index, { peer: { net: here, index: near.index } }));
}

export function bridge(kernel: Kernel, caller: Task, name: string): Answer {
  const { net } = caller.ns;
  if (!allowed(kernel, caller, net)) return refused('EPERM', 'owner-net');
  if (find(kernel.net[net]!, name)) return refused('EEXIST', 'name-taken');
  return done(plug(kernel, net, { name, kind: 'bridge', up: false }).kernel);
}

/** Into the network namespace of process `pid`: it is down there, without address and bridge. */
export function move(kernel: Kernel, caller: Task, name: string, pid: number): Answer {
  const here = caller.ns.net;
  const there = taskOf(kernel, pid)?.ns.net;
  const link = find(kernel.net[here]!, name);
  if (link === undefined) return refused('ENODEV', 'no-link');
  if (there === undefined) return refused('ESRCH', 'nobody');
  if (!allowed(kernel, caller, here) || !allowed(kernel, caller, there)) return refused('EPERM', 'owner-net');
  if (there === here) return done(kernel);
  if (link.kind === 'loopback') return refused('EINVAL', 'lo');
  if (find(kernel.net[there]!, name)) return refused('EEXIST', 'name-taken');
  const net = kernel.net[here]!;
  const links = net.links.filter((each) => each !== link);
  const out = withNs(kernel, 'net', here, { ...net, links });
  const { peer } = link;
  const bare = { name, kind: link.kind, up: false, ...(peer ? { peer } : {}) };
  const plugged = plug(out, there, bare, link.index);
  if (peer === undefined) return done(plugged.kernel);
  return done(change(plugged.kernel, peer.net, peer.index, { peer: { net: there, index: plugged.index } }));
}

type Edit = { readonly master: string } | { readonly address: string } | { readonly up: true };

/** Makes a link a port of a bridge, gives it an address, or sets it up. */
export function edit(kernel: Kernel, caller: Task, name: string, to: Edit): Answer {
  const { net } = caller.ns;
  const link = find(kernel.net[net]!, name);
  if (!allowed(kernel, caller, net)) return refused('EPERM', 'owner-net');
  if (link === undefined) return refused('ENODEV', 'no-link');
  if (!('master' in to)) return done(change(kernel, net, link.index, to));
  const master = find(kernel.net[net]!, to.master);
  if (master?.kind !== 'bridge') return refused('ENODEV', 'no-bridge');
  if (link.kind !== 'veth') return refused('EINVAL', 'lo');
  return done(change(kernel, net, link.index, { master: master.index }));
}

/** Addresses that are there: those of links that are up. */
export const addressesOf = ({ links }: NetNs): readonly string[] =>
  links
    .filter(({ up }) => up)
    .flatMap(({ kind, address }) => [
      ...(kind === 'loopback' ? [LOOPBACK] : []),
      ...(address === undefined ? [] : [address]),
    ]);

/** A TCP server: `socket`, `bind` and `listen` in one. `0.0.0.0` is every address. */
export function bind(kernel: Kernel, caller: Task, address: string, port: number): Answer {
  const { net } = caller.ns;
  if (port < FREE_PORT && !allowed(kernel, caller, net)) return refused('EACCES', 'low-port');
  if (address !== ANY && !addressesOf(kernel.net[net]!).includes(address))
    return refused('EADDRNOTAVAIL', 'not-local');
  const meets = (other: string) => other === address || other === ANY || address === ANY;
  if (kernel.sockets.some((each) => each.net === net && each.port === port && meets(each.address)))
    return refused('EADDRINUSE', 'in-use');
  const socket = { pid: caller.numbers[0]!.number, net, address, port };
  return done({ ...kernel, sockets: [...kernel.sockets, socket] });
}
