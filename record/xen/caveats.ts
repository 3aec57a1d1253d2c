/** Why: what the numbers of these recordings are not, in both languages. */
import type { RecordingProvenance } from '../../src/schemas/recording-head.ts';
import type { SceneId } from './archives.ts';

type Caveats = RecordingProvenance['caveats'];

export const CAVEATS: Readonly<Record<SceneId | 'all', Caveats>> = {
  all: [
    {
      en: 'The whole machine is emulated (QEMU TCG, icount): one instruction is one tick of the clock, the tracers’ own included. Distances give the order of events and are never latency.',
      'zh-cn':
        '整台机器都是仿真的（QEMU TCG，icount 模式）：一条指令计一拍，跟踪程序自身的指令也算在内。间隔只说明先后次序，绝不是延迟。',
    },
    {
      en: 'The day given is the one on which the emulated machine ran; its own clock always begins on 2026-01-01.',
      'zh-cn': '所注日期是运行这台仿真机器的日子；机器自己的时钟总是从 2026-01-01 开始。',
    },
  ],
  'xen-ping': [
    {
      en: 'One clock for all sources: both domains and Xen read the processor’s own counter (tsc_mode native), and QEMU’s virtual clock counts the same instructions.',
      'zh-cn':
        '所有来源共用一个时钟：两个域和 Xen 读的都是处理器自己的计数器（tsc_mode 为 native），QEMU 的虚拟时钟数的也是同样这些指令。',
    },
    {
      en: 'The capture on the wire counts in microseconds (1,000 instructions); each frame stands at the end of its microsecond, so that it never comes before the driver’s call that sent it.',
      'zh-cn':
        '网线上的抓包以微秒（1,000 条指令）计时；每个帧放在它那一微秒的末尾，这样它不会排到发出它的驱动程序调用之前。',
    },
    {
      en: 'One processor runs both domains in turn, and the other end of the wire is QEMU’s own network stack, which answers at once: request and reply bear the same time.',
      'zh-cn':
        '两个域轮流使用同一个处理器；网线的另一端是 QEMU 自带的网络栈，立刻作答，所以请求和应答的时间相同。',
    },
    {
      en: 'Addresses were resolved and buffers in use before: an earlier ping of each size is not recorded. skbaddr is an address within its own domain.',
      'zh-cn':
        '录制之前已先 ping 过一次（两种长度各一次，未录），地址已解析，缓冲区已在用。skbaddr 是各域自己的地址。',
    },
    {
      en: 'How many bytes are copied is the netback driver’s choice, not Xen’s: this one copies up to 128 bytes of each packet and maps the rest.',
      'zh-cn':
        '复制多少字节由 netback 驱动决定，与 Xen 无关：这个驱动对每个包最多复制 128 字节，其余部分采用映射。',
    },
    {
      en: 'Of what Xen traced, the scheduler’s own reckoning (credit2) is left out; switches, wake-ups and blocks are kept.',
      'zh-cn': 'Xen 的跟踪中略去了调度器（credit2）自己的核算，保留切换、唤醒和阻塞。',
    },
  ],
  'xen-fork': [
    {
      en: 'Fork: a process of a small static program makes a child, which exits at once, and waits for it. Exec: the process replaces itself by the same program. A server’s processes are larger, and so are their counts.',
      'zh-cn':
        'fork：一个静态链接的小程序创建子进程，子进程立即退出，父进程等待它。exec：进程用同一个程序替换自己。服务器上的进程更大，计数也更大。',
    },
    {
      en: 'Each was done once before the one that was recorded. Counted is all that the guest’s domain did between the marks, the page faults of the program itself included.',
      'zh-cn': '录制之前两者各先做过一次。计入的是该域在两个标记之间做的全部事情，包括程序自身的缺页。',
    },
    {
      en: 'xen_mmu_* are events of the guest’s kernel, one for each change that it wants; many travel in one multicall. Xen’s side has one record for each entry, and for each request that a multicall bundles one more (multicall_entry), which is no entry of its own.',
      'zh-cn':
        'xen_mmu_* 是客户机内核的事件，它想做的每处改动各记一次；许多改动合在一个 multicall 里提交。Xen 一侧每进入一次记一条；multicall 里打包的每项请求另记一条（multicall_entry），那不是单独的一次进入。',
    },
  ],
  'xen-domains': [
    {
      en: 'State, CPU and Time(s) are those of one moment; seconds are those of the emulated clock.',
      'zh-cn': 'State、CPU 和 Time(s) 是某一时刻的值；秒数按仿真机器的时钟计。',
    },
    {
      en: 'The command is that of the start with a reservation; the others differ in what each scene’s parameters say.',
      'zh-cn': '所注命令是有内存预留的那一次启动；其余几次的差别见各场景的参数。',
    },
  ],
  'xen-pvh': [
    {
      en: 'Names are AMD’s (VMEXIT_NPF is Intel’s EPT violation). The SVM is emulated: without AVIC, so that interrupts cost exits which newer processors spare.',
      'zh-cn':
        '名称是 AMD 的（VMEXIT_NPF 即 Intel 的 EPT violation）。SVM 是仿真的，没有 AVIC，因此中断会引起较新处理器可以省去的 VM 退出。',
    },
    {
      en: 'Of VMEXIT_IOIO all but a few come from two instructions in a loop, with which Linux looks for a timer chip (PIT) that a PVH guest has not. A second such search, for a PCI bus, is switched off (pci=off): it would be another 33,000.',
      'zh-cn':
        'VMEXIT_IOIO 绝大多数出自一个循环里的两条指令：Linux 在寻找 PVH 客户机并没有的定时器芯片（PIT）。另一次类似的探测（找 PCI 总线）已用 pci=off 关掉，否则还要多出约 33,000 次。',
    },
    {
      en: 'Fork and exec stand between two CPUIDs, which are not counted. Under exec, VMEXIT_CPUID is the new program’s C library asking what the processor can do.',
      'zh-cn':
        'fork 和 exec 各自夹在两条 CPUID 之间，这两条不计入。exec 下的 VMEXIT_CPUID 是新程序的 C 库在查询处理器的能力。',
    },
  ],
};
