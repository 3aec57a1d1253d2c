/** Why: a cgroup scene with settings of chance, and the words that tell a reader all of it. */
import { spellEdits, type Edit } from '../models/cgroups/edits';
import { TAKES_MIB } from '../models/cgroups/loads';
import { SLOWED } from '../models/cgroups/memory';
import { runCgroups, type CgroupsState } from '../models/cgroups/run';
import type { SceneId } from '../models/cgroups/scenes';
import {
  CPUS,
  DEFAULTS,
  FILE,
  MAX,
  PATH,
  PROCESSES,
  TICK_MS,
  VALUES,
  type GroupId,
  type KnobName,
  type Load,
} from '../models/cgroups/types';
import type { Step } from '../lib/trace';
import { say, type Words } from './drill';
import type { Random } from './random';

const LOAD: Readonly<Record<Load, Words>> = {
  idle: say('idles', '空闲'),
  cpu: say('computes on every CPU it can get', '占满能用的 CPU'),
  memory: say(
    `takes ${TAKES_MIB} MiB of memory every ${TICK_MS} ms and keeps it`,
    `每 ${TICK_MS} ms 申请 ${TAKES_MIB} MiB 内存且不释放`,
  ),
  files: say(
    `reads ${TAKES_MIB} MiB of files every ${TICK_MS} ms`,
    `每 ${TICK_MS} ms 读 ${TAKES_MIB} MiB 文件`,
  ),
  fork: say('forks in each period, as its children do', '每个周期都 fork，子进程也一样'),
  disk: say('writes to the disk without a pause', '不停地写磁盘'),
};
/** As a reader sees it. */
export const path = (group: GroupId) => `\`${PATH[group]}\``;
/** The groups that have limits. */
export const SHOWN: readonly GroupId[] = ['web', 'batch', 'train', 'report'];
const UNIT: Readonly<Record<KnobName, string>> = {
  weight: '',
  quota: ' ms / 100 ms',
  high: ' MiB',
  memory: ' MiB',
  pids: '',
  freeze: '',
  io: ' MiB/s',
};

/** One second of the model. */
export interface Second {
  readonly ref: string;
  readonly steps: readonly Step<CgroupsState>[];
  readonly end: CgroupsState;
  readonly told: Words;
}

function secondOf(scene: SceneId, edits: readonly Edit[]): Second {
  const spelled = spellEdits(edits);
  const { steps } = runCgroups({ scene, edits: spelled });
  const end = steps.at(-1)!.state;
  const { knobs, processes, shifts } = end.setup;
  const set = SHOWN.flatMap((group) =>
    (Object.keys(DEFAULTS) as KnobName[])
      .filter((knob) => knobs[group][knob] !== DEFAULTS[knob])
      .map((knob) => `${path(group)} \`${FILE[knob].v2}\` = ${knobs[group][knob]}${UNIT[knob]}`),
  );
  const busy = PROCESSES.filter((id) => processes[id].load !== 'idle').map((id): Words => {
    const { group, load } = processes[id];
    const shift = shifts[id];
    const en = shift ? ` (periods ${shift.from} to ${shift.to})` : '';
    const zh = shift ? `（第 ${shift.from} 至 ${shift.to} 周期）` : '';
    return say(
      `${id} in ${path(group)} ${LOAD[load].en}${en}`,
      `${id} 在 ${path(group)} 里${LOAD[load]['zh-cn']}${zh}`,
    );
  });
  const rest = PROCESSES.filter((id) => processes[id].load === 'idle');
  const idle = rest.length === 0 ? [] : [rest.map((id) => `${id} (${path(processes[id].group)})`).join(', ')];
  const idleZh = rest.map((id) => `${id}（${path(processes[id].group)}）`).join('、');
  const slow = SHOWN.some((group) => knobs[group].high !== MAX);
  return {
    ref: `${scene}.${spelled}`,
    steps,
    end,
    told: say(
      `${CPUS} CPUs; groups \`/web\`, \`/batch\`, and in it \`/batch/train\`, \`/batch/report\`.\n${set.length > 0 ? `Set: ${set.join('; ')}; all else is default.` : 'All settings are default.'}\n${[...busy.map(({ en }) => en), ...idle.map((names) => `idle: ${names}`)].join('; ')}.${slow ? ` Above \`memory.high\` memory is taken at 1/${1 / SLOWED} of that speed.` : ''}`,
      `${CPUS} 个 CPU；控制组有 \`/web\`、\`/batch\`，后者下面有 \`/batch/train\`、\`/batch/report\`。\n${set.length > 0 ? `设置：${set.join('；')}；其余为默认值。` : '所有设置都是默认值。'}\n${[...busy.map((words) => words['zh-cn']), ...idle.map(() => `空闲：${idleZh}`)].join('；')}。${slow ? `超过 \`memory.high\` 之后，申请内存的速度降到 1/${1 / SLOWED}。` : ''}`,
    ),
  };
}

const set = (random: Random, group: GroupId, knob: KnobName): Edit => ({
  kind: 'set',
  group,
  knob,
  value: random.pick(VALUES[knob]),
});

/** A scene with one to three settings of chance, of files that matter in it. */
export function chance(
  random: Random,
  scenes: readonly SceneId[],
  knobs: readonly KnobName[],
  loads: readonly Load[],
): Second {
  const edits: Edit[] = [];
  for (let n = 1 + random.below(3); n > 0; n--)
    edits.push(set(random, random.pick(SHOWN), random.pick(knobs)));
  if (random.below(2) === 0)
    edits.push({
      kind: 'load',
      process: random.pick(['nginx', 'python', 'sort'] as const),
      load: random.pick(loads),
    });
  if (random.below(4) === 0)
    edits.push({
      kind: 'move',
      process: random.pick(['python', 'sort'] as const),
      group: random.pick(['web', 'train', 'report'] as const),
    });
  return secondOf(random.pick(scenes), edits);
}
