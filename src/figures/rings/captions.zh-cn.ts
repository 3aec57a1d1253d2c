/** Why: what the rings model says, in Chinese: captions by key, predictions, notes, what the model simplifies. */
import type { CaptionKey } from './captions.en';

export const captionsZh: Readonly<Record<CaptionKey, string>> = {
  start: '**{about}**{setup}',
  'about-interrupts': '内核先保存标志寄存器，关中断做一小段工作，再恢复原来的标志。',
  'about-timer': '内核关着中断的时候，来了一个时钟中断。',
  'about-syscall': '用户程序发起系统调用，内核处理后返回。',
  'about-red-pill': '用户程序读取描述符表的地址，这就是“红药丸”检测法。',
  'about-push-cs': '内核查看自己的 CS，想知道自己运行在哪个环。',
  'about-page-table': '内核修改一个页表项，再让旧的地址转换失效。',
  'about-port-io': '内核向设备端口写一个字节，再读回一个字节。',
  'about-cpuid': '内核询问 CPU 有哪些功能。',
  'about-hlt': '内核无事可做：开中断，然后停机等待中断。',
  'about-user-privileged': '用户程序企图关中断。',
  'about-one': '客户机内核使用 {ins}，它是不受 ring 0 保护的敏感指令之一。',
  'setup-bare': '内核占有 ring 0 和整台机器；其他技术都要与它对照。',
  'setup-deprivileged': 'VMM 占了 ring 0；同一个内核一字未改，被放到 ring 1 运行，自己并不知情。',
  'setup-translation':
    'VMM 占有 ring 0。它从不让内核代码原样运行，而是先改写，再在 ring 1 执行改写后的代码。',
  'setup-xen-32': 'Xen 占有 ring 0。内核经过修改，运行在 ring 1，不能做的事就请 Xen 代办。',
  'setup-xen-64': 'Xen 占有 ring 0。64 位内核经过修改，和自己的用户程序一样运行在 ring 3。',
  'setup-hardware': '有了 VT-x，客户机在非根模式下拥有自己的 ring 0 到 ring 3；VMM 在根模式下等候。',

  'do-work': '**继续做普通工作，全速执行。**这不需要特权，用哪种技术开销都一样。',
  'do-work-misled': '**客户机继续运行，毫不知情。**它的状态已与裸机不同，却没有任何东西会告诉它。',
  'do-work-shaken': '**模型让客户机在异常之后继续运行。**真实的内核到这里多半已经停下了。',
  'do-mov': '**程序把系统调用号放进寄存器。**这一步不需要特权。',
  'do-push': '**一个值压入栈中。**下一条指令会从栈里取走它。',
  'do-pop': '**内核从栈里取出这个值来看。**它接下来怎么做，就取决于这个值。',
  'do-test': '**内核检查 CS 的最低两位。**ZF = 1 表示自己在 ring 0。',
  'do-load': '**内核读取这一页。**地址转换先查 TLB，没有才查页表。',
  'do-cmp': '**程序把地址与预期值比较。**表的位置不寻常，说明下面有 VMM。',
  'do-kill': '**客户机内核终止这个程序。**用户代码执行特权指令，是客户机自己的事。',

  'ok-bare': '**{ins} 在 ring {ring} 执行。**{effect}',
  'ok-nonroot': '**{ins} 在非根模式的 ring {ring} 直接执行，没有 VM 退出。**{effect}',
  'ok-direct': '**{ins} 在 ring {ring} 执行，没有陷入，这一次结果碰巧正确。**{effect}',
  'ok-xen-syscall':
    '**系统调用（这里是 INT 0x80）直接进入 ring 1 的客户机内核。**Xen 事先在真实的 IDT 里为它设好了门，自己不必介入。',

  'e-pushf': '标志寄存器的副本已在栈里，其中包括 IF。',
  'e-popf': '标志寄存器换成了栈上的值，IF 也在其中。',
  'e-cli': '客户机的 IF 变为 0：现在不允许打断它。',
  'e-sti': '客户机的 IF 变为 1：现在允许打断它。',
  'e-hlt': '客户机睡眠，直到中断到来。',
  'e-invlpg': '旧的地址转换已失效，下次访问会重新查页表。',
  'e-pte': '页表项已指向新的页框，但 TLB 里可能还留着旧的转换。',
  'e-out': '设备收到了这个字节。',
  'e-in': '客户机得到了设备的回答。',
  'e-cpuid': '客户机知道了 CPU 有哪些功能。',
  'e-syscall': '控制权到了内核。',
  'e-sysret': '控制权回到了用户程序。',
  'e-sysret-vmm': '虚拟 CPU 回到了 ring 3，接下来轮到用户程序。',
  'e-sgdt': '客户机得到的是自己的 GDT 地址。',
  'e-sidt': '客户机得到的是自己的 IDT 地址。',
  'e-sldt': '客户机得到的是自己的 LDT 选择子。',
  'e-str': '客户机得到的是自己的任务选择子。',
  'e-smsw': '客户机得到的是自己 CR0 的低 16 位。',
  'e-mov-seg': '客户机读到的 SS 低两位是 0，即 ring 0。',
  'e-push-seg': '栈上选择子的低两位是 0，即 ring 0。',
  'e-pop-seg': 'SS 装入了客户机内核的栈段。',
  'e-lar': 'ZF = 1，客户机得到了段的访问权限。',
  'e-lsl': 'ZF = 1，客户机得到了段界限。',
  'e-verr': 'ZF = 1：该段可读。',
  'e-verw': 'ZF = 1：该段可写。',
  'e-call-far': '栈上返回地址里的 CS 属于 ring 0。',
  'e-jmp-far': '客户机内核转到它的另一个代码段继续执行。',
  'e-jmp-far-vmm': '接下来，客户机内核将在它的另一个代码段继续执行。',
  'e-ret-far': '客户机内核从栈上给出的地址继续执行。',
  'e-ret-far-vmm': '接下来，客户机内核将从栈上给出的地址继续执行。',
  'e-int': '客户机内核自己的处理程序开始运行。',
  'e-int-vmm': '接下来将运行客户机内核自己的处理程序。',

  'silent-popf-on':
    '**POPF 在 ring {ring} 执行，对 IF 的修改却被直接忽略。**这个特权级无权修改 IF，但也不会陷入，所以 VMM 毫不知情。客户机以为中断已经打开，VMM 却仍然扣着它的中断。',
  'silent-popf-off':
    '**POPF 在 ring {ring} 执行，对 IF 的修改却被直接忽略。**客户机以为中断已经关闭，其实还开着，随时可能在最糟的时刻被打断。',
  'silent-pushf':
    '**PUSHF 在 ring {ring} 执行，保存的是真实的标志。**客户机的 IF 应为 0，栈上却是 1，因为 VMM 让真实的中断一直开着。',
  'silent-sgdt': '**SGDT 在 ring {ring} 执行，存下的是 VMM 的 GDTR。**CPU 只有一个 GDTR，而 VMM 正用着它。',
  'silent-sidt': '**SIDT 在 ring {ring} 执行，存下的是 VMM 的 IDTR。**CPU 只有一个 IDTR，而 VMM 正用着它。',
  'silent-sldt': '**SLDT 在 ring {ring} 执行，存下的是 VMM 的 LDTR。**客户机自己的 LDT 选择子是 0x48。',
  'silent-str': '**STR 在 ring {ring} 执行，存下的是 VMM 的任务寄存器。**客户机自己的任务选择子是 0x40。',
  'silent-smsw':
    '**SMSW 在 ring {ring} 执行，读到的是真实的 CR0。**其中的 TS 位是 VMM 为自己设置的，客户机从未设过。',
  'silent-mov-seg':
    '**读取 SS 的 MOV 在 ring {ring} 执行，得到的选择子低两位是 {ring}。**在裸机上应是 0：客户机内核能看出自己被挪了位置。',
  'silent-push-seg':
    '**PUSH 在 ring {ring} 执行，压入的选择子低两位是 {ring}。**在裸机上应是 0：客户机内核能看出自己被挪了位置。',
  'silent-lar':
    '**LAR 在 ring {ring} 执行，回答“不可见”：ZF = 0。**检查用的是真实的 CPL；若在 ring 0，客户机本可得到访问权限。',
  'silent-lsl':
    '**LSL 在 ring {ring} 执行，回答“不可见”：ZF = 0。**检查用的是真实的 CPL；若在 ring 0，客户机本可得到段界限。',
  'silent-verr':
    '**VERR 在 ring {ring} 执行，回答“不可读”：ZF = 0。**检查用的是真实的 CPL；对 ring 0 来说答案是可读。',
  'silent-verw':
    '**VERW 在 ring {ring} 执行，回答“不可写”：ZF = 0。**检查用的是真实的 CPL；对 ring 0 来说答案是可写。',
  'silent-call-far':
    '**远 CALL 成功了，但保存的 CS 低两位是 {ring}。**客户机栈上的返回地址暴露了它真实的环。',
  'silent-user':
    '**{ins} 在用户程序里执行，存下的是 VMM 那张表的位置。**在这种技术下用户代码原样运行，没有人改正这个结果：程序就此发现了 VMM。',

  'refused-pop-seg':
    '**POP SS 在 ring {ring} 被拒绝：{vector}。**选择子写的是 ring 0，而装入 SS 时它必须等于 CPL。在裸机上两者相等。',
  'refused-jmp-far': '**远 JMP 在 ring {ring} 被拒绝：{vector}。**ring 0 的代码段只能从 ring 0 这样进入。',
  'refused-int':
    '**INT 在 ring {ring} 被拒绝：{vector}。**这个门只允许从 ring 0 调用；在裸机上内核就在 ring 0。',
  'refused-ret-far':
    '**远 RET 在 ring {ring} 被拒绝：{vector}。**它要从 ring {ring} 返回到更内层的 ring 0，而 RET 只能向外层返回。',
  refused: '**{ins} 在 ring {ring} 被拒绝：{vector}。**CPU 先检查特权级，不通过就什么也不做，只产生异常。',
  'refused-pte': '**这次写入被拒绝：{vector}。**VMM 把客户机的页表设成了写保护，因为它自己的那份必须跟着改。',
  'syscall-vmm': '**程序要找的是自己的内核，SYSCALL 却进入 ring 0。**那里是 VMM，不是客户机内核。',
  'exits-always': '**{ins} 在非根模式下无法完成。**它属于少数必定引起 VM 退出的指令，没有控制位能关掉。',
  'exits-control': '**{ins} 通过了特权检查，但在非根模式下无法完成。**VMM 填写 VMCS 时就要求它退出。',
  'exits-shadow':
    '**{ins} 在非根模式下无法完成。**这款 CPU 没有嵌套分页，VMM 用影子页表，必须看到每一次改动。',

  trap: '**异常进入 ring 0 的 VMM。**VMM 查看被拒绝的是哪条指令：{ins}。',
  'trap-syscall': '**ring 0 的 VMM 收到系统调用。**它看出这是发给客户机内核的。',
  emulate: '**{ins} 对真实 CPU 该做的事，VMM 在虚拟 CPU 上做了一遍。**{effect}',
  'emulate-pte': '**VMM 亲自完成这次写入：客户机的页表改了，自己那份也跟着改。**{effect}',
  'handle-hlt': '**VMM 把客户机标记为睡眠，把 CPU 让给别人。**真的执行 HLT，大家都得停下。',
  handle: '**VMM 从 VMCS 里读出退出原因，模拟 {ins}。**{effect}',
  return: '**客户机从 {ins} 的下一条继续执行。**除了时间，它看不出有人插过手。',
  'return-user': '**VMM 返回到用户程序，那正是 {ins} 要去的地方。**除了时间，客户机看不出有人插过手。',
  'return-syscall': '**VMM 把系统调用转交给 ring {ring} 的客户机内核。**每次系统调用都要绕这一圈。',
  'return-translated': '**VMM 返回到翻译后的代码。**不需要异常，只是一次调用和返回。',
  'return-translated-user':
    '**VMM 返回到用户程序，用户代码原样运行。**离开内核不需要异常，只用了那一次调用。',
  'return-xen': '**Xen 返回客户机内核，从超级调用之后继续。**代价是进出 ring 0 各一次。',
  'return-xen-user': '**Xen 返回到用户程序，而不是发出请求的内核。**代价是进出 ring 0 各一次。',
  'return-withhold': '**VMM 留下这个中断，让客户机继续运行。**客户机的虚拟 IF 是 0，中断只好等着。',
  exit: '**VM 退出：CPU 把客户机状态存入 VMCS，装入 VMM 的状态。**在 {part} 上实测，一出一进共 {roundTrip} 个 TSC 周期。',
  'exit-unverified':
    '**VM 退出：CPU 把客户机状态存入 VMCS，装入 VMM 的状态。**在 {part} 上一出一进大约 {roundTrip} 个周期（未核实）。',
  'exit-window': '**客户机的 IF 又变成 1，仅此一点就引起 VM 退出。**VMM 早就要求了这个“中断窗口”。',
  entry: '**VM 进入：客户机从 {ins} 的下一条继续执行。**CPU 已从 VMCS 恢复了客户机的状态。',
  'entry-withhold': '**VM 进入，但不带中断：客户机的 IF 是 0。**VMM 要求 IF 一变就退出。',

  translate:
    '**这段代码运行之前，VMM 先把它改写到翻译缓存里。**共 {translated} 条指令，改动 {rewritten} 条；这笔开销只付一次。',
  inline: '**代替 {ins} 运行的是翻译器写好的几条指令，它们操作虚拟 CPU。**{effect}',
  callout: '**翻译器把 {ins} 换成了对 VMM 的调用。**{effect}',
  'callout-window': '**翻译后的代码发现有中断在等，于是调用 VMM。**现在可以交给客户机了。',
  'replaced-flags': '**修改过的内核不用 {ins}，只读写与 Xen 共享的内存里的一个标志。**{effect}',
  'replaced-iret': '**修改过的内核用 IRET 返回用户程序，ring 1 允许这样做。**{effect}',
  replaced: '**修改过的内核不再询问 CPU：源代码里的 {ins} 已被替换。**{effect}',
  'ask-xen': '**修改过的内核在这里不用 {ins}，而是准备一次超级调用。**它所在的环做不了的事，就请 Xen 来做。',
  'ask-cpuid': '**修改过的内核故意在 CPUID 前放了一条无效指令。**这样才会进入 Xen；CPUID 本身不会陷入。',
  hypercall: '**超级调用进入 ring 0 的 Xen，Xen 检查请求后执行。**{effect}',
  'hypercall-window': '**修改过的内核发现有事件在等，请 Xen 送来。**双方都不必猜测。',

  'tick-pending': '**时钟发出中断请求，但 IF 是 0。**CPU 继续执行，中断在线上等待。',
  'tick-halted': '**时钟发出中断请求，唤醒了 CPU。**IF 是 1，所以先运行内核的处理程序。',
  'tick-asleep': '**时钟中断到来，由 VMM 接收。**该唤醒睡眠的客户机了。',
  'tick-withhold': '**时钟发出中断请求，不管客户机的 IF 是多少，都由 VMM 接收。**真实的中断归 VMM 管。',
  interrupt: '**中断送达：内核的处理程序开始运行。**IF 是 1，所以 CPU 响应它。',
  'interrupt-vmm': '**VMM 送出中断：客户机的处理程序开始运行。**虚拟 IF 是 1，可以送了。',
  'interrupt-inject':
    '**VMM 在 VM 进入时注入中断：客户机的处理程序立即运行。**在客户机看来，它与普通中断没有两样。',
  fault: '**控制权转到内核的处理程序。**CPU 就是这样保护内核不受程序侵害的。',
  'fault-reflect': '**VMM 看出这是客户机自己的事，把异常转交给它。**客户机内核的处理与裸机上一样。',
  'fault-wrong':
    '**VMM 不认为 {ins} 是特权指令，把异常转交给客户机。**裸机上这里没有异常；内核因自己的代码收到它，通常就崩溃了。',

  'end-bare': '**正确的结果就是这样。**任何技术都必须让客户机得到同样的状态。',
  'end-bare-tick': '**中断已经送达，正确的结果就是这样。**任何技术都必须让客户机得到同样的状态。',
  'end-same': '**客户机的最终状态与裸机完全相同。**只有时间能看出差别。',
  'end-same-tick': '**中断已经送达，客户机的最终状态与裸机完全相同。**只有时间能看出差别。',
  'end-lost-tick': '**中断永远不会到来。**客户机以为中断开着，一直在等；VMM 以为中断关着，一直扣着不给。',
  'end-wrong':
    '**客户机收到了裸机上不会有的异常。**指令虽然陷入了，但只会模拟特权指令的 VMM 不知道它本来要做什么。',
  'end-leak': '**程序发现了 VMM，客户机内核却不知情。**这种技术照管的是内核代码，用户代码仍原样运行。',
  'end-differs': '**客户机的最终状态与裸机不同，而且谁也没有察觉。**靠陷入模拟的 VMM，管不了不陷入的指令。',

  'ask-run': '{ins} 即将在 ring {ring} 执行。控制权接下来到哪里？',
  'ask-nonroot': '{ins} 即将在非根模式的 ring {ring} 执行。控制权接下来到哪里？',
  'ask-tick': '时钟此刻发出中断请求。控制权接下来到哪里？',
  'option-runs': '照常往下走：指令完成，结果正确',
  'option-silent': '照常往下走：指令完成，但结果错误，也没有陷入',
  'option-vmm': '转到 VMM',
  'option-kernel': '转到客户机内核的处理程序',
  'option-goes-on': '不转移，继续运行',

  'note-bare': 'CPU · 全部归内核所有',
  'note-split': 'CPU · 真实的中断归 VMM 管',
  'note-withholds': 'CPU · VMM 扣住这个客户机的中断',
  'note-tick-withheld': 'CPU · 有一个中断扣在 VMM 手里',
  'note-vmm': 'CPU · VMM 正在使用',
  'note-root': 'CPU · 根模式，VMM 正在使用',
  'note-nonroot': 'CPU · 非根模式，客户机正在使用',

  'simplifies-one-cpu': '只有一个 CPU、一个客户机、一个程序；不考虑缓存、流水线和分支预测。',
  'simplifies-costs': '没有公开测量值的指令按估计值计算，标为“未核实”。请比较数量级，不要看末位数字。',
  'simplifies-p4':
    '无论选哪款 CPU，陷入、翻译后的代码和裸机的开销都取自同一台 Pentium 4 672（3.8 GHz，2005 年，机型未核实；Adams 与 Agesen 2006）。',
  'simplifies-exit-cost':
    '所选 CPU 只决定 VM 退出加进入的开销（一款型号 20 次测量的中位数；Prescott 的数值未核实），以及是否有嵌套分页。一出一进都记在退出那一步。',
  'simplifies-vmm':
    '特权级压缩下的 VMM 只模拟特权指令和对页表的写入，其他异常一律转交客户机，与教科书里的陷入模拟一致。',
  'simplifies-handlers':
    '客户机的处理程序简化为一个事件：运行，记下原因，然后返回。SYSCALL 代表各种系统调用；32 位系统当年用的是 INT 0x80 或 SYSENTER。',
  'simplifies-gdt': 'VMM 的描述符表里，客户机的平坦段 DPL 为 1；其他 ring 0 段仍保持 DPL 0。',
  'simplifies-xen': '修改过的内核不能问 CPU 的，就读自己保存的副本；Xen 的各项开销都是估计值。',
  'simplifies-same-cpuid': '虚拟 CPU 报告的 CPUID 与真实 CPU 相同。',

  'phase-callout': '调用 VMM',
  'differs-events': '收到的异常和中断',
  'differs-halted': '仍在停机',
  'differs-ring': '它以为自己所在的环',
  'differs-tables': '控制寄存器和各种表',
};
