/**
 * Why: a teacher's own question comes from a file that anybody may have written. It is checked in the browser, with
 * complaints that a program can say in both languages; the laws are those of `question.ts` (a test holds the two
 * together), but one language is enough, and reasons and proof may be missing.
 */
import { LANGUAGES, type Lang } from '../lib/message';
import { nearest } from '../lib/nearest';
import { isRecord, show } from './problem';
import { keyProblems } from './own-question-answer';
import type { Question } from './question';

/** A text in one language or both. */
export type Words = Readonly<Partial<Record<Lang, string>>>;

export interface OwnOption {
  readonly id: string;
  readonly text: Words;
  /** Why it is right, or what is wrong with it; empty where the author gave none. */
  readonly why: Words;
}

export interface OwnQuestion {
  readonly id: string;
  readonly kind: Question['kind'];
  readonly difficulty: 1 | 2 | 3;
  readonly topic: string;
  readonly stem: Words;
  readonly options: readonly OwnOption[];
  /** Of a `matching`: the meanings. */
  readonly choices?: readonly { readonly id: string; readonly text: Words }[];
  /** As `grade` takes it. */
  readonly answer: readonly string[];
}

export type QuestionProblemCode =
  | 'not-a-question'
  | 'unknown-key'
  | 'missing'
  | 'not-text'
  | 'too-long'
  | 'bad-id'
  | 'reserved-id'
  | 'bad-value'
  | 'not-a-list'
  | 'bad-count'
  | 'twice'
  | 'answer-unknown'
  | 'answer-count'
  | 'true-false-options'
  | 'ordering-shown'
  | 'choices-misplaced'
  | 'pair-count';

export interface QuestionProblem {
  readonly path: readonly (string | number)[];
  readonly code: QuestionProblemCode;
  readonly found: string;
  /** In no particular language: ids, numbers, names of fields. */
  readonly expected: string;
}

export type OwnReading =
  { readonly question: OwnQuestion } | { readonly problems: readonly QuestionProblem[] };

const OWN_KINDS = ['single', 'multiple', 'true-false', 'ordering', 'matching', 'point'] as const;
/** Characters of one text. */
export const TEXT_LIMIT = 4000;
const ID_LIMIT = 100;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const FIELDS = ['id', 'kind', 'difficulty', 'topic', 'stem', 'options', 'choices', 'answer'];
/** Of the course's own files; without the course they mean nothing. */
const PASSED_OVER = ['proof', 'verify', 'place', 'lesson'];

/** The language that a text is in, as far as one can tell: any 汉字 makes it Chinese. */
export const languageOf = (text: string): Lang => (/[\u3400-\u9fff]/.test(text) ? 'zh-cn' : 'en');

/** Languages in which a text is given. */
export const languagesOf = (words: Words): Lang[] => LANGUAGES.filter((lang) => words[lang] !== undefined);

