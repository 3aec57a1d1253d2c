/** Why: the words of taking questions out and bringing one's own in, in both languages. */
import type { ImportNote, ImportProblem } from '../../exchange/imported';
import type { Change, Format } from '../../exchange/changes';
import type { Readable, Wrong } from '../../exchange/recognise';
import type { Lang } from '../../lib/message';

const en = {
  loading: 'Loading the list of questions …',
  loadFailed: 'The questions could not be loaded. Are you offline?',
  retry: 'Load again',
  noScript:
    'Files are made and read by your browser with JavaScript, which is off here. The questions themselves can be read without it:',
  toPractice: 'all questions by lesson',

  export: 'Export',
  exportLead:
    'For Moodle and other learning platforms, for Anki, or as a table. Every reason goes along where the format can hold it.',
  select: 'Which questions',
  selectLead: 'Nothing ticked in a group means all of it.',
  lesson: 'Lesson',
  topic: 'Topic',
  kind: 'Kind',
  difficulty: 'Difficulty',
  own: 'My own questions',
  difficulty1: '1 recall',
  difficulty2: '2 understanding',
  difficulty3: '3 applied',
  clear: 'Untick all',
  format: 'Format',
  language: 'Language',
  both: 'Both',
  chosen: '{n} questions chosen',
  chosenOne: '1 question chosen',
  chosenNone: 'No question fits all that is ticked. Untick something.',
  willChange: 'What is different in this file',
  make: 'Make the file',
  making: 'Making the file …',
  made: '{file} was written. Questions in it: {n}.',
  makeFailed: 'The file could not be made ({message}). Nothing was lost; try again, or with fewer questions.',

  import: 'Import your own',
  importLead:
    'Your questions stay in this browser, apart from the course’s. A file is taken whole or not at all, and you see what is in it first.',
  importFormats:
    'YAML as the export writes it, GIFT, or CSV with the columns of the export; at most {limit} MB and {questions} questions.',
  choose: 'Choose a file',
  reading: 'Reading {file} …',
  preview: 'Questions in {file}: {n}',
  previewNew: 'New: {n}',
  previewReplace: 'In place of one with the same id: {n}',
  more: 'and {n} more',
  add: 'Add them',
  cancel: 'Leave it',
  added: 'Added from {file}: {n}.',
  left: '{file} was left; nothing was changed.',
  addFailed: 'The browser could not keep the questions (its storage may be full). Nothing was added.',
  refused: '{file} was not imported, and nothing was changed.',
  line: 'Line {n}',
  moreProblems: 'Problems that are not listed here: {n}. Mend these first.',
  tooBig: 'It is {size} MB; at most {limit} MB are read. Split it into several files.',
  unreadable: 'The browser could not read the file. Is it still there, and may you open it?',
  failed: 'Reading it was ended ({message}). Is it really a file of questions? Split a large one.',
  use: 'Expected: YAML, GIFT or CSV with questions. Export a few questions to see how such a file looks.',

  ownTitle: 'My own questions',
  ownNone: 'None yet. What you import will be listed here.',
  ownMemory: 'This browser refuses to keep anything: your own questions last only until this tab is closed.',
  practise: 'Practise these',
  deleteOne: 'Delete “{id}”',
  deleteShort: 'Delete',
  deleteSure: 'Sure?',
  deleteAll: 'Delete all …',
  deleteAsk:
    'This deletes your own questions ({n}) from this browser, and cannot be undone. Export them first if you may want them again.',
  deleteYes: 'Delete all',
  deleted: 'Deleted: {n}.',
  end: 'End the practice',
  ended: 'Questions answered: {n}, of them right: {right}.',
};
export type ExchangeText = Record<keyof typeof en, string>;

