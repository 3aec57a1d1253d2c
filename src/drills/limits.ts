/** Why: who is throttled, how much each group gets, who is killed: a second of the cgroup model under settings of chance. */
import { msOf, rateOf } from '../models/cgroups/captions';
import type { CgroupsState } from '../models/cgroups/run';
import { GROUPS, MAX, PROCESSES, type GroupId, type Limit, type ProcessId } from '../models/cgroups/types';
import type { Step } from '../lib/trace';
import {
  different,
  numberOf,
  oneOf,
  same,
  say,
  type Choice,
  type Drill,
  type Guess,
  type Make,
  type Words,
} from './drill';
import { chance, path, SHOWN, type Second } from './limits-setting';
import type { Random } from './random';

const stem = ({ told }: Second, question: Words) =>
  say(`${told.en}\n${question.en}`, `${told['zh-cn']}\n${question['zh-cn']}`);

function share(random: Random): Drill {
  const second = chance(random, ['weight', 'weight', 'quota'], ['weight', 'quota'], ['cpu', 'idle']);
  const step = random.pick(second.steps.slice(1));
  const { period } = step.state;
  const group = random.pick(SHOWN);
  const right = msOf(period, group);
  const others = SHOWN.filter((id) => id !== group).map((id): Guess => ({
    n: msOf(period, id),
    why: say(`That is what ${path(id)} gets in this period.`, `这是 ${path(id)} 在这个周期得到的时间。`),
  }));
  const past = second.steps.slice(1).map((other): Guess => ({
    n: msOf(other.state.period, group),
    why: say(
      `So much it is in another period: step \`${other.id}\`.`,
      `这是另一个周期的值：步骤 \`${other.id}\`。`,
    ),
  }));
  const { quota } = second.end.setup.knobs[group];
  const plain = [100, 200, 50, ...(quota === MAX ? [] : [quota])].map((n): Guess => ({
    n,
    why: say(
      `The trace has ${right} ms in step \`${step.id}\`: shares run down the tree by weight, and stop at \`cpu.max\`.`,
      `步骤 \`${step.id}\` 显示 ${right} ms：时间按权重沿树往下分，到 \`cpu.max\` 为止。`,
    ),
  }));
  return {
    ...numberOf(
      random,
      step.id,
      {
        n: right,
        why: say(
          `Step \`${step.id}\`: ${path(group)} and what is below it used ${right} of 200 ms.`,
          `步骤 \`${step.id}\`：${path(group)} 及其下级在 200 ms 中用了 ${right} ms。`,
        ),
      },
      [...others, ...past.slice(0, 3), ...plain],
      (n) => same(`${n} ms`),
    ),
    difficulty: 3,
    topic: 'containers',
    stem: stem(
      second,
      say(
        `How much CPU time does ${path(group)} get in period ${period.number} (100 ms)?`,
        `第 ${period.number} 个周期（100 ms）里，${path(group)} 得到多少 CPU 时间？`,
      ),
    ),
    proof: { figure: 'cgroups', ref: second.ref, at: step.id },
  };
}

const NOBODY = say('None of them', '都没有');

/** One answer, several, or none, with the options that go with it. */
function whoever<Id extends string>(
  random: Random,
  all: readonly Id[],
  right: readonly Id[],
  text: (id: Id) => string,
  why: (id: Id) => Words,
  nobody: Words,
): Pick<Drill, 'kind' | 'options' | 'answer'> {
  const choice = (id: Id): Choice => ({ id, text: same(text(id)), why: why(id) });
  const none: Choice = { id: 'none', text: NOBODY, why: nobody };
  if (right.length > 1) return { kind: 'multiple', options: random.shuffle(all.map(choice)), answer: right };
  const correct = right[0] === undefined ? none : choice(right[0]);
  const wrong = all.filter((id) => id !== right[0]).map(choice);
  return oneOf(
    random,
    correct,
    right.length === 1
      ? [...random.shuffle(wrong).slice(0, 2), none, ...wrong]
      : different([], random.shuffle(wrong), 3),
  );
}

function throttled(random: Random): Drill {
  const second = chance(random, ['quota', 'weight'], ['quota', 'quota', 'weight'], ['cpu', 'idle']);
  const { counters } = second.end.period;
  const right = SHOWN.filter((group) => counters[group].throttled > 0);
  const { knobs } = second.end.setup;
  const limit = (value: Limit) => (value === MAX ? MAX : `${value} ms`);
  return {
    ...whoever(
      random,
      SHOWN,
      right,
      path,
      (group) =>
        say(
          `Step \`period-10\`: \`nr_throttled\` = ${counters[group].throttled}; used ${Math.round(counters[group].cpuMs)} ms, own \`cpu.max\` ${limit(knobs[group].quota)}.`,
          `步骤 \`period-10\`：\`nr_throttled\` = ${counters[group].throttled}；用了 ${Math.round(counters[group].cpuMs)} ms，自己的 \`cpu.max\` 为 ${limit(knobs[group].quota)}。`,
        ),
      say(
        `Step \`period-10\`: \`nr_throttled\` is ${right.length === 0 ? '0 in each group' : 'not 0 everywhere'}.`,
        `步骤 \`period-10\`：\`nr_throttled\` ${right.length === 0 ? '在每个组里都是 0' : '并非处处为 0'}。`,
      ),
    ),
    difficulty: 3,
    topic: 'containers',
    stem: stem(
      second,
      say(
        'After one second, which groups have been throttled (`nr_throttled` of `cpu.stat` above 0)?',
        '一秒之后，哪些控制组被限流过（`cpu.stat` 的 `nr_throttled` 大于 0）？',
      ),
    ),
    proof: { figure: 'cgroups', ref: second.ref, at: 'period-10' },
  };
}

