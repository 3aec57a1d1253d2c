/** Why: the Chinese sentences of the steps; the same keys as the English ones. */
import type { captionsEn } from './captions.en';

export const captionsZh: Readonly<Record<keyof typeof captionsEn, string>> = {
  'start-native':
    '**程序要从 {va} 读数据，而 TLB 里没有这一页。**于是 CPU 从 CR3 出发，沿内核的页表往下走 {n} 级。',
  'start-shadow':
    '**客户机要从 {va} 读数据，而 TLB 里没有这一页。**CR3 指向的是影子页表，虚拟机监视器才刚开始填它；客户机自己的页表，CPU 根本看不到。',
  'start-nested':
    '**客户机要从 {va} 读数据，而 TLB 里没有这一页。**前面有两套页表：客户机的（{n} 级，CR3）和虚拟机监视器的（{m} 级，nCR3，Intel 叫 EPT 指针）。前一套里的每个地址，都得再过一遍后一套。',
  'own-root':
    '**第一次访存：读根表的第 {index} 项，位于 {at}。**表在哪里由 CR3 说，读哪一项由地址中的 9 位说。它给出下一张表 `{gives}`。',
  'own-next': '**第 {level} 级：第 {index} 项给出 {gives}。**每下一级，再用掉地址中的 9 位。',
  'own-leaf':
    '**第 {level} 级：第 {index} 项给出页本身，{size}，位于 {gives}。**地址余下的部分是页内偏移，不再需要查表。',
  'filled-native':
    '**{refs} 次访存之后，TLB 记住了这一页（{size}）。**数据从 `{hpa}` 读出。裸机上物理地址就是机器地址，不用再转换。',
  'shadow-hole':
    '**第 {level} 级：影子页表的第 {index} 项是空的。**客户机自己的页表明明映射了这一页，但 CPU 从来不读那一套。CPU 触发缺页异常。',
  'shadow-exit':
    '**这次缺页离开了客户机：VM 退出。**虚拟机监视器截获缺页异常，因为只有它分得清：是影子页表有空缺，还是客户机自己该处理的缺页。',
  'shadow-software':
    '**KVM 用软件走一遍客户机的页表，读了 {read} 项。**里面都是客户机物理地址。假如这里也没有映射，这次缺页就会转交给客户机。',
  'shadow-fill':
    '**KVM 写好影子页表的 {count} 项，从客户机虚拟地址直达机器中的 {hpa}。**两步转换合成了一步，CPU 可以直接用。',
  'shadow-root':
    '**重新执行这条读指令；第 1 次访存读影子根表的第 {index} 项。**客户机毫无察觉，只是这次读得久了些。',
  'shadow-next': '**影子页表第 {level} 级：第 {index} 项给出 {gives}。**这里已经是机器地址。',
  'shadow-leaf':
    '**影子页表第 {level} 级：第 {index} 项给出页本身，{size}，位于机器的 {gives}。**不需要第二套页表。',
  'filled-shadow':
    '**{refs} 次访存，与裸机一样；TLB 记住了这一页（{size}）。**数据从 `{hpa}` 读出。为此付出了一次退出，而要让影子一直正确，还会有更多。',
  'filled-shadow-split':
    '**{refs} 次访存，裸机上是 {n} 次：宿主机的小页把客户机的大页拆开了。**影子只能映射机器里真正连续的内存，所以 TLB 也只记住了 {size}。数据从 `{hpa}` 读出。',
  'row-first':
    '**第 {from} 至 {to} 次访存：光是找到客户机的根表，就在嵌套页表里走了 {m} 次，再用一次读它的第 {index} 项。**CR3 里是客户机物理地址，加上索引是 `{gpa}`，而机器的这个地址上并没有它。',
  'row-next':
    '**第 {from} 至 {to} 次访存：客户机的第 {level} 级。**上一项给出的是客户机物理地址；嵌套页表里走 {m} 次才知道它在机器的哪里，再用一次读第 {index} 项。',
  'row-leaf':
    '**第 {from} 至 {to} 次访存：客户机的第 {level} 级，也是最后一级。**第 {index} 项给出页 `{gives}`。在客户机内核看来，转换已经完成。',
  'row-page':
    '**第 {from} 至 {to} 次访存：页本身的地址也要走一遍。**客户机以为数据在 `{gpa}`；再走 {m} 次才知道，它在机器的 `{hpa}`。',
  'filled-nested':
    '**一次读用了 {refs} 次访存，没有 VM 退出；裸机上是 {n} 次。**TLB 记住的是最终答案（{size}，从客户机虚拟地址直达机器），下次读这一页一次也不用。数据从 `{hpa}` 读出。',
  'ref-nested':
    '**第 {n} 次访存：嵌套页表第 {level} 级的第 {index} 项，位于 {at}。**目标是客户机物理地址 `{gpa}`，客户机第 {row} 级的表项在那里；下一张表是 `{gives}`。',
  'ref-nested-leaf':
    '**第 {n} 次访存：嵌套页表第 {level} 级的第 {index} 项，找到了。**客户机物理地址 `{gpa}` 在机器的 `{gives}` 这一页里。现在才能读客户机的表项。',
  'ref-guest':
    '**第 {n} 次访存：客户机自己的第 {level} 级，第 {index} 项，位于机器的 {at}。**它用客户机物理地址给出下一张表：`{gives}`。于是开始下一行。',
  'ref-guest-leaf':
    '**第 {n} 次访存：客户机的最后一级，第 {index} 项。**它给出页的地址 `{gives}`，但那是客户机物理地址。还差一行。',
  'ref-page':
    '**第 {n} 次访存：为页本身查嵌套页表第 {level} 级的第 {index} 项。**客户机物理地址 `{gpa}` 与前面各张表一样要查；下一张表是 `{gives}`。',
  'ref-page-leaf':
    '**第 {n} 次访存：嵌套页表第 {level} 级的第 {index} 项，就是这一页。**客户机物理地址 `{gpa}` 在机器的 `{gives}` 这一页里。遍历结束。',

  'tlb-start':
    '**客户机要反复读同一页，中间夹着别的事。**每走一遍页表要 {refs} 次访存。全靠 TLB，这才受得了。',
  'tlb-miss': '**第一次读：未命中，走了 {refs} 次访存。**TLB 把答案记下来：哪个虚拟页，对应机器的哪一页。',
  'tlb-hit': '**第二次读：命中，一次访存也不用。**TLB 不管当初走了多远；命中一次，在裸机和客户机里一样快。',
  'tlb-call': '**一次系统调用，去而复返。**它换的是特权环，不是页表：CR3 不变，TLB 里的每一项也都还在。',
  'tlb-exit':
    '**CPUID：VM 退出。TLB 的表项留着。**每一项都带着所属虚拟 CPU 的标签（Intel 叫 VPID，AMD 叫 ASID），虚拟机监视器自己的访问不会误中。',
  'tlb-exit-untagged':
    '**CPUID：VM 退出，TLB 被清空。**没有标签，虚拟机监视器可能误中客户机的表项：同一个虚拟页，在机器中却是另一页。所以只能全部清掉。',
  'tlb-again-native': '**第三次读：仍然命中。**3 次读中有 {hits} 次不用走页表，总共 {references} 次访存。',
  'tlb-again': '**退出之后的第三次读：仍然命中。**3 次读中有 {hits} 次不用走页表，总共 {references} 次访存。',
  'tlb-again-untagged':
    '**第三次读：未命中，又是 {refs} 次访存。**Intel 在 2008 年（Nehalem）引入 VPID 之前，每次退出之后都是这样：总共 {references} 次访存，有标签就能省下一半。',

  'cs-start-native':
    '**内核要在 A、B 两个地址空间之间切换 {count} 次。**每次加载 CR3，接着取下一条指令，再读一页。',
  'cs-start-shadow':
    '**客户机内核要在 A、B 两个地址空间之间切换 {count} 次。**CR3 里真正放的是影子页表的根，不能让客户机自己加载，所以 MOV CR3 会被截获。',
  'cs-start-nested':
    '**客户机内核要在 A、B 两个地址空间之间切换 {count} 次。**有了嵌套分页，CR3 归客户机自己用；虚拟机监视器用的是 nCR3。',
  'cs-direct':
    '**MOV CR3 切到 {space}，直接执行。**这是第 {n} 次加载：换了根表，TLB 忘掉旧地址空间的表项，谁也没有惊动。',
  'cs-use':
    '**下一条指令和这次读都没有命中 TLB：{refs} 次访存。**每走一遍是 {each} 次，这就是没有 PCID 时一次切换的代价。',
  'cs-shadow-fresh':
    '**MOV CR3 切到 {space}：VM 退出。**KVM 头一回见到这个根表，为它建一张影子，里面还是空的；然后让 CR3 指向这张影子。',
  'cs-shadow-known':
    '**MOV CR3 切到 {space}：又一次 VM 退出。**KVM 还留着这个根表的影子，只需换掉 CR3。但一来一回的退出，每次都得付。',
  'cs-code-fault':
    '**紧接着的下一条指令就缺页：新影子的根表是空的。**又一次退出。KVM 写了 {count} 项；再往下的表 A 与 B 共用，影子也就共用。',
  'cs-data-fault':
    '**读这一页也缺页：从建影子起，它还没有被用过。**KVM 走一遍客户机的页表，写了 {count} 项。A 以后也能用上。',
  'cs-use-mended': '**现在两次访问都通过了，每走一遍是 {each} 次访存。**连同先前缺页的那几次，共 {refs} 次。',
  'cs-rest':
    '**第 {from} 至 {to} 次加载：每次都一样。**{exits} 次退出，{refs} 次访存，因为每次加载之后 TLB 都是空的。',
  'cs-rest-shadow':
    '**第 {from} 至 {to} 次加载：每次退出一次，共 {exits} 次。**不再缺页，因为两套影子都已建好、填好。{refs} 次访存。',
  'cs-end-native':
    '**{count} 次切换：{exits} 次退出（没有虚拟机监视器），{refs} 次访存。**另外两种技术都拿它作比较。',
  'cs-end-shadow':
    '**{count} 次切换：{exits} 次退出，{refs} 次访存。**KVM 实录：影子分页 {shadow} 次退出，嵌套分页 {nested} 次。进程一多，客户机的时间就花在这里。',
  'cs-end-nested':
    '**{count} 次切换：{exits} 次退出，但有 {refs} 次访存。**KVM 实录：嵌套分页 {nested} 次退出，影子分页 {shadow} 次。嵌套分页用更长的页表遍历换掉了退出，通常划算。',

  'pte-start-native':
    '**内核要把一页挪个地方，做 {count} 次：改表项，INVLPG，再访问。**fork、mmap、换页和内存规整，整天都在做这件事。',
  'pte-start-shadow':
    '**客户机内核要把一页挪个地方，做 {count} 次：改表项，INVLPG，再访问。**影子必须跟着改，所以 KVM 给客户机的页表加了写保护。',
  'pte-start-nested':
    '**客户机内核要把一页挪个地方，做 {count} 次：改表项，INVLPG，再访问。**页表就是客户机的普通内存，没有人盯着。',
  'pte-write': '**表项改好了：从 {old} 改成 {gpa}。**与别的写内存没有两样。TLB 里还是旧页，要等内核通知它。',
  'pte-fault': '**这次写触发缺页：页表有写保护。**为了一条在裸机上只要一个周期的指令，发生一次 VM 退出。',
  'pte-unsync':
    '**KVM 放开了这张表：从现在起允许它不同步。**每写一次就退出一次，代价太大。体系结构允许等一等：INVLPG 之前，CPU 本来就不必看到修改。',
  'pte-stale':
    '**表项已经是 {gpa}，影子却还指着旧页。**这是允许的，也很短暂：客户机还没有执行 INVLPG，真实机器的 TLB 也可能同样过时。',
  'pte-invlpg':
    '**INVLPG 在客户机里直接执行，丢掉 TLB 中的那一项。**没有退出：下次遍历，页表里是什么就读到什么。',
  'pte-invlpg-exit':
    '**INVLPG：VM 退出。**这回 KVM 必须看一眼了：它读客户机的新表项，照着改写影子里的那一项，TLB 也丢掉自己那一项。至于每次写都有人盯着的页表，KVM 只清掉影子里的表项。',
  'pte-use': '**再访问时走一遍页表：{refs} 次访存，找到的是新页。**新表项从此生效。',
  'pte-use-fault':
    '**再访问时缺页：影子里的表项已经没有了。**又一次退出。KVM 读客户机的新表项，写进影子：`{hpa}`。',
  'pte-rest': '**再改 {count} 次，次次相同：{exits} 次退出，{refs} 次访存。**写，INVLPG，遍历。',
  'pte-rest-shadow':
    '**再改 {count} 次：{exits} 次退出。**写本身不再缺页，因为这张表已不同步；每次只剩 INVLPG 还要退出。',
  'pte-emulate':
    '**KVM 代客户机写好表项：现在是 {gpa}。**影子里这一页的表项也一并清掉。只有最后一级的页表才允许不同步；指向大页的表，每次写都有人盯着。',
  'pte-rest-emulated':
    '**再改 {count} 次：{exits} 次退出。**写时缺页并由 KVM 代写，INVLPG 被截获，再访问又缺页：每次 3 次。',
  'pte-end-native':
    '**{count} 次修改：{exits} 次退出（没有虚拟机监视器），{refs} 次访存。**另外两种技术都拿它作比较。',
  'pte-end-shadow':
    '**{count} 次修改：{exits} 次退出，{refs} 次访存。**KVM 实录：影子分页 {shadow} 次退出，嵌套分页 {nested} 次。页表改得越勤，影子分页越吃亏。',
  'pte-end-nested':
    '**{count} 次修改：{exits} 次退出，{refs} 次访存。**KVM 实录：嵌套分页 {nested} 次退出，影子分页 {shadow} 次。客户机改页表，和在裸机上一样。',
};
