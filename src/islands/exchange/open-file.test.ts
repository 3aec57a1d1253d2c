import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { FILE_LIMIT } from '../../exchange/imported';
import { readQuestions } from '../../exchange/read-questions';
import { decode, openFile } from './open-file';
import type { doWork } from './work';

const file = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  arrayBuffer: vi.fn(() => Promise.resolve(bytes.slice().buffer)),
});
const work: typeof doWork = async (asked) =>
  asked.kind === 'read'
    ? { kind: 'read', imported: await readQuestions(asked.format, asked.text) }
    : { kind: 'failed', message: 'not asked for' };
const never: typeof doWork = () => Promise.reject(new Error('must not be asked'));

test('50 MB are refused by their size, and not a byte is read', async () => {
  const huge = { ...file('big.yaml', new Uint8Array()), size: 50 * 1024 * 1024 };
  expect(await openFile(huge, never)).toEqual({ kind: 'too-big', size: huge.size });
  expect(huge.arrayBuffer).not.toHaveBeenCalled();
  expect(FILE_LIMIT).toBeLessThan(huge.size);
});

test.each([
  ['p.yaml', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'picture'],
  ['bomb.csv', zipSync({ a: new Uint8Array(1_000_000) }), 'zip'],
  [
    'x.yaml',
    strToU8('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l>&b;</l>'),
    'xml',
  ],
  ['p.json', strToU8('{"format":"ringside-progress","version":1}'), 'progress'],
  ['none.csv', new Uint8Array(), 'empty'],
] as const)('%s is known for what it is, and never parsed', async (name, bytes, wrong) => {
  expect(await openFile(file(name, bytes), never)).toEqual({ kind: 'wrong', wrong });
});

test('a file that the browser cannot read, and one that the reader gives up on', async () => {
  const gone = { name: 'a.yaml', size: 3, arrayBuffer: () => Promise.reject(new Error('gone')) };
  expect(await openFile(gone, never)).toEqual({ kind: 'unreadable' });
  const slow: typeof doWork = () => Promise.resolve({ kind: 'failed', message: '> 60 s' });
  expect(await openFile(file('a.yaml', strToU8('- id: a')), slow)).toEqual({
    kind: 'failed',
    message: '> 60 s',
  });
});

test('a table that Excel saved in the encoding of its region is read', async () => {
  // “是吗” in GB 18030.
  const bytes = Uint8Array.from([
    ...strToU8('id,kind,answer,stem_zh,option1,option1_zh,option2,option2_zh\r\nq1,single,a,'),
    ...[0xca, 0xc7, 0xc2, 0xf0],
    ...strToU8(',a,1,b,2\r\n'),
  ]);
  const opened = await openFile(file('q.csv', bytes), work);
  expect(opened).toMatchObject({
    kind: 'read',
    imported: { kind: 'ok', questions: [{ stem: { 'zh-cn': '是吗' } }] },
  });
  expect(decode(Uint8Array.from([0xff, 0xfe, 0x2d, 0x4e]))).toBe('\ufeff中'.slice(1));
});
