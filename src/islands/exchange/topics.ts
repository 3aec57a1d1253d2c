/** Why: topics are ids; people read names. A topic of somebody's own is shown as it is. */
import type { Lang } from '../../lib/message';

const NAMES: Record<string, Readonly<Record<Lang, string>>> = {
  concepts: { en: 'Concepts', 'zh-cn': '基本概念' },
  containers: { en: 'Containers', 'zh-cn': '容器' },
  cpu: { en: 'CPU', 'zh-cn': 'CPU 虚拟化' },
  history: { en: 'History', 'zh-cn': '发展历史' },
  hypervisors: { en: 'Hypervisors', 'zh-cn': 'Hypervisor' },
  io: { en: 'I/O', 'zh-cn': 'I/O 虚拟化' },
  kvm: { en: 'KVM', 'zh-cn': 'KVM' },
  memory: { en: 'Memory', 'zh-cn': '内存虚拟化' },
  vmware: { en: 'VMware', 'zh-cn': 'VMware' },
  xen: { en: 'Xen', 'zh-cn': 'Xen' },
  'hyper-v': { en: 'Hyper-V', 'zh-cn': 'Hyper-V' },
  networking: { en: 'Networking', 'zh-cn': '网络' },
  network: { en: 'Networking', 'zh-cn': '网络' },
  storage: { en: 'Storage', 'zh-cn': '存储' },
  migration: { en: 'Migration', 'zh-cn': '迁移' },
  ha: { en: 'High availability', 'zh-cn': '高可用' },
  clusters: { en: 'Clusters', 'zh-cn': '集群' },
  management: { en: 'Management', 'zh-cn': '管理' },
  namespaces: { en: 'Namespaces', 'zh-cn': '命名空间' },
  cgroups: { en: 'Control groups', 'zh-cn': '控制组' },
  qemu: { en: 'QEMU', 'zh-cn': 'QEMU' },
  own: { en: 'Without a topic', 'zh-cn': '未注明' },
};

export const topicName = (topic: string, lang: Lang): string =>
  Object.hasOwn(NAMES, topic) ? NAMES[topic]![lang] : topic;
