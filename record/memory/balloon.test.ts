import { expect, it } from 'vitest';
import { assertEmulated } from '../qemu';
import { balloonArguments } from './balloon';

it('emulates the guest with the balloon, on the wall’s clock', () => {
  expect(() => assertEmulated(balloonArguments('vmlinuz'), 'wall')).not.toThrow();
  expect(() => assertEmulated(balloonArguments('vmlinuz'))).toThrow('no -icount');
});
