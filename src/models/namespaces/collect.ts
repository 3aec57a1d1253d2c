/** Why: a network namespace lives as long as somebody is in it, or a socket of it is open. Source: network_namespaces(7). */
import { pidOf } from './kernel';
import type { Kernel } from './types';

/** Network namespaces that nobody is in any more go, and a cable goes with either of its ends. */
export function collect(kernel: Kernel): Kernel {
  const sockets = kernel.sockets.filter(({ pid }) => kernel.tasks.some((task) => pidOf(task) === pid));
  const used = new Set([...kernel.tasks.map(({ ns }) => ns.net), ...sockets.map(({ net }) => net)]);
  const alive = Object.entries(kernel.net).filter(([id]) => used.has(Number(id)));
  const net = alive.map(([id, ns]) => {
    const links = ns.links.filter(({ peer }) => peer === undefined || used.has(peer.net));
    return [id, { ...ns, links }] as const;
  });
  return { ...kernel, sockets, net: Object.fromEntries(net) };
}
