/**
 * Why: the dirty rate decides whether a migration ends; this tries any. One pre-copy at 2,048 pages a second, given up
 * in its 15th pass; nothing is kept.
 *
 *   node record/migration/try.ts <pages a millisecond> [<pages of the working set>]
 */
import path from 'node:path';
import { prepareWork } from '../host.ts';
import { encodeRun } from './encode.ts';
import { readRuns } from './journal.ts';
import { tell, versionsHere } from './record.ts';
import { FILLED_PAGES, type MigrationRun } from './runs.ts';
import { recordMigration } from './session.ts';

const USAGE = 'node record/migration/try.ts <pages a millisecond> [<pages of the working set>]';

function readPages(word: string | undefined, name: string, least: number, most: number): number {
  const pages = Number(word);
  if (word === undefined || !Number.isInteger(pages) || pages < least || pages > most)
    throw new Error(`found ${name} ${word ?? 'missing'}; expected ${least} to ${most}: ${USAGE}`);
  return pages;
}

try {
  const [rate, set = '2048'] = process.argv.slice(2);
  const pagesPerMs = readPages(rate, 'pages a millisecond', 0, 1000);
  const run: MigrationRun = {
    id: 'try',
    title: { en: 'A try', 'zh-cn': '尝试' },
    pagesPerMs,
    workingPages: readPages(set, 'working set', 1, FILLED_PAGES),
    end: 'completed',
    cancelAtPass: 15,
  };
  const work = prepareWork(
    path.resolve(import.meta.dirname, '../..'),
    'migration',
    ['gcc', 'ld'],
    console.log,
  );
  const text = await recordMigration(work, run, versionsHere());
  tell(encodeRun('try', readRuns('try', text, [run.id])[0]!, run), console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode ??= 1;
}
