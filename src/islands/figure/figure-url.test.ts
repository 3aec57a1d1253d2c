import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPlace, withPlace } from './figure-url';

const word = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);

it('reads back what it wrote, and leaves other parameters alone', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, fc.string(), (values, at, other) => {
      const before = `?${new URLSearchParams({ q: other }).toString()}`;
      const search = withPlace(before, 'rings', values.join('.'), at);
      expect(readPlace(search, 'rings')).toEqual({ ref: values.join('.'), at });
      expect(new URLSearchParams(search).get('q')).toBe(other);
      expect(withPlace(search, 'rings', values.join('.'), at)).toBe(search);
    }),
  );
});

it('takes a scenario without a step, and finds nothing where nothing is', () => {
  expect(readPlace('?rings=popf', 'rings')).toEqual({ ref: 'popf', at: '' });
  expect(readPlace('?kvm-exits=cr3.shadow@start', 'rings')).toBeNull();
});
