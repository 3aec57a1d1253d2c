/** Why: a model says what it leaves out and where its rules come from. */
import type { Provenance } from '../../lib/trace';

const page = (name: string, section: number) => ({
  label: `${name}(${section})`,
  url: `https://man7.org/linux/man-pages/man${section}/${name}.${section}.html`,
});

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['caps', 'mounts', 'files', 'net', 'setns', 'limits', 'numbers'].map((id) => ({
    key: `simplifies.${id}`,
  })),
  references: [
    page('clone', 2),
    page('unshare', 2),
    page('setns', 2),
    page('pivot_root', 2),
    page('bind', 2),
    page('namespaces', 7),
    page('user_namespaces', 7),
    page('pid_namespaces', 7),
    page('mount_namespaces', 7),
    page('network_namespaces', 7),
    page('time_namespaces', 7),
    page('cgroup_namespaces', 7),
  ],
};
