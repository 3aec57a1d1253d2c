/** Why: a ring spares signals and an emulated card spares nothing: what a scene costs through VMBus, as its model counts. */
import { runVmbus } from '../models/vmbus/run';
import { DEVICES, type Counts, type DeviceId, type SceneId, type VmbusScenario } from '../models/vmbus/types';
import { numberOf, same, say, type Drill, type Guess, type Make, type Words } from './drill';

const SCENES = ['send', 'burst', 'receive', 'flood', 'disk'] as const satisfies readonly SceneId[];
type Scene = (typeof SCENES)[number];

const SCENE: Readonly<Record<Scene, Words>> = {
  send: say('each child partition sends one packet', '每个子分区发送一个数据包'),
  burst: say('each child partition sends 12 packets in a burst', '每个子分区连续发送 12 个数据包'),
  receive: say('each child partition receives one packet', '每个子分区接收一个数据包'),
  flood: say('60 packets come in at once for each child partition', '每个子分区一下子收到 60 个数据包'),
  disk: say('each child partition writes a block to its disk', '每个子分区向磁盘写一块数据'),
};
const DEVICE: Readonly<Record<DeviceId, Words>> = {
  synthetic: say('synthetic (VSC, VMBus, VSP)', '合成设备（VSC、VMBus、VSP）'),
  emulated: say('emulated by the worker process', '由工作进程模拟'),
};

const COUNTED = [
  'messages',
  'signalsToRoot',
  'signalsToChild',
  'spared',
  'hypercalls',
  'intercepts',
  'copies',
] as const satisfies readonly (keyof Counts)[];
type Counted = (typeof COUNTED)[number];
const COUNT: Readonly<Record<Counted, Words>> = {
  messages: say('VMBus messages are written to rings', '环里一共写入多少条 VMBus 消息'),
  signalsToRoot: say('signals go to the root partition', '发给根分区的信号有多少次'),
  signalsToChild: say('signals go to child partitions', '发给子分区的信号有多少次'),
  spared: say('messages are written without a signal', '有多少条消息不必发信号'),
  hypercalls: say(
    'hypercalls are made (signals, interrupts asked for)',
    '超级调用有多少次（信号，以及请求注入的中断）',
  ),
  intercepts: say('port accesses are intercepted', '被截获的端口访问有多少次'),
  copies: say('copies does a CPU make', 'CPU 拷贝数据有多少次'),
};
const NAME: Readonly<Record<Counted, Words>> = {
  messages: say('messages', '消息数'),
  signalsToRoot: say('signals to the root partition', '发给根分区的信号数'),
  signalsToChild: say('signals to child partitions', '发给子分区的信号数'),
  spared: say('messages without a signal', '不发信号的消息数'),
  hypercalls: say('hypercalls', '超级调用数'),
  intercepts: say('intercepts', '截获数'),
  copies: say('copies', '拷贝数'),
};

/** Scenes that the first child partition plays alone, or with more packets than the second. */
const ONE: readonly Scene[] = ['burst', 'flood'];

const endOf = (scenario: VmbusScenario) => runVmbus(scenario).steps.at(-1)!;

export const make: Make = (random): Drill => {
  const scene = random.pick(SCENES);
  const device = random.pick(DEVICES);
  const children = ONE.includes(scene) ? 1 : random.pick([1, 2] as const);
  const scenario: VmbusScenario = { scene, device, children };
  const end = endOf(scenario);
  const { counts } = end.state;
  // What this device never does is asked for seldom: the answer is 0.
  const telling = COUNTED.filter((name) => counts[name] > 0);
  const name = random.pick(random.below(5) === 0 ? COUNTED : telling);
  const right = counts[name];
  const elsewhere: readonly (readonly [VmbusScenario, Words])[] = [
    ...DEVICES.filter((other) => other !== device).map(
      (other) =>
        [
          { ...scenario, device: other },
          say(`with the other device, ${DEVICE[other].en}`, `换成${DEVICE[other]['zh-cn']}`),
        ] as const,
    ),
    ...(ONE.includes(scene)
      ? []
      : [
          [
            { ...scenario, children: children === 1 ? 2 : 1 } as const,
            children === 1
              ? say('with two child partitions', '有两个子分区')
              : say('with one child partition', '只有一个子分区'),
          ] as const,
        ]),
  ];
  const guesses = elsewhere.map(([other, words]): Guess => ({
    n: endOf(other).state.counts[name],
    why: say(`That is the number ${words.en}.`, `${words['zh-cn']}时才是这个数。`),
  }));
  const others = COUNTED.filter((other) => other !== name).map((other): Guess => ({
    n: counts[other],
    why: say(
      `Step \`end\` has this for something else: ${NAME[other].en}.`,
      `步骤 \`end\` 里这是另一项：${NAME[other]['zh-cn']}。`,
    ),
  }));
  const packets: Guess = {
    n: counts.packets,
    why: say('So many frames or requests there are.', '这是帧或请求的个数。'),
  };
  return {
    ...numberOf(
      random,
      'end',
      {
        n: right,
        why: say(
          `Step \`end\` counts ${right}: ${NAME[name].en}.`,
          `步骤 \`end\` 的计数是 ${right}：${NAME[name]['zh-cn']}。`,
        ),
      },
      [...guesses, ...others, packets],
      (n) => same(String(n)),
    ),
    difficulty: 3,
    topic: 'io',
    stem: say(
      `Hyper-V with ${children === 1 ? 'one child partition' : 'two child partitions'}; device: ${DEVICE[device].en}.\nIn this scene ${SCENE[scene].en}.\nHow many ${COUNT[name].en} until the end?`,
      `Hyper-V，${children === 1 ? '一个子分区' : '两个子分区'}；设备：${DEVICE[device]['zh-cn']}。\n场景：${SCENE[scene]['zh-cn']}。\n到结束时，${COUNT[name]['zh-cn']}？`,
    ),
    proof: { figure: 'vmbus', ref: `${scene}.${device}.${children}.none`, at: 'end' },
  };
};
