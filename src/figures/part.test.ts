import { describe, expect, it } from 'vitest';
import { partOf } from './part';

describe('a part of a figure', () => {
  it('is there from the start where it is at hand', () => {
    const part = partOf('model', () => Promise.reject(new Error('not needed')));
    expect(part.here).toBe('model');
    expect(part.fetch()).toBeUndefined();
  });

  it('is fetched once, however often it is asked for', async () => {
    let loads = 0;
    const part = partOf(undefined, () => Promise.resolve((loads += 1)));
    expect(() => part.here).toThrow('before it was fetched');
    expect(part.fetch()).toBe(part.fetch());
    await part.fetch();
    expect(part.here).toBe(1);
    expect(part.fetch()).toBeUndefined();
  });

  it('can be asked for again when it did not come', async () => {
    let loads = 0;
    const part = partOf(undefined, () =>
      (loads += 1) === 1 ? Promise.reject(new Error('offline')) : Promise.resolve('model'),
    );
    await expect(part.fetch()).rejects.toThrow('offline');
    await part.fetch();
    expect(part.here).toBe('model');
  });
});
