/** Why: what each step says in Chinese: what just happened in bold, then why it matters. */
import type { captions as en } from './captions.en';

export const captions: Readonly<Record<keyof typeof en, string>> = {
  'send.start':
    '**子分区里的程序要发送 {bytes} 字节。**子分区没有网卡；它的驱动知道自己运行在 Hyper-V 上（这就是半虚拟化的部分），用很少的“话”请人帮忙。',
  'send.queue':
    '**netvsc 把 {bytes} 字节的帧复制进发送缓冲区。**根分区能直接读这块内存：打开通道时已经把各页的地址一次交了过去（GPADL）。',
  write:
    '**一条 {bytes} 字节的消息进入 out 环，write_index 从 {from} 移到 {to}。**消息只说数据在哪里，不带数据本身。到此为止还没有离开子分区。',
  signal:
    '**HvCallSignalEvent：这个请求唯一的一次超级调用。**两个下标原来都是 {index}，环是空的，说明没有人在读。虚拟机监视器为根分区置一位，并给它一个中断。',
  'send.wake':
    '**根分区里的 NetVSP 醒来，把 interrupt_mask 置 1。**只要它还在读，这个环里的新消息就不必再发信号。',
  'send.read':
    '**NetVSP 读走 {bytes} 字节，read_index 跟到 {to}。**帧留在原处直接取用。虚拟机监视器不再参与：它只传了信号，从没见过数据。',
  'send.switch':
    '**虚拟交换机查看目的 MAC 地址。**若目标是本机的另一个子分区，帧会进它自己的通道；这一帧要从物理端口出去。',
  'send.hardware':
    '**根分区自己的 Windows 驱动把帧交给网卡。**Hyper-V 里没有设备驱动，这就是它的微内核设计；Xen 用 Domain 0 做同样的事。',
  complete:
    '**{vsp} 作答：in 环里写入一条 {bytes} 字节的完成消息。**它带着请求的事务号，所以答复可以不按次序回来。',
  'signal-back':
    '**根分区反方向做同样的超级调用。**in 环原来是空的，必须通知子分区。在子分区里，这个中断进入 `vmbus_isr()`。',
  'send.done':
    '**netvsc 读走完成消息，释放发送缓冲区里的位置。**一个包两次信号，这是最坏的情形；下一个场景会说明为什么平时没有这么多。',

  'disk.start': '**子分区里的程序要往磁盘写 {bytes} 字节。**这块数据占子分区内存的四页。',
  'disk.queue': '**storvsc 包好一条 SCSI 命令，列出四页的地址。**它不复制数据：大块数据复制起来太贵。',
  'disk.wake':
    '**根分区里的 StorVSP 醒来，把 interrupt_mask 置 1。**两个驱动之间共享的是一个环，而不是一次调用。',
  'disk.read':
    '**StorVSP 读走 {bytes} 字节的命令，read_index 跟到 {to}。**页地址表告诉它这块数据在机器内存的哪里。',
  'disk.switch': '**虚拟磁盘里的位置换算成 VHDX 文件里的位置。**对根分区来说，这就是写自己的一个文件。',
  'disk.hardware':
    '**根分区的存储驱动启动传输，控制器用 DMA 取数据。**最短的路是直接从子分区的内存页取：没有哪个 CPU 复制过这块数据。',
  'disk.done': '**storvsc 读走完成消息，报告写入完成。**不管数据块多大，都是一个请求、一个答复。',

  'burst.start': '**程序一口气发送 {total} 个包。**看两个下标怎样追赶，再数一数信号。',
  'burst.first':
    '**第 1 个包进入空的 out 环：{bytes} 字节，write_index 为 {write}。**`read_index` 还是 {read}：没有人来看过。',
  'burst.signal': '**环原来是空的，所以子分区发信号。**NetVSP 要过一会儿才能运行，子分区并不等它。',
  'burst.waiting':
    '**第 {first} 到第 {last} 个包跟上，共 {bytes} 字节，不发信号。**环不空：为第 1 个包叫来的人也会看到它们。`write_index` 已经绕过末尾，到了 {write}。',
  'burst.wake': '**NetVSP 开始运行，把 interrupt_mask 置 1。**这个标志在环的头页里，子分区看得见。',
  'burst.read': '**NetVSP 一次取走四个包：read_index = write_index = {read}。**环又空了，但 NetVSP 还醒着。',
  'burst.masked':
    '**第 {first} 到第 {last} 个包遇到空环，还是不发信号。**屏蔽位已置：NetVSP 承诺睡前再看一次。',
  'burst.hardware': '**它果然又看了一次：{count} 个包已经上路。**它们合起来只花了一次信号。',
  'burst.complete':
    '**{count} 条完成消息返回，只发一次信号。**第一条遇到空的 in 环，其余 {spared} 条都省了。NetVSP 清掉屏蔽位，最后看一眼，然后睡去。',
  'burst.done': '**子分区在一次中断里取走 {count} 条完成消息。**这条规则在两个方向上都成立。',
  'burst.late':
    '**停顿之后，第 {first} 到第 {last} 个包到来：再发一次信号。**环是空的，读者也睡了。客户机若无故频繁发信号，宿主机甚至会把它暂停几秒。',
  'burst.served': '**最后 {count} 个包和它们的完成消息都走完了。**忙的环信号少，闲的环每个包都要一次。',

  'receive.start': '**一个 {bytes} 字节的帧到达，收件人是子分区。**网卡归根分区，所以中断交给根分区的驱动。',
  'receive.switch': '**根分区的驱动取下帧，虚拟交换机按 MAC 地址找到子分区。**这些都还没有碰到子分区。',
  'receive.copy':
    '**NetVSP 把 {bytes} 字节复制进子分区的接收缓冲区。**这块内存是子分区打开通道时共享出来的。（支持 VMQ 的网卡可以用 DMA 完成。）',
  'receive.write':
    '**一条 {bytes} 字节的消息宣布帧已到：in 环的 write_index 从 {from} 移到 {to}。**消息里写的是帧在接收缓冲区里的位置。',
  'receive.signal': '**in 环原来是空的：根分区给子分区发信号。**虚拟机监视器置位，并中断子分区的一个 vCPU。',
  'receive.read':
    '**中断处理函数 vmbus_isr 运行，netvsc 把帧复制出缓冲区；read_index 为 {read}。**多这一次复制，缓冲区马上又能用了。',
  'receive.deliver': '**帧沿子分区自己的网络协议栈向上走。**从这里起与普通机器一样。',
  'receive.back':
    '**netvsc 归还接收缓冲区里的位置：out 环里 {bytes} 字节。**那个环也是空的，所以又是一次信号。真实的驱动会攒几条再答复。',

  'flood.start': '**{total} 个帧到来，而子分区的 vCPU 没有在运行。**环是有尽头的：到头了会怎样？',
  'flood.first': '**第一帧写入消息并发了信号。**中断在等待：子分区的 vCPU 正在虚拟机监视器的队列里排队。',
  'flood.fill': '**{count} 条消息占了环里 {bytes} 字节，省下 {spared} 次信号。**只剩 {free} 字节空闲。',
  'flood.full':
    '**第 {next} 条需要 {need} 字节，只剩 {free} 字节：NetVSP 写下 pending_send_sz = {need}，停住。**意思是“有地方了叫我”。环从不写满到最后一个字节，否则满和空就分不清了。',
  'flood.drain':
    '**子分区运行，取走全部 {count} 条，然后给根分区发信号。**空闲从不足 {need} 字节变成够用：这是发信号的第二个理由。',
  'flood.rest': '**NetVSP 写入其余 {count} 条消息。**子分区还在读，它的 `interrupt_mask` 是置位的。',
  'flood.done':
    '**{total} 个帧按次序全部到达，缓冲区的位置经 out 环归还。**若一直这样下去，虚拟交换机会丢帧：环本身从不丢。',

  'other.write':
    '**与此同时，子分区 2 往自己的 out 环写入 {bytes} 字节。**每个子分区都有自己的通道，谁也看不到别人的。',
  'other.signal': '**VSP 已经醒着，子分区 2 仍要发信号。**规则只看一个环：这个环是空的，屏蔽位也没有置。',
  'other.served': '**同一个 VSP 为通道 2 服务。**根分区里一个提供者，每个子分区一对环。',
  'other.receive':
    '**给子分区 2 的帧走另一个通道：{bytes} 字节，和它自己的一次信号。**虚拟交换机按 MAC 地址选择。',
  'other.flood': '**同一时刻子分区 2 毫不耽搁地收到一帧。**它的环是空的：一个通道满了，不会拖住别人。',

  'emulated.queue':
    '**子分区的普通驱动把帧和一个发送描述符放进内存。**它以为那里真有一块 Intel 21140。还没有人察觉：写内存不会让子分区停下。',
  'emulated.exit':
    '**对 {port} 执行 OUT：子分区停住了。**这个端口并不存在。CPU 以 VM 退出离开子分区，进入虚拟机监视器，而它也不会扮演网卡。',
  'emulated.worker':
    '**一条拦截消息唤醒这个子分区的工作进程 vmwp.exe，它在根分区的用户态。**它知道写 {port} 时 21140 该做什么，于是把帧从子分区内存里复制出来。',
  'emulated.disk-worker':
    '**一条拦截消息唤醒这个子分区的工作进程 vmwp.exe，它在根分区的用户态。**它记下写给 {port} 的值：这只是十二次访问中的一次。',
  'emulated.switch': '**工作进程把帧交给虚拟交换机。**从这里起，与合成设备的包走同一条路。',
  'emulated.entry': '**这次访问处理完毕，vCPU 可以继续了。**这段时间它一直停在一条指令的中间。',
  'emulated.interrupt':
    '**工作进程请虚拟机监视器发出这个设备的中断。**子分区的中断处理程序开始运行，又要读寄存器了。',
  'emulated.send-handler':
    '**处理程序读 CSR5、应答、再读一次：又是 {count} 次拦截。**一个包共 {total} 次，每次都要到用户态走一个来回。',
  'emulated.receive-handler':
    '**处理程序读 CSR5、应答、再读一次：{count} 次拦截。**一个帧共 {total} 次，每次都要到用户态走一个来回。',
  'emulated.disk-handler':
    '**处理程序读状态、清状态、停引擎、读硬盘：又是 {count} 次拦截。**一次写盘共 {total} 次。',
  'emulated.rest':
    '**其余的包照样走一遍：{total} 个包 {all} 次拦截。**每个 {each} 次。寄存器不懂得“攒一批”。',
  'emulated.other':
    '**子分区 2 做同样的事：{count} 次拦截。**它们进入它自己的工作进程，所以一个模拟设备出错只影响一个子分区。',
  'emulated.receive': '**工作进程把帧复制进子分区驱动预备好的缓冲区。**真网卡会用 DMA 做这件事。',
  'emulated.flood': '**{total} 个帧到达一块模拟网卡。**它的描述符在子分区内存里：这里缺的不是地方。',
  'emulated.disk-queue':
    '**子分区的 IDE 驱动建好页表项，开始设置控制器。**要写八个寄存器，才会有东西动起来。',
  'emulated.disk-command':
    '**又是 {more} 条 OUT，又是 {more} 次拦截。**扇区数、分成四段的地址、命令、启动：到此共 {sofar} 次，数据一点没动。',
  'emulated.disk-switch': '**工作进程把命令变成对 VHDX 文件的一次写。**数据按页地址表从子分区内存里取。',

  'ring.start':
    '**没有 Hyper-V 时，Windows 直接运行在 CPU 上：内核在 ring 0，程序在 ring 3。**CPL 0 是 CPU 能给的最高特权。',
  'ring.launch':
    '**下次启动时，加载程序启动虚拟机监视器，它执行 VMXON。**CPU 进入 VMX 根模式，CPL 为 0。这个模式有自己的 ring 0 到 ring 3。',
  'ring.root':
    '**Windows 作为根分区继续运行：在非根模式，仍在 ring 0。**设备归它，但虚拟机监视器也在它的下面。所以 Hyper-V 算 Type 1（裸金属型）。',
  'ring.child':
    '**子分区的内核同样在 ring 0。**不必挤到 ring 1，也不必翻译指令：有了非根模式，ring 0 可以放心给出去。所以 Hyper-V 必须有 VT-x 或 AMD-V。',
  'ring.exit':
    '**子分区里执行 {instruction}：VM 退出，进入根模式，CPL 又是 0。**它比上面的 ring 0 更有权，凭的是模式，不是编号。',
  'ring.entry': '**VMRESUME，子分区内核从 {instruction} 之后继续。**它的 CPL 自始至终都是 0。',
  'ring.name':
    '**考试里写“ring -1”，工程上叫 VMX 根模式的 ring 0。**CPL 只有两位，装不下 -1；Intel 和 AMD 都不这样叫：Intel 称之为 VMX 根操作（root operation）。绰号的意思只是“在 ring 0 之下”。',

  'end.synthetic':
    '**完成 {packets} 个：{messages} 条消息，{signals} 次信号，其中 {toRoot} 次通知根分区。**换成模拟设备，同样的工作要 {intercepts} 次拦截。',
  'end.emulated':
    '**完成 {packets} 个：{intercepts} 次拦截。**换成合成设备，同样的工作是 {messages} 条消息、{signals} 次信号，其中 {toRoot} 次通知根分区。',
};
