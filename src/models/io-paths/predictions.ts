/** Why: “predict, then see”. The right answer is read off the hop or the simulation that follows. */
import type { Prediction } from '../../lib/trace.ts';
import { HANDLER, type Hop } from './hops.ts';
import type { Told } from './stream.ts';
import type { Counts, Road, Settings } from './types.ts';

function ask(key: string, ids: readonly string[], answer: string): Prediction {
  return {
    question: { key: `ask-${key}` },
    options: ids.map((id) => ({ id, label: { key: `option-${id}` } })),
    answer,
  };
}

const WORKER: Readonly<Record<Road, string>> = {
  e1000: 'qemu',
  virtio: 'qemu',
  vhost: 'vhost',
  vfio: 'card',
};
const count = (value: number) => (value === 0 ? 'none' : value === 1 ? 'one' : 'two');

/** The question before a hop. */
export function askHop({ road, scene }: Settings, hop: Hop): Prediction | undefined {
  switch (hop.ask) {
    case 'doorbell':
      return ask('doorbell', ['to-kvm', 'to-qemu', 'stays'], hop.vcpu === 'kvm' ? 'to-kvm' : 'stays');
    case 'handler':
      return ask(`handler-${scene}`, ['kvm', 'qemu', 'vhost'], WORKER[road]);
    case 'meanwhile':
      return ask('meanwhile', ['waits', 'resumes', 'follows'], hop.vcpu === 'driver' ? 'resumes' : 'waits');
    case 'copy':
      return ask('copy', ['none', 'one', 'two'], count(hop.cost?.copies ?? 0));
    case 'registers': {
      const exits = HANDLER.reduce((sum, { cost }) => sum + (cost?.exits ?? 0), 0);
      return ask('registers', ['none', 'one', 'six'], exits === 6 ? 'six' : count(exits));
    }
    case 'delivery':
      return ask('delivery', ['none', 'one', 'two'], count(hop.cost?.exits ?? 0));
    case 'arrival':
      return ask('arrival', ['in-host', 'in-guest-card'], hop.packet === 'tap' ? 'in-host' : 'in-guest-card');
    case undefined:
      return undefined;
  }
}

/** How many of the packets rang: the bins of the last question. */
function share(part: number, all: number): string {
  if (part === 0) return 'none-at-all';
  if (part <= all / 10) return 'few';
  return part < all ? 'many' : 'every';
}

/** The question before an event of the stream: about the second packet, the third kick or quiet, a full ring, and the sum. */
export function askStream(
  { road }: Settings,
  { event, still, counts }: Told,
  before: Counts,
): Prediction | undefined {
  switch (event) {
    case 'give':
      if (still.packet !== 1 && still.packet !== 3) return undefined;
      return road === 'e1000' || road === 'vfio'
        ? ask('exit', ['exit', 'no-exit'], counts.exits > before.exits ? 'exit' : 'no-exit')
        : ask('kick', ['kick', 'no-kick'], still.kicked ? 'kick' : 'no-kick');
    case 'full':
      return ask('full', ['drops', 'overwrites', 'stops'], still.driver === 'stopped' ? 'stops' : 'drops');
    case 'end':
      return ask(
        road === 'vfio' ? 'exits-sum' : 'kicks-sum',
        ['none-at-all', 'few', 'many', 'every'],
        share(road === 'vfio' ? counts.exits : counts.kicks, still.sent),
      );
    case 'wake':
    case 'pick':
    case 'finish':
    case 'handle':
    case 'sleep':
      return undefined;
  }
}
