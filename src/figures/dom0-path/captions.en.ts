/** Why: what each step says in English: the recorded events, the load's milliseconds, the verdicts and the questions. */
export const captions: Readonly<Record<string, string>> = {
  'beat.send':
    '**ping calls sendto.** The guest’s own kernel builds a packet of {sent} bytes and queues it on its `eth0`. Nothing here knows of Xen yet.',
  'beat.grant':
    '**netfront grants Domain 0 the packet’s page.** It writes frame {frame} under reference {ref} into its grant table: domain 0 may read this page, no other. A request that names {ref} goes into the shared ring.',
  'beat.notify.copy':
    '**The guest rings: hypercall event_channel_op, its port {port}.** The packet itself did not pass through Xen. Xen only notes that Domain 0 has an event and wakes d0v0; the guest runs on.',
  'beat.notify.map':
    '**The guest rings: hypercall event_channel_op, its port {port}.** The packet itself did not pass through Xen, which only notes the event and wakes d0v0.',
  'beat.sleep':
    '**The guest goes on: sendto returns, recvfrom waits.** Its kernel has nothing more to do and gives the processor back with `sched_op` block. Its packet has not moved yet.',
  'beat.switch':
    '**Xen gives the processor to Domain 0: d1v0 → d0v0.** This machine has only one, so the event is heard only now.',
  'beat.upcall':
    '**Domain 0 finds its port {port0} pending, and runs the interrupt handler of vif1.0-q0-tx.** Port {port} in the guest and port {port0} here are the two ends of one event channel.',
  'beat.poll':
    '**netback starts to poll.** `xenvif_poll` is NAPI: while it finds requests in the ring, nobody need ring again. It reads the request and finds reference {ref}.',
  'beat.copy.copy':
    '**Xen copies {copied} bytes out of the guest’s page for Domain 0.** `grant_table_op` copy names the source by reference {ref}, the one that the guest wrote. The packet fits in one copy, so no page need be mapped.',
  'beat.copy.map':
    '**Xen copies the first {copied} bytes for Domain 0.** `grant_table_op` copy names reference {ref}, as the guest wrote it. The bridge needs only the headers; {rest} bytes stay where they are.',
  'beat.map':
    '**Domain 0 maps the page for the other {rest} bytes.** `map_grant_ref`, again with reference {ref}: they are not copied. In return the guest’s page stays in use until the NIC has read it.',
  'beat.respond.copy':
    '**netback answers and rings back at once: its interrupt {irq0}, the same channel.** It has its own copy, so the guest may have its page back although the packet has not left the machine.',
  'beat.respond.map':
    '**Only now does netback answer and ring back: its interrupt {irq0}, the same channel.** The page is unmapped, so the guest may use it again.',
  'beat.bridge.copy':
    '**The packet comes in through vif1.0 and crosses the bridge.** To Domain 0’s kernel a guest is a network card: what the guest sends is received here, and `br_forward` looks for the port to the NIC.',
  'beat.bridge.map':
    '**The packet comes in through vif1.0 and crosses the bridge.** It is a buffer of two parts now: {copied} bytes of Domain 0’s own, and the guest’s mapped page. Nobody has answered the guest yet.',
  'beat.nic':
    '**Domain 0’s own driver hands it to the NIC: e1000_xmit_frame.** An ordinary Linux driver. Xen has none for network cards, and the guest could not reach one.',
  'beat.wire':
    '**The packet is on the wire, and the answer comes in.** The capture holds the request and the reply, {sent} bytes each. Here, too, nothing but the order is told.',
  'beat.irq':
    '**The NIC interrupts, Xen makes an event of it, and Domain 0’s handler runs.** A physical interrupt comes through an event channel, too; `physdev_op` tells Xen that it has been served.',
  'beat.zerocopy':
    '**The driver clears its sent buffer away, and netback is told: the mapped page is free.** Until now the NIC might still have read the guest’s memory.',
  'beat.back':
    '**The reply takes the same bridge the other way.** `netif_receive_skb` on `eth0`, `br_forward`, and `vif1.0` is where it must go out.',
  'beat.queue':
    '**netback queues the reply and wakes its thread.** `xenvif_start_xmit` stands on the sending side of `vif1.0`: what Domain 0 sends there the guest will receive.',
  'beat.unmap':
    '**netback’s second thread unmaps the guest’s page.** `unmap_grant_ref`: the price of not copying is a second hypercall, and a page that was lent for longer.',
  'beat.copy-back':
    '**Xen copies the reply, {back} bytes, into a page of the guest: reference {rxref}.** The guest had granted it beforehand, as an empty buffer. What comes in is always copied, whatever its length.',
  'beat.notify-back':
    '**netback rings the receive channel, and Domain 0 goes to sleep.** The other end of this channel is the guest’s port {rxport}. With nothing left to do, Domain 0 blocks.',
  'beat.switch-back':
    '**Xen gives the processor to the guest: d0v0 → d1v0.** Two events wait there: one says that its packet was taken, one that a reply has come.',
  'beat.complete':
    '**Port {port}: netfront takes its page back.** `gnttab_end_foreign_access_ref` ends grant {ref}; from now on Domain 0 could not reach the page any more.',
  'beat.get':
    '**Port {rxport}: netfront takes the reply out of its page, and posts a new one.** Grant {rxref} ends, and the reference is used again at once for the next empty buffer.',
  'beat.done.copy':
    '**The reply climbs the guest’s network stack, and recvfrom returns.** One ping, and Domain 0 worked on it twice: that is why all guests depend on how much processor and memory Domain 0 has.',
  'beat.done.map':
    '**The reply climbs the guest’s network stack; sendto and then recvfrom return.** The event came while the guest was still inside `sendto`: order on one processor, not a law of Xen.',

  'load.start.split':
    '**{started} guests, each about to send {rate} packets a second.** One Domain 0 with {vcpus} vCPU and {memory} MiB takes them all. Each guest has its ring of 256 slots.',
  'load.start.passthrough':
    '**{started} guests, each with a virtual function of the NIC: {rate} packets a second each.** They drive it themselves. Domain 0 has {vcpus} vCPU and {memory} MiB, and no part in it.',
  'load.each':
    '**Domain 0 takes every packet, and sleeps in between.** {delivered} packets, {notified} bells: nearly every packet has to wake it. The processors were busy {busy}% of the millisecond, much of it with waking up.',
  'load.each.again':
    '**Nothing changes by millisecond {ms}.** {delivered} packets, {notified} bells; a packet waits about {latency} µs.',
  'load.some':
    '**Domain 0 keeps up, and the bells grow rare.** {delivered} packets, but only {notified} bells: while netback polls, the guest need not ring. This is how a split driver saves work when there is much of it.',
  'load.some.again':
    '**It holds, at millisecond {ms}.** {delivered} packets with {notified} bells; the processors are busy {busy}%, and a packet waits about {latency} µs.',
  'load.silent':
    '**No bell at all in millisecond {ms}.** Domain 0 never went to sleep, so nobody had to wake it. It is busy {busy}%, {backlog} packets wait.',
  'load.silent.again':
    '**Still no bell, at millisecond {ms}.** {delivered} packets went out, {backlog} wait in the rings.',
  'load.filling':
    '**More comes in than goes out: the rings fill.** {backlog} packets wait, each already {latency} µs. Nothing is lost yet: the ring still hides that Domain 0 is too slow.',
  'load.filling.again':
    '**The rings go on filling: {backlog} packets wait, {latency} µs each.** Only {notified} bells: a Domain 0 that is always busy need not be woken.',
  'load.first-drop':
    '**The rings are full: {dropped} packets could not be put in.** All guests lose together, because all share one Domain 0. {delivered} packets still go out each millisecond.',
  'load.dropping':
    '**{dropped} packets lost in this millisecond, {delivered} delivered.** Those that get through have waited {latency} µs: a full ring costs time besides.',
  'load.dropping.again':
    '**Millisecond {ms}: {dropped} lost, {delivered} delivered.** It does not get better by waiting; what gets through has waited {latency} µs.',
  'load.direct':
    '**The packets go straight to the NIC: {delivered} in this millisecond.** The IOMMU lets each virtual function reach its own guest only. Domain 0 is busy {busy}%, with its own affairs.',
  'load.direct.again':
    '**Millisecond {ms}: {delivered} packets, Domain 0 still at {busy}%.** What this costs is elsewhere: such a guest is hard to migrate, and there are only so many virtual functions.',
  'load.direct-drop':
    '**Now the NIC is the limit: {delivered} packets a millisecond at 10 Gb/s.** {dropped} were lost, and Domain 0 has nothing to do with it: it is at {busy}%.',
  'load.direct-drop.again':
    '**Millisecond {ms}: the wire is full.** {delivered} delivered, {dropped} lost. No setting of Domain 0 changes that.',

  'verdict.cpu':
    '**Too few processors for Domain 0: all {started} guests starve.** They offer {offered} packets a second, {delivered} go out. More vCPUs help up to the knee of the curve; beyond it they bring nothing.',
  'verdict.memory':
    '**Too little memory for Domain 0: all {started} guests starve.** It needs {need} MiB and has {memory}, so each packet costs {slowdown} times as much (an assumption of this model). A vCPU more helps little; memory cures it.',
  'verdict.too-much':
    '**Too much for Domain 0: only {started} of {guests} guests could be started.** It holds {memory} MiB and needs {need}. The rest is lost to the guests, {each} MiB each.',
  'verdict.spare':
    '**Everything gets through, and much of Domain 0 is idle.** {vcpus} vCPU and {memory} MiB for a need of {need} MiB; busy {busy}%. What is reserved here no guest can use: try less.',
  'verdict.balanced':
    '**Everything gets through: {delivered} packets a second.** Domain 0 has the {need} MiB that it needs and processors enough. Now look for the knee: take something away until packets are lost.',
  'verdict.passthrough':
    '**{delivered} packets a second, and Domain 0 could be as small as you like.** Switch back to front end and back end with the same settings to see what it spares.',
  'verdict.passthrough-full':
    '**The NIC itself is the limit: {delivered} packets a second at 10 Gb/s.** More for Domain 0 would change nothing.',

  'ask.tell': 'The packet’s page is granted and the request is in the ring. How does Domain 0 learn of it?',
  'ask.tell.poll': 'It looks into the ring all the time',
  'ask.tell.hypercall': 'The guest makes a hypercall that rings an event channel',
  'ask.tell.xen-copies': 'Xen copies the packet over and wakes Domain 0',
  'ask.bytes': 'netback has the request for a packet of {sent} bytes. How much does it have copied?',
  'ask.bytes.none': 'Nothing: it maps the page',
  'ask.bytes.head': 'Only the first part',
  'ask.bytes.all': 'All of it',
  'ask.answered': 'When does netback tell the guest that its page is free again?',
  'ask.answered.at-once': 'At once, before the packet is on the wire',
  'ask.answered.after-wire': 'After the packet has been sent',
  'ask.answered.after-reply': 'Together with the reply, by the same bell',
  'ask.reply': 'A reply of {len} bytes lies in Domain 0. Where does it go?',
  'ask.reply.new-page': 'Into a page that Domain 0 gives to the guest',
  'ask.reply.posted': 'Into a page that the guest granted beforehand',
  'ask.reply.xen': 'Into a buffer of Xen, from which the guest takes it',
  'ask.bells': 'About {offered} packets come in the first millisecond. How often do the guests ring?',
  'ask.bells.each': 'For most packets',
  'ask.bells.few': 'For fewer than half of them',
  'ask.bells.never': 'Never',
  'ask.fate': 'It goes on like this. How do the rings stand after 16 ms?',
  'ask.fate.low': 'They stay nearly empty',
  'ask.fate.fill': 'They fill, and nothing is lost yet',
  'ask.fate.lose': 'Full, and packets are lost',
  'ask.remedy': 'Which one change brings most packets more to the wire?',
  'ask.remedy.vcpu': 'One vCPU more for Domain 0',
  'ask.remedy.memory': 'The next larger dom0_mem',
  'ask.remedy.less-memory': 'The next smaller dom0_mem',
  'ask.remedy.none': 'None of these',
};
