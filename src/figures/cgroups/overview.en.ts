/** Why: what the table of controllers says, in English. */
export const overviewEn = {
  'overview-caption':
    'Controllers in both versions; the small number is the Linux kernel that brought it. A name with a frame opens its scene.',
  'overview-what': 'What is governed',
  'overview-v2': 'Version 2',
  'overview-v1': 'Version 1',
  'overview-docker': 'docker run (what file a flag ends in: unverified)',
  'controller-cpu-weight': 'CPU time by weight',
  'controller-cpu-quota': 'CPU time by quota',
  'controller-cpuset': 'Which CPUs and memory nodes',
  'controller-memory': 'Memory, hard limit',
  'controller-memory-high': 'Memory, slowed above it',
  'controller-io': 'Block devices',
  'controller-pids': 'Number of processes',
  'controller-freezer': 'Freeze and go on',
  'controller-devices': 'Access to devices',
  'controller-net': 'Marks on packets',
  'controller-hugetlb': 'Huge pages',
  'controller-cpuacct': 'CPU time, counted',
  'controller-rdma': 'RDMA handles and objects',
  'controller-perf': 'What perf counts (no files)',
  'overview-tree':
    'Version 1 came with Linux 2.6.24 and has a tree for each controller; version 2 was declared ready with 4.5 and has one tree for all, with processes in its leaves only. A controller can serve in one version at a time; most distributions of today use version 2.',
  'overview-certainty':
    'Kernel versions are from cgroups(7). The files of version 2 that the scenes use were read on the recorded Linux 6.1. Unverified: what most distributions use today, and which file a flag of Docker ends in.',
};
