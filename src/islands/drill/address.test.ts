/** Why: a shared address shows the very question, and a mistyped one is told apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, SEEDS } from '../../drills/numbered';
import { askedIn, searchOf } from './address';

describe('the address of a generated question', () => {
  it('is read back, whatever else stands in it', () => {
    const numbered = fc.record({ family: fc.constantFrom(...FAMILIES), seed: fc.nat(SEEDS - 1) });
    fc.assert(
      fc.property(numbered, fc.webQueryParameters(), (each, other) => {
        expect(askedIn(searchOf(each, `?${other}`))).toEqual({ kind: 'question', numbered: { ...each } });
      }),
    );
  });

  it('is never an error', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(askedIn(search)).toHaveProperty('kind');
      }),
    );
  });

  it('says what is wrong with it', () => {
    expect(askedIn('?family=ring&seed=1')).toEqual({ kind: 'family', found: 'ring', near: 'rings' });
    expect(askedIn('?family=zzzzzzzzzz')).toEqual({ kind: 'family', found: 'zzzzzzzzzz', near: undefined });
    expect(askedIn('?seed=5')).toEqual({ kind: 'family', found: '', near: undefined });
    expect(askedIn('?family=pids&seed=12x')).toEqual({ kind: 'seed', found: '12x', family: 'pids' });
    expect(askedIn('?family=pids&seed=1000000')).toMatchObject({ kind: 'seed' });
    expect(askedIn('?family=pids')).toEqual({ kind: 'any', family: 'pids' });
    expect(askedIn('')).toEqual({ kind: 'none' });
  });
});
