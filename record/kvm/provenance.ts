/** Why: a figure that says *recorded* must say by what, how, when, and what its numbers are not. */
import type { EventsRecording } from '../../src/schemas/recording-events.ts';
import type { RunFacts } from './run-facts.ts';

export type Paging = 'nested' | 'shadow';

const CPU = 'EPYC model of QEMU, AMD SVM emulated by TCG';
const CAVEATS: EventsRecording['provenance']['caveats'] = [
  {
    en: 'Distances are counts of executed instructions (QEMU icount, one instruction = one tick), the tracer’s own included. They give the order of events and are never latency.',
    'zh-cn':
      '间隔是已执行的指令条数（QEMU 的 icount 模式，一条指令计一拍），跟踪程序自身的指令也算在内。它只说明先后次序，绝不是延迟。',
  },
  {
    en: 'While the host’s CPU is idle no instruction runs: QEMU moves the clock on to the next timer. The long wait in the HLT scene is therefore the guest’s own 2 ms timer, in clock ticks, and no work.',
    'zh-cn':
      '宿主机 CPU 空闲时没有指令在执行，QEMU 直接把时钟拨到下一个定时器。因此 HLT 场景中那段长时间的等待只是客户机自己设的 2 ms 定时器（以时钟拍计），不是工作量。',
  },
  {
    en: 'The CPU is emulated: its SVM has no next-RIP save and no decode assists, so KVM also fetches and decodes instructions (CPUID, for one) that a real AMD CPU would hand over decoded.',
    'zh-cn':
      'CPU 是仿真出来的：它的 SVM 没有 next-RIP 保存，也没有解码辅助，所以 KVM 还要自己取指、解码（例如 CPUID），真实的 AMD CPU 会省去这一步。',
  },
  {
    en: 'Names are AMD’s: `npf` is a nested page fault; on Intel the same event is an EPT violation, VMRUN is VMLAUNCH or VMRESUME, and the VMCB is the VMCS.',
    'zh-cn':
      '名称是 AMD 的：`npf` 即嵌套缺页，在 Intel 上叫 EPT violation；VMRUN 对应 VMLAUNCH / VMRESUME，VMCB 对应 VMCS。',
  },
  {
    en: '`kvm_exit` is stamped after the host has taken its pending interrupts, not at the moment the guest stopped.',
    'zh-cn': '`kvm_exit` 的时间戳是在宿主机处理完挂起的中断之后打上的，并不是客户机停下的那一刻。',
  },
  {
    en: 'The guest announces each scene with an OUT to port 0xe9. That exit is instrumentation: it is kept in the raw lines and left out of every count.',
    'zh-cn':
      '客户机用一条写端口 0xe9 的 OUT 宣告每个场景开始。这次退出属于测量手段：原始行里保留，所有计数都不含它。',
  },
  {
    en: 'Before a scene begins, the guest has touched the pages that it will use, so that the exits are those of the operation itself; only “first touch of 4 pages” is about fresh ones. A guest in daily use also pays for such first touches.',
    'zh-cn':
      '每个场景开始之前，客户机已经访问过要用到的页，所以记到的退出都是操作本身引起的；只有“首次访问 4 个页”用的是新页。日常使用中的客户机，还要另付这些首次访问的代价。',
  },
  {
    en: 'The VMM is a test program of about 80 lines on /dev/kvm, not QEMU, and the guest a hand-written program without an operating system; their exits are real, their mix is not that of a server.',
    'zh-cn':
      '这里的 VMM 是一个直接使用 /dev/kvm 的小测试程序（约 80 行），不是 QEMU；客户机是手写的程序，没有操作系统。退出是真实的，但各种退出的比例不代表真实服务器。',
  },
];

/** Everything about a recording but its events. `sha256` is that of the raw trace before gzip. */
export function provenanceOf(
  paging: Paging,
  raw: string,
  sha256: string,
  { QEMU, Linux, command, date }: RunFacts,
): EventsRecording['provenance'] {
  const npt = paging === 'nested' ? 1 : 0;
  return {
    tool: 'ftrace of the recording host: events kvm/*, kvmmmu/*, ioctl, sched_switch; trace_clock x86-tsc',
    versions: { QEMU, Linux, KVM: `kvm-amd.ko of that kernel, npt=${npt}`, CPU },
    command,
    date,
    raw,
    sha256,
    caveats: CAVEATS,
  };
}
