/** Why: a figure that says *recorded* must say by what, how, when, and what its numbers are not. */
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import type { Section } from './journal.ts';

type Provenance = SeriesRecording['provenance'];

const CAVEATS: Provenance['caveats'] = [
  {
    en: 'Times are wall-clock milliseconds of one computer (2026; 2 processor cores, shared with other work) that emulates both machines in software. They give proportions and order; no figure here is a speed of QEMU, KVM or any real server.',
    'zh-cn':
      '时间是一台计算机（2026 年，2 个 CPU 核，与其他任务共用）的实际毫秒数，两台机器都由它用软件仿真。这些数字只说明比例与先后，不代表 QEMU、KVM 或任何真实服务器的速度。',
  },
  {
    en: 'Source and destination run on the same computer and are joined by a Unix socket, without a network between them. Bandwidth is what QEMU was told to keep to (8 MiB/s, 2,048 pages a second), in slices of 100 ms, which is why counters move in steps.',
    'zh-cn':
      '源端与目的端在同一台计算机上，经 Unix 套接字相连，中间没有网络。带宽是给 QEMU 设定的上限（8 MiB/s，即每秒 2,048 页），按 100 ms 一片分配，所以计数器呈阶梯状变化。',
  },
  {
    en: 'The guest is a boot sector of our own without an operating system: a thousand times a second it writes one word into each of the next k pages of its working set. A real guest writes some pages far more often than others.',
    'zh-cn':
      '客户机是自写的引导扇区程序，没有操作系统：每秒 1000 次，每次向工作集中接下来的 k 个页各写一个字。真实的客户机对不同页的写入频率相差悬殊。',
  },
  {
    en: 'The dirty rate that was set is an upper bound: a millisecond in which the emulated processor did not run (a busy computer, or the throttle) is lost. `ticks-per-s` is what the guest counted before it was moved.',
    'zh-cn':
      '设定的脏页速率是上限：仿真 CPU 没有运行的那些毫秒（计算机繁忙，或受到节流）就丢掉了。`ticks-per-s` 是迁移开始前客户机自己数到的每秒毫秒拍数。',
  },
  {
    en: 'QEMU’s `downtime` is measured at the source alone; `stop-to-resume-us` is the time from its STOP event at the source to the RESUME event at the destination, in microseconds.',
    'zh-cn':
      'QEMU 报告的 `downtime` 只在源端测得；`stop-to-resume-us` 是从源端的 STOP 事件到目的端的 RESUME 事件之间的微秒数。',
  },
  {
    en: 'Columns are what `query-migrate` answered, every 50 ms: a pass shorter than that has no row, but its mark. `dirty-rate` is QEMU’s own estimate, renewed once a second at most, and counts a page once however often it was written.',
    'zh-cn':
      '各列是每 50 ms 一次 `query-migrate` 的回答：比这更短的一轮没有对应的行，但有标记。`dirty-rate` 是 QEMU 自己的估计，最多每秒更新一次；一个页无论被写多少次只算一次。',
  },
  {
    en: 'Post-copy was slowed on purpose: without `max-postcopy-bandwidth` (4 MiB/s here) QEMU sends the rest at full speed: in a try without it a single page was asked for.',
    'zh-cn':
      '后拷贝被有意放慢：不设 `max-postcopy-bandwidth`（此处为 4 MiB/s）时，QEMU 会全速发送剩余的页：试过一次，只有 1 个页是按需请求的。',
  },
];

/** @param sections the runs, of which the first names versions, date and command for all */
export function provenanceOf(sections: readonly Section[], raw: string, sha256: string): Provenance {
  const { versions, date, command } = sections[0]!.head;
  return {
    tool: 'QMP of QEMU: `query-migrate` every 50 ms, and its events at source and destination',
    versions,
    command,
    date,
    raw,
    sha256,
    caveats: CAVEATS,
  };
}
