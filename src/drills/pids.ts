/** Why: one process, several numbers: what the namespace model answers to calls put together by chance. */
import { FREE_START } from '../models/namespaces/scenes';
import { play, runFree } from '../models/namespaces/run';
import { shownTo, visibleIn, type Snapshot } from '../models/namespaces/snapshot';
import { readCalls, spellCalls } from '../models/namespaces/spelling';
import type { NamespacesState } from '../models/namespaces/state';
import type { Call, Kernel, Request } from '../models/namespaces/types';
import type { Step } from '../lib/trace';
import {
  against,
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
import type { Random } from './random';

const ROOT_SHELL = 41;

const unshare: Request = { kind: 'unshare', kinds: ['pid'] };
const clone: Request = { kind: 'clone', kinds: ['pid', 'mnt'] };
const fork: Request = { kind: 'fork' };
const proc: Request = { kind: 'mount-proc', at: '/proc' };
/** What may come next; forks most often, so that there is something to number. */
const NEXT: readonly Request[] = [fork, fork, fork, unshare, clone, clone, proc];

const living = (kernel: Kernel) =>
  kernel.tasks.map(({ numbers }) => numbers[0]!.number).filter((pid) => pid >= ROOT_SHELL);

/** Calls of the administrator's shell and of its children, none of them refused; `last` ends them. */
function callsOf(random: Random, last: readonly Request[]): readonly Call[] {
  const calls: Call[] = [];
  let kernel = FREE_START;
  const length = 2 + random.below(4);
  for (let tries = 0; calls.length < length && tries < 60; tries++) {
    const end = calls.length === length - 1;
    const call: Call = { by: random.pick(living(kernel)), request: random.pick(end ? last : NEXT) };
    const twice = calls.at(-1);
    if (twice?.by === call.by && twice.request.kind === call.request.kind && call.request.kind !== 'fork')
      continue;
    // A `proc` of the machine itself shows what was there before.
    const isHost = call.by === ROOT_SHELL && call.request.kind === 'mount-proc';
    const { answers, after } = play(kernel, [call]);
    if (isHost || answers[0]?.kind !== 'done') continue;
    calls.push(call);
    kernel = after;
  }
  return calls;
}

interface Story {
  readonly ref: string;
  readonly steps: readonly Step<NamespacesState>[];
  readonly last: Step<NamespacesState>;
  /** The last call, and its caller as the snapshot before and after it has him. */
  readonly call: Call;
  readonly told: Words;
}

const procOf = (snapshot: Snapshot, pid: number) => snapshot.procs.find((process) => process.pid === pid);
/** Its numbers, from the host's in to its own. */
const numbersOf = (snapshot: Snapshot, pid: number): readonly number[] =>
  (procOf(snapshot, pid)?.nspid ?? '').split(' ').map(Number);
const insideOf = (snapshot: Snapshot, pid: number) => numbersOf(snapshot, pid).at(-1)!;

/** The calls as one would write them, each with the host's number of the process that it made. */
function storyOf(random: Random, last: readonly Request[]): Story {
  let calls: readonly Call[] = [];
  while (calls.length < 2 || !last.includes(calls.at(-1)!.request)) calls = callsOf(random, last);
  const spelled = spellCalls(calls);
  const { steps } = runFree(spelled);
  const lines = steps.slice(1).map(({ state }, i): Words => {
    const { by, text } = state.calls[0]!;
    const before = steps[i]!.state.snapshot;
    const born = state.snapshot.procs.find(({ pid }) => !procOf(before, pid))?.pid;
    return born === undefined
      ? say(`${by}: \`${text}\``, `${by}：\`${text}\``)
      : say(`${by}: \`${text}\` (makes ${born})`, `${by}：\`${text}\`（生成 ${born}）`);
  });
  return {
    ref: `free.${spelled}.follow`,
    steps,
    last: steps.at(-1)!,
    call: readCalls(spelled).at(-1)!,
    told: say(lines.map(({ en }) => en).join(';\n'), lines.map((line) => line['zh-cn']).join('；\n')),
  };
}

const HEAD = say(
  'Numbers before the colon are PIDs on the host; 41 is a shell of root, and so are its children; host PIDs are given out from 100 on.',
  '冒号前是宿主机上的 PID；41 是 root 的 shell，子进程也都是 root；宿主机的新 PID 从 100 起分配。',
);
const stemOf = ({ told }: Story, question: Words): Words =>
  say(
    `${HEAD.en}\n${told.en}.\n${question.en}`,
    `${HEAD['zh-cn']}\n${told['zh-cn']}。\n${question['zh-cn']}`,
  );

/** What the new process, or its parent, takes for its number. */
function numbered(random: Random): Drill {
  const story = storyOf(random, [fork, clone]);
  const { snapshot, viewer: child } = story.last.state;
  const at = story.last.id;
  const parent = story.call.by;
  const asked = random.pick(['own', 'parent', 'returned'] as const);
  const chain = numbersOf(snapshot, child);
  const returned = story.last.state.calls[0]!.result;
  const own = insideOf(snapshot, child);
  const sees = procOf(snapshot, child)!.sees!;
  const right = { own, parent: sees.ppid, returned }[asked];
  const questions: Readonly<Record<typeof asked, Words>> = {
    own: say(`What does \`getpid()\` tell process ${child}?`, `进程 ${child} 调用 \`getpid()\` 得到什么？`),
    parent: say(
      `What does \`getppid()\` tell process ${child}?`,
      `进程 ${child} 调用 \`getppid()\` 得到什么？`,
    ),
    returned: say(
      `What does the last call return to its caller, ${parent}?`,
      `最后一个调用给调用者 ${parent} 的返回值是什么？`,
    ),
  };
  const reasons: Readonly<Record<typeof asked, Words>> = {
    own: say(
      `process ${child} is ${chain.join(', ')} from the host’s namespace in to its own.`,
      `进程 ${child} 从宿主机到自己的命名空间，编号依次是 ${chain.join('、')}。`,
    ),
    parent:
      sees.ppid === 0
        ? say(
            'the parent is outside its PID namespace, so it reads 0.',
            '父进程在它的 PID 命名空间之外，所以是 0。',
          )
        : say('the parent counted in the child’s namespace.', '父进程在子进程的命名空间里的编号。'),
    returned: say(
      'the caller is given the number that the child has in the caller’s own namespace.',
      '调用者得到的是子进程在调用者自己的命名空间里的编号。',
    ),
  };
  const outside = (n: number): Guess => ({
    n,
    why: say(
      `${n} is a number in another namespace: \`NSpid\` of ${child} is ${chain.join(' ')}.`,
      `${n} 是另一个命名空间里的编号：${child} 的 \`NSpid\` 是 ${chain.join(' ')}。`,
    ),
  });
  const others = snapshot.procs
    .filter(({ pid }) => pid !== child && pid >= ROOT_SHELL)
    .map(({ pid }): Guess => ({
      n: insideOf(snapshot, pid),
      why: say(`That is what process ${pid} takes for its own number.`, `这是进程 ${pid} 眼中自己的编号。`),
    }));
  const zero = {
    n: 0,
    why:
      asked === 'parent'
        ? say(
            'Not 0: the parent is in a PID namespace that the child can see.',
            '不是 0：父进程在子进程看得到的 PID 命名空间里。',
          )
        : say('0 is what `fork()` returns in the child.', '0 是 `fork()` 在子进程里的返回值。'),
  };
  const host: Guess = {
    n: parent,
    why: say('That is the caller’s number on the host.', '这是调用者在宿主机上的编号。'),
  };
  return {
    ...numberOf(
      random,
      at,
      {
        n: right,
        why: say(`Step \`${at}\`: ${reasons[asked].en}`, `步骤 \`${at}\`：${reasons[asked]['zh-cn']}`),
      },
      [...chain.map(outside), ...others, zero, host],
      (n) => same(String(n)),
    ),
    difficulty: 3,
    topic: 'containers',
    stem: stemOf(story, questions[asked]),
    proof: { figure: 'namespaces', ref: story.ref, at },
  };
}

const listed = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b).join(' ');

