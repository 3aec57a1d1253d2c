/** Why: the own words of the page of generated questions, in both languages; the quiz has the others. */
import type { FamilyId } from '../../drills/numbered';
import type { Lang } from '../../lib/message';

const en = {
  title: 'Generated questions',
  loading: 'Making a question …',
  loadFailed: 'The model for this question could not be loaded. Are you offline?',
  families: 'What to ask about',
  chosen: '{n} of {count} kinds',
  number: '{family}, no. {seed}',
  streak: '{n} in a row',
  score: '{right} of {n} right',
  oneFamily: 'One kind must stay.',
  copy: 'Copy a link to this question',
  copied: 'Link copied.',
  notCopied: 'The browser did not copy it. The link: {url}',
  badFamily:
    'The address asks for the kind “{found}”, which there is not; there are {expected}.{near} Here is another question.',
  near: ' Did you mean {near}?',
  noFamily:
    'The address has a seed, but names no kind of question; there are {expected}. Here is another question.',
  badSeed:
    'The address has the seed “{found}”; expected was a whole number from 0 to {max}. Here is another question of this kind.',
  'family-rings': 'Which ring?',
  'family-fate': 'Trap, exit or silence',
  'family-references': 'Memory references',
  'family-pids': 'PID namespaces',
  'family-limits': 'cgroup limits',
  'family-packet': 'A packet’s way',
  'family-signals': 'VMBus signals',
};
export type DrillText = Record<keyof typeof en, string>;

const zh: DrillText = {
  title: '随机生成的题目',
  loading: '正在出题……',
  loadFailed: '这道题所用的模型加载失败。网络断开了吗？',
  families: '出题范围',
  chosen: '{count} 类中选了 {n} 类',
  number: '{family}，第 {seed} 号',
  streak: '连对 {n} 题',
  score: '答对 {right} 题，共答 {n} 题',
  oneFamily: '至少要留一类。',
  copy: '复制本题链接',
  copied: '链接已复制。',
  notCopied: '浏览器未能复制。链接：{url}',
  badFamily: '网址里的题类“{found}”不存在；可用的有 {expected}。{near}下面换了一道题。',
  near: '你要的是 {near} 吗？',
  noFamily: '网址里有种子，却没有题类；可用的有 {expected}。下面换了一道题。',
  badSeed: '网址里的种子是“{found}”，应为 0 到 {max} 之间的整数。下面换了一道同类的题。',
  'family-rings': '在哪个 Ring',
  'family-fate': '陷入、退出还是静默',
  'family-references': '访存次数',
  'family-pids': 'PID 命名空间',
  'family-limits': 'cgroup 限额',
  'family-packet': '数据包的去向',
  'family-signals': 'VMBus 信号',
};

const TEXTS: Record<Lang, DrillText> = { en, 'zh-cn': zh };
export const drillText = (lang: Lang): DrillText => TEXTS[lang];
export const familyName = (text: DrillText, family: FamilyId): string => text[`family-${family}`];
