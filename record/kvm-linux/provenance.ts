/** Why: a count without its circumstances is a rumour: what ran in what, and what the numbers do not say. */
import { z } from 'zod';
import type { CountsRecording } from '../../src/schemas/recording-counts.ts';
import { runFactsSchema } from '../kvm/run-facts.ts';

export const factsSchema = runFactsSchema.extend({
  /** Of the QEMU inside the recording host, as it was started there. */
  bootCommand: z.string().startsWith('qemu-system-x86_64 '),
  /** The same; NIC stands for the card. */
  nicCommand: z.string().startsWith('qemu-system-x86_64 '),
});
export type Facts = z.infer<typeof factsSchema>;

type Provenance = CountsRecording['provenance'];
type Caveats = Provenance['caveats'];

const COMMON: Caveats = [
  {
    en: 'The recording host’s CPU is emulated (QEMU’s TCG, an EPYC model with AMD SVM) and counts instructions as time, so counts are real and nothing here is a latency. Exits by host interrupts and by the guest’s own timer depend on that clock.',
    'zh-cn':
      '录制用宿主机的 CPU 是仿真的（QEMU 的 TCG，带 AMD SVM 的 EPYC 型号），以指令条数为时间：次数是真的，但没有一个数是延迟。宿主机中断和客户机自己的定时器引起的退出，取决于这个时钟。',
  },
  {
    en: 'Names are AMD’s: `npf` is a nested page fault, on Intel an EPT violation; `vintr` is the window for an interrupt that waits.',
    'zh-cn': '名称是 AMD 的：`npf` 即嵌套缺页，Intel 上是 EPT violation；`vintr` 是等待注入中断的窗口。',
  },
  {
    en: 'One virtual processor on one processor of the host, which the threads of QEMU share. With more processors QEMU works while the guest goes on, and other numbers come out.',
    'zh-cn':
      '宿主机只有一颗 CPU，客户机只有一个 vCPU，QEMU 的各个线程也共用这颗 CPU。CPU 更多时，QEMU 与客户机同时运行，次数会不同。',
  },
];

const NIC: Caveats = [
  {
    en: 'The guest only sends: 200 packets of 200 bytes from one loop, until the driver has given the last one back. Receiving, larger packets or several senders give other numbers; no vhost is used.',
    'zh-cn':
      '客户机只发不收：一个循环发 200 个包，每个 200 字节，直到驱动交还最后一个。接收、更大的包或多个发送者，结果都会不同；没有使用 vhost。',
  },
  {
    en: 'Recorded again in the same way, totals moved by a few per cent. How many packets one doorbell or one interrupt stands for depends on timing: with e1000, booted as a later guest of the same host, the same guest left 1,173 times.',
    'zh-cn':
      '同样重录，总数有百分之几的出入。一次门铃、一次中断对应几个包，取决于时序：同一台宿主机上先启动过别的客户机，再用 e1000 录同一个客户机，退出了 1,173 次。',
  },
];

const BOOT: Caveats = [
  {
    en: 'From power-on to the guest’s first process: SeaBIOS, the boot loader in QEMU’s option ROM, and the kernel. The guest has no disk, no display and no network card; each would add exits.',
    'zh-cn':
      '从上电到客户机的第一个进程：包括 SeaBIOS、QEMU 选项 ROM 里的引导程序和内核。客户机没有磁盘、显示器和网卡，加上任何一样都会增加退出。',
  },
];

const CAVEATS = { nic: [...COMMON, ...NIC], boot: [...COMMON, ...BOOT] } as const;
const TOOL = {
  nic: 'ftrace of the recording host: kvm_exit, kvm_pio, kvm_mmio, kvm_fast_mmio, kvm_msr, kvm_userspace_exit; trace_clock x86-tsc',
  boot: 'ftrace of the recording host: histogram triggers on kvm_exit (exit_reason) and kvm_pio (port)',
} as const;

/** @param sha256 of the raw text before gzip, `raw` where it lies */
export function provenanceOf(scene: 'nic' | 'boot', facts: Facts, raw: string, sha256: string): Provenance {
  const { QEMU, Linux, command, date, bootCommand, nicCommand } = facts;
  return {
    tool: TOOL[scene],
    versions: {
      QEMU: `${QEMU}, outside and inside`,
      Linux: `${Linux}, host and guest`,
      KVM: 'kvm-amd.ko of that kernel, npt=1',
      CPU: 'EPYC model of QEMU, AMD SVM emulated by TCG',
    },
    command: `${scene === 'nic' ? nicCommand : bootCommand} # inside: ${command}`,
    date,
    raw,
    sha256,
    caveats: [...CAVEATS[scene]],
  };
}
