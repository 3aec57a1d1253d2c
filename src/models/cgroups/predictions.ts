/** Why: “predict, then see”. Each answer is read off the periods that the model computed, whatever the learner has set. */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import { groupName, msOf, rateOf } from './captions';
import { FROZEN_PERIODS, isFrozen } from './loads';
import { NGINX_FROM, SETUP, SORT_TO, type SceneId } from './scenes';
import { GROUPS, MAX, PROCESSES, type GroupId, type Happening, type Period, type Setup } from './types';

const option = (id: string, label: Message = { key: `option-${id}` }) => ({ id, label });

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

/** What happens in period `i` for the first time. */
const first = (periods: readonly Period[], kind: Happening['kind'], i: number) =>
  periods.slice(0, i).some((before) => before.happenings.some((happening) => happening.kind === kind))
    ? undefined
    : periods[i]!.happenings.find((happening) => happening.kind === kind);

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
      question: { key: 'ask-full', values: { group: groupName(kill.group) } },
      options: ['enomem', 'waits', 'killed', 'swap'].map((id) => option(id)),
      answer: 'killed',
    };
  const refused = first(periods, 'fork-refused', i);
  if (refused)
    return {
      question: { key: 'ask-fork', values: { group: groupName(refused.group) } },
      options: ['killed', 'enomem', 'goes-on', 'eagain'].map((id) => option(id)),
      answer: 'eagain',
    };
  const slowed = first(periods, 'slowed', i);
  if (slowed)
    return {
      question: { key: 'ask-high', values: { group: groupName(slowed.group) } },
      options: ['killed', 'slowed', 'enomem', 'goes-on'].map((id) => option(id)),
      answer: 'slowed',
    };
  switch (scene) {
    case 'weight':
      return askWeight(setup, periods, i);
    case 'quota':
      return askQuota(setup, periods, i);
    case 'freeze':
      return askFreeze(setup, periods, i);
    case 'io':
      return askIo(setup, period, i);
    case 'memory':
    case 'high':
    case 'pids':
      return undefined;
  }
}

/** Asked only where the processes are as the scene has them. */
const unmoved = (scene: 'weight' | 'quota', setup: Setup) =>
  PROCESSES.every((id) => {
    const { group, load } = SETUP[scene].processes[id];
    return setup.processes[id].group === group && setup.processes[id].load === load;
  });

/** When nginx wakes: how much does its weight give it? When sort rests: who gets its time? */
function askWeight(setup: Setup, periods: readonly Period[], i: number): Prediction | undefined {
  if (!unmoved('weight', setup)) return undefined;
  if (i === NGINX_FROM) {
    const { web, batch } = setup.knobs;
    return askNumber(
      { key: 'ask-weight', values: { web: web.weight, batch: batch.weight } },
      msOf(periods[i]!, 'web'),
      [100, 200, 50, 67],
      'option-ms',
    );
  }
  if (i !== SORT_TO.weight + 1) return undefined;
  const more = (group: GroupId) => msOf(periods[i]!, group) - msOf(periods[i - 1]!, group) > 1;
  return {
    question: { key: 'ask-rest' },
    options: ['to-both', 'to-train', 'to-web', 'to-nobody'].map((id) => option(id)),
    answer: more('train') ? (more('web') ? 'to-both' : 'to-train') : more('web') ? 'to-web' : 'to-nobody',
  };
}

/** With company, and when the rest of the machine idles. */
function askQuota(setup: Setup, periods: readonly Period[], i: number): Prediction | undefined {
  const limited = GROUPS.filter((id) => setup.knobs[id].quota !== MAX).at(-1);
  if (limited === undefined || (i !== 1 && !(i === SORT_TO.quota + 1 && unmoved('quota', setup))))
    return undefined;
  return askNumber(
    {
      key: i === 1 ? 'ask-quota' : 'ask-idle',
      values: { group: groupName(limited), quota: setup.knobs[limited].quota },
    },
    msOf(periods[i]!, limited),
    [100, 200, 50, 150],
    'option-ms',
  );
}

function askFreeze(setup: Setup, periods: readonly Period[], i: number): Prediction | undefined {
  const { from } = FROZEN_PERIODS;
  const group = GROUPS.find((id) => isFrozen(setup, id, from));
  if (i !== from || group === undefined) return undefined;
  return {
    question: { key: 'ask-freeze', values: { group: groupName(group) } },
    options: ['freed', 'swap', 'stays', 'halves'].map((id) => option(id)),
    answer: periods[from]!.memory[group] >= periods[from - 1]!.memory[group] ? 'stays' : 'freed',
  };
}

function askIo(setup: Setup, period: Period, i: number): Prediction | undefined {
  const limited = GROUPS.filter((id) => setup.knobs[id].io !== MAX).at(-1);
  if (i !== 1 || limited === undefined) return undefined;
  return askNumber(
    { key: 'ask-io', values: { group: groupName(limited), limit: setup.knobs[limited].io } },
    rateOf(period, limited),
    [10, 50, 100, 5],
    'option-mib-s',
  );
}
