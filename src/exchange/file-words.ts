/** Why: what the files themselves say beside the questions, in both languages. */
import { LANGUAGES, type Lang } from '../lib/message';
import type { Change } from './changes';
import type { FileLanguage } from './edition';

type FileWord = Change | 'step' | 'answer' | 'reasons' | 'pickAll' | 'course' | 'licence';

const WORDS: Record<Lang, Record<FileWord, string>> = {
  en: {
    step: 'Step {n}',
    answer: 'Answer',
    reasons: 'Why',
    pickAll: 'Choose all that are right.',
    course: 'Ringside',
    licence: 'Questions of the course Ringside: CC BY-SA 4.0. Your own questions are yours.',
    'point-as-choice': 'Pointing at a place in a picture became a single choice that names the places.',
    'ordering-as-matching': 'Putting in order became matching: give each item its step.',
    'ordering-as-text': 'Putting in order became a list to sort in your head.',
    'part-marks':
      'A multiple choice gives part marks here; any wrong choice takes them all. In the course only the exact answer counts.',
    'reasons-together':
      'Ordering and matching have no feedback for each item here; all reasons stand together in the general feedback.',
    'meanings-plain':
      'In matching, bold and code became plain text on the right-hand side, and < > became ‹ ›.',
    'two-questions': 'Both languages: each question stands twice, once in each.',
    'one-language-only':
      'Some of your own questions are not in the language chosen; they go out in the one they have.',
  },
  'zh-cn': {
    step: '第 {n} 步',
    answer: '答案',
    reasons: '解析',
    pickAll: '请选出所有正确选项。',
    course: '环视',
    licence: '“环视”课程题目采用 CC BY-SA 4.0 许可；自己的题目归自己所有。',
    'point-as-choice': '指图题改成了列出各处名称的单选题。',
    'ordering-as-matching': '排序题改成了匹配题：给每一项选出它是第几步。',
    'ordering-as-text': '排序题改成了在心里排序的列表。',
    'part-marks': '多选题在这里会给部分分，选错任何一项则不得分；本课程中必须完全选对才算对。',
    'reasons-together': '排序题和匹配题在这里不能逐项反馈，全部解析合在总反馈里。',
    'meanings-plain': '匹配题右侧的粗体和代码改成了纯文本，< > 改成了 ‹ ›。',
    'two-questions': '中英双语：每道题出现两次，每种语言一次。',
    'one-language-only': '有些自己的题目没有所选语言的版本，按其现有语言导出。',
  },
};

export const fileWord = (word: FileWord, lang: Lang): string => WORDS[lang][word];

/** The lines that stand at the head of a file: licence, and what is not as it was. */
export const headLines = (changes: readonly Change[], wanted: FileLanguage): string[] =>
  LANGUAGES.filter((lang) => wanted === 'both' || wanted === lang).flatMap((lang) =>
    (['licence', ...changes] as const).map((word) => fileWord(word, lang)),
  );
