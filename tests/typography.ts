/**
 * Why: Chinese set carelessly reads like a machine's. The rules: a space between 汉字 and Latin words or digits,
 * full-width punctuation beside 汉字, “ ” for quotes, no space beside full-width punctuation.
 */

const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff';
/** Stands for something whose text is not known here (a placeholder): any neighbour is right. */
const UNKNOWN = '\ufffc';

const RULES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a space is missing between 汉字 and Latin', new RegExp(`[${HAN}][A-Za-z0-9]|[A-Za-z0-9%][${HAN}]`)],
  [
    'half-width punctuation after 汉字',
    new RegExp(`[${HAN}][,;:!?](?![A-Za-z0-9/])|[${HAN}]\\.(?![A-Za-z0-9.])`),
  ],
  ['half-width punctuation before 汉字', new RegExp(`[,;!?] ?[${HAN}]`)],
  ['half-width bracket beside 汉字', new RegExp(`[${HAN}] ?\\(|\\) ?[${HAN}]|\\([${HAN}]|[${HAN}]\\)`)],
  ['straight quote beside 汉字', new RegExp(`[${HAN}] ?["']|["'] ?[${HAN}]`)],
  ['a space beside full-width punctuation', /[，。；：！？、（）《》“”] |(?<=\S) [，。；：！？、（）》”]/],
  ['dots for an ellipsis or a dash beside 汉字', new RegExp(`[${HAN}](\\.\\.\\.|--)|(\\.\\.\\.|--)[${HAN}]`)],
  ['a full-width letter or digit', /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/],
];

/** Text as it is set: marks and code taken as plain Latin words, placeholders as anything. */
function asSet(text: string): string {
  return text
    .replace(/`[^`]*`/g, 'X')
    .replace(/\*\*|__/g, '')
    .replace(/\{\w+\}/g, UNKNOWN);
}

/** What is wrong with one line of Chinese: the rule and the place. Empty when it is well set. */
export function slipsIn(text: string): string[] {
  const line = asSet(text);
  return RULES.flatMap(([what, pattern]) => {
    const match = pattern.exec(line);
    if (!match) return [];
    return [`${what}: “${line.slice(Math.max(0, match.index - 8), match.index + 10).trim()}”`];
  });
}

/**
 * The lines of an MDX lesson that are text, with their numbers (1-based): front matter values, prose, and the
 * titles and questions given to components. Code blocks and the other attributes are left out.
 */
export function proseOf(mdx: string): { line: number; text: string }[] {
  let inCode = false;
  let inTag = false;
  let matter = 0;
  return mdx.split('\n').flatMap((raw, i) => {
    const at = (text: string) => (text.trim() === '' ? [] : [{ line: i + 1, text }]);
    if (raw.trim() === '---' && (i === 0 || matter === 1)) {
      matter++;
      return [];
    }
    if (matter === 1)
      return /^(title|lede):/.test(raw) ? at(raw.replace(/^\w+:\s*['"]?/, '').replace(/['"]\s*$/, '')) : [];
    if (/^\s*(```|~~~)/.test(raw)) {
      inCode = !inCode;
      return [];
    }
    if (inCode || /^(import|export) /.test(raw)) return [];
    const titles = [...raw.matchAll(/\s(?:title|ask)="([^"]*)"/g)].flatMap((match) => at(match[1] ?? ''));
    // A tag may run over several lines; what is inside the angle brackets is not read aloud.
    let text = inTag ? raw.replace(/^.*?>/, (rest) => ((inTag = false), rest && '')) : raw;
    if (inTag) return titles;
    text = text
      .replace(/\{\/\*.*?\*\/\}/g, '')
      .replace(/\s*<Source\b[^<>]*>/g, '')
      .replace(/<\/?[A-Za-z][^<>]*>/g, '');
    if (/<[A-Z][^>]*$/.test(text)) {
      inTag = true;
      text = text.replace(/<[A-Z][^>]*$/, '');
    }
    text = text
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^\s*(#+|[-*+]|\d+\.|>)\s+/, '')
      .replace(/\|/g, '\n');
    return [...titles, ...text.split('\n').flatMap((cell) => at(cell.trim()))];
  });
}

/** A lesson without what stands on the projection alone: a teacher's notes, and slides in place of text. Lines keep their numbers. */
export const readersText = (mdx: string): string =>
  mdx.replace(/<(Notes|Slide only)\b[\s\S]*?<\/(Notes|Slide)>/g, (block) => block.replace(/[^\n]/g, ''));

/** 字 as a Chinese editor counts them: each 汉字, and each Latin word or number. */
export function countHan(text: string): number {
  const plain = text.replaceAll('`', ' ');
  return (
    (plain.match(new RegExp(`[${HAN}]`, 'g'))?.length ?? 0) +
    (plain.match(/[A-Za-z0-9][\w.+/-]*/g)?.length ?? 0)
  );
}

export function countWords(text: string): number {
  return text
    .replaceAll('`', '')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
}

/** Bold with code in it: `RichText` knows no nesting and would print the backticks. */
export function codeInBold(text: string): string[] {
  return (text.match(/\*\*[^*]+\*\*/g) ?? []).filter((bold) => bold.includes('`'));
}
