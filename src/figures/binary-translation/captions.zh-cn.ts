/** Why: the Chinese sentences of the story; the same keys as the English ones. */
import type { CaptionKey } from './captions.en';

export const captions: Record<CaptionKey, string> = {
  'start-locks':
    '**客户机内核要在关中断的情况下给一个计数器加 6 次 1。**代码里满是 `cli` 和 `popf`，但不能真的执行：真正的 IF 归 VMM 管。此时还没有任何翻译。',
  'start-calls':
    '**客户机内核要从两处调用同一个函数，各调用三次。**CALL 和 RET 不是特权指令；可是代码实际运行的地址，并不是客户机以为的那个地址。',
  'start-page-table':
    '**客户机内核要用一条普通的 MOV 写 8 个页表项。**VMM 为这张页表维护着影子，所以给 `0x5000` 所在的页加了写保护，每次写入它都必须知道。',
  'start-user': '**客户机内核要启动一个用户程序，后者会发出三次系统调用。**两者之中只有一个需要翻译。',
  'start-ports': '**客户机内核要读一个 I/O 端口 6 次，再写 1 次。**端口背后的设备，其实是 VMM 的一段程序。',

  miss: '**VMM 查找 0x{pc} 的译文，没有找到：未命中。**查找表记录客户机地址对应翻译缓存中的哪个位置，一开始它是空的。',
  'translate-first':
    '**翻译器从 0x{pc} 开始读客户机的字节，直到遇上跳转、调用等改变走向的指令：共 {length} 条，照抄 {copied} 条，改写 {rewritten} 条。**{note}',
  translate:
    '**0x{pc} 未命中，翻译后放在 {tc}：共 {length} 条指令，照抄 {copied} 条，改写 {rewritten} 条。**{note}',
  'note-inline': '凡是要动真 IF 的指令，都换成一小段操作虚拟 IF 的代码；虚拟 IF 只是 VMM 内存里的一个字节。',
  'note-callout': '只有 VMM 才能做的事，换成对 VMM 的一次调用；其余的都不必劳动它。',
  'note-push': 'CALL 换成“压入客户机自己的返回地址，再跳转”，这样客户机的栈与裸机上一模一样。',
  'note-lookup': 'RET 从栈里取出的是客户机地址，每次都要重新换算成翻译缓存中的位置。',
  'note-store': '那条屡屡缺页的写指令，现在成了对 VMM 的调用。',
  'note-plain': '内核代码绝大部分无害，原样保留；只有跳转的目标要改，因为代码搬了家。',
  copied:
    '**{ins} 在翻译缓存里运行，与作者写下的字节一字不差。**CPU 处在 ring 1，全速执行；内核里大部分都是这样的代码。',
  'inline-cli':
    '**代替 cli 的是一条 MOV，把客户机的虚拟 IF 清零。**真 IF 仍是 1，没有陷入，VMM 照睡不误。真的 `cli` 若在 ring 1 执行就会陷入，约需 2,000 个周期（推算值，Pentium 4）。',
  'inline-sti':
    '**代替 sti 的是一条 MOV，把客户机的虚拟 IF 置 1。**完整的 VMM 还要在这里看看有没有中断在等。',
  'inline-pushf':
    '**代替 pushf 的是一小段代码：压入真实的算术标志，其中的 IF 换成虚拟 IF。**真的 `pushf` 会让客户机看到宿主机的 IF。',
  'inline-popf':
    '**代替 popf 的是一小段代码：恢复各个标志，并从栈中取出客户机的 IF。**真的 `popf` 在 ring 1 既不改 IF，也不报错：陷入模拟看不见的，正是这条指令。',
  push: '**{ins} 压入的是 0x{back}：客户机的返回地址，而不是翻译缓存里的地址。**客户机会读自己的栈（回溯、处理异常），不能让它发现自己被搬走了。',
  chain:
    '**刚才通往 VMM 的出口被改写：现在直接跳到 {tc}。**这就是块链接（chaining）。从此这条路再也不用查表。',
  'chain-loop': '**通往 0x{pc}（译文早已在 {tc}）的出口也被改写。**下一圈既不用查表，也不用 VMM。',
  hit: '**控制流离开本块前往 0x{pc}，这个出口还没有被改写过：于是去问 VMM，查找表答 {tc}。**命中也要跑一趟 VMM，但不用翻译：同样的代码绝不翻译第二遍。',
  jump: '**前往 0x{pc} 只是翻译缓存内部的一次普通跳转。**不查表，不进 VMM，不换特权级：客户机内核代码以一条跳转的速度继续。',
  ret: '**RET 的返回地址 0x{pc} 由翻译后的代码自己查表得出：在 {tc}。**返回可能去往任何地方，所以无法链接。这次查找使一对 CALL 与 RET 从 11 个周期变成 51 个（Adams 与 Agesen，2006，Pentium 4）。',
  'callout-in':
    '**{ins} 成了对 VMM 的调用，VMM 去读它自己的设备。**一共 214 个周期（推算值）：在 Adams 与 Agesen（2006）的 Pentium 4 上，真正访问一次端口要 3,209 个，外面再套一次 VM 退出要 15,826 个。',
  'callout-out':
    '**{ins} 成了对 VMM 的调用，VMM 把这个字节交给它自己的设备。**不需要陷入，因为翻译器早就看见它了。',
  'callout-load-cr3':
    '**{ins} 成了对 VMM 的调用。**VMM 换上与客户机所指页表相应的影子页表；客户机的值从不进入真正的 CR3。',
  'callout-store-cr3': '**{ins} 成了对 VMM 的调用，VMM 把客户机自己的 CR3 交给它。**',
  'callout-int': '**{ins} 成了对 VMM 的调用，VMM 把客户机带到它自己的处理程序。**',
  'callout-iret': '**{ins} 成了对 VMM 的调用：客户机要返回用户态，翻译暂告一段落。**VMM 让 CPU 进入 ring 3。',
  'callout-hlt': '**{ins} 成了对 VMM 的调用：这台客户机已无事可做。**VMM 可以去运行别的客户机。',
  trap: '**{ins} 是照抄的，执行时却触发缺页异常：这一页有写保护。**VMM 替它写入，并更新影子，约需 3,900 个周期（推算值）。单看字节，看不出它会写到哪一页：那取决于寄存器。',
  'trap-hot': '**同一条 {ins} 第 {times} 次触发异常。**看外表它是清白的，看记录它有罪。',
  adapt:
    '**VMM 把 0x{pc} 重新翻译到 {tc}，把“有罪”的写指令换成调用；旧块作废。**这就是自适应翻译。“{times} 次”这个门限是模型自定的。',
  store:
    '**这条写指令现在是一次调用：没有异常，由 VMM 写入并更新影子。**391 个周期，而不是约 3,900 个；用 2005 年的 VT-x 则要 12,733 个（Adams 与 Agesen，2006，Pentium 4）。',
  direct:
    '**0x{pc} 处的用户代码在 ring 3 原样运行，不经翻译。**特权操作在那里本来就会触发异常，VMM 什么也不会错过（只有 SIDT 之类会泄露它的存在）；应用程序自己的计算全速进行。',
  'trap-user':
    '**{ins} 离开用户代码，异常先到占据 ring 0 的 VMM。**VMM 找到客户机的处理程序 `0x{pc}`，经由翻译缓存前往。系统调用因此约贵 2,000 个周期（Adams 与 Agesen，2006，Pentium 4）。',
  more: '**控制流又有 {entries} 次来到某个块，其中 {visits} 次要问 VMM。**{extra}',
  'more-quiet': '缓存已经热了：内核代码几乎以原有速度运行，VMM 一直在睡。',
  'more-rest': '改写过的出口一直有效；只有没走过的路才通向 VMM。',
  'more-unchained':
    '没有块链接，每个出口都通向 VMM。查找表总有答案，可每跑一趟仍要约 390 个周期（未核实：按一次 VMM 调用计）。',
  'more-callouts': '此外还有 {callouts} 次对 VMM 的调用：那些事本来就该它做。',
  'more-traps': '此外还有 {traps} 次异常进入 VMM。',
  end: '**程序结束，客户机的状态与裸机上运行的结果完全一致。**共 {bt} 个周期，其中 {once} 个用于未命中和翻译（{blocks} 个块）：只付一次，对连续运行数小时的内核来说微不足道。',
  'end-differs': '**程序结束，客户机的状态与裸机上运行的结果不一致。**',

  'ask-becomes': '翻译器即将读到 `{ins}`。翻译缓存里会用什么代替它？',
  'ask-call': '翻译器即将读到 `{ins}`。翻译后的代码会压入哪个返回地址？',
  'ask-ret': '翻译器即将读到 `ret`。翻译缓存里会用什么代替它？',
  'ask-road': '客户机接着要去 `0x{pc}`，那里早已翻译过。控制流现在去哪里？',
  'ask-store': '`{ins}` 是照抄的。它写页表时会发生什么？',
  'ask-hot': '同一条写指令已触发 {times} 次异常。VMM 会怎么办？',
  'ask-user': '客户机内核已返回 ring 3。它的用户代码会怎样运行？',
  'ask-more': '控制流还会有 {entries} 次来到某个块。其中有多少次要问 VMM？',
  'ask-cheapest': '同样的指令，同一台 2005 年的机器，不计一次性的翻译开销：哪种方式最省？',
  'option-copied': '同样的字节',
  'option-inline': '一小段操作虚拟标志的代码',
  'option-callout': '对 VMM 的一次调用',
  'option-guest-address': '客户机自己的地址，与裸机上相同',
  'option-tc-address': '翻译缓存里的地址，代码其实在那里',
  'option-fixed': '直接跳回调用处',
  'option-lookup': '按栈里的地址查表',
  'option-tc': '直接去缓存里的块',
  'option-vmm': '去 VMM，由它查表',
  'option-guest': '去客户机自己的字节',
  'option-writes': '像普通写指令一样写入',
  'option-faults': '触发异常，由 VMM 代写',
  'option-calls': '调用 VMM',
  'option-adapts': '重新翻译这个块，把它换成一次调用',
  'option-same': '照旧：代它写入，继续运行',
  'option-opens': '撤掉写保护',
  'option-direct': '原样在 CPU 上运行',
  'option-translated': '像内核一样翻译后运行',
  'option-interpreted': '由 VMM 解释执行',
  'option-none': '一次也不问',
  'option-some': '有几次要问',
  'option-all': '每次都问',
  'option-bt': '二进制翻译',
  'option-trap': '陷入模拟',
  'option-vtx': '第一代 VT-x',
};