function killed(random: Random): Drill {
  const second = chance(
    random,
    ['memory', 'memory', 'high'],
    ['memory', 'memory', 'high'],
    ['memory', 'files'],
  );
  const { processes } = second.end.period;
  const right = PROCESSES.filter((id) => !processes[id].alive);
  const kill = second.steps.flatMap(({ id, state }) =>
    state.period.happenings.flatMap((each) => (each.kind === 'oom-kill' ? [{ ...each, at: id }] : [])),
  );
  const at = kill[0]?.at ?? 'period-10';
  return {
    ...whoever<ProcessId>(
      random,
      PROCESSES,
      right,
      (id) => id,
      (id) => {
        const { alive, anon, group } = processes[id];
        const mine = kill.find((each) => each.process === id);
        return alive || !mine
          ? say(
              `Step \`period-10\`: it lives in ${path(group)}, with ${Math.round(anon)} MiB that cannot be dropped.`,
              `步骤 \`period-10\`：它还在 ${path(group)} 里运行，占着 ${Math.round(anon)} MiB 不可回收的内存。`,
            )
          : say(
              `Step \`${mine.at}\`: ${path(mine.group)} is full, and it holds the most there: ${Math.round(mine.mib)} MiB.`,
              `步骤 \`${mine.at}\`：${path(mine.group)} 已满，其中它占得最多：${Math.round(mine.mib)} MiB。`,
            );
      },
      right.length === 0
        ? say(
            'Step `period-10`: all four live; no limit was met that reclaim or delay did not mend.',
            '步骤 `period-10`：四个进程都还在；没有哪个上限是回收或减速应付不了的。',
          )
        : say(`Step \`${at}\`: somebody is killed.`, `步骤 \`${at}\`：有进程被杀。`),
    ),
    difficulty: 3,
    topic: 'containers',
    stem: stem(
      second,
      say(
        'Each process begins with 8 MiB. Which ones has the OOM killer ended within one second?',
        '每个进程起初占 8 MiB。一秒之内，哪些进程被 OOM killer 杀掉？',
      ),
    ),
    proof: { figure: 'cgroups', ref: second.ref, at },
  };
}

function counted(random: Random): Drill {
  const pids = random.below(2) === 0;
  const second = pids
    ? chance(random, ['pids'], ['pids', 'pids', 'quota'], ['fork', 'cpu'])
    : chance(random, ['io'], ['io'], ['disk', 'idle']);
  const step = random.pick(second.steps.slice(1));
  const read = ({ state }: Step<CgroupsState>, group: GroupId) =>
    pids ? state.period.pids[group] : rateOf(state.period, group);
  const group = random.pick(
    pids ? (['train', 'batch', 'web'] as const) : (['web', 'batch', 'train'] as const),
  );
  const right = read(step, group);
  const elsewhere = GROUPS.filter((id) => id !== group).map((id): Guess => ({
    n: read(step, id),
    why: say(`That is the number of ${path(id)}.`, `这是 ${path(id)} 的数。`),
  }));
  const later = second.steps.map((other): Guess => ({
    n: read(other, group),
    why: say(`That is the number in another step: \`${other.id}\`.`, `这是另一步的数：\`${other.id}\`。`),
  }));
  const file = pids ? 'pids.max' : 'io.max';
  const limits = SHOWN.flatMap((id): Guess[] => {
    const limit = second.end.setup.knobs[id][pids ? 'pids' : 'io'];
    return limit === MAX
      ? []
      : [
          {
            n: limit,
            why: say(
              `That is \`${file}\` of ${path(id)}, not what it comes to here.`,
              `这是 ${path(id)} 的 \`${file}\`，不是这里的实际值。`,
            ),
          },
        ];
  });
  const unit = (n: number) => (pids ? same(String(n)) : same(`${n} MiB/s`));
  return {
    ...numberOf(
      random,
      step.id,
      {
        n: right,
        why: say(
          `Step \`${step.id}\` shows it for ${path(group)}; a limit holds for a group and all below it.`,
          `步骤 \`${step.id}\` 显示了 ${path(group)} 的值；上限对本组和所有下级生效。`,
        ),
      },
      [...elsewhere, ...later, ...limits],
      unit,
    ),
    difficulty: 3,
    topic: 'containers',
    stem: stem(
      second,
      pids
        ? say(
            `How many processes are in ${path(group)} and below it after period ${step.state.period.number}? (In period 1 each forking process makes the first child.)`,
            `第 ${step.state.period.number} 个周期结束时，${path(group)} 及其下级共有多少个进程？（第 1 个周期里，会 fork 的进程各生出第一个子进程。）`,
          )
        : say(
            `The disk does 100 MiB/s. How fast does ${path(group)} write in period ${step.state.period.number}?`,
            `磁盘的速度是 100 MiB/s。第 ${step.state.period.number} 个周期里，${path(group)} 的写入速度是多少？`,
          ),
    ),
    proof: { figure: 'cgroups', ref: second.ref, at: step.id },
  };
}

export const make: Make = (random) => random.pick([share, share, throttled, killed, killed, counted])(random);
