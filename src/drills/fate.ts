/** Why: trap, VM exit, hypercall or silent failure: what becomes of an instruction, which ones share a fate, and how often. */
import { runRings } from '../models/rings/run';
import {
  CPUS,
  OUTCOMES,
  PROGRAMS,
  TECHNIQUES,
  type Counts,
  type CpuId,
  type Outcome,
  type ProgramId,
  type Technique,
} from '../models/rings/types';
import { gap, numberOf, oneOf, same, say, type Choice, type Drill, type Make, type Words } from './drill';
import type { Random } from './random';
import { OUTCOME, programWords, TECHNIQUE } from './rings-words';

/** On bare metal there is nobody to trap to. */
const VIRTUAL = TECHNIQUES.filter((technique) => technique !== 'bare');

interface Fate {
  readonly program: ProgramId;
  readonly technique: Technique;
  readonly label: string;
  readonly text: string;
  readonly outcome: Outcome;
}

const refOf = (program: ProgramId, technique: Technique, cpu: CpuId) => `${program}.${technique}.${cpu}`;
const endOf = (program: ProgramId, technique: Technique, cpu: CpuId) =>
  runRings({ program, technique, cpu }).steps.at(-1)!.state;

/** What became of the key instructions of a program. */
const fatesOf = (program: ProgramId, technique: Technique, cpu: CpuId): readonly Fate[] =>
  endOf(program, technique, cpu).lines.flatMap(({ key, outcome, label, text }) =>
    key && outcome ? [{ program, technique, label, text, outcome }] : [],
  );

/** The step that settles it: the last of the instruction's own. */
function stepOf({ program, technique, label }: Fate, cpu: CpuId): string {
  const { steps } = runRings({ program, technique, cpu });
  const settled = steps.find(
    ({ state }) => state.lines[state.line]?.label === label && state.outcome !== null,
  );
  return settled?.id ?? label;
}

const lower = ({ en }: Words) => en.charAt(0).toLowerCase() + en.slice(1);

function single(random: Random): Drill {
  const program = random.pick(PROGRAMS);
  const technique = random.pick(VIRTUAL);
  const cpu = random.pick(CPUS);
  const fate = random.pick(fatesOf(program, technique, cpu));
  const at = stepOf(fate, cpu);
  const elsewhere = TECHNIQUES.flatMap((other) =>
    fatesOf(program, other, cpu).filter(({ label }) => label === fate.label),
  ).map((other): Choice => ({
    id: other.outcome,
    text: OUTCOME[other.outcome],
    why: say(
      `That becomes of it under another technique: ${TECHNIQUE[other.technique].en}, step \`${stepOf(other, cpu)}\`.`,
      `换一种技术才会这样：${TECHNIQUE[other.technique]['zh-cn']}，步骤 \`${stepOf(other, cpu)}\`。`,
    ),
  }));
  const never = OUTCOMES.map((outcome): Choice => ({
    id: outcome,
    text: OUTCOME[outcome],
    why: say(
      `Step \`${at}\` shows something else: ${lower(OUTCOME[fate.outcome])}.`,
      `步骤 \`${at}\` 显示的不是这样，而是：${OUTCOME[fate.outcome]['zh-cn']}。`,
    ),
  }));
  const right: Choice = {
    id: fate.outcome,
    text: OUTCOME[fate.outcome],
    why: say(
      `Step \`${at}\`: this is how the line ends with ${TECHNIQUE[technique].en}.`,
      `步骤 \`${at}\`：技术为${gap(TECHNIQUE[technique]['zh-cn'])}时，这一行的结局就是如此。`,
    ),
  };
  const before = endOf(program, technique, cpu).lines.map(({ text }) => `\`${text}\``);
  const about = programWords(program);
  return {
    ...oneOf(random, right, [...random.shuffle(elsewhere), ...random.shuffle(never)]),
    difficulty: 2,
    topic: 'cpu',
    stem: say(
      `${about.en}: ${before.join(', ')}.\nTechnique: ${TECHNIQUE[technique].en}; CPU: ${cpuName(cpu)}.\nWhat becomes of \`${fate.text}\`?`,
      `${about['zh-cn']}：${before.join('、')}。\n技术：${TECHNIQUE[technique]['zh-cn']}；CPU：${cpuName(cpu)}。\n\`${fate.text}\` 的结局是什么？`,
    ),
    proof: { figure: 'rings', ref: refOf(program, technique, cpu), at },
  };
}

/** `sandy-bridge` → Sandy Bridge. */
const cpuName = (cpu: CpuId) =>
  cpu
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** Each key instruction once; only those of which every program that holds them tells the same. */
function clearFates(technique: Technique, cpu: CpuId): readonly Fate[] {
  const all = PROGRAMS.flatMap((program) => fatesOf(program, technique, cpu));
  return all.filter(
    (fate, i) =>
      all.findIndex(({ text }) => text === fate.text) === i &&
      all.every(({ text, outcome }) => text !== fate.text || outcome === fate.outcome),
  );
}

