/** Why: “predict, then see”. Each answer is read off the periods that the model computed, whatever the learner has set. */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import type { SceneId } from './scenes';
import { GROUPS, MAX, type GroupId, type Happening, type Period, type Setup } from './types';

const cpuOf = (period: Period, group: GroupId) => period.cpu[group].reduce((sum, ms) => sum + ms, 0);
const option = (id: string, label: Message = { key: `option-${id}` }) => ({ id, label });
const group = (id: GroupId) => ({ key: `group-${id}` });

/** Up to four different numbers, the right one among them, in ascending order. */
function numbers(right: number, others: readonly number[]): readonly number[] {
  const all = [...new Set([right, ...others.map(Math.round)])].filter((n) => n >= 0);
  return all.slice(0, 4).sort((a, b) => a - b);
}

function askNumber(question: Message, right: number, others: readonly number[], unit: string): Prediction {
  return {
    question,
    options: numbers(right, others).map((n) => option(`n-${n}`, { key: unit, values: { n } })),
    answer: `n-${right}`,
  };
}

const first = (periods: readonly Period[], kind: Happening['kind'], i: number) =>
  periods[i]!.happenings.find((happening) => happening.kind === kind) &&
  !periods.slice(0, i).some((before) => before.happenings.some((happening) => happening.kind === kind))
    ? periods[i]!.happenings.find((happening) => happening.kind === kind)
    : undefined;

/**
 * The question before period `i`, if it is one worth asking.
 * @param periods all of them, the one at rest first
 */
export function predictionOf(
  scene: SceneId,
  setup: Setup,
  periods: readonly Period[],
  i: number,
): Prediction | undefined {
  const period = periods[i]!;
  const kill = first(periods, 'oom-kill', i);
  if (kill)
    return {
      question: { key: 'ask-full', values: { group: group(kill.group) } },
      options: ['killed', 'enomem', 'swap', 'waits'].map((id) => option(id)),
      answer: 'killed',
    };
  if (first(periods, 'fork-refused', i))
    return {
      question: { key: 'ask-fork', values: { group: group(first(periods, 'fork-refused', i)!.group) } },
      options: ['eagain', 'killed', 'enomem', 'goes-on'].map((id) => option(id)),
      answer: 'eagain',
    };
  const slowed = first(periods, 'slowed', i);
  if (slowed)
    return {
      question: { key: 'ask-high', values: { group: group(slowed.group) } },
      options: ['slowed', 'killed', 'enomem', 'goes-on'].map((id) => option(id)),
      answer: 'slowed',
    };
  if (i !== 1 && !(scene === 'freeze' && i === 4)) return undefined;
  if (scene === 'weight')
    return askNumber(
      { key: 'ask-weight' },
      Math.round(cpuOf(period, 'web')),
      [100, 50, 200, 67],
      'option-ms',
    );
  if (scene === 'quota') {
    const limited = GROUPS.filter((id) => setup.knobs[id].quota !== MAX).at(-1);
    if (limited === undefined) return undefined;
    return askNumber(
      { key: 'ask-quota', values: { group: group(limited), quota: setup.knobs[limited].quota } },
      Math.round(cpuOf(period, limited)),
      [100, 200, 50, 25],
      'option-ms',
    );
  }
  if (scene === 'freeze' && i === 4 && setup.knobs.batch.freeze === 1)
    return {
      question: { key: 'ask-freeze' },
      options: ['stays', 'freed', 'swap', 'halves'].map((id) => option(id)),
      answer: period.memory.batch >= periods[3]!.memory.batch ? 'stays' : 'freed',
    };
  if (scene === 'io') {
    const limited = GROUPS.filter((id) => setup.knobs[id].io !== MAX).at(-1);
    if (limited === undefined) return undefined;
    return askNumber(
      { key: 'ask-io', values: { group: group(limited) } },
      Math.round(period.written[limited] * 10),
      [10, 50, 100, 5],
      'option-mib-s',
    );
  }
  return undefined;
}
