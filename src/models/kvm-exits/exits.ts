/**
 * Why: from raw lines to exits: where the guest was, who handled it, when it went on. The exit that the
 * next scene's marker causes is instrumentation: it is told apart here and counted nowhere.
 */
import { linesOf, type Line, type RecordedScene, type Recording } from './lines.ts';
import { workOf, type Work } from './work.ts';

/** `[from, to)` in the scene's lines. */
export type Span = readonly [from: number, to: number];

export interface Exit {
  /** From 1. */
  readonly n: number;
  /** As KVM names it, one word: `cpuid`, `io`, `npf`, `PF`, `write_cr3`, … */
  readonly reason: string;
  readonly rip: number;
  /** The guest's instruction at `rip`. */
  readonly instruction: string;
  readonly ring: 0 | 3;
  readonly work: Work;
  /** Went to the VMM in user space. */
  readonly heavy: boolean;
  /** What the VMM noted, if it was asked. */
  readonly vmmSaid: string;
  /** Clock ticks that the vCPU's thread slept, by KVM's own account; 0 if it did not. The clock jumps then: no instruction runs. */
  readonly waited: number;
  /** Where the guest goes on. */
  readonly entryRip: number;
  readonly injects: 'nothing' | 'interrupt' | 'fault';
  readonly spans: {
    readonly exit: Span;
    readonly handle: Span;
    /** Empty unless the thread slept. */
    readonly wait: Span;
    /** Empty unless `heavy`. */
    readonly user: Span;
    readonly entry: Span;
  };
}

export interface SceneExits {
  readonly id: string;
  readonly program: RecordedScene['program'];
  /** All raw lines, those of the markers included. */
  readonly lines: readonly Line[];
  /** From the marker's line to the first entry. */
  readonly opening: Span;
  /** The exit of the next scene's marker. */
  readonly closing: Span;
  readonly exits: readonly Exit[];
}

const number = (line: Line, pattern: RegExp) => Number(pattern.exec(line.args)?.[1] ?? Number.NaN);

function exitOf(n: number, lines: readonly Line[], from: number, entry: number, scene: RecordedScene): Exit {
  const line = lines[from]!;
  const between = lines.slice(from, entry + 1);
  /** Index in the scene's lines of the first such line after the exit, or -1. */
  const find = (test: (each: Line) => boolean) => {
    const i = between.findIndex(test);
    return i === -1 ? -1 : from + i;
  };
  const rip = number(line, /rip (0x\w+)/);
  const reason = /reason (\S+)/.exec(line.args)?.[1] ?? '';
  const found = scene.program.find(([address]) => address === rip);
  const userFrom = find((each) => each.name === 'kvm_userspace_exit');
  const userTo = find((each) => each.name === 'sys_ioctl' && each.args.startsWith('('));
  const heavy = userFrom !== -1;
  const sleep = heavy ? -1 : find((each) => each.name === 'sched_switch');
  const wake = find((each) => each.name === 'kvm_vcpu_wakeup');
  const injected = find((each) => each.name === 'kvm_apic_accept_irq' || each.name === 'kvm_inj_virq');
  const entryFrom = heavy ? userTo + 1 : sleep === -1 ? entry : injected === -1 ? entry : injected;
  const handleTo = heavy ? userFrom + 1 : sleep === -1 ? entryFrom : sleep;
  return {
    n,
    reason,
    rip,
    instruction: found?.[1] ?? '',
    ring: found?.[2] ?? 0,
    work: workOf(reason, between),
    heavy,
    vmmSaid: between.find((each) => each.args.startsWith('VMM '))?.args ?? '',
    waited: wake === -1 ? 0 : number(lines[wake]!, /wait time (\d+)/),
    entryRip: number(lines[entry]!, /rip (0x\w+)/),
    injects: between.some((each) => each.name === 'kvm_inj_exception')
      ? 'fault'
      : injected === -1
        ? 'nothing'
        : 'interrupt',
    spans: {
      exit: [from, from + 1],
      handle: [from + 1, handleTo],
      wait: sleep === -1 ? [entryFrom, entryFrom] : [sleep, entryFrom],
      user: heavy ? [userFrom + 1, userTo + 1] : [entryFrom, entryFrom],
      entry: [entryFrom, entry + 1],
    },
  };
}

/** The exits of one recorded scene. @throws Error when the scene is not in the recording or an exit has no entry */
export function exitsOf(recording: Recording, id: string): SceneExits {
  const scene = recording.scenes.find((each) => each.id === id);
  if (!scene) throw new Error(`recording "${recording.id}" has no scene "${id}"`);
  const lines = linesOf(recording, scene);
  const indexes = (name: string) => lines.flatMap((line, i) => (line.name === name ? [i] : []));
  const out = indexes('kvm_exit');
  const entries = indexes('kvm_entry');
  const closing = out.at(-1) ?? lines.length;
  const exits = out.slice(0, -1).map((from, i) => {
    const entry = entries.find((each) => each > from);
    if (entry === undefined) throw new Error(`scene "${id}": exit ${i + 1} has no entry`);
    return exitOf(i + 1, lines, from, entry, scene);
  });
  return {
    id,
    program: scene.program,
    lines,
    opening: [0, (entries[0] ?? 0) + 1],
    closing: [closing, lines.length],
    exits,
  };
}

/** How many exits of each reason, in the order in which the reasons first appear. */
export function countReasons(exits: readonly Exit[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { reason } of exits) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