/** Outcomes that some share and some do not. */
const sharedIn = (fates: readonly Fate[]) =>
  OUTCOMES.filter((outcome) => {
    const many = fates.filter((fate) => fate.outcome === outcome).length;
    return many >= 2 && fates.length - many >= 3;
  });

/** Which of five instructions share a fate. */
function several(random: Random): Drill {
  const cpu = random.pick(CPUS);
  const found = random.shuffle(VIRTUAL).find((each) => sharedIn(clearFates(each, cpu)).length > 0);
  if (found === undefined) throw new Error('no technique has an outcome that two instructions share');
  const technique = found;
  const clear = clearFates(technique, cpu);
  const outcome = random.pick(sharedIn(clear));
  const chosen = 2 + random.below(2);
  const right = random.shuffle(clear.filter((fate) => fate.outcome === outcome)).slice(0, chosen);
  const wrong = random.shuffle(clear.filter((fate) => fate.outcome !== outcome)).slice(0, 5 - right.length);
  const options = random.shuffle([...right, ...wrong]).map((fate): Choice => ({
    id: `${fate.program}-${fate.label}`,
    text: same(`\`${fate.text}\``),
    why: say(
      `${OUTCOME[fate.outcome].en}: step \`${stepOf(fate, cpu)}\` of its program.`,
      `${OUTCOME[fate.outcome]['zh-cn']}：见它所在程序的步骤 \`${stepOf(fate, cpu)}\`。`,
    ),
  }));
  const first = right[0]!;
  return {
    kind: 'multiple',
    difficulty: 3,
    topic: 'cpu',
    stem: say(
      `Technique: ${TECHNIQUE[technique].en}; CPU: ${cpuName(cpu)}.\nTo which of these instructions does this happen: “${OUTCOME[outcome].en}”?`,
      `技术：${TECHNIQUE[technique]['zh-cn']}；CPU：${cpuName(cpu)}。\n下列指令中，哪些的结局是“${OUTCOME[outcome]['zh-cn']}”？`,
    ),
    options,
    answer: right.map((fate) => `${fate.program}-${fate.label}`),
    proof: { figure: 'rings', ref: refOf(first.program, technique, cpu), at: stepOf(first, cpu) },
  };
}

/** What each technique is counted by. */
const COUNTED: Readonly<Partial<Record<Technique, readonly [keyof Counts, Words]>>> = {
  deprivileged: ['traps', say('traps to the VMM', '陷入 VMM')],
  'xen-32': ['hypercalls', say('hypercalls', '超级调用')],
  'xen-64': ['hypercalls', say('hypercalls', '超级调用')],
  hardware: ['exits', say('VM exits', 'VM 退出')],
};
const STORIES = PROGRAMS.filter((program) => !program.startsWith('i-'));

function count(random: Random): Drill {
  const technique = random.pick(TECHNIQUES.filter((each) => COUNTED[each] !== undefined));
  const program = random.pick(STORIES);
  const cpu = random.pick(CPUS);
  const [name, what] = COUNTED[technique]!;
  const end = endOf(program, technique, cpu);
  const guesses = TECHNIQUES.flatMap((other) => {
    const counted = COUNTED[other];
    if (!counted || other === technique) return [];
    const n = endOf(program, other, cpu).counts[counted[0]];
    return {
      n,
      why: say(
        `So many ${counted[1].en} it is with ${TECHNIQUE[other].en}, at its step \`end\`.`,
        `这是另一种技术的次数：${TECHNIQUE[other]['zh-cn']}，步骤 \`end\` 显示${gap(counted[1]['zh-cn'])}共 ${n} 次。`,
      ),
    };
  });
  const lines = {
    n: end.lines.length,
    why: say(
      'This is the number of lines; not every one of them leaves the guest.',
      '这是程序的行数；并不是每一行都会离开客户机。',
    ),
  };
  const n = end.counts[name];
  const right = {
    n,
    why: say(`Step \`end\` counts ${n}.`, `步骤 \`end\` 的计数是 ${n}。`),
  };
  const listing = end.lines.map(({ text }) => `\`${text}\``);
  const about = programWords(program);
  return {
    ...numberOf(random, 'end', right, [...guesses, lines], (value) => same(String(value))),
    difficulty: 3,
    topic: 'cpu',
    stem: say(
      `${about.en}: ${listing.join(', ')}.\nTechnique: ${TECHNIQUE[technique].en}; CPU: ${cpuName(cpu)}.\nHow many ${what.en} are there until the end?`,
      `${about['zh-cn']}：${listing.join('、')}。\n技术：${TECHNIQUE[technique]['zh-cn']}；CPU：${cpuName(cpu)}。\n到结束时，${gap(what['zh-cn']).trimStart()}共有多少次？`,
    ),
    proof: { figure: 'rings', ref: refOf(program, technique, cpu), at: 'end' },
  };
}

export const make: Make = (random) => random.pick([single, single, several, count])(random);
