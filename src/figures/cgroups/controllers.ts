/**
 * Why: the controllers in both versions, with the kernel that brought it: the table of the overview.
 * Sources: cgroups(7); Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/*.rst and scheduler/sched-bwc.rst of Linux.
 */
import type { SceneId } from '../../models/cgroups/scenes';

export interface Version {
  /** Kernel that brought it; left out where the version has no such controller. */
  readonly since?: string;
  readonly files: string;
}

export interface Controller {
  readonly id: string;
  readonly v1: Version;
  readonly v2: Version;
  /** Flag of `docker run`, and the file of version 2 that it ends in. */
  readonly docker?: string;
  /** The scene that shows it. */
  readonly scene?: SceneId;
}

export const CONTROLLERS: readonly Controller[] = [
  {
    id: 'cpu-weight',
    v1: { since: '2.6.24', files: 'cpu.shares' },
    v2: { since: '4.15', files: 'cpu.weight' },
    docker: '--cpu-shares 2048 → cpu.weight',
    scene: 'weight',
  },
  {
    id: 'cpu-quota',
    v1: { since: '3.2', files: 'cpu.cfs_quota_us, cpu.cfs_period_us' },
    v2: { since: '4.15', files: 'cpu.max' },
    docker: '--cpus 1.5 → cpu.max 150000 100000',
    scene: 'quota',
  },
  {
    id: 'cpuacct',
    v1: { since: '2.6.24', files: 'cpuacct.usage' },
    v2: { since: '4.15', files: 'cpu.stat' },
  },
  {
    id: 'cpuset',
    v1: { since: '2.6.24', files: 'cpuset.cpus, cpuset.mems' },
    v2: { since: '5.0', files: 'cpuset.cpus, cpuset.mems' },
    docker: '--cpuset-cpus 0-3 → cpuset.cpus',
  },
  {
    id: 'memory',
    v1: { since: '2.6.25', files: 'memory.limit_in_bytes' },
    v2: { since: '4.5', files: 'memory.max' },
    docker: '-m 512m → memory.max',
    scene: 'memory',
  },
  { id: 'memory-high', v1: { files: '—' }, v2: { since: '4.5', files: 'memory.high' }, scene: 'high' },
  {
    id: 'io',
    v1: { since: '2.6.33', files: 'blkio.throttle.*, blkio.weight' },
    v2: { since: '4.5', files: 'io.max, io.weight' },
    docker: '--device-write-bps /dev/sda:10mb → io.max',
    scene: 'io',
  },
  {
    id: 'pids',
    v1: { since: '4.3', files: 'pids.max' },
    v2: { since: '4.5', files: 'pids.max' },
    docker: '--pids-limit 100 → pids.max',
    scene: 'pids',
  },
  {
    id: 'freezer',
    v1: { since: '2.6.28', files: 'freezer.state' },
    v2: { since: '5.2', files: 'cgroup.freeze' },
    docker: 'docker pause → cgroup.freeze',
    scene: 'freeze',
  },
  {
    id: 'devices',
    v1: { since: '2.6.26', files: 'devices.allow, devices.deny' },
    v2: { files: 'eBPF' },
    docker: '--device /dev/kvm → eBPF',
  },
  {
    id: 'net',
    v1: { since: '2.6.29, 3.3', files: 'net_cls.classid, net_prio.ifpriomap' },
    v2: { files: 'iptables, eBPF' },
  },
  {
    id: 'hugetlb',
    v1: { since: '3.5', files: 'hugetlb.*.limit_in_bytes' },
    v2: { since: '5.6', files: 'hugetlb.*.max' },
  },
  { id: 'rdma', v1: { since: '4.11', files: 'rdma.max' }, v2: { since: '4.11', files: 'rdma.max' } },
  { id: 'perf', v1: { since: '2.6.39', files: 'perf_event' }, v2: { since: '4.11', files: 'perf_event' } },
];
