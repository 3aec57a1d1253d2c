/** Why: which ring, which mode, whose code: at one moment of a program under a technique, as the rings model runs it. */
import type { Step } from '../lib/trace';
import { runRings } from '../models/rings/run';
import {
  PROGRAMS,
  TECHNIQUES,
  type Control,
  type ProgramId,
  type RingsState,
  type Technique,
} from '../models/rings/types';
import { gap, oneOf, say, type Choice, type Make, type Words } from './drill';
import { fill } from '../lib/fill';
import { MOMENT, placeWords, programWords, reasonWords, TECHNIQUE } from './rings-words';

const CPU = 'skylake';

interface Seen {
  readonly technique: Technique;
  readonly step: Step<RingsState>;
}

const idOf = ({ ring, mode, code }: Control) => `${mode}-${ring}-${code}`;
const lineOf = ({ state }: Step<RingsState>) => state.lines[state.line];

/** Steps that are a moment of one instruction, and of one that stands in the program once. */
const momentsOf = (program: ProgramId, technique: Technique): readonly Seen[] =>
  runRings({ program, technique, cpu: CPU })
    .steps.filter((step) => {
      const text = lineOf(step)?.text;
      const alone = step.state.lines.filter((line) => line.text === text).length === 1;
      return alone && MOMENT[step.state.phase] !== undefined;
    })
    .map((step) => ({ technique, step }));

const sentence = (template: Words, ins: string): Words =>
  say(fill(template.en, { ins }), fill(template['zh-cn'], { ins }));

/** Where a kernel comes to an instruction of its own: what is taken for the place of a program. */
const KERNELS: readonly Seen[] = TECHNIQUES.flatMap((technique) =>
  momentsOf('interrupts', technique).filter(({ step }) => step.state.phase === 'run'),
);

const kernelElsewhere = ({ technique, step }: Seen): Choice => ({
  id: idOf(step.state.control),
  text: placeWords(step.state.control),
  why: say(
    `A kernel is there, step \`${step.id}\`, when it comes to \`${lineOf(step)?.text ?? ''}\` with ${TECHNIQUE[technique].en}.`,
    `${TECHNIQUE[technique]['zh-cn']}：内核执行到 \`${lineOf(step)?.text ?? ''}\` 时才在那里：步骤 \`${step.id}\`。`,
  ),
});

export const make: Make = (random) => {
  const program = random.pick(PROGRAMS);
  const technique = random.pick(TECHNIQUES);
  const moments = momentsOf(program, technique);
  // Key instructions, and what follows from them, are what the program is about.
  const key = moments.filter(({ step }) => lineOf(step)?.key);
  const { step } = random.pick(random.below(4) === 0 ? moments : key);
  const { control, phase } = step.state;
  const ins = `\`${lineOf(step)?.text ?? ''}\``;
  const listing = `\`${step.state.lines.map(({ text }) => text).join('; ')}\``;

  const right: Choice = {
    id: idOf(control),
    text: placeWords(control),
    why: say(
      `Step \`${step.id}\`: CPL = ${control.ring}. ${reasonWords(technique, control).en}`,
      `步骤 \`${step.id}\`：CPL = ${control.ring}。${reasonWords(technique, control)['zh-cn']}`,
    ),
  };
  const elsewhere = ({ technique: other, step: seen }: Seen): Choice => {
    const place = seen.state.control;
    const here = other === technique;
    return {
      id: idOf(place),
      text: placeWords(place),
      why: here
        ? say(
            `The same run is there at another moment, step \`${seen.id}\`.`,
            `同一次运行在另一时刻才在那里：步骤 \`${seen.id}\`。`,
          )
        : say(
            `So it would be with ${TECHNIQUE[other].en}, step \`${seen.id}\`.`,
            `换成${gap(TECHNIQUE[other]['zh-cn'])}才是这样：步骤 \`${seen.id}\`。`,
          ),
    };
  };
  const all = TECHNIQUES.flatMap((other) => momentsOf(program, other));
  const sameMoment = all.filter(({ step: seen }) => seen.id === step.id);
  const sameLine = all.filter(({ step: seen }) => seen.state.line === step.state.line);
  const candidates = [sameMoment, sameLine, all].flatMap((seen) => random.shuffle(seen)).map(elsewhere);

  const about = programWords(program);
  // Where the VMM does it in the guest's place, the instruction itself never runs.
  const seen = phase === 'run' && control.code === 'vmm' ? 'emulate' : phase;
  const moment = sentence(MOMENT[seen]!, ins);
  return {
    ...oneOf(random, right, [...candidates, ...random.shuffle(KERNELS).map(kernelElsewhere)]),
    difficulty: phase === 'run' ? 2 : 3,
    topic: 'cpu',
    stem: say(
      `${about.en}: ${listing}.\nTechnique: ${TECHNIQUE[technique].en}.\n${moment.en} Where is the CPU at this moment?`,
      `${about['zh-cn']}：${listing}。\n技术：${TECHNIQUE[technique]['zh-cn']}。\n${moment['zh-cn']}此刻 CPU 在哪里？`,
    ),
    proof: { figure: 'rings', ref: `${program}.${technique}.${CPU}`, at: step.id },
  };
};
