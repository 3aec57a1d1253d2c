import { expect, it } from 'vitest';
import { translator } from './message';

const messages = {
  ring: 'ring {n}',
  into: 'Control goes to {place}.',
  cost: '{cycles} cycles',
};
const t = translator(messages, 'en');

it('fills in strings, numbers in the way of the language, and messages', () => {
  expect(t({ key: 'into', values: { place: { key: 'ring', values: { n: 0 } } } })).toBe(
    'Control goes to ring 0.',
  );
  expect(t({ key: 'cost', values: { cycles: 12733 } })).toBe('12,733 cycles');
  expect(t({ key: 'into', values: { place: 'the VMM' } })).toBe('Control goes to the VMM.');
});

it('never lets a gap reach a reader', () => {
  expect(() => t({ key: 'into' })).toThrow('message "into" (en) needs a value for {place}');
  // @ts-expect-error a key that does not exist
  expect(() => t('nothing')).toThrow('message "nothing" has no text in en');
});
