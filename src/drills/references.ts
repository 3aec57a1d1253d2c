/** Why: what one access costs: entries read on a TLB miss, after a hit and after a VM exit, and exits of a whole operation. */
import { RECORDED } from '../figures/address-translation/recordings';
import { EDITS } from '../models/address-translation/story-edit';
import { LOADS } from '../models/address-translation/story-switch';
import { runTranslation } from '../models/address-translation/run';
import {
  depthOf,
  SHAPE,
  SIZES,
  TECHNIQUES,
  type Operation,
  type Scenario,
  type Size,
  type State,
  type Technique,
} from '../models/address-translation/types';
import { numberOf, same, say, type Drill, type Guess, type Make, type Words } from './drill';
import type { Random } from './random';

const ADDRESS = '7f3a5c2d1e48';

const TECHNIQUE: Readonly<Record<Technique, Words>> = {
  native: say('bare metal', '裸机'),
  shadow: say('shadow paging', '影子页表'),
  nested: say('nested paging (EPT, NPT)', '嵌套分页（EPT、NPT）'),
};
const SIZE: Readonly<Record<Size, Words>> = {
  '4l-4k': say('4 levels, 4 KiB pages', '4 级，4 KiB 页'),
  '4l-2m': say('4 levels, 2 MiB pages', '4 级，2 MiB 页'),
  '4l-1g': say('4 levels, 1 GiB pages', '4 级，1 GiB 页'),
  '5l-4k': say('5 levels, 4 KiB pages', '5 级，4 KiB 页'),
};

const refOf = ({ operation, technique, guest, host, detail, address }: Scenario) =>
  [operation, technique, guest, host, detail, address].join('.');

/** State of a step. @throws Error when the story has no such step */
function stateAt(scenario: Scenario, at: string): State {
  const step = runTranslation(scenario, RECORDED).steps.find(({ id }) => id === at);
  if (!step) throw new Error(`${refOf(scenario)} has no step "${at}"`);
  return step.state;
}

const machineOf = ({ technique, guest, host }: Scenario): Words => {
  const upper = SIZE[guest];
  const lower = SIZE[host];
  return technique === 'native'
    ? say(`Bare metal; page tables: ${upper.en}.`, `裸机；页表：${upper['zh-cn']}。`)
    : say(
        `Memory virtualization by ${TECHNIQUE[technique].en}. The guest’s tables: ${upper.en}. The host’s: ${lower.en}.`,
        `内存虚拟化采用${TECHNIQUE[technique]['zh-cn']}。客户机页表：${upper['zh-cn']}。宿主机页表：${lower['zh-cn']}。`,
      );
};

function scenarioOf(random: Random, operation: Operation, techniques: readonly Technique[]): Scenario {
  const technique = random.pick(techniques);
  const guest = random.pick(SIZES);
  const host = technique === 'native' ? '4l-4k' : random.pick(SIZES);
  return { operation, technique, guest, host, detail: 'grouped', address: ADDRESS };
}

/** The same question put to other machines, whose answers are believed to be this one's. */
function neighbours(scenario: Scenario, at: string, read: (state: State) => number): readonly Guess[] {
  const others: Scenario[] = [
    ...TECHNIQUES.map((technique) => ({ ...scenario, technique })),
    ...SIZES.map((guest) => ({ ...scenario, guest })),
    ...(scenario.technique === 'native' ? [] : SIZES.map((host) => ({ ...scenario, host }))),
  ];
  return others.map((other) => {
    const { en, 'zh-cn': zh } = machineOf(other);
    return {
      n: read(stateAt(other, at)),
      why: say(`The answer for another machine. ${en}`, `这是另一种机器的答案。${zh}`),
    };
  });
}

