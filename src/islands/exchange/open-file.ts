/** Why: a chosen file is refused by its size before it is read, by its bytes before it is text, by its text before it is parsed. */
import { FILE_LIMIT, type Imported } from '../../exchange/imported';
import { textKind, wrongBytes, type Readable, type Wrong } from '../../exchange/recognise';
import { doWork } from './work';

export type Opened =
  | { readonly kind: 'read'; readonly imported: Imported; readonly format: Readable }
  | { readonly kind: 'wrong'; readonly wrong: Wrong }
  | { readonly kind: 'too-big'; readonly size: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed'; readonly message: string };

/** Excel in China saves CSV as GB 18030; everything else writes UTF-8, or says that it is UTF-16. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** @param file a `File`, or what looks like one. Never rejects. */
export async function openFile(
  file: { readonly name: string; readonly size: number; arrayBuffer(): Promise<ArrayBuffer> },
  work: typeof doWork = doWork,
): Promise<Opened> {
  if (file.size > FILE_LIMIT) return { kind: 'too-big', size: file.size };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  const wrong = wrongBytes(bytes);
  if (wrong) return { kind: 'wrong', wrong };
  const text = decode(bytes);
  const kind = textKind(file.name, text);
  if (kind !== 'yaml' && kind !== 'gift' && kind !== 'csv') return { kind: 'wrong', wrong: kind };
  const done = await work({ kind: 'read', format: kind, text });
  if (done.kind === 'read') return { kind: 'read', imported: done.imported, format: kind };
  return { kind: 'failed', message: done.kind === 'failed' ? done.message : done.kind };
}
