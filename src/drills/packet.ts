/** Why: where a packet goes next, and what it costs on its way, by each of four roads of the I/O model. */
import { runIo } from '../models/io-paths/run';
import { PACKETS } from '../models/io-paths/stream';
import {
  COUNTS,
  PACES,
  ROADS,
  type Counts,
  type IoState,
  type Pace,
  type Place,
  type Road,
  type Scene,
  type Settings,
} from '../models/io-paths/types';
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

const ROAD: Readonly<Record<Road, Words>> = {
  e1000: say('an emulated e1000 card', '全模拟的 e1000 网卡'),
  virtio: say('virtio-net, its device in QEMU', 'virtio-net，后端在 QEMU'),
  vhost: say('virtio-net, its device in the host’s kernel (vhost)', 'virtio-net，后端在宿主机内核（vhost）'),
  vfio: say('SR-IOV, a virtual function passed through', 'SR-IOV，直通一个虚拟功能（VF）'),
};
const PLACE: Readonly<Record<Place, Words>> = {
  app: say('the program in the guest', '客户机里的程序'),
  driver: say('the guest’s driver', '客户机的驱动'),
  ring: say('the ring in guest memory', '客户机内存里的环'),
  kvm: say('KVM in the host’s kernel', '宿主机内核里的 KVM'),
  qemu: say('QEMU in user space', '用户态的 QEMU'),
  vhost: say('vhost in the host’s kernel', '宿主机内核里的 vhost'),
  tap: say('the host’s tap and bridge', '宿主机的 tap 和网桥'),
  nic: say('the network card', '物理网卡'),
  wire: say('the wire', '网线'),
};
const COUNT: Readonly<Record<keyof Counts, Words>> = {
  exits: say('VM exits', 'VM 退出'),
  switches: say('entries of control into QEMU', '进入 QEMU 用户态'),
  copies: say('copies by a CPU', 'CPU 拷贝'),
  interrupts: say('interrupts to the guest', '给客户机的中断'),
  kicks: say('doorbell rings by the driver', '驱动敲门铃'),
};
const SCENE: Readonly<Record<'send' | 'receive', Words>> = {
  send: say('One packet is sent', '发送一个数据包'),
  receive: say('One packet is received', '接收一个数据包'),
};
const PACE: Readonly<Record<Pace, Words>> = {
  'guest-slower': say(
    'the guest makes packets more slowly than the device takes them',
    '客户机产生得比设备处理得慢',
  ),
  'guest-faster': say(
    'the guest makes packets faster than the device takes them',
    '客户机产生得比设备处理得快',
  ),
};

const refOf = ({ road, scene, pace }: Settings) => `${road}.${scene}.${pace}`;
const packetAt = ({ state }: Step<IoState>): Place | undefined =>
  state.now.kind === 'path' ? state.now.packet : undefined;

interface Hop {
  readonly road: Road;
  readonly from: Place;
  readonly to: Place;
  readonly at: string;
}

/** Where the packet's bytes go, in order. */
function hopsOf(road: Road, scene: 'send' | 'receive'): readonly Hop[] {
  const { steps } = runIo({ road, scene, pace: 'guest-slower' });
  return steps.flatMap((step, i) => {
    const from = i > 0 ? packetAt(steps[i - 1]!) : undefined;
    const to = packetAt(step);
    return from !== undefined && to !== undefined && from !== to ? [{ road, from, to, at: step.id }] : [];
  });
}

