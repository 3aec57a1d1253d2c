/** Why: one entrance for a text of any of the three formats; each reader is fetched when a file asks for it. */
import type { Imported } from './imported';
import type { Readable } from './recognise';

/** Never rejects for what the text holds. @param text at most `FILE_LIMIT` bytes */
export async function readQuestions(kind: Readable, text: string): Promise<Imported> {
  switch (kind) {
    case 'yaml':
      return (await import('./yaml-read')).readYamlQuestions(text);
    case 'gift':
      return (await import('./gift-read')).readGift(text);
    case 'csv':
      return (await import('./csv-read')).readCsv(text);
  }
}
