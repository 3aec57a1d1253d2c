/** Why: the English sentences of the story: what just happened, in bold, then why it matters. */
const handler = (scene: 'send' | 'receive') =>
  ({
    [`${scene}-e1000-icr`]:
      '**The driver reads ICR to learn why it was interrupted: an exit, and into QEMU for the answer.** On a real card this is one read over the bus; here QEMU must compute the value and clear the register.',
    [`${scene}-e1000-mask`]:
      '**It writes IMC to mask further interrupts and reads STATUS to push the write through: two more exits to QEMU.** The second one carries no information at all; it is good manners towards a bus that is not there.',
    [`${scene}-e1000-eoi`]:
      '**The handler ends the interrupt at the APIC: an exit that KVM handles alone.** The line is level-triggered, so KVM must see the end of the interrupt; for an edge-triggered MSI-X this exit is not needed (where KVM or the CPU spares it).',
    [`${scene}-e1000-unmask`]:
      '**NAPI cleans the ring, then writes IMS and reads STATUS once more: two exits to QEMU.** The interrupt is on again. This very order, ICR, IMC, STATUS, EOI, IMS, STATUS, stands in the recording.',
  }) as Record<`${typeof scene}-e1000-${'icr' | 'mask' | 'eoi' | 'unmask'}`, string>;

