/** Why: the wrong file is a matter of course; it is named for what it is before anything tries to read it. */

export type Readable = 'yaml' | 'gift' | 'csv';
export type Wrong =
  | 'empty'
  | 'picture'
  | 'zip'
  | 'pdf'
  | 'database'
  | 'packed'
  | 'office'
  | 'binary'
  | 'xml'
  | 'html'
  | 'progress'
  | 'json'
  | 'unknown';

const SIGNATURES: readonly (readonly [string, Wrong])[] = [
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['424d', 'picture'],
  ['52494646', 'picture'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['25504446', 'pdf'],
  ['53514c69746520666f726d6174', 'database'],
  ['1f8b', 'packed'],
  ['28b52ffd', 'packed'],
  ['377abcaf', 'packed'],
  ['52617221', 'packed'],
  ['d0cf11e0', 'office'],
];

/** What the first bytes say, where they say that it is no text. @param bytes the first 64 or more */
export function wrongBytes(bytes: Uint8Array): Wrong | null {
  if (bytes.length === 0) return 'empty';
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const named = SIGNATURES.find(([start]) => hex.startsWith(start));
  if (named) return named[1];
  // UTF-16 has zeros too, but says so at its beginning.
  const utf16 = hex.startsWith('fffe') || hex.startsWith('feff');
  return !utf16 && bytes.subarray(0, 4096).includes(0) ? 'binary' : null;
}

/** What the text is, by how it begins and what the file is called. */
export function textKind(name: string, text: string): Readable | Wrong {
  const start = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 2000);
  if (start === '') return 'empty';
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return 'html';
  if (/^<(\?xml|!doctype|!entity|!--|quiz|questestinterop|assessment|manifest|svg)/i.test(start))
    return 'xml';
  if (/^[[{]/.test(start) && start.includes('"ringside-progress"')) return 'progress';
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'yaml' || ending === 'yml') return 'yaml';
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  if (ending === 'gift') return 'gift';
  if (ending === 'json' || /^\{\s*"|^\[\s*[[{"]/.test(start)) return 'json';
  if (/^(#.*\s+)*-\s+\w+:/.test(start)) return 'yaml';
  if (/^"?(id|lesson|kind)"?[,;\t]/i.test(start)) return 'csv';
  if (/^(\/\/|::|\$CATEGORY:)/.test(start) || /\{[^{}]*[=~#TF]/.test(text.slice(0, 20_000))) return 'gift';
  return 'unknown';
}
