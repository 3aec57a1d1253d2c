/** Why: the model's entrance: a scenario in, its steps out, and the numbers that a question may check. */
import type { Trace } from '../../lib/trace.ts';
import { pathCounts, pathSteps } from './path.ts';
import { PROVENANCE } from './provenance.ts';
import { streamCounts } from './stream.ts';
import { streamSteps } from './stream-steps.ts';
import type { Counts, IoState, Road, Settings } from './types.ts';

export function runIo(settings: Settings): Trace<IoState> {
  const steps = settings.scene === 'stream' ? streamSteps(settings) : pathSteps(settings);
  return { source: 'model', provenance: PROVENANCE, steps };
}

/** Of a whole scene by one road: of one packet, or of the stream's two hundred. */
export const totalsOf = ({ road, scene, pace }: Settings): Counts =>
  scene === 'stream' ? streamCounts(road, pace) : pathCounts({ road, scene, pace });

/** Where the device's state is that a live migration must carry over. */
export const KEPT: Readonly<Record<Road, 'qemu' | 'kernel' | 'card'>> = {
  e1000: 'qemu',
  virtio: 'qemu',
  vhost: 'kernel',
  vfio: 'card',
};

/** `exits`, `switches`, `copies`, `interrupts`, `kicks` of the whole scene; `userSwitches` is `switches`; `stateIn`. */
export function factsOf(trace: Trace<IoState>): Readonly<Record<string, string | number | boolean>> {
  const { settings, counts } = trace.steps.at(-1)!.state;
  return { ...settings, ...counts, userSwitches: counts.switches, stateIn: KEPT[settings.road] };
}
