/** Why: a model says what it leaves out and where its rules come from. */
import type { Provenance } from '../../lib/trace';

export const PROVENANCE: Provenance = {
  kind: 'model',
  simplifies: ['fluid', 'slices', 'memory', 'high', 'pids', 'io', 'times'].map((id) => ({
    key: `simplifies-${id}`,
  })),
  references: [
    {
      label: 'Linux, Documentation/admin-guide/cgroup-v2.rst',
      url: 'https://docs.kernel.org/admin-guide/cgroup-v2.html',
    },
    {
      label: 'Linux, Documentation/scheduler/sched-bwc.rst',
      url: 'https://docs.kernel.org/scheduler/sched-bwc.html',
    },
    { label: 'cgroups(7)', url: 'https://man7.org/linux/man-pages/man7/cgroups.7.html' },
  ],
};
