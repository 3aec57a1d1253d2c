/** Why: one walk from a selection to a downloaded file: the bank's questions are loaded, the worker writes, the browser saves. */
import type { Format } from '../../exchange/changes';
import type { ExchangeQuestion, FileLanguage } from '../../exchange/edition';
import type { Listed } from '../../exchange/select';
import { download } from './download';
import { loadBank } from './load-bank';
import { OWN_LESSON } from './own-quiz';
import { doWork } from './work';

export interface Wish {
  readonly chosen: readonly Listed[];
  readonly own: readonly ExchangeQuestion[];
  readonly format: Format;
  readonly language: FileLanguage;
  /** Titles of the lessons and of the own questions, by id. */
  readonly titles: Readonly<Record<string, string>>;
}

/** @returns the file's name and its number of questions. @throws Error that says why there is no file */
export async function exportFile(wish: Wish): Promise<{ readonly file: string; readonly n: number }> {
  const { chosen, own, format, language, titles } = wish;
  const ids = new Set(chosen.filter(({ lesson }) => lesson === OWN_LESSON).map(({ id }) => id));
  const loaded = await loadBank(chosen.filter(({ lesson }) => lesson !== OWN_LESSON));
  const questions = [...loaded, ...own.filter(({ id }) => ids.has(id))];
  const done = await doWork({
    kind: 'write',
    order: { questions, format, language, titles, now: Date.now() },
  });
  if (done.kind !== 'written') throw new Error(done.kind === 'failed' ? done.message : done.kind);
  const { name, type, bytes } = done.file;
  download(name, type, bytes);
  return { file: name, n: questions.length };
}
