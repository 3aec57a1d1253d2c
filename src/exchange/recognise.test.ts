import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeTable } from './csv-table';
import { textKind, wrongBytes } from './recognise';

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'picture'],
  ['a photograph', [0xff, 0xd8, 0xff, 0xe0], 'picture'],
  ['a PDF', [...strToU8('%PDF-1.7')], 'pdf'],
  ['an Anki collection', [...strToU8('SQLite format 3\0')], 'database'],
  ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0], 'office'],
  ['a program', [0x7f, 0x45, 0x4c, 0x46, 0, 0], 'binary'],
  ['nothing', [], 'empty'],
  ['a text', [...strToU8('- id: a')], null],
  ['a text in UTF-16', [0xff, 0xfe, 0x2d, 0], null],
] as const)('%s is known by its bytes', (_, bytes, wanted) => {
  expect(wrongBytes(Uint8Array.from(bytes))).toBe(wanted);
});

test('a zip is known by its first bytes, whatever it would unpack to', () => {
  const bomb = zipSync({ 'a.txt': new Uint8Array(4_000_000) });
  expect(bomb.length).toBeLessThan(10_000);
  expect(wrongBytes(bomb.subarray(0, 64))).toBe('zip');
});

test.each([
  ['q.yaml', '- id: a', 'yaml'],
  ['q.txt', '# mine\n- id: a', 'yaml'],
  ['q.json', '[{"id": "a"}]', 'json'],
  ['q.gift', 'Q {=a ~b}', 'gift'],
  ['q.txt', '::t::Q {=a ~b}', 'gift'],
  ['questions', 'What? {\n=a\n~b}', 'gift'],
  ['q.csv', 'id,kind', 'csv'],
  ['q.txt', writeTable([['id', 'kind']]), 'csv'],
  ['bank.xml', '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]>', 'xml'],
  ['bank.yaml', '<!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz/>', 'xml'],
  ['page.html', '<!DOCTYPE html><p>', 'html'],
  ['ringside-progress-2026-01-31.json', '{\n "format": "ringside-progress", "version": 1', 'progress'],
  ['a.yaml', '{"format":"ringside-progress"}', 'progress'],
  ['a.json', '{"a":1}', 'json'],
  ['a.txt', ' \n\ufeff', 'empty'],
  ['a.txt', 'Dear all, the exam is on Monday.', 'unknown'],
])('%s that begins with %j is %s', (name, text, wanted) => {
  expect(textKind(name, text)).toBe(wanted);
});
