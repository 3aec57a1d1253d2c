/** Why: what each hop of the model says in Chinese; the same keys as the English ones. */
import type { WayKey } from './ways.en';

export const waysZh: Record<WayKey, string> = {
  'sys-start': '**程序执行 SYSCALL。**它要请内核办事。不同之处在于：由谁的内核来应答，中间又隔着谁。',
  'sys-guest':
    '**CPU 进入客户机内核。**在客户机内部从 ring 3 到 ring 0：`LSTAR` 是客户机自己的，VT-x 和 AMD-V 让 `SYSCALL` 直接执行，没有 VM 退出。',
  'sys-guest-back': '**SYSRET：回到程序。**两次特权级切换，与裸机一样。虚拟机监视器根本不知道有过这次调用。',
  'sys-xen':
    '**SYSCALL 落到 Xen 手里。**ring 0 归 Xen，`LSTAR` 里的入口也是 Xen 的。客户机内核和它的程序一样，运行在 ring 3。',
  'sys-xen-bounce':
    '**Xen 把调用转交给客户机内核。**`create_bounce_frame` 摆好内核所期待的栈帧，同时换掉页表。HVM 和 PVH 客户机没有这些步骤，与 KVM 的客户机一样。',
  'xen-iret':
    '**超级调用 iret：内核请求返回。**内核在 ring 3，自己回不到程序：要换另一套页表，而只有 Xen 才能加载页表。',
  'sys-xen-back':
    '**Xen 恢复程序运行。**一次系统调用要跨四次边界：这是 64 位 PV 的代价，也是后来改用 PVH 和 HVM 的原因之一。',
  'sys-host':
    '**宿主机内核应答，内核只有这一个。**容器没有自己的内核：要么被 seccomp 拒绝，要么像普通进程一样执行。',
  'sys-host-back': '**SYSRET：回到容器。**两次特权级切换，0 次 VM 退出，因为根本没有虚拟机监视器可退。',

  'msr-start':
    '**客户机内核执行 WRMSR。**只有 ring 0 能写模型特定寄存器，而这一个寄存器由虚拟机监视器自己掌管。',
  'msr-process': '**进程执行 WRMSR。**容器不带内核，只能由它自己的进程来试。',
  'msr-kvm':
    '**VM 退出：写 MSR。**CPU 离开非根模式，KVM 在宿主机内核里修改 vCPU 的那份寄存器。QEMU 照样睡着。',
  'msr-entry':
    '**VM 进入：客户机继续运行。**`VMRESUME`（第一次用 `VMLAUNCH`，AMD 用 `VMRUN`）装入客户机状态，下一条指令照常执行，好像什么也没发生。',
  'msr-xen':
    '**#GP：陷入 Xen。**在 ring 3 执行这条指令会出错；如果允许该域写这个寄存器，Xen 就代为模拟，这就是陷入模拟。HVM 和 PVH 客户机则是一次 VM 退出。',
  'msr-xen-back':
    '**Xen 返回到下一条指令。**陷入一次再回来，没有 VM 退出：PV 在没有 VT-x 的 CPU 上也能运行。',
  'msr-esxi': '**VM 退出到本虚拟机的 VMM。**每台虚拟机有自己的 VMM，由它模拟这个寄存器，不需要 VMkernel。',
  'msr-workstation':
    '**VM 退出到 VMM，没有世界切换。**即使是寄居型产品，CPU 也由 VMM 自己处理；只有设备和中断才去找宿主机。',
  'msr-hyper-v':
    '**VM 退出到 Hypervisor。**它在所有分区之下模拟这个寄存器。只有根分区要求过拦截，才会通知根分区。',
  'msr-host': '**#GP：宿主机内核的处理程序运行。**它看到用户代码里有一条特权指令，没有谁负责替它模拟。',
  'msr-signal': '**SIGSEGV：默认结束进程。**只有内核能做的事，容器做不了；虚拟机可以，因为它有自己的内核。',

  'pf-start': '**程序第一次写某个页。**没有对应的地址转换：缺页异常 `#PF`。',
  'pf-guest':
    '**客户机内核自己处理 #PF。**有了嵌套分页，页表归它自己管，没有退出。它挑一个空闲页，开始清零。',
  'pf-violation':
    '**VM 退出：EPT 违例。**这个页只在客户机看来存在，虚拟机监视器还没有给它配上内存（AMD 上是 `#NPF`）。',
  'pf-kvm-host':
    '**Linux 找到一个页。**客户机内存就是 QEMU 进程的内存，KVM 像处理进程缺页一样向宿主机的内存管理要页。',
  'pf-kvm-map': '**KVM 把它映射进 EPT。**以后再访问这个页就不会退出了。',
  'pf-entry': '**VM 进入：内核清零这个页。**刚才失败的写入重新执行，然后填好客户机自己的页表项。',
  'pf-guest-back': '**回到程序：写入成功。**填好了两套页表：客户机的和虚拟机监视器的。',
  'pf-xen': '**#PF 先到 Xen。**CPU 的中断描述符表是 Xen 的：PV 客户机的每个异常都从这里开始。',
  'pf-xen-bounce':
    '**Xen 把缺页转交给客户机内核。**内核挑一个空闲页。域在创建时就得到了全部内存，不必再找别人要。',
  'pf-xen-update':
    '**超级调用：请写这个页表项。**PV 内核可以读自己的页表，但不能写；它用 `mmu_update` 或 `update_va_mapping` 请求。',
  'pf-xen-checked':
    '**Xen 检查之后写入页表项。**这个页必须属于本域。HVM 和 PVH 客户机在 EPT 或 NPT 之上自己写页表。',
  'pf-xen-back': '**Xen 恢复程序运行：写入成功。**没有第二级页表：PV 客户机的页表项里就是机器地址。',
  'pf-vmkernel': '**VMkernel 给出一个页。**它管理整台机器的内存，虚拟机访问到时才给。',
  'pf-vmm-map': '**VMM 把它映射进 EPT。**以后再访问这个页就不会退出了。',
  'pf-ws-host':
    '**世界切换：宿主系统找到一个页。**内存全归宿主机。`vmmon` 驱动请它钉住这个页，免得在 VMM 不知情时被收走。',
  'pf-ws-map': '**世界切换回来，VMM 建立映射。**为了一个页，整个 CPU 状态换了两次。',
  'pf-hyper-v-back':
    '**回到程序：没有退出。**虚拟机的内存通常在启动时就已配好，第二级地址转换里本来就有这个页。',
  'pf-host': '**宿主机内核处理 #PF。**挑一个页，清零，记到容器的内存 cgroup 账上。',
  'pf-host-back': '**回到容器：写入成功。**一次缺页，一个内核，一套页表。',

  'net-start': '**程序发送一个包。**数据在它的内存里。到网线之间隔着一个能碰网卡的驱动：是谁的驱动？',
  'net-virtio': '**virtio-net 把包放进环。**`start_xmit` 写好描述符和可用环索引；数据留在客户机内存里不动。',
  'kick-kvm':
    '**VM 退出：门铃。**通知寄存器的地址背后没有内存（EPT 配置错误）。KVM 触发一个 `ioeventfd`，vCPU 随即继续运行。',
  'net-vhost':
    '**vhost 工作线程醒来。**`handle_tx` 在宿主机内核里读环，把数据拷贝给 TAP 设备。没有 vhost 的话，醒来的是 QEMU。',
  'net-linux': '**经过网桥，到 Linux 自己的网卡驱动。**KVM 没有驱动，全部借用 Linux 的，所以它才这么小。',
  'net-nic': '**网卡用 DMA 取走这个包。**谁的驱动敲响它的门铃，它就归谁；程序用的只是一块虚拟网卡。',
  'net-netfront':
    '**Xen 转交调用，netfront 授权页面。**`xennet_start_xmit` 把每个页的授权引用写进与 Dom0 共享的环。',
  'xen-event': '**超级调用 EVTCHNOP_send：事件通道。**Xen 给 Dom0 置一个待处理位。只有后端要求过通知时才发。',
  'net-netback':
    '**轮到 Dom0：向上调用 netback。**`xenvif_tx_interrupt` 开始轮询环。Dom0 得先有空闲的 CPU：瓶颈就在这里。',
  'net-grant':
    '**超级调用：拷贝包头，映射其余。**Dom0 只能凭授权引用碰被授权的页，每一个都由 Xen 检查。有效载荷不拷贝。',
  'net-dom0': '**经过网桥，到 Dom0 的网卡驱动。**Xen 站在硬件上，却没有网卡驱动；驱动在特权域里。',
  'net-vmxnet3':
    '**vmxnet3 把包放进环。**内核不用改，驱动是半虚拟化的：描述符放在与虚拟机监视器共享的内存里。',
  'kick-esxi': '**VM 退出：门铃。**本虚拟机的 VMM 看到这次写入，去调用 VMkernel。',
  'net-vmkernel':
    '**VMkernel：端口组、虚拟交换机、上行链路。**驱动就在虚拟机监视器里，没有控制域，也没有宿主机要唤醒。',
  'net-ws-guest': '**客户机的网卡驱动写设备寄存器。**在客户机看来，这就是一块普通的以太网卡。',
  'kick-ws': '**VM 退出到 VMM。**它看到客户机在访问一个它并没有的设备，自己无能为力：驱动是宿主机的。',
  'ws-world':
    '**世界切换：宿主系统重新运行。**寄存器、各种表、整个地址空间都要换，比进程切换更重。`vmmon` 返回到调用它的进程。',
  'net-vmx': '**VMX 进程模拟网卡。**它是宿主机上的普通进程：把包取来，然后像别的进程一样要做一次系统调用。',
  'net-vmnet': '**宿主机内核：vmnet 桥接到网卡驱动。**包被拷贝进来，像宿主机自己发的一样出去。',
  'net-netvsc':
    '**netvsc 往 VMBus 环里写一条消息。**消息里列出客户机的页，由 `vmbus_sendpacket_pagebuffer` 发出；小包则走共享缓冲区。',
  'hv-signal': '**超级调用：通知通道。**这是一次到 Hypervisor 的 VM 退出，而且只在环原来为空时才需要。',
  'net-vsp': '**根分区收到中断：VSP。**它去读环：这是分离驱动中提供方的那一半，在父分区的内核里。',
  'net-root':
    '**虚拟交换机，然后是 Windows 的网卡驱动。**和 Xen 一样，Hypervisor 没有驱动；根分区的角色就相当于 Dom0。',
  'net-veth':
    '**全由宿主机内核完成。**经 veth 对走出容器的网络命名空间，过网桥，到网卡驱动：一个内核，都是函数调用。',

  'disk-start': '**程序用 O_DIRECT 写一个数据块。**不经过页缓存，数据块必须写到磁盘。',
  'disk-virtio': '**virtio-blk 把请求排进队列。**先写请求头、数据和状态的描述符，再写可用环索引。',
  'disk-qemu':
    '**QEMU 的线程在用户空间醒来。**Linux 主线没有面向 virtio-blk 的 vhost，只能由进程来读环，再算出数据块在镜像文件里的位置。',
  'disk-linux':
    '**系统调用：宿主机的块设备层。**用 `io_uring` 或 `pwritev` 写镜像文件，直到 Linux 自己的磁盘驱动。',
  'disk-dma': '**磁盘用 DMA 取走数据块。**不管是谁要写，命令都来自紧挨着硬件的那个驱动。',
  'disk-blkfront': '**Xen 转交调用，blkfront 授权页面。**共享环里的请求写着授权引用。',
  'disk-blkback': '**轮到 Dom0：向上调用 blkback。**Dom0 的内核线程从环里取出请求。',
  'disk-grant': '**超级调用：映射被授权的页。**如果用持久授权，页面一直映射着，就省下这一次跨边界。',
  'disk-dom0': '**Dom0 的块设备层和磁盘驱动。**设备 I/O 要经过 Dom0，CPU 和内存不用。',
  'disk-pvscsi': '**PVSCSI 把请求排进队列。**半虚拟化的适配器：一个请求环，一个完成环。',
  'disk-vmkernel': '**VMkernel：VMFS、路径、HBA 驱动。**存放虚拟盘的文件系统就在虚拟机监视器里。',
  'disk-ws-guest': '**客户机的磁盘驱动写设备寄存器。**在客户机看来，这就是一块普通的控制器。',
  'disk-vmx': '**VMX 进程模拟控制器。**它算出数据块在 `.vmdk` 文件里的位置。',
  'disk-vmdk': '**系统调用：写 .vmdk 文件。**其余由宿主机的文件系统和磁盘驱动完成，和普通程序一样。',
  'disk-storvsc': '**storvsc 往 VMBus 环里写 SCSI 请求。**数据块原地不动，消息里列出它的页。',
  'disk-vsp': '**根分区收到中断：VSP。**存储提供方去读环。',
  'disk-root': '**VHDX 文件，然后是 Windows 的磁盘驱动。**虚拟盘是根分区上的一个文件。',
  'disk-overlay':
    '**全由宿主机内核完成。**容器的挂载（overlayfs 或卷）、文件系统、磁盘驱动：只用一次系统调用。',

  'tick-start': '**程序正在运行，CPU 的定时器到点了。**这是谁设的？客户机以为是自己。',
  'tick-exit':
    '**VM 退出：外部中断。**真正的中断从来不归客户机：不管它的中断标志是什么，CPU 都会离开客户机。',
  'tick-linux':
    '**Linux 运行自己的定时器处理程序。**客户机的 APIC 定时器其实是宿主机的一个 `hrtimer`，它到期了。',
  'tick-kvm': '**KVM 注入客户机的时钟中断。**把向量写进 VMCS 或 VMCB，下次进入时生效。',
  'tick-guest': '**VM 进入：客户机的时钟处理程序运行。**现在它的时钟才前进，调度器也可以换一个进程。',
  'tick-back': '**回到程序。**客户机收到一次虚拟中断，宿主机收到一次真正的中断。',
  'tick-xen':
    '**Xen 接到中断。**APIC 定时器是 Xen 的。vCPU 的定时器到期，于是虚拟中断 `VIRQ_TIMER` 置为待处理。',
  'tick-virq':
    '**向上调用：客户机内核的时钟处理程序。**对 PV 客户机来说，中断就是事件：一个标志位，加上一次到回调入口的跳转。',
  'tick-xen-back': '**Xen 恢复程序运行。**Dom0 没有参与，也不用模拟 APIC。',
  'tick-vmkernel': '**VMkernel 处理中断。**所有虚拟机的定时和调度都归它管。',
  'tick-vmm': '**VMM 发出客户机的时钟中断。**它的虚拟 APIC 有一次滴答要交付。',
  'tick-ws-host':
    '**世界切换：中断是宿主机的。**在那边重新触发一次，宿主系统就像处理直接来自硬件的中断一样处理它。',
  'tick-ws-vmm': '**世界切换回来，VMM 发出虚拟中断。**如果宿主机有别的事要忙，客户机的滴答就迟到了。',
  'tick-hyper-v': '**VM 退出到 Hypervisor。**定时器归它，它还为每个虚拟处理器保存四个合成定时器。',
  'tick-stimer':
    '**VM 进入：stimer0 中断客户机内核。**支持增强接口的客户机使用合成定时器，不必模拟 APIC 定时器。根分区没有参与。',
  'tick-host': '**宿主机内核的时钟处理程序运行。**所有容器共用一个内核、一个时钟滴答。',
  'tick-host-back':
    '**回到容器，或者轮到别的容器。**处理程序把时间记到它的 cgroup 账上；调度器可能换了别人。',
};
