/** Why: a chosen file either joins the log whole or changes nothing, and the learner is told which and why. */
import { fill } from '../../lib/fill';
import { FILE_LIMIT, readProgressFile, type FileReading } from '../../schemas/progress-file';
import type { Store } from '../../store/contract';
import type { ProgressText } from './messages';

export type ImportResult =
  | { readonly kind: 'added'; readonly added: number; readonly known: number; readonly unreadable: number }
  | { readonly kind: 'too-big'; readonly size: number }
  | { readonly kind: 'unreadable-file' }
  | Exclude<FileReading, { kind: 'ok' }>;

/** @param file a `File`, or what looks like one. Never rejects. */
export async function importFile(
  file: { readonly size: number; text(): Promise<string> },
  store: Pick<Store, 'importEvents'>,
): Promise<ImportResult> {
  if (file.size > FILE_LIMIT) return { kind: 'too-big', size: file.size };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: 'unreadable-file' };
  }
  const reading = readProgressFile(text);
  if (reading.kind !== 'ok') return reading;
  return { kind: 'added', ...(await store.importEvents(reading.events)), unreadable: reading.unreadable };
}

/** The sentences of a result, first the outcome, then found and expected. */
export function importWords(result: ImportResult, file: string, text: ProgressText): string[] {
  if (result.kind === 'added') {
    const { added, known, unreadable } = result;
    const rest = unreadable > 0 ? [fill(text.addedUnreadable, { n: unreadable })] : [];
    return [fill(text.added, { added, known, file }), ...rest];
  }
  const why = foundWords(result, text);
  const needsExample = ['empty', 'not-json', 'other-json'].includes(result.kind);
  return [fill(text.refused, { file }), why, ...(needsExample ? [text.expectedFile] : [])];
}

const MEGABYTE = 1024 * 1024;

function foundWords(result: Exclude<ImportResult, { kind: 'added' }>, text: ProgressText): string {
  switch (result.kind) {
    case 'too-big':
      return fill(text.tooBig, { size: (result.size / MEGABYTE).toFixed(1), limit: FILE_LIMIT / MEGABYTE });
    case 'unreadable-file':
      return text.unreadableFile;
    case 'empty':
      return text.empty;
    case 'not-json':
      return fill(text.notJson, { begins: result.begins });
    case 'other-json':
      return fill(text.otherJson, { found: result.found });
    case 'newer':
      return fill(text.newer, { version: result.version });
    case 'broken': {
      const { path, found, expected } = result.problem;
      return fill(text.broken, { path: path || '—', found, expected });
    }
  }
}
