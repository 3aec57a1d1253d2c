/** Why: the scenes keep the ring's laws, and say what the sources say. */
import { describe, expect, it } from 'vitest';
import { play, runVmbus } from './run';
import { BURST } from './burst';
import { FLOOD } from './inbound';
import { STAGES } from '../split-driver/stages';
import { DEVICES, SCENES, type VmbusScenario } from './types';

const all: VmbusScenario[] = SCENES.flatMap((scene) =>
  DEVICES.flatMap((device) => ([1, 2] as const).map((children) => ({ scene, device, children }))),
);
const last = (scenario: VmbusScenario) => runVmbus(scenario).steps.at(-1)!.state.counts;

describe.each(all)('$scene, $device, $children', (scenario) => {
  const { steps } = runVmbus(scenario);
  const end = steps.at(-1)!.state;

  it('leaves every ring empty, unmasked, with nobody waiting: bytes in are bytes out', () => {
    for (const channel of end.channels)
      for (const ring of [channel.out, channel.in])
        expect(ring).toMatchObject({ toRead: 0, mask: false, pending: 0, slots: [] });
    expect(end.counts.bytesRead).toBe(end.counts.bytesWritten);
  });

  it('never lets an index overtake, and draws exactly the bytes between the two', () => {
    for (const { state, id } of steps)
      for (const channel of state.channels)
        for (const ring of [channel.out, channel.in]) {
          expect(ring.toRead, id).toBe((ring.write - ring.read + ring.size) % ring.size);
          const live = ring.slots.filter(({ mark }) => mark !== 'gone');
          expect(
            live.reduce((sum, { bytes }) => sum + bytes, 0),
            id,
          ).toBe(ring.toRead);
          live.forEach(({ at, bytes }, i) =>
            expect((at + bytes) % ring.size, id).toBe(live[i + 1]?.at ?? ring.write),
          );
        }
  });

  it('counts up only, and never signals more often than it sends', () => {
    steps.reduce((before, { state, id }) => {
      for (const name of Object.keys(state.counts) as (keyof typeof before)[])
        expect(state.counts[name], `${id}: ${name}`).toBeGreaterThanOrEqual(before[name]);
      return state.counts;
    }, steps[0]!.state.counts);
    const { messages, spared, signalsToRoot, signalsToChild, hypercalls, intercepts } = end.counts;
    if (scenario.device === 'emulated') {
      expect(messages + spared + signalsToRoot + signalsToChild).toBe(0);
      expect(intercepts).toBeGreaterThan(0);
    } else if (scenario.scene !== 'ring') {
      // Each message finds its signal due or spared; a freed ring adds one (pending_send_sz).
      expect(signalsToRoot + signalsToChild).toBe(messages - spared + (scenario.scene === 'flood' ? 1 : 0));
      expect(hypercalls).toBe(signalsToRoot + signalsToChild);
      expect(intercepts).toBe(0);
    }
  });

  it('knows both devices’ totals from the first step on', () => {
    expect(end.totals[scenario.device]).toEqual({ ...end.counts });
    for (const { state } of steps) expect(state.totals).toEqual(end.totals);
    const other = scenario.device === 'synthetic' ? 'emulated' : 'synthetic';
    expect(end.totals[other]).toEqual(last({ ...scenario, device: other }));
  });
});

describe('what the sources say', () => {
  const one = (scene: VmbusScenario['scene'], device: VmbusScenario['device'] = 'synthetic') =>
    last({ scene, device, children: 1 });

  it('one packet: one signal each way, 64 bytes for 1,514, one copy', () => {
    expect(one('send')).toMatchObject({
      packets: 1,
      messages: 2,
      signalsToRoot: 1,
      signalsToChild: 1,
      copies: 1,
    });
    const write = runVmbus({ scene: 'send', device: 'synthetic', children: 1 }).steps.find(
      ({ id }) => id === 'write',
    );
    expect(write?.caption.values).toMatchObject({ bytes: 64, from: 3840, to: 3904 });
  });
  it('a burst of 12: two signals to the root, and the ring wraps', () => {
    expect(one('burst')).toMatchObject({ packets: BURST, signalsToRoot: 2, signalsToChild: 2, copies: 8 });
    const { steps } = runVmbus({ scene: 'burst', device: 'synthetic', children: 1 });
    expect(steps.some(({ state }) => state.channels[0]!.out.write < state.channels[0]!.out.read)).toBe(true);
  });
  it('a flood fills the ring to the last packet that leaves a byte, and all frames arrive', () => {
    expect(one('flood')).toMatchObject({ packets: FLOOD, copies: 2 * FLOOD });
    const { steps } = runVmbus({ scene: 'flood', device: 'synthetic', children: 1 });
    const full = steps.find(({ id }) => id === 'full')!.state.channels[0]!.in;
    expect(full).toMatchObject({ toRead: 51 * 80, pending: 80 });
    expect(full.size - full.toRead).toBeLessThanOrEqual(full.pending);
  });
  it('a disk write crosses as 136 bytes and is copied by nobody', () => {
    expect(one('disk')).toMatchObject({ packets: 1, copies: 0, bytesWritten: 136 + 88 });
  });
  it('an emulated device stops the child at every register', () => {
    expect(one('send', 'emulated').intercepts).toBe(4);
    expect(one('burst', 'emulated').intercepts).toBe(4 * BURST);
    expect(one('receive', 'emulated').intercepts).toBe(3);
    expect(one('flood', 'emulated').intercepts).toBe(3 * FLOOD);
    expect(one('disk', 'emulated').intercepts).toBe(12);
  });
  it('a second child has signals of its own, even while the VSP is awake', () => {
    for (const scene of ['send', 'burst', 'disk'] as const)
      expect(last({ scene, device: 'synthetic', children: 2 }).signalsToRoot).toBe(
        one(scene).signalsToRoot + 1,
      );
  });
  it('sending passes the stages in their order', () => {
    const { steps } = runVmbus({ scene: 'send', device: 'synthetic', children: 1 });
    const passed = steps.flatMap(({ state }) => state.stage ?? []);
    expect(passed.filter((stage, i) => stage !== passed[i - 1])).toEqual([...STAGES]);
  });
  it('no CPL is ever −1', () => {
    for (const device of DEVICES)
      for (const { state } of runVmbus({ scene: 'ring', device, children: 1 }).steps)
        expect([0, 3]).toContain(state.cpu?.cpl);
  });
  it('names a child that is not there', () => {
    expect(() => play({ scene: 'send', device: 'synthetic', children: 1 }).ring(1, 'out')).toThrow(
      'there is no child partition 2',
    );
  });
});
