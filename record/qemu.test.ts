import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { qemuArguments } from './machine';
import { assertEmulated, runQemu, startQemu, type Machine } from './qemu';

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

  it('lets a clock follow the wall only where that is asked for, and still only by emulation', () => {
    expect(() => assertEmulated(withValue('-icount'), 'wall')).not.toThrow();
    expect(() => assertEmulated(good, 'wall')).toThrow('found -icount; expected none');
    expect(() => assertEmulated([...withValue('-icount'), '-enable-kvm'], 'wall')).toThrow('accelerator');
  });
});

describe('runQemu', () => {
  it('refuses before it starts anything', async () => {
    await expect(runQemu(withValue('-accel'), 'l', 1)).rejects.toThrow('QEMU is not started');
  });
});

describe('startQemu', () => {
  afterEach(() => vi.unstubAllEnvs());

  /** A program in QEMU's place, which writes its process id down; and whether that process still runs. */
  const pretend = (script: string) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'qemu-'));
    const does = path.join(cwd, 'does.sh');
    writeFileSync(does, script);
    vi.stubEnv('PRETEND', does);
    vi.stubEnv('PATH', `${path.join(import.meta.dirname, 'pretend')}:${process.env['PATH']}`);
    // `timeout` dies with what it kills, so a killed process may await whoever reaps it: a zombie does not run.
    const runs = () => {
      try {
        const pid = readFileSync(path.join(cwd, 'pid'), 'utf8').trim();
        return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return false;
      }
    };
    return { options: { clock: 'wall', seconds: 20, log: 'l', cwd } as const, runs };
  };
  const args = withValue('-icount');
  /** The first that a machine prints; if it ends before, why. */
  const said = (machine: Machine) =>
    Promise.race([
      new Promise<string>((resolve) =>
        machine.output.once('data', (chunk: Buffer) => resolve(chunk.toString())),
      ),
      machine.ended.then(() => 'nothing'),
    ]);

  it('kills a machine that does not end in time, and leaves nothing behind', async () => {
    const { options, runs } = pretend('exec sleep 60');
    await expect(startQemu(args, { ...options, seconds: 1 }).ended).rejects.toThrow(/within 1 s .*killed/);
    await expect.poll(runs).toBe(false);
  });

  it('talks to a machine, and stops it when told', async () => {
    const { options, runs } = pretend('read -r line; echo heard $line; exec sleep 60');
    const machine = startQemu(args, options);
    machine.input.write('hello\n');
    expect(await said(machine)).toBe('heard hello\n');
    expect(runs()).toBe(true);
    machine.stop();
    await expect(machine.ended).rejects.toThrow('QEMU ended with');
    await expect.poll(runs).toBe(false);
  });

  it('kills a machine that does not go when it is told', async () => {
    const { options, runs } = pretend("trap '' TERM; echo up; while :; do sleep 1; done");
    const machine = startQemu(args, options);
    expect(await said(machine)).toBe('up\n');
    machine.stop();
    await expect(machine.ended).rejects.toThrow('QEMU');
    await expect.poll(runs).toBe(false);
  });

  it('says what a machine that fails had to say', async () => {
    const { options } = pretend('echo no such image >&2; exit 3');
    await expect(startQemu(args, options).ended).rejects.toThrow('QEMU ended with 3\nno such image');
  });
});