const zh: ExchangeText = {
  loading: '正在加载题目列表……',
  loadFailed: '题目加载失败。网络断开了吗？',
  retry: '重新加载',
  noScript: '文件由浏览器通过 JavaScript 生成和读取，而这里已停用。题目本身无需 JavaScript 即可阅读：',
  toPractice: '按课查看全部题目',

  export: '导出题目',
  exportLead: '可用于 Moodle 等学习平台、Anki，或导出为表格。只要格式容得下，每个选项的解析都会一并导出。',
  select: '选择题目',
  selectLead: '某一组一项都不勾，就表示这一组全选。',
  lesson: '所属课文',
  topic: '知识点',
  kind: '题型',
  difficulty: '难度',
  own: '我的题目',
  difficulty1: '1 识记',
  difficulty2: '2 理解',
  difficulty3: '3 应用',
  clear: '全部取消勾选',
  format: '格式',
  language: '语言',
  both: '中英双语',
  chosen: '已选 {n} 题',
  chosenOne: '已选 1 题',
  chosenNone: '没有题目同时符合所勾的条件，请取消一些勾选。',
  willChange: '这个文件里会有的变化',
  make: '生成文件',
  making: '正在生成文件……',
  made: '已生成 {file}，共 {n} 题。',
  makeFailed: '文件生成失败（{message}）。没有丢失任何内容，请重试或减少题目。',

  import: '导入自己的题目',
  importLead:
    '你的题目只保存在这个浏览器里，与课程题库分开存放。一个文件要么全部导入，要么完全不导入；导入前可以先预览。',
  importFormats:
    '支持导出功能生成的 YAML、GIFT，以及列名与导出文件一致的 CSV；最大 {limit} MB，最多 {questions} 题。',
  choose: '选择文件',
  reading: '正在读取 {file}……',
  preview: '{file} 中有 {n} 题',
  previewNew: '新增 {n} 题',
  previewReplace: '替换 {n} 道 id 相同的题',
  more: '还有 {n} 题',
  add: '全部导入',
  cancel: '不导入',
  added: '已从 {file} 导入 {n} 题。',
  left: '未导入 {file}，没有任何改动。',
  addFailed: '浏览器无法保存这些题目（存储空间可能已满）。一道题也没有导入。',
  refused: '{file} 未导入，没有任何改动。',
  line: '第 {n} 行',
  moreProblems: '另有 {n} 处问题未列出，请先改正以上各处。',
  tooBig: '文件大小为 {size} MB，最多读取 {limit} MB。请拆成几个文件。',
  unreadable: '浏览器无法读取这个文件。它还在原处吗？你有权限打开吗？',
  failed: '读取已中止（{message}）。这真的是题目文件吗？文件太大时请拆开。',
  use: '应为：含有题目的 YAML、GIFT 或 CSV 文件。导出几道题，就能看到这类文件的样子。',

  ownTitle: '我的题目',
  ownNone: '还没有。导入的题目会列在这里。',
  ownMemory: '这个浏览器不允许保存数据：关闭本标签页后，自己的题目就没有了。',
  practise: '练习这些题',
  deleteOne: '删除“{id}”',
  deleteShort: '删除',
  deleteSure: '确定？',
  deleteAll: '全部删除……',
  deleteAsk: '将从这个浏览器中删除你自己的 {n} 道题，无法撤销。以后可能还要用的话，请先导出。',
  deleteYes: '全部删除',
  deleted: '已删除 {n} 题。',
  end: '结束练习',
  ended: '做了 {n} 题，答对 {right} 题。',
};

/** The name of each format, and for whom it is. */
const FORMAT: Record<Lang, Record<Format, readonly [name: string, about: string]>> = {
  en: {
    moodle: ['Moodle XML', 'any Moodle; ordering as matching'],
    'moodle-ordering': ['Moodle XML, 4.4 or later', 'ordering as such'],
    gift: ['GIFT', 'plain text for Moodle and others'],
    qti: ['QTI 2.1', 'zipped package for other platforms'],
    anki: ['Anki (.apkg)', 'cards; both languages on one note'],
    csv: ['CSV', 'a table for Excel; can be imported again'],
    yaml: ['YAML', 'as the course keeps them; can be imported again'],
  },
  'zh-cn': {
    moodle: ['Moodle XML', '适用于各版本 Moodle，排序题改为匹配题'],
    'moodle-ordering': ['Moodle XML（4.4 及以上）', '保留排序题'],
    gift: ['GIFT', '纯文本，Moodle 等平台可用'],
    qti: ['QTI 2.1', '其他平台通用的压缩包'],
    anki: ['Anki（.apkg）', '卡片，每条笔记含中英双语'],
    csv: ['CSV', '可用 Excel 编辑的表格，可再导入'],
    yaml: ['YAML', '与课程题库同样的写法，可再导入'],
  },
};

const WRONG: Record<Lang, Record<Wrong, string>> = {
  en: {
    empty: 'It is empty.',
    picture: 'It is a picture.',
    zip: 'It is a zip archive (so are .apkg, .docx, .xlsx and QTI packages); archives are not unpacked here.',
    pdf: 'It is a PDF.',
    database: 'It is an SQLite database.',
    packed: 'It is a compressed archive; archives are not unpacked here.',
    office: 'It is an old Office document. Save the table as CSV.',
    binary: 'It is not a text.',
    xml: 'It is XML (Moodle XML, QTI or something else), which is written here but not read. From Moodle, export as GIFT.',
    html: 'It is a web page.',
    progress: 'It is a file of your progress. It belongs on the page “Progress”, under “Import a file”.',
    json: 'It is JSON, which is not read here.',
    unknown: 'It is a text, but none with questions in a format that is read here.',
  },
  'zh-cn': {
    empty: '这是一个空文件。',
    picture: '这是一张图片。',
    zip: '这是一个 zip 压缩包（.apkg、.docx、.xlsx 和 QTI 包也是），这里不会解压。',
    pdf: '这是一个 PDF 文件。',
    database: '这是一个 SQLite 数据库。',
    packed: '这是一个压缩文件，这里不会解压。',
    office: '这是旧版 Office 文档。请将表格另存为 CSV。',
    binary: '这不是文本文件。',
    xml: '这是 XML 文件（Moodle XML、QTI 或其他），这里只能导出、不能导入。请从 Moodle 导出为 GIFT。',
    html: '这是一个网页。',
    progress: '这是学习记录文件，请到“学习进度”页面用“导入文件”导入。',
    json: '这是 JSON 文件，这里不读取。',
    unknown: '这是一个文本文件，但其中没有可识别格式的题目。',
  },
};

