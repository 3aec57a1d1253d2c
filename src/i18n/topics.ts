/** Why: topics of questions are ids in the content; a reader meets them by name. */
import type { Lang } from '../lib/message';

const TOPICS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  concepts: { en: 'Concepts', 'zh-cn': '基本概念' },
  cpu: { en: 'CPU', 'zh-cn': 'CPU 虚拟化' },
  memory: { en: 'Memory', 'zh-cn': '内存虚拟化' },
  io: { en: 'Devices and I/O', 'zh-cn': 'I/O 虚拟化' },
  kvm: { en: 'KVM', 'zh-cn': 'KVM' },
  xen: { en: 'Xen', 'zh-cn': 'Xen' },
  vmware: { en: 'VMware', 'zh-cn': 'VMware' },
  hypervisors: { en: 'Hypervisors', 'zh-cn': '虚拟机监视器' },
  containers: { en: 'Containers', 'zh-cn': '容器' },
  storage: { en: 'Storage', 'zh-cn': '存储' },
  networking: { en: 'Networking', 'zh-cn': '网络' },
  migration: { en: 'Live migration', 'zh-cn': '热迁移' },
  operations: { en: 'Operations', 'zh-cn': '运维' },
  management: { en: 'Management', 'zh-cn': '管理平台' },
  history: { en: 'History', 'zh-cn': '发展历史' },
  exam: { en: 'The exam', 'zh-cn': '考试' },
  own: { en: 'Without a topic', 'zh-cn': '未注明' },
};

/** The name of a topic; of somebody's own, its id. */
export const topicName = (topic: string, lang: Lang): string =>
  Object.hasOwn(TOPICS, topic) ? TOPICS[topic]![lang] : topic;