function walk(random: Random): Drill {
  const scenario = scenarioOf(random, 'walk', ['native', 'shadow', 'nested', 'nested']);
  const read = (state: State) => state.counts.perWalk;
  const n = depthOf(SHAPE[scenario.guest]);
  const m = depthOf(SHAPE[scenario.host]);
  const right = read(stateAt(scenario, 'filled'));
  const formula: Readonly<Record<Technique, Words>> = {
    native: say(`${n} levels, one entry each.`, `共 ${n} 级，每级读一个表项。`),
    shadow: say(
      'Shadow tables lead straight to the machine’s page; as deep as the smaller of both pages asks for.',
      '影子页表直接指向机器页，深度由两边较小的页决定。',
    ),
    nested: say(`(${n} + 1) × (${m} + 1) − 1 = ${right}.`, `(${n} + 1) × (${m} + 1) − 1 = ${right}。`),
  };
  const slips: readonly Guess[] =
    scenario.technique === 'nested'
      ? [
          {
            n: n * m,
            why: say(
              'n × m forgets that the guest’s entries themselves are read, and the last walk, for the page.',
              'n × m 漏掉了客户机表项本身，以及最后为数据页做的那次遍历。',
            ),
          },
          {
            n: n + m,
            why: say(
              'n + m takes one walk after the other; but each guest-physical address is walked anew.',
              'n + m 以为两次遍历先后各做一遍；其实每个客户机物理地址都要重新遍历。',
            ),
          },
          {
            n: (n + 1) * (m + 1),
            why: say(
              'One too many: of the page itself no guest entry is read, hence − 1.',
              '多了一次：数据页本身没有客户机表项可读，所以要减 1。',
            ),
          },
        ]
      : [];
  const { en, 'zh-cn': zh } = formula[scenario.technique];
  const shadow = scenario.technique === 'shadow';
  return {
    ...numberOf(
      random,
      'filled',
      { n: right, why: say(`Step \`filled\`: ${en}`, `步骤 \`filled\`：${zh}`) },
      [...slips, ...neighbours(scenario, 'filled', read)],
      (value) => same(String(value)),
    ),
    difficulty: 3,
    topic: 'memory',
    stem: say(
      `${machineOf(scenario).en}\nThe TLB misses${shadow ? ', and the shadow entry is there' : ''}.\nHow many page-table entries does the CPU read until it knows the address?`,
      `${machineOf(scenario)['zh-cn']}\nTLB 未命中${shadow ? '，影子表项已经建好' : ''}。\nCPU 要读多少个页表项才能得到地址？`,
    ),
    proof: { figure: 'address-translation', ref: refOf(scenario), at: 'filled' },
  };
}

const TLB_STEPS = ['miss', 'hit', 'again'] as const;

function tlb(random: Random): Drill {
  const operation = random.pick(['tlb', 'tlb-untagged'] as const);
  const scenario = scenarioOf(random, operation, ['shadow', 'nested']);
  const at = random.pick(TLB_STEPS);
  const read = (state: State) => state.counts.references;
  const right = read(stateAt(scenario, at));
  const guesses = TLB_STEPS.map((step): Guess => {
    const n = read(stateAt(scenario, step));
    return {
      n,
      why: say(`That is the sum at step \`${step}\`.`, `这是步骤 \`${step}\` 时的总数。`),
    };
  });
  const times = TLB_STEPS.indexOf(at) + 1;
  const tag = operation === 'tlb';
  const reason = {
    miss: say('An empty TLB: one whole walk.', 'TLB 为空，完整遍历一次。'),
    hit: say('The second load hits and reads none.', '第二次命中，不用读。'),
    again: tag
      ? say('Tagged entries survive the exit.', '带标签的表项在退出后仍然有效。')
      : say('Without a tag the exit empties the TLB.', '没有标签，退出时 TLB 被清空。'),
  }[at];
  return {
    ...numberOf(
      random,
      at,
      {
        n: right,
        why: say(
          `Step \`${at}\`: ${right} read so far. ${reason.en}`,
          `步骤 \`${at}\`：至此共读 ${right} 个。${reason['zh-cn']}`,
        ),
      },
      [
        ...guesses,
        {
          n: right + read(stateAt(scenario, 'miss')),
          why: say('One walk too many is counted.', '多算了一次遍历。'),
        },
        ...neighbours(scenario, at, read),
        {
          n: times,
          why: say('A walk is more than one read.', '一次遍历不止读一次。'),
        },
      ],
      (value) => same(String(value)),
    ),
    difficulty: 3,
    topic: 'memory',
    stem: say(
      `${machineOf(scenario).en}\nThe TLB is ${tag ? 'tagged (VPID, ASID)' : 'not tagged'} and empty. The guest loads from a page${at === 'miss' ? '' : ', and again'}${at === 'again' ? '; CPUID causes a VM exit; it loads a third time' : ''}.\nHow many page-table entries has the CPU read in all?`,
      `${machineOf(scenario)['zh-cn']}\nTLB ${tag ? '带标签（VPID、ASID）' : '不带标签'}，起初为空。客户机读取一个页${at === 'miss' ? '' : '，再读一次'}${at === 'again' ? '；CPUID 引起 VM 退出；然后读第三次' : ''}。\nCPU 一共读了多少个页表项？`,
    ),
    proof: { figure: 'address-translation', ref: refOf(scenario), at },
  };
}

