/** Why: what each step says in Chinese: the recorded events, the load's milliseconds, the verdicts and the questions. */
export const captions: Readonly<Record<string, string>> = {
  'beat.send':
    '**ping 调用 sendto。**客户机自己的内核组好一个 {sent} 字节的包，排进它的 `eth0`。到这里为止，谁都不知道有 Xen。',
  'beat.grant':
    '**netfront 把包所在的页授权给 Dom0。**它把页帧 {frame} 以引用号 {ref} 登记进授权表：域 0 可以读这一页，别的域不行。写着 {ref} 的请求随即放进共享环。',
  'beat.notify.copy':
    '**客户机按铃：超级调用 event_channel_op，自己的端口 {port}。**包本身并不经过 Xen。Xen 只记下 Dom0 有一个事件，唤醒 d0v0；客户机继续运行。',
  'beat.notify.map':
    '**客户机按铃：超级调用 event_channel_op，自己的端口 {port}。**包本身并不经过 Xen，Xen 只记下这个事件，唤醒 d0v0。',
  'beat.sleep':
    '**客户机继续：sendto 返回，recvfrom 等待。**内核无事可做，用 `sched_op` block 让出处理器。它的包还一步没动。',
  'beat.switch': '**Xen 把处理器交给 Dom0：d1v0 → d0v0。**这台机器只有一个处理器，所以事件现在才有人听见。',
  'beat.upcall':
    '**Dom0 发现端口 {port0} 有事件，运行 vif1.0-q0-tx 的中断处理程序。**客户机那边的端口 {port} 和这边的端口 {port0}，是同一条事件通道的两端。',
  'beat.poll':
    '**netback 开始轮询。**`xenvif_poll` 就是 NAPI：只要环里还有请求，就不必再按铃。它读出请求，看到引用号 {ref}。',
  'beat.copy.copy':
    '**Xen 替 Dom0 从客户机的页里复制 {copied} 字节。**`grant_table_op` 的 copy 用引用号 {ref} 指明来源，正是客户机登记的那个号。一次复制就装下整个包，不必映射任何页。',
  'beat.copy.map':
    '**Xen 只替 Dom0 复制开头的 {copied} 字节。**`grant_table_op` 的 copy 用的是引用号 {ref}，与客户机登记的相同。网桥只看首部，其余 {rest} 字节留在原处。',
  'beat.map':
    '**剩下的 {rest} 字节，Dom0 把那一页映射过来。**`map_grant_ref` 用的还是引用号 {ref}，省去了复制；代价是网卡读完之前，客户机的这一页一直被占着。',
  'beat.respond.copy':
    '**netback 立刻应答并按铃：中断 {irq0}，同一条通道。**它手里有自己的副本，所以包还没出机器，客户机就可以收回那一页。',
  'beat.respond.map':
    '**到这时 netback 才应答并按铃：中断 {irq0}，同一条通道。**映射已经解除，客户机可以再用这一页了。',
  'beat.bridge.copy':
    '**包从 vif1.0 进来，经过网桥。**在 Dom0 的内核看来，客户机就是一块网卡：客户机发的，就是这里收的；`br_forward` 找到通往物理网卡的端口。',
  'beat.bridge.map':
    '**包从 vif1.0 进来，经过网桥。**现在它的缓冲区由两部分组成：Dom0 自己的 {copied} 字节，加上映射来的客户机页。还没有人应答客户机。',
  'beat.nic':
    '**Dom0 自己的驱动把包交给网卡：e1000_xmit_frame。**这就是普通的 Linux 驱动。Xen 没有网卡驱动，客户机也碰不到网卡。',
  'beat.wire': '**包上了网线，应答也到了。**抓包里有请求和应答，各 {sent} 字节。这里同样只说明先后次序。',
  'beat.irq':
    '**网卡发出中断，Xen 把它变成事件，Dom0 的处理程序运行。**物理中断也走事件通道；`physdev_op` 告诉 Xen 已经处理完毕。',
  'beat.zerocopy':
    '**驱动清理已发完的缓冲区，并通知 netback：映射来的页可以放了。**在此之前，网卡随时可能还在读客户机的内存。',
  'beat.back':
    '**应答沿着同一个网桥往回走。**`eth0` 上的 `netif_receive_skb`，再到 `br_forward`，出口是 `vif1.0`。',
  'beat.queue':
    '**netback 把应答排队，唤醒自己的线程。**`xenvif_start_xmit` 位于 `vif1.0` 的发送侧：Dom0 在这里发的，就是客户机要收的。',
  'beat.unmap':
    '**netback 的另一个线程解除对客户机页的映射。**`unmap_grant_ref`：不复制的代价是多一次超级调用，页也借得更久。',
  'beat.copy-back':
    '**Xen 把 {back} 字节的应答复制进客户机的一页：引用号 {rxref}。**这一页是客户机事先授权的空缓冲区。进来的包不论长短，一律复制。',
  'beat.notify-back':
    '**netback 按响接收通道的铃，Dom0 随即休眠。**这条通道的另一端是客户机的端口 {rxport}。Dom0 没有别的事，于是阻塞。',
  'beat.switch-back':
    '**Xen 把处理器交还客户机：d0v0 → d1v0。**两个事件等在那里：一个说它的包已被取走，一个说应答来了。',
  'beat.complete':
    '**端口 {port}：netfront 收回自己的页。**`gnttab_end_foreign_access_ref` 结束授权 {ref}，从此 Dom0 再也碰不到这一页。',
  'beat.get':
    '**端口 {rxport}：netfront 从页里取出应答，再补一个空缓冲区。**授权 {rxref} 结束，这个引用号马上又用于下一个空缓冲区。',
  'beat.done.copy':
    '**应答沿客户机的网络栈上行，recvfrom 返回。**一次 ping，Dom0 要干两回活：所以 Dom0 有多少处理器和内存，所有客户机都跟着受影响。',
  'beat.done.map':
    '**应答沿客户机的网络栈上行，sendto 和 recvfrom 先后返回。**事件到来时客户机还在 `sendto` 里面：这是单处理器上的次序，并不是 Xen 的规定。',

  'load.start.split':
    '**{started} 台客户机，每台即将以每秒 {rate} 个包的速率发送。**全部由一个 Dom0 接手，它有 {vcpus} 个 vCPU、{memory} MiB 内存。每台客户机各有一个 256 槽的环。',
  'load.start.passthrough':
    '**{started} 台客户机各有一个网卡虚拟功能（VF），每秒各发 {rate} 个包。**它们自己驱动网卡。Dom0 有 {vcpus} 个 vCPU、{memory} MiB 内存，却不经手。',
  'load.each':
    '**Dom0 取走每一个包，空下来就睡。**{delivered} 个包，按铃 {notified} 次：几乎每个包都得叫醒它一次。这一毫秒里处理器忙了 {busy}%，不少花在唤醒上。',
  'load.each.again':
    '**到第 {ms} 毫秒，一切照旧。**{delivered} 个包，按铃 {notified} 次；每个包约等 {latency} µs。',
  'load.some':
    '**Dom0 跟得上，铃声却稀了。**{delivered} 个包，只按铃 {notified} 次：netback 在轮询时，客户机不必按铃。活越多，分离驱动越省事，道理就在这里。',
  'load.some.again':
    '**到第 {ms} 毫秒仍然稳定。**{delivered} 个包按铃 {notified} 次；处理器忙 {busy}%，每个包约等 {latency} µs。',
  'load.silent':
    '**第 {ms} 毫秒一次铃也没响。**Dom0 根本没睡，自然不用叫醒。它忙 {busy}%，有 {backlog} 个包在等。',
  'load.silent.again': '**到第 {ms} 毫秒仍然没有铃声。**送出 {delivered} 个包，环里还等着 {backlog} 个。',
  'load.filling':
    '**进的比出的多，环在变满。**{backlog} 个包在等，每个已等了 {latency} µs。眼下还没丢包：环暂时遮住了 Dom0 太慢这件事。',
  'load.filling.again':
    '**环继续变满：{backlog} 个包在等，每个等 {latency} µs。**按铃只有 {notified} 次：一直在忙的 Dom0 不用叫醒。',
  'load.first-drop':
    '**环满了：有 {dropped} 个包放不进去。**所有客户机一起丢包，因为大家共用一个 Dom0。每毫秒仍有 {delivered} 个包送出。',
  'load.dropping':
    '**这一毫秒丢了 {dropped} 个包，送达 {delivered} 个。**送达的也等了 {latency} µs：环一满，不但丢包，还费时间。',
  'load.dropping.again':
    '**第 {ms} 毫秒：丢 {dropped} 个，送达 {delivered} 个。**等下去不会好转；送达的包已经等了 {latency} µs。',
  'load.direct':
    '**包直接进网卡：这一毫秒 {delivered} 个。**IOMMU 只让每个虚拟功能访问自己那台客户机的内存。Dom0 忙 {busy}%，忙的是自己的事。',
  'load.direct.again':
    '**第 {ms} 毫秒：{delivered} 个包，Dom0 仍是 {busy}%。**代价在别处：这样的客户机难迁移，虚拟功能的数目也有限。',
  'load.direct-drop':
    '**现在瓶颈是网卡：10 Gb/s 每毫秒只能发 {delivered} 个包。**丢了 {dropped} 个，与 Dom0 无关：它只忙 {busy}%。',
  'load.direct-drop.again':
    '**第 {ms} 毫秒：网线已满。**送达 {delivered} 个，丢 {dropped} 个。怎么调 Dom0 都改变不了。',

  'verdict.cpu':
    '**Dom0 的处理器太少：{started} 台客户机一起挨饿。**它们每秒要发 {offered} 个包，只出去 {delivered} 个。在曲线的拐点之前，加 vCPU 有用；过了拐点，再加也没用。',
  'verdict.memory':
    '**Dom0 的内存太少：{started} 台客户机一起挨饿。**需要 {need} MiB，只有 {memory} MiB，每个包的代价变成 {slowdown} 倍（本模型的假设）。加 vCPU 帮助不大，加内存才治本。',
  'verdict.too-much':
    '**Dom0 占得太多：{guests} 台客户机只启动了 {started} 台。**它占着 {memory} MiB，只需要 {need} MiB。其余的本可以按每台 {each} MiB 分给客户机。',
  'verdict.spare':
    '**全部送达，而 Dom0 大半闲着。**{vcpus} 个 vCPU、{memory} MiB，实际只需 {need} MiB；忙 {busy}%。预留在这里的，客户机一点也用不上：减一些试试。',
  'verdict.balanced':
    '**全部送达：每秒 {delivered} 个包。**Dom0 有它需要的 {need} MiB，处理器也够。现在来找拐点：一点点减，减到开始丢包为止。',
  'verdict.passthrough':
    '**每秒 {delivered} 个包，Dom0 再小也无妨。**保持其他设置，换回前后端，看看直通省掉了什么。',
  'verdict.passthrough-full': '**瓶颈就是网卡：10 Gb/s 每秒 {delivered} 个包。**给 Dom0 再多也没有变化。',

  'ask.tell': '页已授权，请求已放进环里。Dom0 怎么知道有包要发？',
  'ask.tell.poll': '它一直盯着环看',
  'ask.tell.hypercall': '客户机发一次超级调用，按响事件通道',
  'ask.tell.xen-copies': 'Xen 把包复制过去，再唤醒 Dom0',
  'ask.bytes': 'netback 拿到了一个 {sent} 字节包的请求。它让 Xen 复制多少？',
  'ask.bytes.none': '一点不复制，直接映射那一页',
  'ask.bytes.head': '只复制开头一段',
  'ask.bytes.all': '整个包',
  'ask.answered': 'netback 什么时候告诉客户机那一页可以收回？',
  'ask.answered.at-once': '立刻，包还没上网线',
  'ask.answered.after-wire': '包发出去之后',
  'ask.answered.after-reply': '等应答来了，用同一次铃一起通知',
  'ask.reply': 'Dom0 里有一个 {len} 字节的应答，它会放到哪里？',
  'ask.reply.new-page': '放进 Dom0 送给客户机的一页',
  'ask.reply.posted': '放进客户机事先授权的一页',
  'ask.reply.xen': '放进 Xen 的缓冲区，由客户机来取',
  'ask.bells': '第一毫秒大约来 {offered} 个包。客户机要按多少次铃？',
  'ask.bells.each': '多数包都要按',
  'ask.bells.few': '不到一半的包要按',
  'ask.bells.never': '一次也不按',
  'ask.fate': '照这样下去，16 ms 之后环会怎样？',
  'ask.fate.low': '一直接近空',
  'ask.fate.fill': '在变满，但还没丢包',
  'ask.fate.lose': '满了，开始丢包',
  'ask.remedy': '只改一项，哪一项能让送达的包增加最多？',
  'ask.remedy.vcpu': '给 Dom0 加一个 vCPU',
  'ask.remedy.memory': '把 dom0_mem 调大一档',
  'ask.remedy.less-memory': '把 dom0_mem 调小一档',
  'ask.remedy.none': '都没有用',
};
