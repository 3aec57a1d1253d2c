/** Why: what the model of control groups says, in Chinese. */
export const captionsZh = {
  'group-root': '/',
  'group-web': '/web',
  'group-batch': '/batch',
  'group-train': '/batch/train',
  'group-report': '/batch/report',

  'cap-start-weight':
    '**两个 CPU，三个都能把它们占满的进程。**`/web` 的 `cpu.weight` 是 200，`/batch` 是 100；`/batch` 里面，`train` 是 200，`report` 是 100。nginx 暂时没有活干。',
  'cap-start-quota':
    '**每 100 ms 的周期里，/batch 最多用 150 ms 的 CPU 时间，其中 train 最多 50 ms。**两个 CPU 一共有 200 ms，CPU 并不缺；拦住它们的会是 `cpu.max`。',
  'cap-start-memory':
    '**/batch 最多占 256 MiB：这就是 memory.max。**python 不断申请自己的内存，不再放手；sort 读文件，内容留在页缓存里。两者都记在 `/batch` 账上。',
  'cap-start-high':
    '**还是这两个进程，但在 memory.max 256 MiB 之下另设 memory.high 128 MiB。**低的那条线让进程变慢，高的那条线才会杀进程。',
  'cap-start-pids':
    '**python 是一颗 fork 炸弹：每个周期 fork 一次，子进程也一样。**`/batch/train` 的 `pids.max` 是 16，图上画出了这 16 个位置。',
  'cap-start-freeze':
    '**nginx、python、sort 都在干活。**三个周期之后，有人往 `/batch/cgroup.freeze` 写 1；再过四个周期，写回 0。',
  'cap-start-io':
    '**磁盘每秒能写 100 MiB，/batch 只许写 10 MiB。**这就是 `io.max`，按设备号（这里是 `8:0`）逐个设备设置。nginx 之后也要写盘，但现在还没开始。',
  'cap-refused-ebusy':
    '**内核拒绝了：EBUSY。**子组启用了控制器的组，自己不能再放进程，免得一个进程和一个组争资源。其余的改动都已生效。',
  'cap-refused-enoent':
    '**内核拒绝了：ENOENT。**根组没有这些限额文件：它拥有的就是整台机器。其余的改动都已生效。',

  'cap-shares':
    '**第 {number} 个周期：/web 得到 {web} ms 的 CPU 时间，/batch 得到 {batch} ms。**其中 `train` 用了 {train} ms，`report` 用了 {report} ms；200 ms 里剩下 {idle} ms。',
  'cap-wakes':
    '**{group} 里的 {process} 有活干了，时间重新分配：/web {web} ms，/batch {batch} ms。**没有谁被拦下；调度器每次选下一个运行者时，只是按权重来。',
  'cap-rests':
    '**{process} 没活了，它那一份空了出来。**现在 `/web` 用 {web} ms，`train` 用 {train} ms，剩下 {idle} ms。权重会把时间让出去，先让给同组的；配额不会。',
  'cap-throttled':
    '**周期才过 {from} ms，{group} 的 {used} ms 就用完了：被限流。**进程都处于就绪状态，CPU 也可能空着，但下个周期开始之前，它们一个也不能运行。',
  'cap-throttled-again':
    '**新周期，新配额，又用完了：{group} 到 {from} ms 时已用掉 {used} ms。**`cpu.stat` 记着账：`nr_periods` {periods} 个周期里，`nr_throttled` {throttled} 次。机器很闲而容器很慢时，先看这个数。',
  'cap-throttled-above':
    '**周期才过 {from} ms，{group} 的 {used} ms 就用完了，它下面的一切都停住。**里面的组即使没设配额，或者自己的配额还有剩，也照样被拦：限额管的是整个分支。`nr_throttled` {throttled}，共 {periods} 个周期。',
  'cap-memory':
    '**/batch 占了 {mib} MiB，整台机器 {all} MiB。**每一页只记一次账，记在最先碰它的进程所在的组上，同时也算进上面的每一层。',
  'cap-gone':
    '**{process} 不在了，其余的照常：/batch 现在占 {mib} MiB。**限额原样不动，谁再占满，还会再杀。容器的主进程这样死掉，退出码是 137（128 加 SIGKILL 的 9）。',
  'cap-reclaimed':
    '**{group} 到了限额，内核丢弃文件页：仍是 {mib} MiB。**这些页可以再从磁盘读回来；谁也不会收到通知，只是读得慢了。',
  'cap-reclaimed-again':
    '**{group} 停在 {mib} MiB：每来一个新页，就丢一个旧的文件页。**进程写进自己内存里的内容，没有交换空间就丢不掉，这一部分还在涨。',
  'cap-oom-kill':
    '**{group} 里已没有文件页可丢：OOM killer 杀掉了占着 {mib} MiB 的 {process}。**它只在这个组里挑；机器还有空闲内存，nginx 毫无察觉。',
  'cap-slowed':
    '**{group} 超过了 memory.high（斜纹处）：里面的进程每要一页都得等一等。**到了 {mib} MiB 也没有杀进程；这个组变慢了，留出了处理的时间。',
  'cap-slowed-again':
    '**{group} 慢慢涨到 {mib} MiB。**`memory.high` 从不触发 OOM killer；盯着 `memory.events` 或 `memory.pressure` 的人，可以调高限额，也可以从容地结束任务。',
  'cap-pids':
    '**train 里现在有 {train} 个进程。**每个进程每周期 fork 一次，数量就翻一倍；整台机器有 {all} 个进程。',
  'cap-fork-refused':
    '**{group} 已有 {pids} 个进程，正好是 pids.max：fork 失败，返回 EAGAIN。**没有进程被杀；到现在拒绝了 {refused} 次，nginx 照常工作。',
  'cap-fork-refused-again':
    '**{group} 仍是 {pids} 个进程，累计拒绝 {refused} 次 fork。**炸弹还在耗 CPU 时间，但再也占不到进程号：`kill` 和登录都还能用。',
  'cap-freezes':
    '**往 cgroup.freeze 写了 1：{group} 停住不动。**里面的进程都不再运行，除 SIGKILL 外也不处理信号；`/web` 现在用 {web} ms。',
  'cap-frozen': '**{group} 被冻结，手里的 {mib} MiB 还在。**冻结让出的是时间，不是内存；文件和连接也都开着。',
  'cap-thaws':
    '**写回了 0：{group} 从停下的地方接着走，用了 {own} ms 的 CPU 时间。**进程除非去看时钟，否则不知道自己停过。',
  'cap-io': '**/web 每秒写 {web} MiB，/batch 每秒写 {batch} MiB。**都没有碰到限额。',
  'cap-io-waits':
    '**{group} 每秒写 {mib} MiB，其余时间都在等。**磁盘大半空着：限额就是限额，不管有没有别人要用。',
  'cap-io-waits-again':
    '**{group} 仍被压在每秒 {mib} MiB。**超出的请求在内核里排队；进程睡在 write 里，只觉得磁盘慢。',
  'cap-io-wakes':
    '**{process} 也开始写盘：/web 每秒 {web} MiB，/batch 每秒 {batch} MiB。**别人还没来，限额也替他们留着位置；权重只在来了的人之间分。',
  'cap-io-rests': '**{process} 不再写盘：/web 每秒 {web} MiB，/batch 每秒 {batch} MiB。**',

  'ask-weight':
    '`/web` 里的 nginx 醒来，想占满两个 CPU；`/batch` 里的 python 和 sort 也一样。权重是 {web} 比 {batch}。这个周期的 200 ms 里，`/web` 得到多少？',
  'ask-rest': '`/batch/report` 里的 sort 没活了。它原来的时间归谁？',
  'ask-quota':
    '{group} 的 `cpu.max` 是 `{quota}000 100000`。它的进程有两个线程，机器有两个 CPU。这个周期它得到多少 CPU 时间？',
  'ask-idle':
    'sort 没活了，机器大半空闲。{group} 的配额仍是 {quota} ms，而它还想多用。现在它得到多少 CPU 时间？',
  'ask-freeze': '{group} 马上要被冻结。它占着的内存会怎样？',
  'ask-io': '{group} 的 `io.max` 是每秒 {limit} MiB。磁盘每秒能写 100 MiB，也没有别人在写。它写得多快？',
  'ask-full': '{group} 满了，也没有文件页可丢了，这时一个进程又碰到一个新页。会怎样？',
  'ask-fork': '{group} 里的进程数已经到了 `pids.max`，其中一个又调用 fork()。会怎样？',
  'ask-high': '{group} 超过了 `memory.high`，而且没有文件页可丢。还要内存的进程会怎样？',
  'option-killed': '内核杀掉一个进程',
  'option-enomem': '调用失败，返回 ENOMEM',
  'option-swap': '它的页被写到磁盘上',
  'option-waits': '进程一直等到有空闲内存',
  'option-eagain': 'fork 失败，返回 EAGAIN',
  'option-goes-on': '没什么：照常继续',
  'option-slowed': '它被拖慢，越来越慢',
  'option-stays': '原样不动',
  'option-freed': '还给机器',
  'option-halves': '丢掉文件页，其余不动',
  'option-to-train': '`train`，它在 `/batch` 里的邻居',
  'option-to-both': '`train` 和 `/web` 按权重分',
  'option-to-web': '权重更大的 `/web`',
  'option-to-nobody': '谁也不给，空着',
  'option-ms': '{n} ms',
  'option-mib-s': '{n} MiB/s',

  'simplifies-fluid':
    'CPU 时间像水一样按权重精确流动，每步 10 ms。真实的调度器在每个 CPU 上一次只运行一个线程，要经过很多轮才合乎权重。',
  'simplifies-slices':
    '真实的配额以 5 ms 的小片发给各个 CPU，周期的定时器从组里第一次干活时开始走；某个周期可能略微多用，后面的就略微少用。',
  'simplifies-memory':
    '每个进程每 10 ms 占用或读取 4 MiB。没有交换空间、内核内存和共享页；OOM killer 只看内存多少，不看 `oom_score_adj`。',
  'simplifies-high': '超过 `memory.high` 之后，进程以八分之一的速度继续；内核里的延迟则随超出的量增长。',
  'simplifies-pids': 'fork 炸弹的每个进程在周期开始时 fork 一次；线程不计。',
  'simplifies-io':
    '磁盘绕过页缓存，以每秒 100 MiB 匀速写入。脏页回写、`io.weight`、`io.latency` 和按次数的限额都没有算进来。',
  'simplifies-times': '大小和速度是为了让事情在一秒之内发生而选的，不是任何机器的数字。',
};
