import { describe as suite, expect, it } from 'vitest';
import { PAGINGS, readRawTrace } from './convert';
import { parseTrace } from '../ftrace';
import { TraceError } from '../trace-error';
import { compare, describe, exitsOf } from './sequence';

const exits = (text: string) => exitsOf('t', parseTrace('t', text));
/** A trace without some lines, its header's count mended. */
const without = (text: string, drop: RegExp) => {
  const kept = text.split('\n').filter((line) => !drop.test(line));
  const count = kept.filter((line) => line !== '' && !line.startsWith('#')).length;
  return kept.join('\n').replace(/^(# entries-in-buffer\/entries-written: )\d+\/\d+/m, `$1${count}/${count}`);
};

suite.each(PAGINGS)('the sequence of the %s trace', (paging) => {
  const { text } = readRawTrace(paging);
  const committed = exits(text);
  const differing = (other: string) =>
    compare(committed, exits(other)).filter(({ kind }) => kind === 'different');

  it('holds every exit but those of host interrupts', () => {
    const scenes = text.slice(text.indexOf(': SCENE 1\n'));
    const all = scenes.match(/kvm_exit:/g)!.length;
    const host = scenes.match(/reason interrupt /g)!.length;
    expect(host).toBeGreaterThan(0);
    expect(committed.flatMap((scene) => scene.exits).length).toBe(all - host);
  });

  it('does not depend on clocks, process ids, or what else the host ran', () => {
    const later = text.replace(/(?<=\[000\] \S{5} +)\d+/g, (clock) => String(Number(clock) * 2 + 1));
    expect(differing(later)).toEqual([]);
    expect(differing(text.replaceAll('vmm-95 ', 'vmm-42 '))).toEqual([]);
    expect(differing(without(text, /sched_switch|irq_handler_entry|local_timer_entry/))).toEqual([]);
  });

  it('shows another reason, another address and a lost exit, in their scene', () => {
    expect(differing(text.replace('reason cpuid rip 0x11ac', 'reason msr rip 0x11ac'))).toEqual([
      { kind: 'different', marker: 2, at: 0, committed: 'cpuid @ 0x11ac', recorded: 'msr @ 0x11ac' },
    ]);
    expect(differing(text.replace('reason cpuid rip 0x11b3', 'reason cpuid rip 0x11b4'))).toMatchObject([
      { marker: 2, at: 1, recorded: 'cpuid @ 0x11b4' },
    ]);
    const pair = new RegExp('kvm_exit: vcpu 0 reason hypercall rip 0x1273|kvm_entry: vcpu 0, rip 0x1276');
    expect(differing(without(text, pair))).toMatchObject([
      { marker: 9, at: 1, committed: 'hypercall @ 0x1273' },
    ]);
  });

  it('refuses a damaged trace with file and line', () => {
    expect(() => exits(without(text, /SCENE 12$/))).toThrow(TraceError);
    expect(() => exits(without(text, /SCENE 12$/))).toThrow(/^t:\d+: found the marker of scene 13/);
  });
});

suite('pages touched before', () => {
  const { text } = readRawTrace('nested');

  it('leaves first touches to the start and to their own scene; other faults are devices', () => {
    const faults = exits(text).flatMap(({ marker, exits }) => {
      const count = exits.filter((exit) => exit.startsWith('npf ')).length;
      return count > 0 ? [[marker, count]] : [];
    });
    const [start, ...others] = faults;
    expect(start![0]).toBe(1);
    // 5: a device; 7: first touches; 16, 17, 19: the APIC.
    expect(others).toEqual([
      [5, 3],
      [7, 4],
      [16, 5],
      [17, 1],
      [19, 2],
    ]);
  });

  it.each([
    ['nested', 73],
    ['shadow', 113],
  ] as const)('%s paging has %i exits, markers left out, as the README says', (paging, total) => {
    const scenes = exits(readRawTrace(paging).text);
    expect(scenes.reduce((sum, scene) => sum + scene.exits.length - 1, 0)).toBe(total);
  });
});

suite('describe', () => {
  it('says where a scene parts, and names the figure’s scenes', () => {
    expect(describe({ kind: 'equal', marker: 2, exits: 3 })).toMatch(/^ 2 cpuid +equal +exits: 3$/);
    expect(
      describe({ kind: 'different', marker: 11, at: 4, committed: 'io @ 0x1', recorded: undefined }),
    ).toMatch(/^11 cr3 +DIFFERENT +exit 5: found no more exits; expected io @ 0x1$/);
  });
});