const CHANGE: Record<Lang, Record<Change, string>> = {
  en: {
    'point-as-choice': 'Pointing at a place in a picture becomes a single choice that names the places.',
    'ordering-as-matching': 'Putting in order becomes matching: each item is given its step.',
    'ordering-as-text': 'Putting in order becomes a list to sort in one’s head.',
    'part-marks':
      'A multiple choice gives part marks there, and none after a wrong choice; here only the exact answer counts.',
    'reasons-together':
      'Ordering and matching have no feedback for each item there; all reasons go into the general feedback.',
    'meanings-plain':
      'In matching, bold and code become plain text on the right-hand side, and < > become ‹ ›.',
    'two-questions': 'Both languages: each question stands in the file twice, once in each.',
    'one-language-only':
      'Some of your own questions are not in this language; they go out in the one they have.',
  },
  'zh-cn': {
    'point-as-choice': '指图题改成列出各处名称的单选题。',
    'ordering-as-matching': '排序题改成匹配题：给每一项选出它是第几步。',
    'ordering-as-text': '排序题改成在心里排序的列表。',
    'part-marks': '多选题在那里会给部分分，选错则不得分；在本课程中必须完全选对才算对。',
    'reasons-together': '排序题和匹配题在那里不能逐项反馈，全部解析放进总反馈。',
    'meanings-plain': '匹配题右侧的粗体和代码改成纯文本，< > 改成 ‹ ›。',
    'two-questions': '中英双语：每道题在文件中出现两次，每种语言一次。',
    'one-language-only': '有些自己的题目没有这种语言的版本，按其现有语言导出。',
  },
};

const NOTE: Record<Lang, Record<ImportNote, string>> = {
  en: {
    'point-as-single': 'Questions of kind “point” become “single”: their pictures belong to the course.',
    'gift-html': 'HTML other than bold and code was taken away; its text stays.',
  },
  'zh-cn': {
    'point-as-single': 'point（指图题）改成了 single（单选题）：图属于课程本身。',
    'gift-html': '除粗体和代码外的 HTML 标记已去掉，文字保留。',
  },
};