/** Reads one question of any origin. Never throws. */
export function readOwnQuestion(value: unknown): OwnReading {
  const problems: QuestionProblem[] = [];
  const fail = (path: (string | number)[], code: QuestionProblemCode, found: unknown, expected = '') =>
    void problems.push({ path, code, found: show(found), expected });
  if (!isRecord(value)) {
    fail([], 'not-a-question', value, FIELDS.join(', '));
    return { problems };
  }

  const onlyKeys = (record: object, path: (string | number)[], known: readonly string[]) => {
    for (const key of Object.keys(record))
      if (!known.includes(key) && !(path.length === 0 && PASSED_OVER.includes(key)))
        fail(
          [...path, key],
          'unknown-key',
          key,
          (nearest(key, known)[0] ? nearest(key, known) : known).join(', '),
        );
  };
  const idAt = (found: unknown, path: (string | number)[]): string => {
    if (found === undefined) fail(path, 'missing', found, 'a, b, my-question-1');
    else if (typeof found !== 'string' || found.length > ID_LIMIT || !ID.test(found))
      fail(path, 'bad-id', found, 'a, b, my-question-1');
    // The one such name that every object of JavaScript answers to.
    else if (found === 'constructor') fail(path, 'reserved-id', found, 'a, b, my-question-1');
    else return found;
    return '';
  };
  const wordsAt = (
    found: unknown,
    path: (string | number)[],
    wanted: readonly Lang[],
    optional = false,
  ): Words => {
    const words: Partial<Record<Lang, string>> = {};
    const before = problems.length;
    const add = (lang: Lang, text: string) => {
      if (text.length > TEXT_LIMIT) fail([...path, lang], 'too-long', text.length, String(TEXT_LIMIT));
      if (text !== '') words[lang] = text;
    };
    if (typeof found === 'string') add(wanted[0] ?? languageOf(found), found.trim());
    else if (isRecord(found)) {
      onlyKeys(found, path, LANGUAGES);
      for (const lang of LANGUAGES) {
        const text = found[lang];
        if (typeof text === 'string') add(lang, text.trim());
        else if (text !== undefined) fail([...path, lang], 'not-text', text, '"…"');
      }
    } else if (found !== undefined) fail(path, 'not-text', found, '"…" | {en, zh-cn}');
    if (optional || problems.length > before) return words;
    const given = languagesOf(words);
    if (given.length === 0) fail(path, 'missing', found, 'en | zh-cn');
    else
      for (const lang of wanted.filter((one) => !given.includes(one)))
        fail([...path, lang], 'missing', undefined, '"…"');
    return words;
  };
  const listAt = (found: unknown, path: string, most: number): readonly unknown[] => {
    if (!Array.isArray(found)) fail([path], found === undefined ? 'missing' : 'not-a-list', found, '[…]');
    else if (found.length < 2 || found.length > most) fail([path], 'bad-count', found.length, `2–${most}`);
    else return found;
    return [];
  };

  onlyKeys(value, [], FIELDS);
  const id = idAt(value['id'], ['id']);
  const kind = OWN_KINDS.find((known) => known === value['kind']);
  if (!kind)
    fail(
      ['kind'],
      value['kind'] === undefined ? 'missing' : 'bad-value',
      value['kind'],
      OWN_KINDS.join(', '),
    );
  const difficulty = ([1, 2, 3] as const).find(
    (known) => known === (value['difficulty'] === undefined ? 2 : value['difficulty']),
  );
  if (!difficulty) fail(['difficulty'], 'bad-value', value['difficulty'], '1, 2, 3');
  const topic = value['topic'] === undefined ? 'own' : idAt(value['topic'], ['topic']);
  const stem = wordsAt(value['stem'], ['stem'], []);
  const langs = languagesOf(stem);

  const options = listAt(value['options'], 'options', 8).map((entry, i): OwnOption => {
    const at = ['options', i];
    if (!isRecord(entry)) {
      fail(at, 'not-a-question', entry, 'id, text, why');
      return { id: '', text: {}, why: {} };
    }
    onlyKeys(entry, at, ['id', 'text', 'why']);
    return {
      id: idAt(entry['id'], [...at, 'id']),
      text: wordsAt(entry['text'], [...at, 'text'], langs),
      why: wordsAt(
        entry['why'] ?? undefined,
        [...at, 'why'],
        typeof entry['why'] === 'string' ? langs : [],
        true,
      ),
    };
  });
  const choices =
    value['choices'] === undefined
      ? undefined
      : listAt(value['choices'], 'choices', 8).map((entry, i) => {
          const at = ['choices', i];
          if (!isRecord(entry)) {
            fail(at, 'not-a-question', entry, 'id, text');
            return { id: '', text: {} };
          }
          onlyKeys(entry, at, ['id', 'text']);
          return {
            id: idAt(entry['id'], [...at, 'id']),
            text: wordsAt(entry['text'], [...at, 'text'], langs),
          };
        });
  const answer = value['answer'];
  if (answer === undefined) fail(['answer'], 'missing', answer, '[a]');
  else if (!Array.isArray(answer) || answer.length === 0 || !answer.every((item) => typeof item === 'string'))
    fail(['answer'], 'not-a-list', answer, '[a]');

  if (problems.length > 0 || !kind || !difficulty) return { problems };
  const question: OwnQuestion = {
    id,
    kind,
    difficulty,
    topic,
    stem,
    options,
    ...(choices && { choices }),
    answer: answer as string[],
  };
  const wrong = keyProblems(question);
  return wrong.length > 0 ? { problems: wrong } : { question };
}
