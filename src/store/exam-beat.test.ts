import { afterEach, expect, it, vi } from 'vitest';
import { recallBeat, rememberBeat } from './exam-beat';

function withStorage(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
}
afterEach(() => vi.unstubAllGlobals());

it('gives back the beat of each exam until it is forgotten', () => {
  const kept = withStorage();
  rememberBeat('a', { elapsed: 1500.5, wall: 9 });
  rememberBeat('b', { elapsed: 2, wall: 8 });
  expect(recallBeat('a')).toEqual({ elapsed: 1500.5, wall: 9 });
  rememberBeat('a', null);
  expect(recallBeat('a')).toBeNull();
  expect(recallBeat('b')).toEqual({ elapsed: 2, wall: 8 });
  expect(kept.size).toBe(1);
});

it.each(['', '{', 'null', '7', '{"elapsed":-1,"wall":3}', '{"elapsed":"1","wall":3}', '{"elapsed":1}'])(
  'takes %s for no beat',
  (text) => {
    withStorage().set('ringside:exam:a', text);
    expect(recallBeat('a')).toBeNull();
  },
);

it('has none where the browser refuses storage', () => {
  vi.stubGlobal('localStorage', undefined);
  rememberBeat('a', { elapsed: 1, wall: 1 });
  expect(recallBeat('a')).toBeNull();
});
