/** Why: the figure's Chinese sentences; the same keys as the English ones. */
import type { MessageKey } from './captions.en';

export const zh: Record<MessageKey, string> = {
  title: 'KVM 退出',
  'intro.look':
    '每个场景都是真实客户机里的几条指令。注意看客户机停下时控制权落到多深：只到宿主机内核里的 KVM（轻量级退出），还是一直落到用户空间的 VMM（重量级退出）。',
  'intro.try': '选“加载 CR3 16 次”，在嵌套分页与影子分页之间切换：同一段程序，一边 0 次退出，一边 18 次。',

  'control.scene': '场景',
  'control.paging': '分页方式',
  'group.instructions': '指令与设备',
  'group.memory': '内存',
  'group.running': '运行与等待',
  'scene.cpuid': 'CPUID，两次',
  'scene.port-io': '端口 I/O：OUT、OUT、IN',
  'scene.mmio': '内存映射 I/O',
  'scene.msr': '模型特定寄存器（MSR）',
  'scene.hypercall': '超级调用，两次',
  'scene.first-touch': '首次访问 4 个页',
  'scene.second-touch': '再次访问 4 个页',
  'scene.cr3': '加载 CR3 16 次',
  'scene.page-table': '修改页表项 4 次',
  'scene.syscalls': '系统调用 100 次',
  'scene.hlt': 'HLT，由定时器唤醒',
  'paging.nested': '嵌套',
  'paging.shadow': '影子',
  'in.nested': '嵌套分页',
  'in.shadow': '影子分页',

  'lane.ring3': '客户机 ring 3',
  'lane.ring0': '客户机 ring 0',
  'lane.cpu': 'CPU',
  'lane.kvm': 'KVM',
  'lane.vmm': 'VMM',
  'lane.ring3.sub': '用户代码',
  'lane.ring0.sub': '客户机内核',
  'lane.cpu.sub': '硬件',
  'lane.kvm.sub': '宿主机内核',
  'lane.vmm.sub': '宿主机用户空间',
  'picture.alt': '五条泳道，从上面的客户机到下面的 VMM。{where}',
  'picture.where': '控制权在：{lane}。',
  'picture.exit': '第 {n} 次退出，共 {total} 次',
  'picture.none': '尚无退出',
  'picture.no-exit': '没有退出',
  'picture.times': '× {times}',
  'picture.vmexit': '#VMEXIT',
  'picture.vmrun': 'VMRUN',
  'picture.light': '{count} 次在此处理',
  'picture.heavy': '{count} 次在此处理',

  'reason.cpuid': 'CPUID',
  'reason.io': '端口访问',
  'reason.npf': '嵌套缺页',
  'reason.PF': '被截获的缺页',
  'reason.msr': 'RDMSR 或 WRMSR',
  'reason.hypercall': 'VMMCALL',
  'reason.write_cr3': '加载 CR3',
  'reason.invlpg': 'INVLPG',
  'reason.hlt': 'HLT',

  'start.cpuid':
    '**客户机内核正要问两次：这是什么 CPU？**CPUID 本身无害，但不能让客户机看到宿主机 CPU 的真面目。',
  'start.port-io': '**客户机内核正要向串口发送“H”和“i”，再读串口状态。**这块芯片并不存在，总得有谁来扮演它。',
  'start.mmio': '**客户机内核正要用普通的 MOV 指令读写一个设备。**设备寄存器所在的地址背后没有内存。',
  'start.msr':
    '**客户机内核正要读写几个模型特定寄存器。**有的归客户机自己管，有的绝不能碰，还有一个根本不存在。',
  'start.hypercall':
    '**客户机内核正要两次呼叫它的虚拟机监视器。**系统调用从 ring 3 到 ring 0，超级调用则从客户机到 KVM。',
  'start.first-touch':
    '**客户机正要写四个从没用过的页。**它以为自己有 4 MiB 内存，其实宿主机还没有全部给它。',
  'start.second-touch': '**客户机再写一遍同样的四个页。**这时它们背后已经有宿主机的页了。',
  'start.cr3':
    '**客户机内核正要加载 CR3 16 次，在两个地址空间之间来回切换。**操作系统每次切换进程都要这样做。',
  'start.page-table':
    '**客户机内核正要把同一个页表项修改四次，每次都接着执行 INVLPG，再读一次。**`fork`、`mmap`、写时复制整天做的就是这件事。',
  'start.syscalls': '**客户机正要进入 ring 3，发起 100 次系统调用。**虚拟机监视器会看到其中几次？',
  'start.hlt': '**客户机内核正要设一个 2 ms 的定时器，然后停机等待。**空闲的客户机不该白白占着一个核。',

  'exit.cpuid':
    '**CPUID 使客户机退出。**KVM 事先要求 CPU 截获这条指令（Intel CPU 则总是截获）：客户机状态存入 VMCB，宿主机从 KVM 继续执行，退出原因是 `{reason}`。',
  'exit.pio-out':
    '**写端口 {port} 的 OUT 使客户机退出。**这里所有端口都被截获：CPU 把客户机状态存入 VMCB，报告 `{reason}`，端口号和宽度放在 `info1` 里。',
  'exit.pio-in':
    '**读端口 {port} 的 IN 使客户机退出。**客户机等着一个字节，但没有硬件会给它；CPU 报告 `{reason}`。',
  'exit.mmio-write':
    '**一条普通的 MOV 使客户机退出：{address} 处没有内存。**CPU 报告的是地址上的缺页 `{reason}`；要访问的其实是设备，这得由 KVM 自己弄清楚。',
  'exit.mmio-read':
    '**一条普通的 MOV 使客户机退出：它要读 {address}，而那里没有内存。**CPU 报告 `{reason}`，它不知道什么设备。',
  'exit.apic':
    '**客户机写本地 APIC 的寄存器（{register}），于是退出。**APIC 的寄存器位于内存地址，所以 CPU 报告的是 `{reason}`，而不是端口访问。',
  'exit.msr-read': '**读 MSR {msr} 的 RDMSR 使客户机退出。**KVM 的 MSR 位图只放行少数寄存器，这个不在其中。',
  'exit.msr-write':
    '**写 MSR {msr} 的 WRMSR 使客户机退出。**写进去的值可能改变宿主机的 CPU，KVM 必须先看一看。',
  'exit.msr-missing':
    '**RDMSR 读一个不存在的寄存器 {msr}，客户机退出。**不在放行名单上的一律截获，不管认不认识。',
  'exit.hypercall':
    '**VMMCALL 使客户机退出，而且是它自己要退出。**调用号 {number} 放在 EAX 里；Intel 上对应的指令是 VMCALL。',
  'exit.map':
    '**客户机访问 {address} 时退出：这个页背后还没有宿主机的页。**客户机自己的页表没有问题，有空缺的是第二级页表，即 KVM 的那一张（`{reason}`）。',
  'exit.shadow':
    '**访问 {address} 触发缺页，客户机退出。**客户机的页表里有这个地址，可 CPU 只查 KVM 的影子页表，那里还没有。',
  'exit.unsync':
    '**客户机写 {address}，也就是它自己的页表，于是退出。**KVM 先前把这一页设成只读，就是为了得知这样的写入。',
  'exit.cr3':
    '**MOV 到 CR3 使客户机退出。**影子分页下，真正的 CR3 指向 KVM 的页表，所以客户机每次加载 CR3 都被截获（`{reason}`）。',
  'exit.invlpg': '**INVLPG 使客户机退出。**客户机要作废一条地址转换，而 KVM 的影子页表里还留着它的副本。',
  'exit.hlt': '**HLT 使客户机退出。**客户机无事可做；要是 CPU 真的停下，宿主机也用不了它。',

  'handle.cpuid':
    '**KVM 在内核里查表回答 {leaf} 号功能，这张表是 VMM 给的。**客户机看到的是主人为它选定的 CPU，而不是真实的那一颗。这是一次轻量级退出。',
  'handle.cpuid-signature':
    '**真实 CPU 没有 {leaf} 号功能，KVM 回答“KVMKVMKVM”。**客户机由此得知自己运行在 KVM 上，半虚拟化驱动也就可以启用了。',
  'handle.pio-out':
    '**KVM 自己在端口 {port} 上没有设备，只好交给用户空间。**这次退出叫 `KVM_EXIT_IO`：ioctl `KVM_RUN` 返回，端口、宽度和值 {value} 放在双方共享的页里。这次退出因此成了重量级退出。',
  'handle.pio-in':
    '**KVM 自己在端口 {port} 上没有设备，得去问用户空间。**这次也叫 `KVM_EXIT_IO`：它在共享页里给答案留好位置，ioctl `KVM_RUN` 返回。',
  'handle.mmio-write-first':
    '**KVM 把这一页标记为设备，解码这条 MOV，得知要写入 {value}。**内核里没有哪个设备占着这个地址，只能由 VMM 处理：`KVM_EXIT_MMIO`。',
  'handle.mmio-write':
    '**页表项里的标记立刻说明“这是设备”；KVM 解码得知要写入 {value}。**内核里仍然没有设备占着这个地址：`KVM_EXIT_MMIO`。',
  'handle.mmio-read-first':
    '**KVM 把这一页标记为设备，并解码出一次读操作。**内核里没有哪个设备占着这个地址，只能由 VMM 回答：`KVM_EXIT_MMIO`。',
  'handle.mmio-read':
    '**页表项里的标记立刻说明“这是设备”；KVM 解码出一次读操作。**值要由 VMM 给出：`KVM_EXIT_MMIO`。',
  'handle.apic':
    '**KVM 解码这条 MOV，在自己的 APIC 模型里把 {register} 设为 {value}。**中断控制器放在内核里，正是为了让这种退出保持轻量级。',
  'handle.apic-timer':
    '**KVM 把 {register} 设为 {value}，并替客户机启动一个宿主机定时器。**按虚拟 APIC 的时钟，2,000,000 个计数就是 2 ms。',
  'handle.apic-eoi':
    '**KVM 记下中断处理结束（{register}）。**带虚拟 APIC 的硬件（AVIC、APICv）连这次退出也能省掉。',
  'handle.msr-read': '**KVM 给出它自己保存的 {msr} 的值：{value}。**客户机看不到真正的寄存器。',
  'handle.msr-write': '**KVM 检查 {value}，把它记作客户机的 {msr}。**真正的寄存器保持不变。',
  'handle.msr-missing': '**KVM 不认识寄存器 {msr}，为客户机准备一个 #GP 异常。**真实的 CPU 也会这样做。',
  'handle.hypercall':
    '**KVM 在内核里回答 {number} 号调用。**这个调用除了返回 0 什么都不做，剩下的就是这一趟往返本身的代价。',
  'handle.hypercall-unknown':
    '**KVM 没有 {number} 号调用，返回错误（−KVM_ENOSYS）。**虚拟机监视器同样要检查别人要它做什么。',
  'handle.map': '**KVM 取一个宿主机的页，填进嵌套页表，对应客户机页 {page}。**从此硬件自己就能找到它。',
  'handle.shadow':
    '**KVM 用软件遍历客户机的页表，把缺少的表项写进影子页表。**这一项从客户虚拟地址直接通到宿主物理地址。',
  'handle.shadow-linked':
    '**KVM 用软件遍历客户机的页表，给上面几级建好影子，最低一级的影子早已有了，直接接上。**这一级页表两个地址空间共用，所以缺页一次，它的页就全都有了。',
  'handle.unsync': '**KVM 允许这张页表的影子暂时不同步，放行写入。**此后修改它不再退出，但随后的 INVLPG 会。',
  'handle.cr3-fresh':
    '**KVM 为这个地址空间新建一个影子根页表，里面还是空的。**下面该接什么，要等第一次缺页。',
  'handle.cr3': '**KVM 还留着这个地址空间的影子根页表，直接切换过去。**什么都不用建，但一出一进的代价照付。',
  'handle.invlpg':
    '**KVM 解码 INVLPG，作废旧的影子表项，并按客户机页表重新填好。**随后的读取直接找到那一页，不再退出。',
  'handle.hlt':
    '**KVM 看到没有待处理的中断，让这个 vCPU 的线程去睡眠。**vCPU 就是 VMM 进程里的一个线程，所以宿主机的调度器管得了它。',
  wait: '**宿主机腾出手来，可以运行别的线程；{waited} 个时钟拍之后，客户机的定时器把这个线程唤醒。**空闲的客户机几乎不消耗宿主机。',

  'user.pio-out':
    '**VMM 读出端口 {port} 和值 {value}，扮演这个设备。**换成 QEMU，模拟的串口就住在这里。然后它再次调用 `KVM_RUN`。',
  'user.pio-in': '**VMM 把 {value} 写进共享页，意思是“可以发送”。**然后它再次调用 `KVM_RUN`。',
  'user.mmio-write': '**VMM 收下写往 {address} 的 {value}，扮演这个设备。**然后它再次调用 `KVM_RUN`。',
  'user.mmio-read': '**VMM 用 {value} 回答对 {address} 的读取。**然后它再次调用 `KVM_RUN`。',

  'entry.next':
    '**VMRUN：客户机从下一条指令 {next} 继续。**在客户机看来什么也没发生，只是有一条指令花得久了些。',
  'entry.again':
    '**VMRUN：客户机在 {next} 重新执行同一条指令，这次缺的东西已经有了。**缺页就这样结束，客户机毫不知情。',
  'entry.value':
    '**KVM 把 {value} 放进客户机的寄存器，VMRUN 让它从 {next} 继续。**在客户机看来，就像设备作了回答。',
  'entry.fault': '**VMRUN 注入 #GP：客户机进入它自己的异常处理程序。**异常是客户机自己的，该由它的内核处理。',
  'entry.interrupt':
    '**VMRUN 注入 0x40 号定时器中断：客户机在自己的中断处理程序里醒来。**这个中断是虚拟的；宿主机自己的定时器中断归宿主机。',

  'round.cr3':
    '**第 {n} 次退出，共 {total} 次：又是加载 CR3，一出一进。**影子根页表早已有了，付出的只是往返的代价。',

  'run.second-touch':
    '**四次写入都在客户机里完成，没有退出。**地址转换已经在 KVM 的页表里，硬件自己找得到：内存的退出代价只付一次。',
  'run.msr':
    '**读写 FS.base 的 RDMSR 和 WRMSR 在客户机里完成，没有退出。**这个寄存器归客户机自己，KVM 的 MSR 位图放行：记录里没有它的痕迹。',
  'run.cr3':
    '**{times} 次 CR3 加载全都在客户机里完成，没有退出。**嵌套分页下，CR3 是客户机自己的：里面是客户物理地址，硬件会再转换一次。',
  'run.page-table':
    '**修改和 INVLPG 各 {times} 次，都在客户机里完成，没有退出。**嵌套分页下，硬件直接走客户机自己的页表；怎么改，是客户机自己的事。',
  'run.syscalls':
    '**100 次系统调用在 ring 3 与 ring 0 之间往返，虚拟机监视器一次也没看到。**客户机内核真的在 ring 0，SYSCALL 直接就到了那里。这正是硬件辅助的意义。',

  'end.same': '**{paging}下 {here} 次退出，{other}下也是这么多。**{lesson}',
  'end.differs': '**{paging}下 {here} 次退出，{other}下 {there} 次。**{lesson}',
  'lesson.cpuid': '指令被截获与否，和分页方式无关。',
  'lesson.port-io': '这个串口每收发一个字节就是一次重量级退出；virtio 就是为了减少这样的往返。',
  'lesson.mmio': '每次访问都要缺页、解码指令，再到用户空间走一趟：设备访问很贵。',
  'lesson.msr': '截获哪些寄存器，由 KVM 逐个决定。',
  'lesson.hypercall': '超级调用就是有意的退出，而且是轻量级的。',
  'lesson.first-touch': '两者在这里一样：内存都是首次访问时一页一页给的。差别出现在页表改变的时候。',
  'lesson.second-touch': '转换关系一旦建立就不再退出，不管它在哪张表里。',
  'lesson.cr3': '嵌套分页就是为此而造的：切换进程从此与虚拟机监视器无关。',
  'lesson.page-table': '影子分页在每次 INVLPG 时为修改付费，第一次写入再加一次；嵌套分页一次也不用付。',
  'lesson.syscalls': '有硬件辅助，系统调用就与虚拟机监视器无关，不论哪种分页。',
  'lesson.hlt': '五次 APIC 访问加一次 HLT，全是轻量级退出：中断和空闲都留在内核里处理。',

  'ask.exit': '接下来是 {rip} 处的 `{instruction}`。控制权会到哪里？',
  'ask.run': '接下来是 `{instruction}`，共 {times} 次。控制权会到哪里？',
  'ask.stays': '哪儿也不去：就在客户机里执行，没有退出',
  'ask.light': '到 KVM，然后返回：轻量级退出',
  'ask.heavy': '先到 KVM，再到用户空间的 VMM：重量级退出',

  'did.cpuid': '查自己的表，|回答 {leaf} 号功能',
  'did.cpuid-signature': '回答 {leaf}：|“KVMKVMKVM”',
  'did.pio-out': '自己没有这个设备：|KVM_EXIT_IO',
  'did.pio-in': '自己没有这个设备：|KVM_EXIT_IO',
  'did.mmio-write-first': '解码 MOV 指令：|KVM_EXIT_MMIO',
  'did.mmio-write': '解码 MOV 指令：|KVM_EXIT_MMIO',
  'did.mmio-read-first': '解码 MOV 指令：|KVM_EXIT_MMIO',
  'did.mmio-read': '解码 MOV 指令：|KVM_EXIT_MMIO',
  'did.apic': '在自己的 APIC 里|设置 {register}',
  'did.apic-timer': '替客户机启动|2 ms 定时器',
  'did.apic-eoi': '在自己的 APIC 里|结束这次中断',
  'did.msr-read': '给出自己保存的|MSR {msr}',
  'did.msr-write': '检查后记下|MSR {msr}',
  'did.msr-missing': '没有这个寄存器：|准备 #GP',
  'did.hypercall': '回答 {number} 号调用',
  'did.hypercall-unknown': '没有 {number} 号调用：|返回错误',
  'did.map': '把客户机页 {page}|填进嵌套页表',
  'did.shadow': '把缺少的表项|填进影子页表',
  'did.shadow-linked': '把已有的影子|接到新的表里',
  'did.unsync': '放行写入，|影子暂不同步',
  'did.cr3-fresh': '新建一个空的|影子根页表',
  'did.cr3': '切换到已有的|影子根页表',
  'did.invlpg': '按客户机页表更新|影子表项',
  'did.hlt': '无事可做，|vCPU 可以睡眠',
  'did.wait': 'vCPU 线程睡眠，|等定时器到点',
  'says.pio-out': '扮演串口：|收下 {value}',
  'says.pio-in': '扮演串口：|回答 {value}',
  'says.mmio-write': '扮演设备：|收下 {value}',
  'says.mmio-read': '扮演设备：|回答 {value}',

  'panel.trace': '跟踪',
  'panel.exits': '退出',
  'trace.program': '客户机程序',
  'trace.lines': 'ftrace 原始行',
  'trace.earlier': '前面还有 {count} 行',
  'trace.later': '后面还有 {count} 行',
  'trace.none': '没有记录行：客户机自己运行时，没有什么可记。',
  'trace.marker': '标记本身引起的退出，不计数',
  'count.so-far': '到目前为止',
  'count.of': '{seen} / {total}',
  'count.light': '轻量级：只到 KVM',
  'count.heavy': '重量级：还到 VMM',
  'count.reasons': '按原因',
  'count.none': '本场景没有退出',
  'count.compare': '整个场景',
  'count.instructions': '指令条数，不是时间',
  'count.asleep': '睡眠的时钟拍数',
  'overview.caption': '各场景的退出次数，由记录统计得出。点一格就打开那个场景。',
  'overview.scene': '场景',
  'overview.exits': '{count}',
  'overview.none': '无',
  'overview.heavy': '重量级',

  'event.tracing_mark_write': 'VMM 在跟踪里写下一条说明',
  'event.sys_ioctl': 'VMM 调用 ioctl KVM_RUN（`cmd: ae80`），或者它返回',
  'event.kvm_fpu': '装入或收起客户机的 FPU 寄存器',
  'event.kvm_entry': 'VMRUN：客户机从 `rip` 处继续运行',
  'event.kvm_exit': '客户机被停下：什么原因，停在哪个 `rip`',
  'event.kvm_cpuid': '询问的功能号（`func`）和回答',
  'event.kvm_mmu_pagetable_walk': 'KVM 用软件遍历客户机的页表',
  'event.kvm_mmu_paging_element': '遍历中的一级',
  'event.kvm_emulate_insn': 'KVM 要解码的指令字节',
  'event.kvm_pio': '访问的端口、宽度和值',
  'event.kvm_userspace_exit': 'KVM 处理不了，返回 VMM',
  'event.kvm_page_fault': '缺少转换的地址',
  'event.kvm_mmu_spte_requested': '客户机页（`gfn`）和给它的宿主机页（`pfn`）',
  'event.kvm_mmu_get_page': 'KVM 为自己的页表取一个页',
  'event.kvm_tdp_mmu_spte_changed': '嵌套页表的一个表项改变',
  'event.mark_mmio_spte': '给表项做标记：是设备，不是内存',
  'event.vcpu_match_mmio': '这个地址属于设备',
  'event.kvm_mmio': '设备访问的地址、长度和值',
  'event.kvm_msr': '寄存器和值',
  'event.kvm_inj_exception': '为客户机准备一个异常',
  'event.kvm_hypercall': '调用号和参数',
  'event.kvm_mmu_set_spte': 'KVM 写入自己页表的表项',
  'event.kvm_mmu_set_accessed_bit': 'KVM 像硬件那样，在客户机页表里置“已访问”位',
  'event.kvm_mmu_set_dirty_bit': 'KVM 像硬件那样，在客户机页表里置“脏”位',
  'event.kvm_mmu_unsync_page': '允许这张影子页表暂时不同步',
  'event.kvm_apic': '写虚拟 APIC 的寄存器',
  'event.kvm_hv_timer_state': '是否使用 CPU 自带的抢占定时器',
  'event.sched_switch': '宿主机的调度器切换线程',
  'event.local_timer_entry': '宿主机自己的定时器中断',
  'event.kvm_vcpu_wakeup': 'vCPU 线程重新运行',
  'event.kvm_apic_accept_irq': '虚拟 APIC 接受中断',
  'event.kvm_inj_virq': '为客户机准备中断',
  'event.kvm_eoi': '客户机结束了它的中断',
};
