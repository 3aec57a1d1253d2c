import { describe, expect, it } from 'vitest';
import nested from '../../../content/recordings/kvm-nested.json';
import shadow from '../../../content/recordings/kvm-shadow.json';
import { countReasons, exitsOf, type SceneExits } from './exits';
import type { Recording } from './lines';

const recordings = { nested, shadow } as unknown as Record<'nested' | 'shadow', Recording>;
const all = Object.values(recordings).flatMap((recording) =>
  recording.scenes.map((scene): [string, SceneExits] => [
    `${recording.id} ${scene.id}`,
    exitsOf(recording, scene.id),
  ]),
);

describe.each(all)('%s', (_, scene) => {
  it('tells every raw line exactly once, in order', () => {
    const spans = [
      scene.opening,
      ...scene.exits.flatMap(({ spans: { exit, handle, wait, user, entry } }) =>
        [exit, handle, wait, user, entry].filter(([from, to]) => to > from),
      ),
      scene.closing,
    ];
    const covered = spans.flatMap(([from, to]) => Array.from({ length: to - from }, (__, i) => from + i));
    // Lines between an entry and the next exit are the host's own (none in these scenes).
    expect(covered).toEqual(scene.lines.map((__, i) => i));
  });

  it('knows the instruction of every exit, and goes on at it or after it', () => {
    const between = scene.lines.slice(scene.opening[1], scene.closing[0]);
    expect(scene.exits).toHaveLength(between.filter((line) => line.name === 'kvm_exit').length);
    for (const exit of scene.exits) {
      expect(exit.instruction, `0x${exit.rip.toString(16)}`).not.toBe('');
      expect(exit.entryRip).toBeGreaterThanOrEqual(exit.rip);
      expect(exit.entryRip - exit.rip).toBeLessThan(16);
      expect(exit.spans.handle[1]).toBeGreaterThan(exit.spans.handle[0]);
    }
  });

  it('counts each exit once', () => {
    const counts = Object.values(countReasons(scene.exits)).reduce((sum, count) => sum + count, 0);
    expect(counts).toBe(scene.exits.length);
  });
});

it('a heavy exit is one that the VMM answered: port and device accesses, nothing else', () => {
  for (const [, scene] of all)
    for (const exit of scene.exits) {
      expect(exit.heavy, `${scene.id} ${exit.n}`).toBe(/^(pio|mmio)/.test(exit.work.kind));
      expect(exit.vmmSaid !== '').toBe(exit.heavy);
    }
});

it('16 CR3 loads: none leaves the guest under nested paging; under shadow paging all do, and two faults fill the new tables', () => {
  expect(exitsOf(recordings.nested, 'cr3').exits).toHaveLength(0);
  const { exits } = exitsOf(recordings.shadow, 'cr3');
  expect(exits).toHaveLength(18);
  expect(countReasons(exits)).toEqual({ write_cr3: 16, PF: 2 });
});

it('only HLT puts the thread of the vCPU to sleep', () => {
  for (const [, scene] of all)
    for (const exit of scene.exits) {
      expect(exit.waited > 0).toBe(exit.reason === 'hlt');
      expect(exit.spans.wait[1] > exit.spans.wait[0]).toBe(exit.reason === 'hlt');
    }
});

it('does not know scenes that were not recorded', () => {
  expect(() => exitsOf(recordings.nested, 'cr4')).toThrow('recording "kvm-nested" has no scene "cr4"');
});