function exits(random: Random): Drill {
  const operation = random.pick(['context-switch', 'pte-edit'] as const);
  const scenario = scenarioOf(random, operation, ['shadow', 'shadow', 'nested']);
  const read = (state: State) => state.counts.exits;
  const right = read(stateAt(scenario, 'end'));
  const each = operation === 'pte-edit' ? EDITS : LOADS;
  const what =
    operation === 'pte-edit'
      ? say(
          `The guest rewrites a page-table entry ${EDITS} times, each time with INVLPG and a load from the page.`,
          `客户机改写一个页表项 ${EDITS} 次，每次都执行 INVLPG 并读取该页。`,
        )
      : say(
          `The guest changes between two address spaces: ${LOADS} loads of CR3, each followed by a load from the page.`,
          `客户机在两个地址空间之间切换：写 CR3 共 ${LOADS} 次，每次之后读取该页。`,
        );
  const guesses: readonly Guess[] = [
    {
      n: 0,
      why: say(
        'Only with nested paging the guest may do all this alone.',
        '只有嵌套分页才允许客户机独自完成这些操作。',
      ),
    },
    {
      n: each,
      why: say('One exit each time is not what the trace counts.', '每次恰好退出一次，与轨迹的计数不符。'),
    },
    {
      n: 2 * each,
      why: say('Two exits each time are not what the trace counts.', '每次退出两次，与轨迹的计数不符。'),
    },
    {
      n: 3 * each,
      why: say('Three exits each time are not what the trace counts.', '每次退出三次，与轨迹的计数不符。'),
    },
    ...neighbours(scenario, 'end', read),
  ];
  const reason =
    scenario.technique === 'shadow'
      ? say(
          'The hypervisor must see each change of the guest’s tables.',
          '客户机页表的每次改动都必须让虚拟机监视器知道。',
        )
      : say(
          'The guest’s tables are its own; none of this leaves it.',
          '客户机的页表归它自己管，这些操作都不离开客户机。',
        );
  return {
    ...numberOf(
      random,
      'end',
      {
        n: right,
        why: say(
          `Step \`end\` counts ${right}. ${reason.en}`,
          `步骤 \`end\` 的计数是 ${right}。${reason['zh-cn']}`,
        ),
      },
      guesses,
      (value) => same(String(value)),
    ),
    difficulty: 3,
    topic: 'memory',
    stem: say(
      `${machineOf(scenario).en}\n${what.en}\nHow many VM exits does this cause?`,
      `${machineOf(scenario)['zh-cn']}\n${what['zh-cn']}\n一共引起多少次 VM 退出？`,
    ),
    proof: { figure: 'address-translation', ref: refOf(scenario), at: 'end' },
  };
}

export const make: Make = (random) => random.pick([walk, walk, tlb, exits])(random);
