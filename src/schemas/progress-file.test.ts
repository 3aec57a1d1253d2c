import { describe, expect, test } from 'vitest';
import { EVENT_VERSION, type LearningEvent } from './event';
import { FILE_LIMIT, readProgressFile, writeProgressFile } from './progress-file';

const event = (over: object = {}): LearningEvent => ({
  v: EVENT_VERSION,
  id: '6f1c9d52-3c1e-4c8e-9a54-0a8a1f3d2b10',
  at: 1_700_000_000_000,
  kind: 'answer',
  lesson: 'kvm',
  question: 'q1',
  chosen: ['a'],
  right: true,
  mode: 'lesson',
  ...over,
});
const file = (over: object = {}) =>
  JSON.stringify({
    format: 'ringside-progress',
    version: 1,
    exported: '2026-01-01T00:00:00.000Z',
    events: [event()],
    ...over,
  });

test('what is written is read back', () => {
  const text = writeProgressFile([event()], [], '2026-01-01T00:00:00.000Z');
  expect(readProgressFile(text)).toEqual({ kind: 'ok', events: [event()], unreadable: 0 });
});

test('what was kept aside travels along; what can be read here is rescued', () => {
  const text = writeProgressFile([], [event(), { v: 9 }, 'dust'], '2026-01-01T00:00:00.000Z');
  expect(readProgressFile(text)).toEqual({ kind: 'ok', events: [event()], unreadable: 2 });
});

test('a file of version 1 is read, each entry as this version writes it', () => {
  const { id, at } = event();
  const head = { id, at, v: 1 };
  const old = [
    { ...head, kind: 'answer', lesson: 'kvm', mode: 'practice', question: 'q1', chosen: ['a'], right: false },
    {
      ...head,
      kind: 'prediction',
      figure: 'rings',
      scenario: 'popf',
      step: 'start',
      chosen: 'trap',
      right: true,
    },
    { ...head, kind: 'visit', lesson: 'kvm', section: 'exits' },
  ];
  const read = readProgressFile(file({ events: old }));
  expect(read).toEqual({
    kind: 'ok',
    events: old.map((each) => ({ ...each, v: EVENT_VERSION })),
    unreadable: 0,
  });
  // Version 1 had no reviews: such an entry was never written by it.
  const odd = [{ ...head, kind: 'review', card: 'term/kvm', grade: 3 }];
  expect(readProgressFile(file({ events: odd })).kind).toBe('broken');
});

test('50,000 answers fit into the limit', () => {
  const events = Array.from({ length: 50_000 }, () => event());
  expect(writeProgressFile(events, [], '2026-01-01T00:00:00.000Z').length).toBeLessThan(FILE_LIMIT);
});

describe('refused with words', () => {
  test.each<[string, string, object]>([
    ['an empty file', ' \n', { kind: 'empty' }],
    ['no JSON', 'PK\u0003\u0004 zip', { kind: 'not-json', begins: 'PK\u0003\u0004 zip' }],
    ['a cut file', file().slice(0, -5), { kind: 'not-json' }],
    ['other JSON', '{"name":"ringside","version":"0.1.0"}', { kind: 'other-json', found: '{name, version}' }],
    ['a list', '[1,2]', { kind: 'other-json', found: '[2 × …]' }],
    ['a newer file', file({ version: 2 }), { kind: 'newer', version: '2' }],
    [
      'a newer event',
      file({ events: [event(), event({ v: 3 })] }),
      { kind: 'newer', version: 'events[1].v = 3' },
    ],
    [
      'no events',
      file({ events: undefined }),
      { kind: 'broken', problem: { path: 'events', expected: 'events', found: 'undefined' } },
    ],
    [
      'a wrong event',
      file({ events: [event({ right: 'yes' })] }),
      { kind: 'broken', problem: { path: 'events[0].right', expected: 'boolean', found: '"yes"' } },
    ],
    [
      'an unknown kind',
      file({ events: [event({ kind: 'dream' })] }),
      {
        kind: 'broken',
        problem: {
          path: 'events[0].kind',
          expected:
            'answer | prediction | visit | review | favourite | setting | exam-start | exam-answer | exam-end',
          found: '"dream"',
        },
      },
    ],
    [
      'no event at all',
      file({ events: [7] }),
      { kind: 'broken', problem: { path: 'events[0]', found: '7' } },
    ],
    ['a polluting key', file().replace('"lesson"', '"__proto__":{"x":1},"lesson"'), { kind: 'broken' }],
    [
      'an unknown field',
      file({ secret: 1 }),
      { kind: 'broken', problem: { path: 'secret', expected: 'nothing' } },
    ],
  ])('%s', (_, text, expected) => {
    expect(readProgressFile(text)).toMatchObject(expected);
  });
});
