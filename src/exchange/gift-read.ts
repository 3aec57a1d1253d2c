/** Why: GIFT from Moodle or by hand becomes questions of this course; its grammar is gift-pegjs's work. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import gift, { type GIFTQuestion, type TextFormat } from 'gift-pegjs';
import { languageOf } from '../schemas/own-question';
import { giftBlocks } from './gift-blocks';
import {
  checkAll,
  problemAt,
  QUESTION_LIMIT,
  refused,
  type Imported,
  type ImportProblem,
  type Raw,
} from './imported';
import { fromHtml } from './markup';

/** gift-pegjs leaves its marks for escaped characters in the right-hand sides of matchings. */
const unmarked = (text: string) =>
  text.replace(/&&(\d{3});/g, (_, code: string) => String.fromCharCode(Number(code)));

function words(text: TextFormat | null): string {
  if (!text) return '';
  const said = unmarked(text.text);
  return text.format === 'plain' || text.format === 'markdown' ? said.trim() : fromHtml(said);
}

const letter = (i: number) => String.fromCharCode(97 + i);

type Made =
  | { readonly value: Record<string, unknown> }
  | { readonly problem: ImportProblem['code']; readonly found: string };

/** The parts of a question by its kind. */
function made(question: GIFTQuestion): Made {
  switch (question.type) {
    case 'MC': {
      const { choices } = question;
      const options = choices.map(({ text, feedback }, i) => ({
        id: letter(i),
        text: words(text),
        why: words(feedback),
      }));
      const chosen = choices.flatMap(({ isCorrect, weight }, i) =>
        (weight ?? (isCorrect ? 100 : 0)) > 0 ? [letter(i)] : [],
      );
      const sum = choices.reduce((total, { weight }) => total + Math.max(0, weight ?? 0), 0);
      // Several right answers share the marks; half marks for the second best are no kind of ours.
      const single = choices.some(({ isCorrect, weight }) => isCorrect && weight === null);
      if (single ? chosen.length > 1 : Math.abs(sum - 100) > 1)
        return {
          problem: 'gift-weights',
          found: choices.map(({ weight, isCorrect }) => weight ?? (isCorrect ? 100 : 0)).join(', '),
        };
      return { value: { kind: chosen.length === 1 ? 'single' : 'multiple', options, answer: chosen } };
    }
    case 'TF': {
      const { isTrue, trueFeedback, falseFeedback } = question;
      // By Moodle the first feedback is for a wrong answer, the second for a right one.
      const [wrong, right] = [words(trueFeedback), words(falseFeedback)];
      const zh = languageOf(words(question.stem)) === 'zh-cn';
      return {
        value: {
          kind: 'true-false',
          options: [
            { id: 'true', text: zh ? '正确' : 'True', why: isTrue ? right : wrong },
            { id: 'false', text: zh ? '错误' : 'False', why: isTrue ? wrong : right },
          ],
          answer: [String(isTrue)],
        },
      };
    }
    case 'Matching': {
      const pairs = question.matchPairs.map(({ subquestion, subanswer }) => ({
        term: words(subquestion),
        meaning: unmarked(subanswer).trim(),
      }));
      const meanings = [...new Set(pairs.map(({ meaning }) => meaning))];
      const terms = pairs.filter(({ term }) => term !== '');
      return {
        value: {
          kind: 'matching',
          options: terms.map(({ term }, i) => ({ id: letter(i), text: term })),
          choices: meanings.map((text, i) => ({ id: `m${i + 1}`, text })),
          answer: terms.map(({ meaning }, i) => `${letter(i)}:m${meanings.indexOf(meaning) + 1}`),
        },
      };
    }
    case 'Short':
      // gift-pegjs takes a choice of right answers only for a short answer.
      return { problem: 'gift-kind', found: 'short answer' };
    default:
      return { problem: 'gift-kind', found: question.type.toLowerCase() };
  }
}

/** A title that can be an id is one; another text is named by its hash, the same at every import. */
function idOf(title: string, text: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const whole =
    /^[\x20-\x7e]+$/.test(title) && slug.length > 1 && slug.length <= 80 && slug !== 'constructor';
  return whole ? slug : `q-${bytesToHex(sha1(utf8ToBytes(text))).slice(0, 10)}`;
}

function raw(question: GIFTQuestion & { type: 'MC' | 'TF' | 'Matching' }, value: object, line: number): Raw {
  const tags = question.tags ?? [];
  const difficulty = Number(tags.find((tag) => /^difficulty-[123]$/.test(tag))?.slice(-1) ?? 2);
  const topic =
    tags.find((tag) => !tag.startsWith('difficulty-') && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(tag)) ?? 'own';
  const stem = words(question.stem);
  const lang = languageOf(stem);
  // One language throughout: an option of digits or product names alone does not change it.
  const inLang = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inLang);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part as Record<string, unknown>).flatMap(([key, inner]) => {
        if (key === 'text') return [[key, { [lang]: inner }]];
        if (key === 'why') return inner === '' ? [] : [[key, { [lang]: inner }]];
        return [[key, inLang(inner)]];
      }),
    );
  };
  const id = idOf(question.id ?? question.title ?? '', stem + JSON.stringify(value));
  return {
    value: { id, topic, difficulty, stem: { [lang]: stem }, ...(inLang(value) as object) },
    lineOf: () => line,
  };
}

/** Reads a GIFT file of single, multiple, true-false and matching questions. Never throws. */
export function readGift(source: string): Imported {
  const blocks = giftBlocks(source);
  const count = blocks.filter((block) => block.question).length;
  if (count === 0) return refused([problemAt(1, 'no-questions', 0, 1)]);
  if (count > QUESTION_LIMIT) return refused([problemAt(1, 'too-many', count, QUESTION_LIMIT)]);
  const raws: Raw[] = [];
  const problems: ImportProblem[] = [];
  let markup = false;
  for (const block of blocks) {
    if (!block.question) continue;
    const begins = block.text.split('\n').findIndex((line) => !/^\s*\/\//.test(line)) + block.line;
    let parsed: GIFTQuestion[];
    try {
      parsed = gift.parse(block.text);
    } catch (error) {
      const { location, found } = error as { location?: { start: { line: number } }; found?: string | null };
      const line = block.line + (location?.start.line ?? 1) - 1;
      const said = block.text.split('\n')[line - block.line]?.trim() ?? found ?? '';
      problems.push(location ? problemAt(line, 'gift', said) : problemAt(block.line, 'too-deep'));
      continue;
    }
    for (const question of parsed) {
      if (question.type === 'Category') continue;
      const result = made(question);
      if ('problem' in result) {
        problems.push(
          problemAt(begins, result.problem, result.found, 'single, multiple, true-false, matching'),
        );
        continue;
      }
      markup ||= /<(?!\/?(?:b|strong|code|tt|br|p|ul|li)\b)[a-z]/i.test(block.text);
      raws.push(raw(question as GIFTQuestion & { type: 'MC' }, result.value, begins));
    }
  }
  const checked = raws.length > 0 ? checkAll(raws, markup ? ['gift-html'] : []) : refused([]);
  if (problems.length === 0) return checked;
  return refused([...problems, ...(checked.kind === 'refused' ? checked.problems : [])]);
}
