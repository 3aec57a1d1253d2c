/** Why: “predict, then see”. The right answer is read off the legs that the model took. */
import type { Prediction } from '../../lib/trace';
import { KERNEL_RING } from './control';
import type { Leg } from './machine';
import type { LineRun } from './lockstep';
import { isPlain, mnemonic } from './programs';
import type { Technique } from './types';

const option = (id: string) => ({ id, label: { key: `option-${id}` } });
/** Same order everywhere; on bare metal there is no VMM to go to. */
const optionsOf = (technique: Technique, ids: readonly string[]) =>
  ids.filter((id) => technique !== 'bare' || id !== 'vmm').map(option);

const RUNS = ['runs', 'silent', 'vmm', 'kernel'];
const CALLS = ['goes-on', 'vmm', 'kernel'];
/** Meant to lead into the kernel's handler. */
const isCall = ({ instruction: { op } }: LineRun) => op === 'syscall' || op === 'int';

function answerOf(line: LineRun): string {
  const legs = line.legs.slice(
    line.legs.findIndex((leg) => leg.phase === 'run'),
    line.own,
  );
  for (const { control, phase } of legs) {
    if (control.code === 'vmm') return 'vmm';
    if (phase === 'fault' || (line.instruction.ring === 3 && control.code !== 'user')) return 'kernel';
  }
  if (isCall(line)) return 'kernel';
  return line.outcome === 'silent' ? 'silent' : 'runs';
}

/** The question before a leg, if it is one worth asking. */
export function askOf(line: LineRun, leg: Leg, technique: Technique): Prediction | undefined {
  const { instruction } = line;
  if (leg.phase === 'run' && (instruction.key || !isPlain(instruction)))
    return {
      question: {
        key: technique === 'hardware' ? 'ask-nonroot' : 'ask-run',
        values: {
          ins: mnemonic(instruction),
          ring: String(instruction.ring === 3 ? 3 : KERNEL_RING[technique]),
        },
      },
      options: optionsOf(technique, isCall(line) ? CALLS : RUNS),
      answer: answerOf(line),
    };
  if (leg.phase === 'tick' && instruction.op !== 'hlt') {
    const at = line.legs.indexOf(leg);
    const next = leg.control.code === 'vmm' ? leg : line.legs[at + 1];
    return {
      question: { key: 'ask-tick' },
      options: optionsOf(technique, CALLS),
      answer: next?.control.code === 'vmm' ? 'vmm' : next ? 'kernel' : 'goes-on',
    };
  }
  return undefined;
}
