import { describe, expect, it } from 'vitest';
import { qemuArguments } from './machine';
import { assertEmulated, runQemu } from './qemu';

const good = qemuArguments({ kernel: 'vmlinuz', initramfs: 'i', disk: 'd', log: 'l' });
/** The arguments with the value of `option` replaced, or without both. */
const withValue = (option: string, value?: string) => {
  const at = good.indexOf(option);
  return [...good.slice(0, at), ...(value === undefined ? [] : [option, value]), ...good.slice(at + 2)];
};

describe('assertEmulated', () => {
  it('accepts what the kvm topic runs', () => {
    expect(() => assertEmulated(good)).not.toThrow();
  });

  it.each([
    ['no accelerator', withValue('-accel'), 'found no -accel; expected -accel tcg'],
    ['kvm', withValue('-accel', 'kvm'), 'found -accel kvm; expected -accel tcg'],
    ['a fallback', [...good, '-accel', 'kvm'], 'found -accel tcg -accel kvm; expected'],
    ['-enable-kvm', [...good, '-enable-kvm'], 'a second way to choose an accelerator'],
    ['--accel', [...good, '--accel', 'kvm'], 'a second way to choose an accelerator'],
    ['accel= of the machine', withValue('-machine', 'q35,accel=kvm:tcg'), 'found -machine q35,accel=kvm:tcg'],
    ['the host’s processor', withValue('-cpu', 'host'), 'found -cpu host'],
    ['a clock that does not count', withValue('-icount'), 'found no -icount'],
  ])('refuses %s', (_, args, message) => {
    expect(() => assertEmulated(args)).toThrow(message);
  });
});

describe('runQemu', () => {
  it('refuses before it starts anything', async () => {
    await expect(runQemu(withValue('-accel'), 'l', 1)).rejects.toThrow('QEMU is not started');
  });
});