/** What is wrong and what to do; `{found}` and `{expected}` in no particular language. */
const PROBLEM: Record<Lang, Record<ImportProblem['code'], string>> = {
  en: {
    'not-a-question': 'found {found}; expected the fields {expected}.',
    'unknown-key': 'the field “{found}” is not known; did you mean: {expected}? Correct or delete it.',
    missing: 'it is missing; write {expected}.',
    'not-text': 'found {found}; expected a text, {expected}. Put it in quotation marks.',
    'too-long': '{found} characters; at most {expected}. Shorten it.',
    'bad-id': 'found {found}; an id has lower-case letters, digits and single hyphens, such as {expected}.',
    'reserved-id': 'the id {found} means something to every browser; choose another, such as {expected}.',
    'bad-value': 'found {found}; expected one of: {expected}.',
    'not-a-list': 'found {found}; expected a list, such as {expected}.',
    'bad-count': '{found} entries; expected {expected}.',
    twice: '“{found}” stands twice; each only once.',
    'answer-unknown': 'the answer “{found}” names no option; expected one of: {expected}.',
    'answer-count': '{found} right answers; this kind of question has {expected}.',
    'true-false-options': 'found the options {found}; a true-false question has {expected}, in this order.',
    'ordering-shown':
      'the options ({found}) are shown as they stand, so they must not stand in the right order. Mix them.',
    'choices-misplaced': '“choices” belong to a matching question, and only to one; this is {found}.',
    'pair-count': 'found {found}; a matching has exactly one pair for each option: {expected}.',
    'too-many': '{found} questions; at most {expected} in one file. Split it.',
    'no-questions': 'no question in it; expected at least one.',
    'same-id': 'the id “{found}” stands in line {expected} already; give each question its own.',
    'too-deep': 'it is nested deeper than any question; is it really a file of questions?',
    yaml: 'not valid YAML: {found}. Look at indentation, colons and quotation marks.',
    'yaml-alias': 'the alias {found} is not read; write the text out where it is meant.',
    'yaml-list':
      'expected a list of questions, each beginning with “{expected}”; found something else. {found}',
    gift: 'no GIFT from here: “{found}”. Is a brace or an equals sign missing? A \\ goes before ~ = # { } : in a text.',
    'gift-kind':
      'a question of the kind “{found}” cannot be practised here; expected: {expected}. Take it out.',
    'gift-weights':
      'the weights {found} fit no question here: either one answer is right (=), or several share 100%.',
    'csv-header': 'the first line names the columns; missing: {expected}; found: {found}.',
    'csv-column': 'the column “{found}” is not known or stands twice; did you mean: {expected}?',
    'csv-cells': '{found} cells, but {expected} columns. Put a text with commas in quotation marks.',
    'csv-unclosed':
      'a quotation mark opens here and is never closed. Write a quotation mark inside a text twice.',
    'csv-after':
      'after a closing quotation mark stands “{found}”. Write a quotation mark inside a text twice.',
  },
  'zh-cn': {
    'not-a-question': '内容是 {found}，应有字段 {expected}。',
    'unknown-key': '不认识字段“{found}”，是否想写：{expected}？请改正或删除。',
    missing: '缺少内容，应写 {expected}。',
    'not-text': '内容是 {found}，应为文本 {expected}。请加上引号。',
    'too-long': '共 {found} 个字符，最多 {expected} 个。请缩短。',
    'bad-id': '内容是 {found}；id 只能用小写字母、数字和单个连字符，例如 {expected}。',
    'reserved-id': 'id {found} 是浏览器的保留名，请换一个，例如 {expected}。',
    'bad-value': '内容是 {found}，应为其中之一：{expected}。',
    'not-a-list': '内容是 {found}，应为列表，例如 {expected}。',
    'bad-count': '有 {found} 项，应为 {expected} 项。',
    twice: '“{found}”重复了，每个只能出现一次。',
    'answer-unknown': '答案“{found}”不是任何一个选项，应为其中之一：{expected}。',
    'answer-count': '有 {found} 个正确答案，这种题型应有 {expected} 个。',
    'true-false-options': '选项是 {found}；判断题的选项依次为 {expected}。',
    'ordering-shown': '选项（{found}）会按文件中的顺序显示，所以不能本来就排对。请打乱。',
    'choices-misplaced': 'choices 只用于匹配题，且匹配题必须有；这道题的题型是 {found}。',
    'pair-count': '内容是 {found}；匹配题的每个选项都要恰好配一次：{expected}。',
    'too-many': '有 {found} 题，一个文件最多 {expected} 题。请拆开。',
    'no-questions': '里面没有题目，至少要有一道。',
    'same-id': 'id“{found}”在第 {expected} 行已经用过，每道题要用不同的 id。',
    'too-deep': '嵌套层数超过了任何题目所需，这真的是题目文件吗？',
    yaml: '不是有效的 YAML：{found}。请检查缩进、冒号和引号。',
    'yaml-alias': '不支持别名 {found}，请把文本直接写在需要的地方。',
    'yaml-list': '应为题目列表，每道题以“{expected}”开头，实际不是。{found}',
    gift: '从这里起不是有效的 GIFT：“{found}”。是否少了大括号或等号？文本中的 ~ = # { } : 前面要加 \\。',
    'gift-kind': '这里无法练习“{found}”类的题目，支持的题型：{expected}。请删去这道题。',
    'gift-weights': '分值 {found} 不适用于这里的题型：要么只有一个正确答案（=），要么几个正确答案合计 100%。',
    'csv-header': '第一行应为列名；缺少：{expected}；现有：{found}。',
    'csv-column': '列名“{found}”不认识或重复，是否想写：{expected}？',
    'csv-cells': '有 {found} 个单元格，但只有 {expected} 列。含逗号的文本要加引号。',
    'csv-unclosed': '这里的引号一直没有闭合。文本里的引号要写两次。',
    'csv-after': '右引号之后又有内容“{found}”。文本里的引号要写两次。',
  },
};

const TEXTS: Record<Lang, ExchangeText> = { en, 'zh-cn': zh };
export const exchangeText = (lang: Lang): ExchangeText => TEXTS[lang];
export const formatText = (format: Format, lang: Lang) => FORMAT[lang][format];
export const wrongText = (wrong: Wrong, lang: Lang): string => WRONG[lang][wrong];
export const changeText = (change: Change, lang: Lang): string => CHANGE[lang][change];
export const noteText = (note: ImportNote, lang: Lang): string => NOTE[lang][note];
export const problemText = (code: ImportProblem['code'], lang: Lang): string => PROBLEM[lang][code];
/** The three formats that are read, as `accept` of a file field takes them. */
export const ACCEPT: Record<Readable, string> = { yaml: '.yaml,.yml', gift: '.gift,.txt', csv: '.csv,.tsv' };
