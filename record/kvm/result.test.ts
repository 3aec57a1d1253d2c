import { expect, it } from 'vitest';
import { checkResult } from './result';
import { commandLine, printRunFacts, readRunFacts } from './run-facts';

const good = { syscalls: 100, tsc_delta: 705, irqs: 1, cr2: '0x50000', io_exits: 30, mmio_exits: 3 };

it('takes a run in which the guest did what its program says', () => {
  expect(() => checkResult('r.json', JSON.stringify(good))).not.toThrow();
});

it.each([
  ['a lost system call', { syscalls: 99 }],
  ['no interrupt', { irqs: 0 }],
  ['another fault', { cr2: '0x0' }],
  ['an exit too many', { mmio_exits: 4 }],
  ['a counter that stood still', { tsc_delta: 0 }],
])('refuses %s by its name', (_, change) => {
  const text = JSON.stringify({ ...good, ...change });
  expect(() => checkResult('r.json', text)).toThrow(
    new RegExp(`^r.json: [^]*${Object.keys(change)[0]!}[^]*found`),
  );
});

it('refuses the empty result of a VMM that failed', () => {
  expect(() => checkResult('r.json', '')).toThrow('r.json: found ""; expected the VMM\'s result as JSON');
});

it('gives the facts of a run back as they were, and refuses what is none', () => {
  const facts = {
    QEMU: '7.2.22 (Debian)',
    Linux: '6.1.0-56-amd64 #1 SMP',
    command: commandLine(),
    date: '2026-11-21',
  };
  expect(readRunFacts('run.json', printRunFacts(facts))).toEqual(facts);
  expect(() => readRunFacts('run.json', '{"QEMU":"7.2.22"}')).toThrow(/^run.json: [^]*Linux/);
});
