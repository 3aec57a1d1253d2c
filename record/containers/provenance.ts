/** Why: a figure that says *recorded* must say by what, how, when, and what its numbers are not. */
import type { RecordingProvenance } from '../../src/schemas/recording-head.ts';
import type { Header } from './header.ts';
import type { Scene } from './runs.ts';

type Caveats = RecordingProvenance['caveats'];

const CLOCK: Caveats = [
  {
    en: 'The clock is CLOCK_MONOTONIC of the recording host, a Linux kernel in QEMU without hardware virtualization. While its one CPU works, one instruction is one nanosecond; while all wait, the clock jumps to the next timer. Periods, timers and pauses have the length that the kernel gave them; how much work fits into a millisecond (one million instructions) is no real machine’s figure, and nothing here is a latency.',
    'zh-cn':
      '时钟是记录主机的 CLOCK_MONOTONIC：一个运行在 QEMU 里、没有硬件虚拟化的 Linux 内核。它唯一的 CPU 工作时，一条指令计 1 ns；大家都在等待时，时钟直接跳到下一个定时器。周期、定时器和停顿的长度就是内核给定的长度；但 1 ms 里能做多少事（一百万条指令）不是真实机器的数字，这里也没有任何数字是延迟。',
  },
  {
    en: 'One CPU, and a sampler outside the group that takes precedence every time it wakes: what it uses (about 0.1 ms a sample) is missing from the group’s usage.',
    'zh-cn':
      '只有一个 CPU；采样程序在组外，每次醒来都先运行：它用掉的时间（每次采样约 0.1 ms）不在该组的用量里。',
  },
];

const BY_SCENE: Readonly<Record<Scene, Caveats>> = {
  cpu: [
    {
      en: 'The kernel’s tick is 4 ms (CONFIG_HZ=250), and a group takes its quota in slices of 5 ms: in one period it may use up to a tick more than its quota, which the next periods take back. A period’s counters move when its timer fires; an idle group’s timer stops.',
      'zh-cn':
        '内核节拍为 4 ms（CONFIG_HZ=250），组每次领取 5 ms 的配额片：一个周期内可能比配额多用至多一个节拍，由后面的周期扣回。周期计数在其定时器触发时才变；空闲的组会停掉这个定时器。',
    },
  ],
  memory: [
    {
      en: 'The machine has no swap. Memory of a process’s own (anonymous) can therefore not be reclaimed: at memory.max the OOM killer ends the process, at memory.high the kernel makes it wait longer and longer. Pages of the page cache can be dropped, so a reader stays under the same limit and lives.',
      'zh-cn':
        '这台机器没有交换空间，所以进程自己的（匿名）内存无法回收：到了 memory.max，OOM killer 杀死进程；到了 memory.high，内核让它等得越来越久。页缓存的页可以丢弃，所以只是读文件的进程在同样的上限下照常运行。',
    },
    {
      en: 'The disk that is read is a RAM disk; only its page cache is charged to the group.',
      'zh-cn': '被读的磁盘是内存盘；计入该组的只有它的页缓存。',
    },
  ],
  pids: [
    {
      en: 'The bomb is a mild one: each process forks once every 20 ms, so that the doubling can be seen.',
      'zh-cn': '这颗炸弹很温和：每个进程每 20 ms 才 fork 一次，好让人看清它如何成倍增长。',
    },
  ],
  freezer: [
    {
      en: 'The freezer is that of version 2 (cgroup.freeze), part of the core; version 1 had a controller of that name.',
      'zh-cn': '这是第 2 版的冻结功能（cgroup.freeze），属于核心；第 1 版则有名为 freezer 的控制器。',
    },
  ],
  io: [
    {
      en: 'The disk is a RAM disk (brd) that is read directly, past the page cache, so that no time of a real disk stands in the figures: what is seen is the limit alone. Without a limit the speed is that of the emulated CPU.',
      'zh-cn':
        '磁盘是内存盘（brd），绕过页缓存直接读取，数字里因此没有真实磁盘的时间：看到的只是限额本身。不设上限时的速度是仿真 CPU 的速度。',
    },
    {
      en: 'The kernel counts a request when it lets it pass, and lets requests pass in bursts.',
      'zh-cn': '内核在放行请求时计数，而且是成批放行。',
    },
  ],
};

const BY_HAND: Caveats = [
  {
    en: 'The calls were made by a small C program, one at a time; the text of a call is the expression that ran, with `pid` and `pidfd` where a number stood. The line beside it is what one would type to the same end with util-linux and iproute2, and did not run.',
    'zh-cn':
      '这些调用由一个小 C 程序逐个发出；调用的文字就是实际执行的表达式，只是把具体的数字写成 `pid`、`pidfd`。旁边那行是用 util-linux 和 iproute2 达到同样目的时会敲的命令，并没有执行。',
  },
  {
    en: 'Process ids and inode numbers of namespaces are those of this one run. The recorder itself stands in the process tree; kernel threads are left out.',
    'zh-cn': '进程号和命名空间的 inode 号只属于这一次运行。记录程序自己也在进程树里；内核线程略去。',
  },
  {
    en: 'The state is read 300 ms (of the host’s clock) after the call, so what the kernel does afterwards, such as carrying away a network namespace, is in it. There is no duration in this recording.',
    'zh-cn':
      '状态在调用之后 300 ms（按主机时钟）读取，内核随后做的事（例如清除网络命名空间）也包含在内。这份记录里没有任何时长。',
  },
  {
    en: 'Calls that the host’s root makes (the control group, the cable, the bridge, entering) come from a second process, since a plain user may not make them. An engine does more: it sets limits, drops capabilities, filters system calls and takes its root from image layers.',
    'zh-cn':
      '由主机 root 发出的调用（控制组、网线、网桥、从外面进入）来自第二个进程，因为普通用户无权这样做。真正的容器引擎还做更多：设限额、去掉 capability、过滤系统调用、用镜像层拼出根文件系统。',
  },
];

interface Source {
  readonly header: Header;
  /** Raw trace, gzipped, relative to the repository. */
  readonly raw: string;
  /** Of the raw trace before gzip. */
  readonly sha256: string;
}

/** Everything about a recording but its data. */
export function provenanceOf(what: 'by-hand' | Scene, { header, raw, sha256 }: Source): RecordingProvenance {
  const byHand = what === 'by-hand';
  return {
    tool: byHand
      ? 'by-hand.c on the recording host: /proc/<pid>/{stat,status,cgroup,ns,mountinfo}, /sys/fs/cgroup, RTM_GETLINK'
      : 'meter.c on the recording host: files of a control group (version 2) below /sys/fs/cgroup',
    versions: {
      QEMU: header.QEMU,
      Linux: `Debian ${header.Linux}`,
      busybox: header.busybox,
      CPU: 'EPYC model of QEMU, one CPU, emulated by TCG',
    },
    command: header.command,
    date: header.date,
    raw,
    sha256,
    caveats: byHand ? BY_HAND : [...CLOCK, ...BY_SCENE[what]],
  };
}
