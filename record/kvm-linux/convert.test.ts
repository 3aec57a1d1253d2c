import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareBoots, compareNics, lawsOfNics } from './compare';
import { convert, NICS, readNics, readRawFacts, readRawText, SCENES } from './convert';
import { countBoot } from './histogram';
import { librariesOf } from './tools';
import { countOf } from './window';

const facts = readRawFacts();
const raw = { nic: readRawText('nic'), boot: readRawText('boot') };
const nics = readNics('nic', raw.nic);
const boot = countBoot('boot', raw.boot);

it.each(SCENES)('kvm-%s.json is what the converter makes of the raw text, byte for byte', (scene) => {
  const file = path.resolve(import.meta.dirname, `../../content/recordings/kvm-${scene}.json`);
  expect(convert(scene, 'raw', raw[scene], facts) === readFileSync(file, 'utf8')).toBe(true);
});

describe('200 packets', () => {
  it('cost what the laws say', () => {
    expect(lawsOfNics(nics).filter(({ holds }) => !holds)).toEqual([]);
  });

  it.each(NICS)('%s: every exit has a subject, and the markers are not among them', (nic) => {
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(nics[nic].subjects)).toBe(sum(nics[nic].reasons));
    expect(Object.keys(nics[nic].subjects).filter((subject) => subject.startsWith('io '))).toEqual([]);
    expect(raw.nic.split(/^(?=== )/m)[NICS.indexOf(nic)]!.match(/reason io /g)!.length).toBeGreaterThan(0);
  });

  it('broken laws are found', () => {
    const swapped = { ...nics, 'virtio-net-pci': nics.rtl8139, rtl8139: nics['virtio-net-pci'] };
    expect(lawsOfNics(swapped).map(({ holds }) => holds)).toEqual([false, false, false, false]);
    expect(compareNics(nics, nics).every(({ holds }) => holds)).toBe(true);
    const more = { ...nics, e1000: { ...nics.e1000, reasons: { npf: 5000 } } };
    expect(compareNics(nics, more).filter(({ holds }) => !holds)).toMatchObject([
      { what: expect.stringMatching(/^e1000: found 5000 exits; expected \d+ within 15%$/) as string },
    ]);
  });
});

describe('a boot', () => {
  it('is told from another one', () => {
    expect(compareBoots(boot, boot).every(({ holds }) => holds)).toBe(true);
    const other = { ...boot, reasons: { hlt: 9, npf: 1 } };
    expect(compareBoots(boot, other).map(({ holds }) => holds)).toEqual([false, false]);
  });

  it('has as many port accesses as exits for them', () => {
    expect(Object.values(boot.ports).reduce((a, b) => a + b, 0)).toBeGreaterThan(boot.reasons['io']! * 0.95);
  });
});

describe('damaged results', () => {
  const nicOf = (text: string) => () => readNics('n', text);
  const bootOf = (text: string) => () => countBoot('b', text);

  it('names a card that is missing, and packets that are lost', () => {
    expect(nicOf(raw.nic.replace(/^== e1000[^]*(?=^== rtl)/m, ''))).toThrow(
      'n (e1000):1: found "== rtl8139: sent 200, received 200"; expected "== e1000: sent 200, received 200"',
    );
    expect(nicOf(raw.nic.replace('received 200', 'received 199'))).toThrow(
      /^n \(virtio-net-pci\):1: found ".* received 199"; expected/,
    );
  });

  it('names a trace without its end, and one of which lines are gone', () => {
    expect(
      nicOf(raw.nic.replace(/at 0xe9 size 1 count 1 val 0x3/, 'at 0xe9 size 1 count 1 val 0x4')),
    ).toThrow(/^n \(virtio-net-pci\):\d+: found no OUT of 3 to port 0xe9/);
    expect(nicOf(raw.nic.replace(/^.*kvm_exit:.*\n/m, ''))).toThrow(
      /found \d+ events; expected \d+, as the header says/,
    );
  });

  it('names a clock that runs backwards', () => {
    const lines = raw.nic.split('\n');
    const at = lines.findLastIndex((line) => line.includes('kvm_exit:'));
    lines[at] = lines[at]!.replace(/ \d{9,}: /, ' 1: ');
    expect(nicOf(lines.join('\n'))).toThrow(/^n \(rtl8139\):\d+: found clock 1, which runs backwards/);
  });

  it('names a line that is none of a histogram’s, hits that do not add up, and dropped ones', () => {
    expect(bootOf(raw.boot.replace('} hitcount:', '} hits:'))).toThrow(/^b:\d+: found ".*hits:.*"; expected/);
    expect(bootOf(raw.boot.replace(/Hits: \d+/, 'Hits: 1'))).toThrow(
      /^b:\d+: found " +Hits: 1"; expected Hits: \d+$/,
    );
    expect(bootOf(raw.boot.replace('Dropped: 0', 'Dropped: 7'))).toThrow(/^b:\d+: found " +Dropped: 7"/);
  });

  it('names a histogram that is missing, and an exit code without a name', () => {
    expect(bootOf(raw.boot.slice(0, raw.boot.lastIndexOf('# event histogram')))).toThrow(
      'b:1: found no entries by port.hex',
    );
    expect(bootOf(raw.boot.replace(/exit_reason: +124 /, 'exit_reason: 9999 '))).toThrow(
      'found exit code 9999',
    );
  });
});

it('counts words, most frequent first, then by name', () => {
  expect(Object.entries(countOf(['b', 'a', 'c', 'c']))).toEqual([
    ['c', 2],
    ['a', 1],
    ['b', 1],
  ]);
});

it('reads ldd, and names a library that is missing', () => {
  const ldd =
    '\tlinux-vdso.so.1 (0x1)\n\tlibz.so.1 => /lib/libz.so.1 (0x2)\n\t/lib64/ld-linux-x86-64.so.2 (0x3)\n';
  expect(librariesOf(ldd)).toEqual(['/lib/libz.so.1', '/lib64/ld-linux-x86-64.so.2']);
  expect(() => librariesOf('\tlibgone.so => not found\n')).toThrow('found no library libgone.so');
});
