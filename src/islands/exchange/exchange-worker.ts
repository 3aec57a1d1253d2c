/** Why: SQLite, zip and foreign files are kept off the page: it never stands still, and what goes wrong ends here. */
import sqliteWasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { readQuestions } from '../../exchange/read-questions';
import { writeFile } from '../../exchange/write-file';
import type { Done, Work } from './work';

const sqlite = async () => (await import('sql.js')).default({ locateFile: () => sqliteWasm });

async function done(work: Work): Promise<Done> {
  try {
    if (work.kind === 'read') return { kind: 'read', imported: await readQuestions(work.format, work.text) };
    const encode = (text: string) => new TextEncoder().encode(text);
    return { kind: 'written', file: await writeFile(work.order, sqlite, encode) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<Work>) => {
  void done(data).then((result) => postMessage(result));
});
