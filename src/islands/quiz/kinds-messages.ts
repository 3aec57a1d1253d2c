/** Why: the words of the kinds that are fetched when they are asked, in both languages; they travel with them. */
import type { Lang } from '../../lib/message';

const en = {
  rightOrder: 'The right order',
  ordinals: '1st 2nd 3rd 4th 5th 6th 7th 8th',
  place: '{nth} of {count}',
  noPlace: 'not placed',
  earlier: 'Earlier: {item}',
  later: 'Later: {item}',
  said: '{item}: {place}',
  inItsPlace: 'In its place',
  youPut: 'You put it {nth}',
  youLeft: 'You did not place it',
  meanings: 'To choose from',
  choose: 'Choose …',
  choice: '{letter} · {text}',
  rightPair: 'Right',
  youChose: 'You chose: {meaning}',
  youChoseNothing: 'You chose nothing',
  pictureHint: 'Tap the place in the picture, or choose it in the list below.',
  pictureLoading: 'Loading the picture …',
  pictureFailed: 'The picture could not be loaded. The list below can be answered without it.',
};
export type KindsText = Record<keyof typeof en, string>;

const zh: KindsText = {
  rightOrder: '正确顺序',
  ordinals: '1 2 3 4 5 6 7 8',
  place: '第 {nth} 位，共 {count} 位',
  noPlace: '未排',
  earlier: '前移：{item}',
  later: '后移：{item}',
  said: '{item}：{place}',
  inItsPlace: '位置正确',
  youPut: '你排在第 {nth} 位',
  youLeft: '你没有排这一项',
  meanings: '备选项',
  choose: '请选择……',
  choice: '{letter}．{text}',
  rightPair: '匹配正确',
  youChose: '你选的是：{meaning}',
  youChoseNothing: '你没有选',
  pictureHint: '在图中点选位置，或在下面的列表中选择。',
  pictureLoading: '正在载入图……',
  pictureFailed: '图未能载入；不看图也可以用下面的列表作答。',
};

const TEXTS: Record<Lang, KindsText> = { en, 'zh-cn': zh };
export const kindsText = (lang: Lang): KindsText => TEXTS[lang];

/** `3rd`, `3`: as it stands in a sentence. @param place counted from 0, below 8 */
export const ordinal = (text: KindsText, place: number): string =>
  text.ordinals.split(' ')[place] ?? `${place + 1}`;