function next(random: Random): Drill {
  const road = random.pick(ROADS);
  const scene = random.pick(['send', 'receive'] as const);
  const hops = hopsOf(road, scene);
  const hop = random.pick(hops);
  const choice = (place: Place, why: Words): Choice => ({ id: place, text: PLACE[place], why });
  const others = ROADS.filter((other) => other !== road)
    .flatMap((other) => hopsOf(other, scene))
    .filter(({ from, to }) => from === hop.from && to !== hop.to)
    .map(({ road: other, to, at }) =>
      choice(
        to,
        say(
          `On another road: ${ROAD[other].en}, step \`${at}\`.`,
          `那是另一条路：${ROAD[other]['zh-cn']}，步骤 \`${at}\`。`,
        ),
      ),
    );
  const own = hops
    .filter(({ to }) => to !== hop.to && to !== hop.from)
    .map(({ to, at }) =>
      choice(
        to,
        say(`It is there at another time, step \`${at}\`.`, `数据在另一时刻才到那里：步骤 \`${at}\`。`),
      ),
    );
  const never = (Object.keys(PLACE) as Place[])
    .filter(
      (place) =>
        place !== hop.from &&
        place !== hop.to &&
        !hops.some(({ to, from }) => place === to || place === from),
    )
    .map((place) =>
      choice(
        place,
        say('On this road the packet’s data never goes there.', '走这条路时，数据从不经过那里。'),
      ),
    );
  const start = hops[0]!.from;
  const first =
    start === hop.from
      ? []
      : [
          choice(
            start,
            say('That is where it came from at first, step `start`.', '那是它的起点：步骤 `start`。'),
          ),
        ];
  return {
    ...oneOf(
      random,
      choice(
        hop.to,
        say(
          `Step \`${hop.at}\`: the data goes from ${PLACE[hop.from].en} to ${PLACE[hop.to].en}.`,
          `步骤 \`${hop.at}\`：数据从“${PLACE[hop.from]['zh-cn']}”到“${PLACE[hop.to]['zh-cn']}”。`,
        ),
      ),
      [...random.shuffle(others), ...random.shuffle([...own, ...first, ...never])].map((each) => ({
        ...each,
        why: against(each.why, hop.at, PLACE[hop.to]),
      })),
    ),
    difficulty: 2,
    topic: 'io',
    stem: say(
      `${SCENE[scene].en} by ${ROAD[road].en}.\nWhere its data is now: ${PLACE[hop.from].en}.\nWhere does the data go next?`,
      `${SCENE[scene]['zh-cn']}，走的是：${ROAD[road]['zh-cn']}。\n数据现在位于${PLACE[hop.from]['zh-cn']}。\n接下来数据到哪里？`,
    ),
    proof: { figure: 'io-paths', ref: refOf({ road, scene, pace: 'guest-slower' }), at: hop.at },
  };
}

const endOf = (settings: Settings) => runIo(settings).steps.at(-1)!;

function cost(random: Random): Drill {
  const scene: Scene = random.pick(['send', 'receive', 'stream', 'stream'] as const);
  const road = random.pick(ROADS);
  const pace = scene === 'stream' ? random.pick(PACES) : 'guest-slower';
  const settings: Settings = { road, scene, pace };
  const name = random.pick(scene === 'receive' ? COUNTS.filter((each) => each !== 'kicks') : COUNTS);
  const end = endOf(settings);
  const { counts } = end.state;
  const right = counts[name];
  const roads = ROADS.filter((other) => other !== road).map((other): Guess => ({
    n: endOf({ ...settings, road: other }).state.counts[name],
    why: say(
      `That is the number on another road: ${ROAD[other].en}.`,
      `这是另一条路的数：${ROAD[other]['zh-cn']}。`,
    ),
  }));
  const paces = PACES.filter((other) => scene === 'stream' && other !== pace).map((other): Guess => ({
    n: endOf({ ...settings, pace: other }).state.counts[name],
    why: say(`That is the number if ${PACE[other].en}.`, `这是另一种快慢下的数：${PACE[other]['zh-cn']}。`),
  }));
  const others = COUNTS.filter((other) => other !== name).map((other): Guess => ({
    n: counts[other],
    why: say(
      `So many ${COUNT[other].en} there are here.`,
      `这是这里另一项的次数：${COUNT[other]['zh-cn']}。`,
    ),
  }));
  const what =
    scene === 'stream'
      ? say(
          `${PACKETS} packets are sent by ${ROAD[road].en}; ${PACE[pace].en}.`,
          `连续发送 ${PACKETS} 个数据包，走的是：${ROAD[road]['zh-cn']}；${PACE[pace]['zh-cn']}。`,
        )
      : say(
          `${SCENE[scene].en} by ${ROAD[road].en}.`,
          `${SCENE[scene]['zh-cn']}，走的是：${ROAD[road]['zh-cn']}。`,
        );
  return {
    ...numberOf(
      random,
      end.id,
      {
        n: right,
        why: say(`Step \`${end.id}\` counts ${right}.`, `步骤 \`${end.id}\` 的计数是 ${right}。`),
      },
      [...roads, ...paces, ...others],
      (n) => same(String(n)),
    ),
    difficulty: 3,
    topic: 'io',
    stem: say(
      `${what.en}\nHow many ${COUNT[name].en} does this take in all?`,
      `${what['zh-cn']}\n这样一来，${COUNT[name]['zh-cn']}总共有多少次？`,
    ),
    proof: { figure: 'io-paths', ref: refOf(settings), at: end.id },
  };
}

export const make: Make = (random) => random.pick([next, cost])(random);
