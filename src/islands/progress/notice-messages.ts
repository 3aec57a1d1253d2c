/** Why: what to say when the log is not on disk; fetched when it is not. */
import type { Lang } from '../../lib/message';

const en = {
  notSaved: 'Your answers are kept in this tab only.',
  blocked: 'This browser lets the site store nothing (a private window, or its settings).',
  full: 'There is no room left on this device; each new answer tries again.',
  newer: 'A newer version of this site is open in another tab: reload this page.',
  broken: 'The browser’s database reports an error; nothing in it was changed.',
  export: 'Save them as a file',
  aside: 'Entries in your progress that this page cannot read: {n}.',
  asideMore:
    'They are kept aside, are part of the exported file, and come back if a later version can read them.',
};
type NoticeText = Record<keyof typeof en, string>;

const zh: NoticeText = {
  notSaved: '答题记录目前只保留在这个标签页里。',
  blocked: '浏览器不允许本站存储数据（无痕窗口，或浏览器设置所致）。',
  full: '设备存储空间已满；每次答题都会重新尝试保存。',
  newer: '另一个标签页打开了本站的更新版本：请刷新本页。',
  broken: '浏览器的数据库报错；其中的内容没有改动。',
  export: '导出为文件',
  aside: '学习记录中有 {n} 条本页无法读取。',
  asideMore: '它们已单独保留，导出文件时会一并带上；以后的版本若能读取，会自动恢复。',
};

const TEXTS: Record<Lang, NoticeText> = { en, 'zh-cn': zh };
export const noticeText = (lang: Lang): NoticeText => TEXTS[lang];
