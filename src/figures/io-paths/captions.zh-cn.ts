/** Why: the Chinese sentences of the story; the same keys as the English ones. */
import type { CaptionKey } from './captions.en';

const handler = (scene: 'send' | 'receive') =>
  ({
    [`${scene}-e1000-icr`]:
      '**驱动读 ICR，看是什么事引起的中断：一次 VM 退出，还要上到 QEMU 才有答案。**在真网卡上这只是一次总线读；在这里，QEMU 要算出这个值，并把寄存器清零。',
    [`${scene}-e1000-mask`]:
      '**它写 IMC 屏蔽中断，再读 STATUS 把写操作“冲”下去：又是两次去 QEMU 的退出。**后一次不带回任何信息，只是照顾一条并不存在的总线。',
    [`${scene}-e1000-eoi`]:
      '**处理程序向 APIC 写“中断结束”：一次 KVM 自己就能处理的退出。**这根中断线是电平触发的，KVM 必须知道它何时结束；边沿触发的 MSI-X 则不需要（前提是 KVM 或 CPU 能省掉它）。',
    [`${scene}-e1000-unmask`]:
      '**NAPI 清理环，然后写 IMS，再读一次 STATUS：两次去 QEMU 的退出。**中断重新打开。ICR、IMC、STATUS、EOI、IMS、STATUS，录制到的正是这个次序。',
  }) as Record<`${typeof scene}-e1000-${'icr' | 'mask' | 'eoi' | 'unmask'}`, string>;

