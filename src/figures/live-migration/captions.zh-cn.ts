/** Why: what happens in a migration, step by step, in Chinese. */
export const captionsZh = {
  gib: '{n} GiB',
  mib: '{n} MiB',
  kib: '{n} KiB',
  s: '{n} s',
  ms: '{n} ms',
  us: '{n} µs',
  pages: '{n} 页',
  percent: '{n}%',
  'under-percent': '不到 1%',

  'cap-start-pre-copy':
    '**源端运行着一台有 {memory} 内存的客户机，目的端有一台空的客户机在等。**它一直在写其中的 {hot}（图中描边的格子），这就是可写工作集（writable working set）。预拷贝（pre-copy）一边传内存，一边让它继续运行。',
  'cap-start-auto-converge':
    '**源端运行着一台有 {memory} 内存的客户机，它一直在写其中的 {hot}（图中描边的格子）。**这仍是预拷贝（pre-copy），只是多了一个手段：自动收敛（auto-converge）可以让客户机慢下来。',
  'cap-start-post-copy':
    '**源端运行着一台有 {memory} 内存的客户机，一页都还没传。**后拷贝（post-copy）把顺序倒过来：客户机先走，内存后到。',
  'cap-start-stop-copy':
    '**源端运行着一台有 {memory} 内存的客户机。**最简单的搬法：停下来，全部传完，再继续运行。请留意时间轴。',
  'cap-first-half':
    '**{time} 过去，传了 {sent}，其中一部分已经旧了。**脏页记录（dirty logging）是打开的：客户机写过哪些页，虚拟化层都记着。先传后写的页，必须再传一次。',

  'cap-round-first-shrinks':
    '**第 1 轮结束：{time} 传了 {sent}，其间客户机写了其中的 {written}。**这些页，目的端的副本已经旧了。现在停下来传完它们要 {estimate}；上限是 {limit}。',
  'cap-round-first-stuck':
    '**第 1 轮结束：{time} 传了 {sent}，其间客户机写了其中的 {written}。**现在停下来要停 {estimate}，上限是 {limit}。',
  'cap-round-first-fits':
    '**第 1 轮结束：{time} 传了 {sent}，其间客户机写了其中的 {written}。**传完这些要 {estimate}，没有超过上限 {limit}：一轮就够了。',
  'cap-round-shrinks':
    '**第 {number} 轮用 {time} 传了 {sent}，其间客户机写了 {written}：变少了。**一轮越短，客户机来得及写的就越少。不过 {estimate} 还是超过上限 {limit}。',
  'cap-round-stuck':
    '**第 {number} 轮用 {time} 传了 {sent}，其间客户机写了 {written}：一点没少。**它写得和链路传得一样快，甚至更快，这一轮白传了。',
  'cap-round-again-stuck':
    '**第 {number} 轮又传了 {sent}，又有 {written} 变脏。**到现在一共传了 {all}，而客户机只有 {memory} 内存。',
  'cap-round-fits':
    '**第 {number} 轮用 {time} 传了 {sent}，还剩 {written}。**链路传完剩下的要 {estimate}；上限是 {limit}。',
  'cap-rounds-shrinks':
    '**第 {from} 到第 {number} 轮，一轮比一轮少。**最后这轮用 {time} 传了 {sent}，还剩 {written}，要 {estimate}；上限是 {limit}。',
  'cap-rounds-stuck':
    '**第 {from} 到第 {number} 轮各传了 {sent}，又有 {written} 变脏。**客户机写得和链路传得一样快。',
  'cap-rounds-fits':
    '**第 {from} 到第 {number} 轮，一轮比一轮少。**还剩 {written}，链路传完要 {estimate}；上限是 {limit}。',
  'cap-throttle':
    '**连着两轮，传出去的有一半以上又变脏：自动收敛拿走 vCPU {throttle}% 的运行时间。**链路没有变快，是客户机变慢了，写得就少了。用户会感觉到慢。',
  'cap-throttle-more':
    '**到第 {number} 轮，又是两轮这样：节流提到 {throttle}%。**现在脏的有 {written}。节流会一直往上加，直到每轮都明显变小。',
  'cap-cancel':
    '**等不下去了，迁移被取消：{time} 里传了 {sent}，而客户机只有 {memory} 内存。**每轮之后都还有 {written} 是脏的，QEMU 自己会永远传下去。客户机从没停过，在源端照常运行，就像什么也没发生。',

  'cap-stop':
    '**客户机停下，从现在起没有谁在写了。**还剩 {rest}，链路要 {estimate} 才能传完。从这一刻起，用户在等。',
  'cap-device-state':
    '**传完最后的 {rest}，接着传 vCPU 和设备的状态：寄存器、定时器、虚拟磁盘的队列。**两边的内存已经相同，客户机此刻在哪边都不运行。',
  'cap-resume':
    '**客户机在目的端从下一条指令继续运行，停机时间 {down}。**也就是估算的 {estimate}，再加上设备状态的 {device}。',
  'cap-resume-late':
    '**客户机在目的端继续运行，停机时间 {down}，超过了上限 {limit}。**和上限比的只是传页的估算值 {estimate}，设备状态的 {device} 另算。上限是目标，不是保证。',
  'cap-announce':
    '**目的端宿主机以客户机的名义发出 ARP（或 RARP）帧。**MAC 和 IP 地址都没变，只需让交换机知道它换到了另一个端口后面。不通知的话，数据包还会送往源端。',
  'cap-end':
    '**总共 {total}：为搬 {memory} 传了 {sent}，客户机停了 {down}。**到这时才删除源端的那一份。继续运行之前若有任何差错，客户机都还能在源端接着跑。',

  'cap-stop-all': '**一页都没传，客户机先停下。**它的 {memory} 内存不会再变，所以每页只需传一次。',
  'cap-half-all':
    '**{time} 过去，传了 {sent}，客户机一直停着。**没有页变脏，也没有页重传：各种方法里流量最少，停机时间最长。',
  'cap-device-state-all': '**{memory} 全部传完，接着传 vCPU 和设备的状态。**客户机在哪边都不运行。',
  'cap-resume-all':
    '**客户机在目的端继续运行，停机时间 {down}。**这由链路决定：内存除以带宽。网络连接两头都等得够久，才不会断。',
  'cap-end-all':
    '**总共 {total}：传了 {sent}，每页一次，停机 {down}。**这样搬保住了机器的状态，但算不上“热”迁移。',

  'cap-stop-post': '**一页都没传，客户机马上停下。**不必等一轮轮变小。',
  'cap-device-state-post': '**只传 vCPU 和设备的状态，用了 {device}。**{memory} 内存全都还在源端。',
  'cap-switch':
    '**客户机在目的端运行了，手里却没有内存。**停机时间只有 {device}，与内存多大、写得多快都无关。从这里开始没有回头路。',
  'cap-announce-post':
    '**ARP（或 RARP）帧告诉交换机客户机现在在哪。**此后它写的内容只在目的端有；它还没碰过的页只在源端有。',
  'cap-fault':
    '**客户机碰到一个不在这里的页：缺页。**它的 vCPU 停下，等这一页被请求、优先传来、装好（Linux 用 `userfaultfd`）。这里写一页要 {fault}，平常只要 {usual}。',
  'cap-half-post':
    '**一半内存到了，其中 {faults} 页是缺页时要来的。**其余的按地址顺序不断传来。此时任何一台宿主机或链路出故障，客户机就丢了：两边都只有一部分。',
  'cap-end-post':
    '**{total} 之后最后一页到达，每页只传了一次。**客户机写得再多，也没有拖长这个时间。代价在别处：{all} 次缺页，到这里为止速度只有平时的 {speed}。',

  'rec-start-quiet':
    '**实录：一台 {memory} MiB 的客户机，除了一个计数器什么也不写；QEMU 每秒最多传 {link} 页。**一页 4 KiB，上限 {limit} ms。',
  'rec-start-busy':
    '**实录：一台 {memory} MiB 的客户机，每秒最多写 {writes} 页，在 {hot} 页里循环；QEMU 每秒最多传 {link} 页。**一页 4 KiB，上限 {limit} ms。',
  'rec-pass-first':
    '**第 1 轮用了 {time}，共 {sent}。**其中全零的页只占几个字节，不计入已传。QEMU 查看脏页位图，要再传的有 {written}。',
  'rec-pass-one':
    '**第 {number} 轮用了 {time}，共 {sent}；下一轮有 {written}。**按设定的速率，传完约要 {estimate}。',
  'rec-pass-many':
    '**第 {from} 到第 {number} 轮；最后这轮用 {time}，共 {sent}。**下一轮有 {written}，约要 {estimate}。',
  'rec-pass-last':
    '**第 {number} 轮有 {sent}，用了 {time}。**这一轮还没传完，剩下的就不会超过上限了：QEMU 再看一次位图，然后停下客户机。',
  'rec-pass-same':
    '**第 {number} 轮又是 {sent}，用了 {time}。**下一轮还有 {written}。到现在一共传了 {all}，离结束一点没近。',
  'rec-pass-throttle-more': '**第 {number} 轮有 {sent}；节流提到 {throttle}。**下一轮有 {written}。',
  'rec-pass-throttle':
    '**第 {number} 轮之后 QEMU 让客户机减速。**`cpu-throttle-percentage` 是 {throttle}，下一轮有 {written}。被节流的客户机少了运行时间，写的页也就少了。',
  'rec-stop': '**源端报告 STOP。**客户机自己的毫秒计数停在 {before}。',
  'rec-stop-post':
    '**录制程序要求转入后拷贝，一轮还没传完，源端就报告 STOP。**命令是 `migrate-start-postcopy`。客户机自己的毫秒计数停在 {before}。',
  'rec-resume': '**STOP 之后 {down} ms，目的端报告 RESUME。**客户机毫无察觉，从下一条指令继续。',
  'rec-end':
    '**迁移完成，QEMU 记为 {total} ms。**`dirty-sync-count` 是 {passes}。停机时计数是 {before}，之后在目的端读到 {later}：它从原处接着数。',
  'rec-cancel':
    '**传到第 {passes} 轮、{sent} 页时，录制程序放弃了。**它发出 `migrate_cancel`：目的端消失，源端继续运行，计数从 {before} 走到 {later}。',
  'rec-switch':
    '**STOP 之后 {down} ms，目的端报告 RESUME，还有 {rest} 页在源端。**此前做过两轮预拷贝；目的端的旧页已经丢弃。',
  'rec-fault': '**客户机第一次要页。**`postcopy-requests` 变成 1；还有 {rest} 页在源端，其余的继续顺序传来。',
  'rec-half':
    '**还剩 {rest} 页，一共要了 {asked} 次。**次数远少于页数：QEMU 从被要的那一页接着往后传，而这个客户机正好一路往前写。',
  'rec-end-post':
    '**迁移完成，QEMU 记为 {total} ms：要了 {requests} 次，其余都是顺序传来的。**计数从 {before} 接着走到 {later}。这里的后拷贝是有意放慢的，见局限说明。',
};