/** What `ps` lists. */
function visible(random: Random): Drill {
  const story = storyOf(random, [fork, clone, proc, proc]);
  const { snapshot, viewer } = story.last.state;
  const at = story.last.id;
  const process = procOf(snapshot, viewer)!;
  const shown = shownTo(snapshot, process);
  const list = (ns: number) => listed(visibleIn(snapshot, ns).map(({ number }) => number));
  const right = shown === undefined ? '' : list(shown);
  const mounted = shown === process.ns.pid;
  const choice = (text: string, why: Words): Choice => ({
    id: `l-${text.replaceAll(' ', '-')}`,
    text: same(`\`${text}\``),
    why,
  });
  const spaces = [...new Set(snapshot.procs.map(({ ns }) => ns.pid))].filter((ns) => ns !== shown);
  const elsewhere = spaces.map((ns) =>
    choice(
      list(ns),
      ns === process.ns.pid
        ? say(
            `So it were if process ${viewer} had mounted a \`proc\` of its own; \`ps\` reads what is mounted.`,
            `只有进程 ${viewer} 挂载了自己的 \`proc\` 才会这样；\`ps\` 读的是已挂载的那个。`,
          )
        : say('Another PID namespace shows this.', '另一个 PID 命名空间里看到的才是这样。'),
    ),
  );
  const below = snapshot.procs.filter(({ ns }) => ns.pid === process.ns.pid);
  const outside = choice(
    listed(below.map(({ pid }) => pid)),
    say('These are numbers of the host.', '这些是宿主机上的编号。'),
  );
  const numbers = right.split(' ').map(Number);
  const own = choice(
    String(insideOf(snapshot, viewer)),
    say(
      'A process sees everyone in the namespace that its `/proc` shows, not itself alone.',
      '进程看到的是 `/proc` 所属命名空间里的全部进程，而不只是自己。',
    ),
  );
  const more = choice(
    listed([...numbers, Math.max(...numbers) + 1]),
    say('One process too many.', '多了一个进程。'),
  );
  const fewer = choice(listed(numbers.slice(0, -1)), say('One process is missing.', '少了一个进程。'));
  const evenMore = choice(
    listed([...numbers, Math.max(...numbers) + 1, Math.max(...numbers) + 2]),
    say('Two processes too many.', '多了两个进程。'),
  );
  const candidates = [...elsewhere, outside, own, more, fewer, evenMore].filter(({ id }) => id !== 'l-');
  return {
    ...oneOf(
      random,
      choice(
        right,
        mounted
          ? say(
              `Step \`${at}\`: its \`/proc\` shows its own PID namespace.`,
              `步骤 \`${at}\`：它的 \`/proc\` 显示的就是它自己的 PID 命名空间。`,
            )
          : say(
              `Step \`${at}\`: its \`/proc\` is still that of an outer PID namespace.`,
              `步骤 \`${at}\`：它的 \`/proc\` 仍属于外层的 PID 命名空间。`,
            ),
      ),
      [...random.shuffle(candidates.slice(0, -2)), ...candidates.slice(-2)].map((each) => ({
        ...each,
        why: against(each.why, at, same(`\`${right}\``)),
      })),
    ),
    difficulty: 3,
    topic: 'containers',
    stem: stemOf(
      story,
      say(
        `Which PIDs does \`ps -e\` list for process ${viewer}? (On the host, 1, 40 and 41 run besides.)`,
        `进程 ${viewer} 执行 \`ps -e\`，会列出哪些 PID？（宿主机上另有进程 1、40 和 41。）`,
      ),
    ),
    proof: { figure: 'namespaces', ref: story.ref, at },
  };
}

export const make: Make = (random) => random.pick([numbered, visible])(random);
