/** Why: what the table of controllers says, in Chinese. */
export const overviewZh = {
  'overview-caption': '两个版本的控制器；小字是引入它的 Linux 内核版本。带框的名称可以打开对应的场景。',
  'overview-what': '管什么',
  'overview-v2': '第 2 版',
  'overview-v1': '第 1 版',
  'overview-docker': 'docker run（选项最终写入哪个文件：未核实）',
  'controller-cpu-weight': 'CPU 时间：权重',
  'controller-cpu-quota': 'CPU 时间：配额',
  'controller-cpuset': '用哪些 CPU 和内存节点',
  'controller-memory': '内存：硬限额',
  'controller-memory-high': '内存：超过就变慢',
  'controller-io': '块设备',
  'controller-pids': '进程数',
  'controller-freezer': '冻结与恢复',
  'controller-devices': '设备访问',
  'controller-net': '给数据包打标记',
  'controller-hugetlb': '大页',
  'controller-cpuacct': 'CPU 时间：统计',
  'controller-rdma': 'RDMA 句柄与对象',
  'controller-perf': 'perf 的统计范围（没有文件）',
  'overview-tree':
    '第 1 版随 Linux 2.6.24 出现，每个控制器一棵树；第 2 版在 4.5 正式可用，所有控制器共用一棵树，进程只能放在叶子上。一个控制器同一时间只能用在一个版本里；如今多数发行版用第 2 版。',
  'overview-certainty':
    '内核版本取自 cgroups(7)。各场景用到的第 2 版文件，都在录制用的 Linux 6.1 上读过。未核实：如今多数发行版用哪一版，以及 Docker 的选项最终写入哪个文件。',
};
