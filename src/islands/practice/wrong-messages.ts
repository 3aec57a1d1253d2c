/** Why: the words of the wrong-answer book, in both languages, apart from those of a session. */
import type { Lang } from '../../lib/message';

const en = {
  loading: 'Reading your log …',
  loadFailed: 'The questions could not be loaded. Are you offline?',
  retry: 'Load again',
  noScript: 'The wrong-answer book is read from this browser’s own log, which needs JavaScript.',
  sum: 'Questions: {n}',
  sumPredictions: 'predictions: {n}',
  row: 'A question leaves after',
  rowMore: 'right answers in a row',
  rowNote: 'The count starts anew with each miss. A change applies to the whole book at once.',
  all: 'Practise all ({n})',
  ofLesson: 'Practise these ({n})',
  count: '{n} questions',
  countOne: '1 question',
  missing: '{n} more right in a row',
  last: 'Your last wrong answer, and the right one',
  predictions: 'Predictions in figures',
  predictionsNote:
    'Each leads to its step. There, take one step back, switch “Predict” on and step forward again.',
  atStep: 'step {step}',
  generated: 'Generated questions',
  generatedNote:
    'These are made anew each time; a right answer to another one of the family counts for that one alone.',
  own: 'Your own questions',
  gone: 'No longer in this edition',
  goneNote: 'These questions were changed or taken out; what you answered stays in your log.',
  emptyTitle: 'Nothing is wrong here',
  empty:
    'Each question that you miss, in a lesson, in practice or in a mock exam, comes here by itself, and so does a prediction in a figure that turned out otherwise. It leaves after {n} right answers in a row.',
  emptyGo: 'Choose a set to practise',
};
export type WrongText = Record<keyof typeof en, string>;

const zh: WrongText = {
  loading: '正在读取学习记录……',
  loadFailed: '题目加载失败。网络断开了吗？',
  retry: '重新加载',
  noScript: '错题本由这个浏览器里的学习记录算出，需要 JavaScript。',
  sum: '错题 {n} 道',
  sumPredictions: '预测 {n} 处',
  row: '连续做对',
  rowMore: '次后移出错题本',
  rowNote: '每错一次，重新计数。修改后，整个错题本立即重新计算。',
  all: '重做全部错题（{n} 题）',
  ofLesson: '重做这些题（{n} 题）',
  count: '{n} 题',
  countOne: '1 题',
  missing: '还需连对 {n} 次',
  last: '上次的错误答案与正确答案',
  predictions: '图解中的预测',
  predictionsNote: '点开就是那一步。退回一步，打开“预测”，再往前走，就能重新作答。',
  atStep: '步骤 {step}',
  generated: '随机生成的题目',
  generatedNote: '这类题每次重新生成；做对同类的另一题，只记在那一题上。',
  own: '自编题',
  gone: '当前版本中已不存在',
  goneNote: '这些题已修改或删除，你的作答仍留在学习记录里。',
  emptyTitle: '错题本是空的',
  empty:
    '课后练习、刷题或模拟考试中做错的题会自动收进来，图解里预测错的步骤也会。连续做对 {n} 次后自动移出。',
  emptyGo: '去选题练习',
};

const TEXTS: Record<Lang, WrongText> = { en, 'zh-cn': zh };
export const wrongText = (lang: Lang): WrongText => TEXTS[lang];
