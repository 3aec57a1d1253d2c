/** Why: the model as a figure sees it: a scenario in, a trace out. */
import type { Step, Trace } from '../../lib/trace';
import { playBurst } from './burst';
import {
  playEmulatedBurst,
  playEmulatedDisk,
  playEmulatedFlood,
  playEmulatedReceive,
  playEmulatedSend,
} from './emulated';
import { playFlood, playReceive } from './inbound';
import { Machine } from './machine';
import { playDisk, playSend } from './outbound';
import { PROVENANCE } from './provenance';
import { playRing } from './ring-minus-one';
import type { Counts, DeviceId, SceneId, VmbusScenario, VmbusState } from './types';

type Play = (machine: Machine) => void;

const PLAYS: Readonly<Record<SceneId, Readonly<Record<DeviceId, Play>>>> = {
  send: { synthetic: playSend, emulated: playEmulatedSend },
  burst: { synthetic: playBurst, emulated: playEmulatedBurst },
  receive: { synthetic: playReceive, emulated: playEmulatedReceive },
  flood: { synthetic: playFlood, emulated: playEmulatedFlood },
  disk: { synthetic: playDisk, emulated: playEmulatedDisk },
  ring: { synthetic: playRing, emulated: playRing },
};

/** A scene played to its end, without its last step. */
export function play(scenario: VmbusScenario): Machine {
  const machine = new Machine(scenario);
  PLAYS[scenario.scene][scenario.device](machine);
  return machine;
}

function tellEnd(machine: Machine, totals: Readonly<Record<DeviceId, Counts>>): void {
  const { scene, device } = machine.scenario;
  if (scene === 'ring') return;
  const { synthetic, emulated } = totals;
  machine.tell({
    id: 'end',
    caption: {
      key: `end.${device}`,
      values: {
        packets: totals[device].packets,
        messages: synthetic.messages,
        signals: synthetic.signalsToRoot + synthetic.signalsToChild,
        toRoot: synthetic.signalsToRoot,
        intercepts: emulated.intercepts,
      },
    },
    focus: ['hypervisor'],
  });
}

/**
 * The story of one scene. Pure and total over the scenario type. Steps count in `steps`: the model knows order, not time.
 * Step ids: `start`, what happens (`queue`, `write`, `signal`, …), `end` (`name` in the scene `ring`).
 */
export function runVmbus(scenario: VmbusScenario): Trace<VmbusState> {
  const machine = play(scenario);
  const other: DeviceId = scenario.device === 'synthetic' ? 'emulated' : 'synthetic';
  const mine: Counts = { ...machine.counts };
  const theirs: Counts = { ...play({ ...scenario, device: other }).counts };
  const totals =
    scenario.device === 'synthetic'
      ? { synthetic: mine, emulated: theirs }
      : { synthetic: theirs, emulated: mine };
  tellEnd(machine, totals);
  const steps = machine.steps.map(({ told, state }, at): Step<VmbusState> => ({
    id: told.id,
    at,
    unit: 'steps',
    state: { ...state, totals },
    caption: told.caption,
    focus: told.focus,
    ...(told.ask ? { ask: told.ask } : {}),
  }));
  return { source: 'model', provenance: PROVENANCE, steps };
}
