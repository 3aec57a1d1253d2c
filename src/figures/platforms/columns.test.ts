/** Why: whatever a URL or a row of checkboxes says, one to six known columns must stand, in order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PLATFORMS } from '../../models/platforms/types';
import { mend, PAIR, pairOf, read, spell, toggle } from './columns';

const choice = fc.subarray([...PLATFORMS], { minLength: 1 });

it('mends anything to one to six known platforms, once each, and leaves a valid spelling as it is', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const mended = mend(value);
      expect(mended.split(',').every((word) => (PLATFORMS as readonly string[]).includes(word))).toBe(true);
      expect(mend(mended)).toBe(mended);
    }),
  );
  fc.assert(
    fc.property(choice, (chosen) => {
      expect(read(spell(chosen))).toEqual(chosen);
    }),
  );
});

it('reads slips as the nearest platform, and mends order and doubles', () => {
  expect(mend('xne,kvm')).toBe('kvm,xen');
  expect(mend('hyperv,esx')).toBe('esxi,hyper-v');
  expect(mend('kvm,kvm')).toBe('kvm');
  expect(mend('')).toBe('kvm,xen');
});

it('adds or takes away one platform, and never the last', () => {
  fc.assert(
    fc.property(choice, fc.constantFrom(...PLATFORMS), (chosen, platform) => {
      const next = read(spell(toggle(chosen, platform)));
      if (chosen.length === 1 && chosen[0] === platform) expect(next).toEqual(chosen);
      else {
        expect(next.includes(platform)).toBe(!chosen.includes(platform));
        expect(read(spell(toggle(next, platform)))).toEqual(chosen);
      }
    }),
  );
});

it('shows a phone at most two of the chosen, the one asked for last among them', () => {
  fc.assert(
    fc.property(choice, fc.array(fc.constantFrom(...PLATFORMS)), (chosen, asked) => {
      const pair = pairOf(chosen, asked);
      expect(pair.length).toBe(Math.min(PAIR, chosen.length));
      expect(chosen).toEqual(expect.arrayContaining([...pair]));
      const last = asked.findLast((platform) => chosen.includes(platform));
      if (last) expect(pair).toContain(last);
    }),
  );
});