export const captions: Record<CaptionKey, string> = {
  'send-e1000-start':
    '**客户机里的一个程序要发送一个数据包。它的网卡是一块 Intel e1000，但只是 QEMU 里的一段程序。**客户机的驱动未经修改，以为真有这块硬件。',
  'send-virtio-start':
    '**客户机里的一个程序要发送一个数据包。它的网卡是 virtio-net，由用户态的 QEMU 提供服务。**驱动和设备都知道对方是软件：它们共用内存中的环，而不靠寄存器。',
  'send-vhost-start':
    '**客户机里的一个程序要发送一个数据包。它的网卡是 virtio-net，由宿主机内核里的 vhost 线程提供服务。**QEMU 只在一开始做了设置，此后的数据包都不经过它。',
  'send-vfio-start':
    '**客户机里的一个程序要发送一个数据包。它的网卡是一块真正的 SR-IOV 网卡的虚拟功能（VF），由 VFIO 直通给它。**寄存器映射进了客户机，IOMMU 只许它访问这台客户机的内存。',
  'send-syscall':
    '**sendto 进入客户机内核，内核把数据复制到套接字缓冲区：第一次复制。**虚拟机里的系统调用不是 VM 退出；这一段四条路都一样。',
  'send-wire':
    '**宿主机的网桥把包交给网卡驱动，网卡用 DMA 取走并发出。**DMA 不算 CPU 的复制。（网桥这一段未经源码核实。）',
  'send-free': '**驱动释放描述符和套接字缓冲区。**它读的是与设备共享的普通内存：没有寄存器，也就没有退出。',

  'send-e1000-descriptor':
    '**驱动在 0 号槽写好描述符：地址、长度、EOP 和 RS。**这只是普通内存，谁也不会察觉；网卡要靠寄存器才会知道。',
  'send-e1000-doorbell':
    '**驱动向尾指针寄存器 TDT（偏移 0x3818）写 1：那里没有内存，CPU 于是离开客户机。**在 Intel 上是 EPT violation 或 misconfiguration，在 AMD 上是嵌套缺页。',
  'send-e1000-qemu':
    '**KVM 不认识 e1000，以 KVM_EXIT_MMIO 返回 QEMU。**这是重量级退出：从内核到用户态再回来，其间这个 vCPU 一直停着。',
  'send-e1000-copy':
    '**QEMU 的 start_xmit 读描述符，把帧从客户机内存里复制出来：第二次复制。**这在 vCPU 自己的线程里进行，客户机只能等。',
  'send-e1000-tap':
    '**QEMU 把帧写进 tap 设备：第三次复制，进入宿主机内核的套接字缓冲区。**从这里起，它就和宿主机上别的包一样了。',
  'send-e1000-raise':
    '**QEMU 在描述符里置 DD，把 TDH 移到 1，拉起中断线；vCPU 回到客户机，接受中断。**真正昂贵的部分从这里开始。',
  ...handler('send'),
  'send-e1000-end':
    '**用 e1000 发一个包：{exits} 次退出，其中 {switches} 次上到 QEMU，复制 {copies} 次。**单是中断就占了六次退出。为真硬件写的驱动处处要访问寄存器，而每个寄存器都是一次陷入。',

  'send-virtio-descriptor':
    '**virtqueue_add_outbuf 填好 0 号描述符，把它的编号放进可用环，avail.idx 变为 1。**这些页由客户机和设备共享，写它们只是写内存。',
  'send-virtio-doorbell':
    '**设备在睡，希望被通知，所以驱动写队列的通知寄存器：这个包唯一的一次退出。**这个寄存器不保存任何状态，写它只表示“来看一眼”。',
  'send-virtio-signal':
    '**KVM 查到这个地址上有 ioeventfd，发出信号，随即恢复客户机。**这是轻量级退出：vCPU 没有离开内核，也不等这个包。',
  'send-virtio-wake':
    '**QEMU 的 I/O 线程在用户态醒来，从可用环读到 0 号描述符。**vhost 要省的正是这次切换。若有第二颗 CPU，客户机此时照常运行。',
  'send-virtio-tap':
    '**QEMU 把客户机自己的缓冲区直接交给 tap 的 writev：第二次复制，从客户机内存直达宿主机内核。**不必先复制进 QEMU。',
  'send-virtio-used':
    '**QEMU 把 0 号描述符放进已用环，used.idx 变为 1。**设备这样告诉驱动：“这块缓冲区还给你了。”',
  'send-virtio-irq':
    '**QEMU 触发 irqfd，KVM 向客户机投递 MSI-X 中断。**有投递中断（posted interrupt）时，CPU 直接注入，不必退出；没有时，得先让运行中的 vCPU 退出来。（irqfd 与投递中断未经源码核实。）',
  'send-virtio-end':
    '**用 virtio 发一个包：{exits} 次退出，{switches} 次切换到 QEMU，{copies} 次复制，{interrupts} 次中断。**若让包一个接一个地来，连这些也会变少：请选“连续发送”。',

  'send-vhost-descriptor':
    '**virtqueue_add_outbuf 填好 0 号描述符，把它的编号放进可用环，avail.idx 变为 1。**与 QEMU 做设备时完全一样：客户机看不出环的另一头是谁。',
  'send-vhost-doorbell':
    '**设备在睡，希望被通知：驱动写通知寄存器，CPU 离开客户机。**在 Intel 上是 EPT misconfiguration，KVM 对它有快速路径。',
  'send-vhost-signal':
    '**ioeventfd_write 调用 eventfd_signal，客户机随即继续运行。**这个 eventfd 通向的不是 QEMU，而是 vhost 工作线程：整个信号都在内核之内。',
  'send-vhost-wake':
    '**vhost 线程醒来：handle_tx 用 vhost_get_vq_desc 取出 0 号描述符。**它是内核线程，不必切到用户态，也不经过 QEMU；客户机地址按 QEMU 事先给它的表换算。',
  'send-vhost-tap':
    '**sock->ops->sendmsg 把客户机的缓冲区交给 tap：第二次复制。**复制次数与 QEMU 做设备时相同，vhost 省的是切换。（另有零复制选项，此处未核实。）',
  'send-vhost-used':
    '**vhost_add_used_and_signal 把 0 号描述符放进已用环，used.idx 变为 1。**只有驱动的事件索引要求时，它才发信号。',
  'send-vhost-irq':
    '**irqfd 在内核里把信号变成 MSI-X 中断。**有投递中断时，它不经退出就送达运行中的 vCPU；没有时要退出一次。（未经源码核实。）',
  'send-vhost-end':
    '**用 vhost 发一个包：{exits} 次退出，{switches} 次切换到用户态，{copies} 次复制，{interrupts} 次中断。**代价是：环的状态现在在内核里，迁移时要从那里取出来。',

  'send-vfio-descriptor':
    '**VF 的驱动在网卡自己的环的 0 号槽写好描述符。**里面写的是客户机物理地址，而网卡会照单全收。',
  'send-vfio-doorbell':
    '**驱动写尾指针寄存器，没有发生退出：寄存器所在的页已映射进客户机。**这次写操作经总线直达真网卡，KVM 一无所知。',
  'send-vfio-dma':
    '**网卡用 DMA 取走描述符和数据，IOMMU 把客户机物理地址换成宿主机物理地址。**CPU 没有复制任何东西。也正因如此，VFIO 要把客户机内存钉住。',
  'send-vfio-switch':
    '**网卡内置的交换机把包送上线路。**没有 tap，没有网桥，没有宿主机网络栈；那里的防火墙和计数器也就管不到它。（未经源码核实。）',
  'send-vfio-used': '**网卡用 DMA 在 0 号槽置 DD，并移动自己的头指针。**在这里，完成通知同样只是普通内存。',
  'send-vfio-irq':
    '**网卡发出 MSI-X，IOMMU 的中断重映射把它直接投递给 vCPU：没有退出。**没有投递中断时，先由宿主机的 CPU 接住：每次都要一次退出和一次注入。（未经源码核实。）',
  'send-vfio-end':
    '**直通发一个包：{exits} 次退出，{switches} 次切换，{copies} 次复制，就是客户机自己系统调用里的那一次。**没有人在旁边看着；迁移时，也就没有人能轻易说出网卡的状态。',

  'receive-e1000-start':
    '**线路上来了一个给客户机的包，客户机里有个程序正等在 recv 里。**它的网卡是 QEMU 模拟的 e1000，驱动已在环里放好了空缓冲区。',
  'receive-virtio-start':
    '**线路上来了一个给客户机的包，客户机里有个程序正等在 recv 里。**virtio 驱动早已把空缓冲区放进可用环：接收就是反过来的发送。',
  'receive-vhost-start':
    '**线路上来了一个给客户机的包，客户机里有个程序正等在 recv 里。**环的另一头是宿主机内核里的 vhost 线程。',
  'receive-vfio-start':
    '**线路上来了一个给客户机的包，客户机里有个程序正等在 recv 里。**网卡的一个虚拟功能（VF）归这台客户机所有，它有自己的一环空缓冲区。',
  'receive-arrive':
    '**宿主机的网卡把包写进宿主机内存并发出中断，驱动和网桥把它送到客户机的 tap。**到此为止，它还是宿主机的包：归谁由网桥决定。',
  'receive-poll': '**NAPI 从环上取下缓冲区，交给客户机的网络栈。**全是共享内存：没有寄存器，也没有退出。',
  'receive-deliver': '**客户机内核把数据复制给程序，recv 返回。**这是最后一次复制，四条路都有。',
  'receive-e1000-wake': '**tap 可读：QEMU 的 I/O 线程在用户态醒来。**还什么都没做，就先切换了一次。',
  'receive-e1000-read': '**QEMU 从 tap 把帧读进自己的缓冲区：第一次复制。**',
  'receive-e1000-place':
    '**QEMU 像网卡的 DMA 那样，把帧复制进客户机的缓冲区：第二次复制。**缓冲区的地址在 RDH 所指的描述符里。',
  'receive-e1000-raise':
    '**QEMU 置 DD，移动 RDH，在 ICR 里置 RXT0，拉起中断线；客户机被中断。**昂贵的部分又来了：驱动要问网卡发生了什么。',
  ...handler('receive'),
  'receive-e1000-end':
    '**用 e1000 收一个包：{exits} 次退出，{switches} 次切换到 QEMU，{copies} 次复制。**这次没有门铃：驱动每 16 个缓冲区才归还一批。所有退出都是中断引起的。',
  'receive-virtio-wake': '**tap 可读：QEMU 的 I/O 线程在用户态醒来。**这个包只有这一次切换。',
  'receive-virtio-read': '**QEMU 从 tap 把帧读进自己的缓冲区：第一次复制。**',
  'receive-virtio-place':
    '**virtio_net_receive 取一块驱动提供的缓冲区，把帧复制进去：第二次复制。**缓冲区早就放好了，不必问任何人。',
  'receive-virtio-used': '**QEMU 把描述符连同长度放进已用环，used.idx 变为 1。**',
  'receive-virtio-irq':
    '**irqfd 变成 MSI-X 中断，驱动启动 NAPI。**它不读任何寄存器：为什么被中断，已用环里写着。有投递中断时不必退出。（未经源码核实。）',
  'receive-virtio-end':
    '**用 virtio 收一个包：{exits} 次退出，{switches} 次切换到 QEMU，{copies} 次复制。**负载高时，NAPI 关中断、改轮询：许多包共用一次中断。',
  'receive-vhost-wake': '**tap 唤醒 vhost 线程：handle_rx。**内核到内核，QEMU 照睡不误。',
  'receive-vhost-place':
    '**vhost 取一块驱动提供的缓冲区，让 tap 的 recvmsg 把帧直接复制进去：第一次复制。**往 QEMU 缓冲区里的那次复制没有了。',
  'receive-vhost-used': '**vhost 把描述符连同长度放进已用环，used.idx 变为 1。**',
  'receive-vhost-irq':
    '**irqfd 变成 MSI-X 中断，全程都在内核里。**有投递中断时，运行中的 vCPU 不退出就能收到；没有时要退出一次。（未经源码核实。）',
  'receive-vhost-end':
    '**用 vhost 收一个包：{exits} 次退出，{switches} 次切换到用户态，{copies} 次复制。**剩下的都是正事：一次复制、一次中断，再加客户机自己的一次复制。',
  'receive-vfio-arrive':
    '**网卡内置的交换机认出客户机的 MAC 地址，选中客户机的 VF。**不用问宿主机的网桥，它根本看不到这个包。',
  'receive-vfio-dma':
    '**网卡用 DMA 经 IOMMU 把包直接写进客户机的缓冲区：没有复制。**若地址不属于这台客户机，IOMMU 会拒绝。',
  'receive-vfio-used': '**网卡用 DMA 在描述符里置 DD，并移动自己的头指针。**',
  'receive-vfio-irq':
    '**MSI-X 经重映射后直接投递：vCPU 不退出就收到中断。**没有投递中断时，要走宿主机中断、irqfd、注入，每次都有一次退出。（未经源码核实。）',
  'receive-vfio-end':
    '**VF 收一个包：{exits} 次退出，{switches} 次切换，{copies} 次复制。**与裸机一样；也与裸机一样，内存不能挪动。',

  'stream-e1000-start':
    '**客户机要通过模拟的 e1000 发送 {packets} 个包。**这里的环有 8 个槽（真实的有 256 个以上）；TDT 是驱动写的寄存器，TDH 归网卡。',
  'stream-virtio-start':
    '**客户机要通过 virtio 发送 {packets} 个包；设备是 QEMU 的一个线程，正在睡。**索引是 16 位的，自由递增，过了 65,535 回到 0；槽号是索引对 8 取余。真实队列有 256 项以上。',
  'stream-vhost-start':
    '**客户机要通过 virtio 发送 {packets} 个包；设备是 vhost 线程，正在睡。**环与 QEMU 做设备时完全一样；索引是 16 位的，很快就要回绕。',
  'stream-vfio-start':
    '**客户机要通过 VF 自己的环发送 {packets} 个包。**驱动填槽、移动尾指针，网卡的头指针跟在后面。',
  'stream-queue-give-kick':
    '**第 {n} 个包：avail.idx 变为 {avail}，越过了 avail_event，驱动于是通知（kick）：一次退出。**设备在睡，是它要求被通知的。',
  'stream-queue-give-quiet':
    '**第 {n} 个包：avail.idx 变为 {avail}，不通知。**设备醒着，自己会再来看；这个包没有引起任何退出。',
  'stream-e1000-give':
    '**第 {n} 个包：驱动写 TDT = {tail}，客户机停住。**不管网卡忙不忙，写寄存器就是一次陷入：e1000 没法说“别叫我”。',
  'stream-vfio-give':
    '**第 {n} 个包：驱动直接向网卡写尾指针 = {tail}。**每个包都按一次门铃，但一次退出也没有。',
  'stream-queue-finish':
    '**第 {n} 个包已发出：used.idx 变为 {used}，不中断。**还没到驱动的事件索引：它下次发送时自会看到这块缓冲区。',
  'stream-queue-finish-irq':
    '**第 {n} 个包已发出：used.idx 变为 {used}，越过了 used_event，设备于是发中断。**驱动要求在大约四分之三的缓冲区用完时得到通知。',
  'stream-e1000-finish':
    '**客户机停着，QEMU 发出第 {n} 个包，把 TDH 移到 {head}。**环里等待发送的包永远最多一个：驱动与设备轮流工作，而不是同时工作。',
  'stream-vfio-finish': '**第 {n} 个包已发出：网卡置 DD，头指针移到 {head}。**中断要等限速器放行。',
  'stream-queue-handle':
    '**中断处理程序收回 {freed} 块缓冲区。**不读任何寄存器。若驱动刚才停了，现在继续发送。',
  'stream-e1000-handle':
    '**一次中断：ICR、IMC、STATUS、IMS、STATUS 去 QEMU，中断结束去 KVM，共六次退出；收回 {freed} 块缓冲区。**至此共 {exits} 次退出。',
  'stream-vfio-handle': '**网卡的中断直接投递给 vCPU，驱动收回 {freed} 块缓冲区。**仍然没有退出。',
  'stream-virtio-wake':
    '**QEMU 的线程在用户态醒来，avail_event 留在原处：已经越过的索引，不再要求任何通知。**从现在起，新包不必退出就能到它手里。',
  'stream-vhost-wake':
    '**vhost 线程在内核里醒来，avail_event 留在原处：已经越过的索引，不再要求任何通知。**从现在起，新包不必退出就能到它手里。',
  'stream-full':
    '**第 {n} 个包没有空槽可放：驱动停下发送队列，等待中断。**什么也没丢：包由客户机自己的协议栈留着，vCPU 可以去做别的事。',
  'stream-pick': '**设备从环上取下第 {n} 个包。**它在工作，驱动可以继续填空槽。',
  'stream-sleep':
    '**环空了：设备把 avail_event 设在当前位置，再看一眼，然后睡下。**下一个包就必须通知。比客户机快的设备，每发一个包都要睡一次。',
  'stream-milestone':
    '**已发 {sent} 个包：门铃 {kicks} 次，退出 {exits} 次，中断 {interrupts} 次。**环照样转下去。',
  'stream-e1000-end':
    '**用 e1000 发 200 个包：{exits} 次退出，{switches} 次进入 QEMU。**请与旁边的录制相比：真实的 KVM，寄存器次序相同，门铃却更少，因为驱动几个包才按一次。',
  'stream-virtio-end':
    '**用 virtio 发 200 个包：通知 {kicks} 次，退出 {exits} 次，进入 QEMU {switches} 次。**有多少次，只看哪一边更快：换一种节奏试试。录制到的客户机介于两者之间。',
  'stream-vhost-end':
    '**用 vhost 发 200 个包：通知 {kicks} 次，退出 {exits} 次，一次也没有进用户态。**宿主机越忙，退出越少：负载越高，环越划算。',
  'stream-vfio-end':
    '**直通发 200 个包：门铃 {kicks} 次，退出 {exits} 次。**{interrupts} 次中断都是直接投递的。这一切，宿主机、它的网桥和迁移程序都看不见。',
};