export const captions = {
  'send-e1000-start':
    '**A program in the guest is about to send one packet. Its card is an Intel e1000 that exists only as a program in QEMU.** The guest’s driver is unmodified and believes in the hardware.',
  'send-virtio-start':
    '**A program in the guest is about to send one packet. Its card is a virtio-net device that QEMU serves in user space.** Driver and device know that they are software, and share a ring in memory instead of registers.',
  'send-vhost-start':
    '**A program in the guest is about to send one packet. Its card is virtio-net, served by vhost, a thread in the host’s kernel.** QEMU set this up once; the packet will never meet it.',
  'send-vfio-start':
    '**A program in the guest is about to send one packet. Its card is a virtual function of a real SR-IOV card, handed over by VFIO.** Its registers are mapped into the guest, and the IOMMU lets it reach this guest’s memory only.',
  'send-syscall':
    '**sendto() enters the guest’s kernel, which copies the bytes into a socket buffer: copy number one.** A system call inside a VM is no VM exit; this part is the same on every road.',
  'send-wire':
    '**The host’s bridge hands the packet to the NIC driver; the card fetches it by DMA and sends it.** DMA is no copy by a CPU. (Bridge path: unverified in source.)',
  'send-free':
    '**The driver frees the descriptor and the socket buffer.** It reads plain memory that it shares with the device: no register, no exit.',

  'send-e1000-descriptor':
    '**The driver writes a descriptor into slot 0: address, length, EOP and RS.** That is plain memory, nobody notices. The card learns of it only through a register.',
  'send-e1000-doorbell':
    '**The driver writes 1 to TDT, the tail register at offset 0x3818: no memory lies there, so the CPU leaves the guest.** An EPT violation or misconfiguration on Intel, a nested page fault on AMD.',
  'send-e1000-qemu':
    '**KVM does not know the e1000 and returns to QEMU with KVM_EXIT_MMIO.** A heavyweight exit: kernel to user space and back, and all that time this vCPU stands still.',
  'send-e1000-copy':
    '**QEMU’s start_xmit() reads the descriptor and copies the frame out of guest memory: copy number two.** It happens in the vCPU’s own thread, so the guest waits.',
  'send-e1000-tap':
    '**QEMU writes the frame to the tap device: copy number three, into a socket buffer of the host’s kernel.** From here on it is a packet like any other on this host.',
  'send-e1000-raise':
    '**QEMU sets DD in the descriptor, moves TDH to 1, and raises the interrupt line; the vCPU goes back into the guest and takes the interrupt.** What follows is where emulation really costs.',
  ...handler('send'),
  'send-e1000-end':
    '**One packet by e1000: {exits} exits, {switches} of them up into QEMU, {copies} copies.** Six of the exits belong to the interrupt alone. A driver for real hardware talks to registers, and every register is a trap.',

  'send-virtio-descriptor':
    '**virtqueue_add_outbuf() fills descriptor 0 and puts its number into the available ring; avail.idx becomes 1.** Guest and device share these pages: writing them costs nothing but memory.',
  'send-virtio-doorbell':
    '**The device sleeps and wants a kick, so the driver writes the queue’s notify register: the only exit of this packet.** The register holds no state; the write means “look”.',
  'send-virtio-signal':
    '**KVM finds an ioeventfd for this address, signals it, and resumes the guest at once.** A lightweight exit: the vCPU never leaves the kernel, and does not wait for the packet.',
  'send-virtio-wake':
    '**QEMU’s I/O thread wakes in user space and reads the available ring: descriptor 0.** This wake-up is the switch that vhost will save. On a second CPU the guest goes on meanwhile.',
  'send-virtio-tap':
    '**QEMU hands the guest’s own buffer to writev() on the tap device: copy number two, straight from guest memory into the host’s kernel.** No copy into QEMU is needed.',
  'send-virtio-used':
    '**QEMU puts descriptor 0 into the used ring; used.idx becomes 1.** So the device says “this buffer is yours again”.',
  'send-virtio-irq':
    '**QEMU signals the irqfd; KVM delivers an MSI-X interrupt to the guest.** With posted interrupts the CPU injects it without an exit; without them a running vCPU must be brought out first. (irqfd and posted interrupt: unverified in source.)',
  'send-virtio-end':
    '**One packet by virtio: {exits} exit, {switches} switch into QEMU, {copies} copies, {interrupts} interrupt.** Now let packets follow each other, and even these become rare: choose the stream.',

  'send-vhost-descriptor':
    '**virtqueue_add_outbuf() fills descriptor 0 and puts its number into the available ring; avail.idx becomes 1.** Exactly as with QEMU: the guest cannot tell who serves the ring.',
  'send-vhost-doorbell':
    '**The device sleeps and wants a kick: the driver writes the notify register, and the CPU leaves the guest.** Intel reports an EPT misconfiguration, which KVM answers on a fast path.',
  'send-vhost-signal':
    '**ioeventfd_write() calls eventfd_signal(), and the guest runs again at once.** The eventfd does not lead to QEMU but to the vhost worker: the whole signal stays inside the kernel.',
  'send-vhost-wake':
    '**The vhost thread wakes: handle_tx() fetches descriptor 0 with vhost_get_vq_desc().** A kernel thread: no switch to user space, no QEMU. It maps guest addresses through a table that QEMU gave it.',
  'send-vhost-tap':
    '**sock->ops->sendmsg() gives the guest’s buffer to the tap: copy number two.** As many copies as with QEMU; what vhost saves are the switches. (Zero-copy exists as an option: unverified here.)',
  'send-vhost-used':
    '**vhost_add_used_and_signal() puts descriptor 0 into the used ring; used.idx becomes 1.** It signals only if the driver’s event index asks for it.',
  'send-vhost-irq':
    '**The irqfd turns the signal into an MSI-X interrupt, inside the kernel.** With posted interrupts it reaches a running vCPU without an exit; without them it costs one. (Unverified in source.)',
  'send-vhost-end':
    '**One packet by vhost: {exits} exit, {switches} switches to user space, {copies} copies, {interrupts} interrupt.** The price: the rings’ state is now in the kernel, and a migration must fetch it from there.',

  'send-vfio-descriptor':
    '**The driver of the virtual function writes a descriptor into slot 0 of the card’s own ring.** In it stands a guest physical address; the card will believe it.',
  'send-vfio-doorbell':
    '**The driver writes the tail register, and no exit happens: the register’s page is mapped into the guest.** The store goes over the bus to the real card. KVM does not learn of it.',
  'send-vfio-dma':
    '**The card fetches descriptor and packet by DMA; the IOMMU turns guest physical into host physical addresses.** No CPU copies anything. This is why VFIO pins the guest’s memory.',
  'send-vfio-switch':
    '**The card’s embedded switch puts the packet on the wire.** No tap, no bridge, no host network stack; nor the firewall and the counters that live there. (Unverified in source.)',
  'send-vfio-used':
    '**The card sets DD in slot 0 by DMA and moves its head.** Completion is plain memory here too.',
  'send-vfio-irq':
    '**The card sends MSI-X; the IOMMU’s interrupt remapping posts it straight to the vCPU: no exit.** Without posted interrupts the host’s CPU takes it first: an exit and an injection for each one. (Unverified in source.)',
  'send-vfio-end':
    '**One packet passed through: {exits} exits, {switches} switches, {copies} copy, that of the guest’s own system call.** Nobody looked on; and so nobody can simply write down the card’s state for a migration.',

  'receive-e1000-start':
    '**A packet for the guest is on the wire; a program in the guest waits in recv().** Its card is an e1000 emulated by QEMU; the driver has filled the ring with empty buffers.',
  'receive-virtio-start':
    '**A packet for the guest is on the wire; a program in the guest waits in recv().** The virtio driver has offered empty buffers in the available ring: receiving is sending, the other way round.',
  'receive-vhost-start':
    '**A packet for the guest is on the wire; a program in the guest waits in recv().** The vhost thread in the host’s kernel holds the other end of the ring.',
  'receive-vfio-start':
    '**A packet for the guest is on the wire; a program in the guest waits in recv().** A virtual function of the card belongs to the guest, with its own ring of empty buffers.',
  'receive-arrive':
    '**The host’s card writes the packet into host memory and interrupts the host; driver and bridge pass it to the guest’s tap.** Up to here it is the host’s packet: its bridge decides whose it is.',
  'receive-poll':
    '**NAPI takes the buffer off the ring and gives it to the guest’s network stack.** All of it is shared memory: no register, no exit.',
  'receive-deliver':
    '**The guest’s kernel copies the bytes to the program, and recv() returns.** The last copy; it is the same on every road.',
  'receive-e1000-wake':
    '**The tap is readable: QEMU’s I/O thread wakes in user space.** A switch before anything has been done.',
  'receive-e1000-read': '**QEMU reads the frame from the tap into a buffer of its own: the first copy.**',
  'receive-e1000-place':
    '**QEMU copies the frame into the guest’s buffer, as the card’s DMA would: the second copy.** It finds the buffer’s address in the descriptor at RDH.',
  'receive-e1000-raise':
    '**QEMU sets DD, moves RDH, sets RXT0 in ICR and raises the line; the guest is interrupted.** Again the dear part begins: the driver asks the card what happened.',
  ...handler('receive'),
  'receive-e1000-end':
    '**One packet received by e1000: {exits} exits, {switches} switches into QEMU, {copies} copies.** No doorbell this time: the driver returns buffers in batches of 16. All exits belong to the interrupt.',
  'receive-virtio-wake':
    '**The tap is readable: QEMU’s I/O thread wakes in user space.** The one switch of this packet.',
  'receive-virtio-read': '**QEMU reads the frame from the tap into a buffer of its own: the first copy.**',
  'receive-virtio-place':
    '**virtio_net_receive() takes an offered buffer and copies the frame into it: the second copy.** The buffer was posted long before: nobody has to be asked.',
  'receive-virtio-used':
    '**QEMU puts the descriptor into the used ring, with the length; used.idx becomes 1.**',
  'receive-virtio-irq':
    '**The irqfd becomes an MSI-X interrupt, and the driver starts NAPI.** It asks no register: why it was interrupted stands in the used ring. With posted interrupts: no exit. (Unverified in source.)',
  'receive-virtio-end':
    '**One packet received by virtio: {exits} exits, {switches} switch into QEMU, {copies} copies.** Under load NAPI switches interrupts off and polls: then many packets share one.',
  'receive-vhost-wake': '**The tap wakes the vhost thread: handle_rx().** Kernel to kernel; QEMU sleeps on.',
  'receive-vhost-place':
    '**vhost takes an offered buffer and lets the tap’s recvmsg() copy the frame straight into it: the first copy.** The copy into a buffer of QEMU’s is gone.',
  'receive-vhost-used':
    '**vhost puts the descriptor into the used ring, with the length; used.idx becomes 1.**',
  'receive-vhost-irq':
    '**The irqfd becomes an MSI-X interrupt, all inside the kernel.** With posted interrupts a running vCPU takes it without an exit; without them with one. (Unverified in source.)',
  'receive-vhost-end':
    '**One packet received by vhost: {exits} exits, {switches} switches to user space, {copies} copies.** What is left is work: one copy, one interrupt, and the guest’s own copy.',
  'receive-vfio-arrive':
    '**The card’s embedded switch sees the guest’s MAC address and picks the guest’s virtual function.** The host’s bridge is not asked: it sees nothing of this packet.',
  'receive-vfio-dma':
    '**The card writes the packet by DMA, through the IOMMU, straight into the guest’s buffer: no copy.** If the address were not this guest’s, the IOMMU would refuse it.',
  'receive-vfio-used': '**The card sets DD in the descriptor by DMA and moves its head.**',
  'receive-vfio-irq':
    '**MSI-X, remapped and posted: the vCPU takes the interrupt without an exit.** Without posted interrupts: host interrupt, irqfd, injection, that is an exit a time. (Unverified in source.)',
  'receive-vfio-end':
    '**One packet received by a virtual function: {exits} exits, {switches} switches, {copies} copy.** As on bare metal; and as on bare metal, the memory must stay where it is.',

  'stream-e1000-start':
    '**The guest will send {packets} packets through an emulated e1000.** The ring has 8 slots here (real ones 256 and more); TDT is the driver’s register, TDH the card’s.',
  'stream-virtio-start':
    '**The guest will send {packets} packets through virtio; the device is a thread of QEMU and sleeps.** The indices are 16 bits, run freely and wrap after 65,535; the slot is the index modulo 8. Real queues have 256 entries and more.',
  'stream-vhost-start':
    '**The guest will send {packets} packets through virtio; the device is the vhost thread and sleeps.** The ring is the same as with QEMU; the indices are 16 bits and will soon wrap.',
  'stream-vfio-start':
    '**The guest will send {packets} packets through the virtual function’s own ring.** The driver fills slots and moves the tail, the card follows with its head.',
  'stream-queue-give-kick':
    '**Packet {n}: avail.idx becomes {avail} and passes avail_event, so the driver kicks: an exit.** The device sleeps and has asked for it.',
  'stream-queue-give-quiet':
    '**Packet {n}: avail.idx becomes {avail}, and no kick.** The device is up and will look again by itself; the packet cost no exit at all.',
  'stream-e1000-give':
    '**Packet {n}: the driver writes TDT = {tail}, and the guest stops.** A register write is a trap whether the card is busy or not: the e1000 has no way to say “do not call”.',
  'stream-vfio-give':
    '**Packet {n}: the driver writes tail = {tail} to the card itself.** A doorbell for every packet, and no exit for any.',
  'stream-queue-finish':
    '**Packet {n} is out: used.idx becomes {used}, and no interrupt.** The driver’s event index is not reached: it will find the buffer when it sends again.',
  'stream-queue-finish-irq':
    '**Packet {n} is out: used.idx becomes {used} and passes used_event, so the device interrupts.** The driver had asked to hear when about three quarters of its buffers are done.',
  'stream-e1000-finish':
    '**QEMU sends packet {n} while the guest stands still, and moves TDH to {head}.** Never more than one packet waits in the ring: driver and device take turns instead of working side by side.',
  'stream-vfio-finish':
    '**Packet {n} is out: the card sets DD and moves its head to {head}.** It interrupts when its throttle allows.',
  'stream-queue-handle':
    '**The interrupt handler takes {freed} buffers back.** No register is read. A driver that had stopped goes on sending.',
  'stream-e1000-handle':
    '**The interrupt: ICR, IMC, STATUS, IMS, STATUS to QEMU, and the end of interrupt to KVM: six exits; {freed} buffers come back.** {exits} exits by now.',
  'stream-vfio-handle':
    '**The card’s interrupt is posted to the vCPU; the driver takes {freed} buffers back.** Still no exit.',
  'stream-virtio-wake':
    '**QEMU’s thread wakes in user space and leaves avail_event where it is: an index that has been passed asks for nothing more.** From now on new packets reach it without an exit.',
  'stream-vhost-wake':
    '**The vhost thread wakes in the kernel and leaves avail_event where it is: an index that has been passed asks for nothing more.** From now on new packets reach it without an exit.',
  'stream-full':
    '**No slot is free for packet {n}: the driver stops its transmit queue and waits for an interrupt.** Nothing is lost: the guest’s own stack holds the packet back. Its vCPU is free for other work.',
  'stream-pick':
    '**The device takes packet {n} off the ring.** It works; the driver may go on filling free slots.',
  'stream-sleep':
    '**Nothing is left: the device sets avail_event to where it stands, looks once more, and sleeps.** The next packet must kick. A device that is faster than its guest sleeps after every packet.',
  'stream-milestone':
    '**Packets: {sent}. Doorbells: {kicks}, exits: {exits}, interrupts: {interrupts}.** The ring goes on turning in the same way.',
  'stream-e1000-end':
    '**200 packets by e1000. Exits: {exits}; of these into QEMU: {switches}.** Compare the recording beside: real KVM, the same order of registers, but fewer doorbells, as its driver rings once for several packets.',
  'stream-virtio-end':
    '**200 packets by virtio. Kicks: {kicks}; exits: {exits}; ways into QEMU: {switches}.** How many there are depends only on who is faster: try the other pace. The recorded guest lies between.',
  'stream-vhost-end':
    '**200 packets by vhost. Kicks: {kicks}; exits: {exits}; ways into user space: none.** The busier the host, the fewer the exits: the ring does better under load.',
  'stream-vfio-end':
    '**200 packets passed through. Doorbells: {kicks}; exits: {exits}.** The interrupts, {interrupts}, are posted. Nothing of this is visible to the host, its bridge or its migration.',
} as const;
export type CaptionKey = keyof typeof captions;
