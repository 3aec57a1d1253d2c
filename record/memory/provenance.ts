/** Why: a figure that says *recorded* must say by what, how, when, and what its numbers are not. */
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import type { MemoryTrace } from './journal.ts';
import type { MemoryScene } from './scenes.ts';

type Provenance = SeriesRecording['provenance'];

const TOOL: Readonly<Record<MemoryScene, string>> = {
  ksm: 'the kernel’s own counters in /sys/kernel/mm/ksm and /proc/vmstat, read every 50 ms in the recording host',
  balloon:
    'QMP of QEMU: `balloon`, `query-balloon`, guest-stats of virtio-balloon, every 100 ms; /proc of the computer',
};

const CAVEATS: Readonly<Record<MemoryScene, Provenance['caveats']>> = {
  ksm: [
    {
      en: 'Time is the clock of the emulated recording host: one instruction is one nanosecond, and while nothing runs QEMU moves the clock on to the next timer. It gives the order and KSM’s own pace (it sleeps 20 ms between batches of 100 pages), never the cost of a scan or of a copy.',
      'zh-cn':
        '时间取自仿真的录制宿主机的时钟：一条指令计一纳秒，没有指令执行时 QEMU 直接把时钟拨到下一个定时器。它说明先后次序和 KSM 自己的节奏（每扫描 100 页睡眠 20 ms），绝不是扫描或复制的开销。',
    },
    {
      en: 'The guests are two programs of our own under a small VMM on /dev/kvm, not QEMU with an operating system: how many pages are alike was chosen (2,048 alike, 512 of zeros, 1,536 of their own in each), not found.',
      'zh-cn':
        '两台客户机是 /dev/kvm 上一个小 VMM 里的自写程序，不是运行操作系统的 QEMU：有多少页相同是设定的（每台 2,048 页相同、512 页全零、1,536 页独有），不是测出来的。',
    },
    {
      en: '`pages_to_scan` 100 and `sleep_millisecs` 20 are the kernel’s defaults; in production they are tuned, and KSM is off unless somebody turns it on.',
      'zh-cn':
        '`pages_to_scan` 100 和 `sleep_millisecs` 20 是内核默认值；生产环境会调整它们，而且 KSM 默认不开启。',
    },
    {
      en: '`pages_shared` counts the merged pages that are kept, `pages_sharing` the further mappings that use them: the pages saved. A merged page has at most 256 users (`max_page_sharing`), so the 1,024 pages of zeros become four.',
      'zh-cn':
        '`pages_shared` 是保留下来的合并页数，`pages_sharing` 是另外还有多少个映射在用它们，即省下的页数。一个合并页最多由 256 个映射共用（`max_page_sharing`），所以 1,024 个全零页合并成 4 页。',
    },
    {
      en: 'A write breaks sharing at once (`cow-ksm` and the memory in use rise), but `pages_sharing` falls only when ksmd comes to that page again. Until then it counts pages that are no longer saved.',
      'zh-cn':
        '写操作立即打破共享（`cow-ksm` 和已用内存随即上升），而 `pages_sharing` 要等 ksmd 再次扫描到该页才下降；在此之前，它把已经不再节省的页也算在内。',
    },
    {
      en: '`nr-anon-pages` is of the whole recording host: 39 pages of it are not guest memory. When KSM is switched off with `run` 2, every merged page is copied back; those copies are in `cow-ksm`, too.',
      'zh-cn':
        '`nr-anon-pages` 是整台录制宿主机的数值，其中 39 页不是客户机内存。向 `run` 写入 2 关闭 KSM 时，每个合并页都被复制还原，这些复制也计入 `cow-ksm`。',
    },
  ],
  balloon: [
    {
      en: 'Times are wall-clock milliseconds of one computer (2026; 2 processor cores, shared with other work) that emulates the guest in software. How fast a balloon inflates here says nothing of a guest under KVM.',
      'zh-cn':
        '时间是一台计算机（2026 年，2 个 CPU 核，与其他任务共用）的实际毫秒数，客户机由它用软件仿真。这里气球充气的快慢不能说明 KVM 下的客户机。',
    },
    {
      en: 'The guest reports once a second at most (`guest-stats-polling-interval` 1): `total`, `free`, `available` and `caches` lag behind `actual` and `resident` by up to that, and by more while the guest is busy. QEMU’s own event BALLOON_CHANGE comes once a second at most, too.',
      'zh-cn':
        '客户机最多每秒上报一次（`guest-stats-polling-interval` 为 1）：`total`、`free`、`available` 和 `caches` 最多比 `actual` 与 `resident` 晚这么久，客户机繁忙时更晚。QEMU 自己的 BALLOON_CHANGE 事件同样最多每秒一次。',
    },
    {
      en: '`resident` is how much of the guest’s memory QEMU’s process holds. It falls by less than the balloon takes where a page had never been touched: the host had not yet given that one. Deflating gives the guest the right to its memory; the host gives a page again when it is touched.',
      'zh-cn':
        '`resident` 是 QEMU 进程实际占用的客户机内存。从未被访问过的页宿主机本来就没有分配，因此它的下降少于气球取走的量。放气只是把使用权还给客户机；宿主机要到页再次被访问时才重新分配。',
    },
    {
      en: 'Memory that the guest has freed stays with QEMU’s process until the balloon takes it: the host cannot know that it is free. (Free page reporting, which tells it without a balloon, is off here.)',
      'zh-cn':
        '客户机释放的内存仍占用在 QEMU 进程里，直到气球把它取走：宿主机无从知道它已空闲。（能主动告知的空闲页上报 free page reporting 在此未开启。）',
    },
    {
      en: 'Who inflates is the recorder, step by step. QEMU and KVM have no controller of their own that decides it; a management layer does.',
      'zh-cn': '充气、放气由录制程序逐步下达。QEMU 与 KVM 本身没有自动决定的控制器，那是上层管理软件的事。',
    },
  ],
};

/** Everything about a recording but its runs. `sha256` is that of the raw trace before gzip. */
export function provenanceOf(
  scene: MemoryScene,
  { head }: MemoryTrace,
  raw: string,
  sha256: string,
): Provenance {
  const { versions, command, date } = head;
  return { tool: TOOL[scene], versions, command, date, raw, sha256, caveats: CAVEATS[scene] };
}
