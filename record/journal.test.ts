import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkClocks, parseJournal } from './journal';

const schema = z.strictObject({ of: z.string(), at: z.int() });
const read = (text: string) => parseJournal('j', text, schema);

describe('parseJournal', () => {
  it('gives each entry with its line', () => {
    expect(read('{"of":"a","at":1}\n{"of":"b","at":2}\n')).toEqual([
      { line: 1, item: { of: 'a', at: 1 } },
      { line: 2, item: { of: 'b', at: 2 } },
    ]);
  });

  it.each([
    ['', 'j:1: found an empty file; expected a journal'],
    ['{"of":"a","at":1}', 'j:1: found a last line cut short, "{"of":"a","at":1}"; expected a line end'],
    ['{"of":"a","at":1}\n{"of"\n', 'j:2: found "{"of""; expected one JSON object'],
    ['{"of":"a","at":"1"}\n', 'j:1: found "{"of":"a","at":"1"}"; expected an entry of the journal (at: '],
    ['{"of":"a","at":1,"b":2}\n', 'expected an entry of the journal (: Unrecognized key'],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('checkClocks', () => {
  const check = (clocks: readonly [string, number][]) =>
    checkClocks(
      'j',
      read(clocks.map(([of, at]) => `${JSON.stringify({ of, at })}\n`).join('')),
      (item) => item,
    );

  it('lets each speaker keep a clock of its own', () => {
    expect(() => check([['a', 5], ['b', 1], ['a', 5], ['b', 2]])).not.toThrow(); // prettier-ignore
  });

  it('names the line of the clock that runs backwards, and the one before', () => {
    expect(() =>
      check([
        ['a', 5],
        ['b', 9],
        ['a', 4],
      ]),
    ).toThrow(
      // prettier-ignore
      'j:3: found clock 4 of the a, which runs backwards; expected at least 5, the clock of line 1',
    );
  });
});
