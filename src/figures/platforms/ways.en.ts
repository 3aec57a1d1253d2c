/** Why: what each hop of the model says in English: what happened in bold, then why it matters. */
export const waysEn = {
  'sys-start':
    '**The program executes SYSCALL.** It asks a kernel for something. Whose kernel answers, and who stands in between, is what differs.',
  'sys-guest':
    '**The CPU enters the guest kernel.** Ring 3 to ring 0 inside the guest: `LSTAR` is the guest’s own, and VT-x and AMD-V let `SYSCALL` run. No VM exit.',
  'sys-guest-back':
    '**SYSRET: back in the program.** Two ring changes, as on bare metal. The hypervisor never heard of this call.',
  'sys-xen':
    '**SYSCALL lands in Xen.** Ring 0 is Xen’s, and so is the entry point in `LSTAR`. The guest kernel runs in ring 3, like its programs.',
  'sys-xen-bounce':
    '**Xen bounces the call to the guest kernel.** `create_bounce_frame` lays out the stack frame that the kernel expects; page tables change too. An HVM or PVH guest skips all this and does as KVM’s does.',
  'xen-iret':
    '**Hypercall iret: the kernel asks to return.** In ring 3 it cannot go back to its program by itself: other page tables are needed, and only Xen may load them.',
  'sys-xen-back':
    '**Xen resumes the program.** Four crossings for one system call: the price of 64-bit PV, and a reason why PVH and HVM took over.',
  'sys-host':
    '**The host kernel answers, the only kernel.** A container has none of its own: seccomp may refuse the call, else it runs as for any process.',
  'sys-host-back':
    '**SYSRET: back in the container.** Two ring changes and 0 VM exits, for there is no hypervisor to exit to.',

  'msr-start':
    '**The guest kernel executes WRMSR.** Only ring 0 may write a model-specific register, and this is one that the hypervisor keeps for itself.',
  'msr-process':
    '**A process executes WRMSR.** A container brings no kernel, so its own code is all that it can try this with.',
  'msr-kvm':
    '**VM exit: MSR write.** The CPU leaves non-root mode, and KVM changes the vCPU’s copy of the register in the host kernel. QEMU sleeps on.',
  'msr-entry':
    '**VM entry: the guest goes on.** `VMRESUME` (`VMLAUNCH` the first time; on AMD `VMRUN`) loads the guest’s state, and the next instruction runs as if nothing had happened.',
  'msr-xen':
    '**#GP: trapped by Xen.** In ring 3 the instruction faults, and Xen emulates it if this domain may write that register: trap and emulate. An HVM or PVH guest would take a VM exit.',
  'msr-xen-back':
    '**Xen returns behind the instruction.** One trap there and back, and no VM exit: PV runs on a CPU without VT-x.',
  'msr-esxi':
    '**VM exit to this VM’s monitor.** Each VM has a VMM of its own, which emulates the register. The VMkernel is not needed for that.',
  'msr-workstation':
    '**VM exit to the monitor, no world switch.** The CPU is the VMM’s own work, even in a hosted product. The host is called for devices and interrupts.',
  'msr-hyper-v':
    '**VM exit to the hypervisor.** It emulates the register below every partition. The root partition hears of it only if it has asked for the intercept.',
  'msr-host':
    '**#GP: the host kernel’s handler runs.** It finds a privileged instruction in user code, and nobody whose job it is to emulate it.',
  'msr-signal':
    '**SIGSEGV: by default the process dies.** What only a kernel may do, a container may not. A VM can, as it has a kernel to do it with.',

  'pf-start':
    '**A program writes to a page for the first time.** No translation is there: page fault, `#PF`.',
  'pf-guest':
    '**The guest kernel takes #PF itself.** With nested paging its page tables are its own: no exit. It picks a free page and begins to clear it.',
  'pf-violation':
    '**VM exit: EPT violation.** The page is real for the guest only: the hypervisor has put no memory behind it yet (AMD: `#NPF`).',
  'pf-kvm-host':
    '**Linux finds a page.** Guest RAM is memory of the QEMU process, so KVM asks the host’s memory manager, as a process’s page fault would.',
  'pf-kvm-map': '**KVM maps it in the EPT.** From now on no touch of this page exits.',
  'pf-entry':
    '**VM entry: the kernel clears the page.** The store that failed runs again, and the guest’s own page table entry follows.',
  'pf-guest-back':
    '**Back in the program: the write succeeds.** Two page tables have been filled, the guest’s and the hypervisor’s.',
  'pf-xen':
    '**#PF goes to Xen first.** The interrupt table of the CPU is Xen’s: every exception of a PV guest begins there.',
  'pf-xen-bounce':
    '**Xen bounces the fault to the guest kernel.** It picks a free page. The domain got its memory when it was built, so nobody else is asked.',
  'pf-xen-update':
    '**Hypercall: write this page table entry.** A PV kernel may read its page tables and not write them; it asks with `mmu_update` or `update_va_mapping`.',
  'pf-xen-checked':
    '**Xen has checked the entry, and written it.** The page must belong to this domain. An HVM or PVH guest writes its tables itself, under EPT or NPT.',
  'pf-xen-back':
    '**Xen resumes the program: the write succeeds.** No second level of tables: a PV guest’s entries hold machine addresses.',
  'pf-vmkernel':
    '**The VMkernel gives a page.** It manages all memory of the machine and gives it to a VM when it is touched.',
  'pf-vmm-map': '**The monitor maps it in the EPT.** From now on no touch of this page exits.',
  'pf-ws-host':
    '**World switch: the host OS finds a page.** All memory belongs to the host. The `vmmon` driver has it pinned, so that the host cannot take it away under the monitor.',
  'pf-ws-map':
    '**World switch back; the monitor maps it.** Twice the whole CPU state was exchanged for one page.',
  'pf-hyper-v-back':
    '**Back in the program: no exit.** A VM’s memory is normally backed when it starts, so the second level already knows the page.',
  'pf-host':
    '**The host kernel takes #PF.** It picks a page, clears it, and charges it to the container’s memory cgroup.',
  'pf-host-back': '**Back in the container: the write succeeds.** One fault, one kernel, one page table.',

  'net-start':
    '**A program sends a packet.** The bytes lie in its memory. Between them and the wire stands a driver that may touch the NIC: whose?',
  'net-virtio':
    '**virtio-net puts it in the ring.** `start_xmit` writes a descriptor and the available index; the bytes stay where they are in guest memory.',
  'kick-kvm':
    '**VM exit: the doorbell.** The write to the notify register is no memory (EPT misconfiguration). KVM signals an `ioeventfd` and lets the vCPU go on.',
  'net-vhost':
    '**The vhost worker wakes.** Inside the host kernel `handle_tx` reads the ring and hands a copy to the tap device. Without vhost, QEMU would wake in its place.',
  'net-linux':
    '**Bridge, then Linux’s own NIC driver.** KVM has no drivers: it borrows all of Linux’s. That is what makes it small.',
  'net-nic':
    '**The NIC fetches the packet by DMA.** It belongs to the driver that rang its doorbell. What the program sent through was a virtual one.',
  'net-netfront':
    '**Xen bounces the call; netfront grants the page.** `xennet_start_xmit` puts a grant reference for each page into the ring that it shares with Domain 0.',
  'xen-event':
    '**Hypercall EVTCHNOP_send: an event channel.** Xen sets one pending bit for Domain 0. It is sent only if the back end has asked to be told.',
  'net-netback':
    '**Domain 0 runs: upcall to netback.** `xenvif_tx_interrupt` starts polling the ring. Domain 0 needs a free CPU first: that is its bottleneck.',
  'net-grant':
    '**Hypercalls: copy the header, map the rest.** Domain 0 may touch only the pages granted, by their references; Xen checks each one. The payload is not copied.',
  'net-dom0':
    '**Bridge, then Domain 0’s NIC driver.** Xen stands on the hardware, yet has no driver for it: the privileged domain has.',
  'net-vmxnet3':
    '**vmxnet3 puts it in the ring.** A paravirtual driver in an unchanged kernel: descriptors in memory shared with the hypervisor.',
  'kick-esxi': '**VM exit: the doorbell.** The monitor of this VM sees the write and calls the VMkernel.',
  'net-vmkernel':
    '**VMkernel: port group, vSwitch, uplink.** The drivers are in the hypervisor itself. No control domain and no host to wake.',
  'net-ws-guest':
    '**The guest’s NIC driver writes to its device.** To the guest it is a plain Ethernet card.',
  'kick-ws':
    '**VM exit to the monitor.** It sees an access to a device that it does not have, and cannot help: drivers are the host’s.',
  'ws-world':
    '**World switch: the host OS runs again.** Registers, tables, the whole address space are exchanged: heavier than a process switch. `vmmon` returns to the process that called it.',
  'net-vmx':
    '**The VMX process emulates the NIC.** An ordinary process of the host: it gathers the packet, then needs a system call like everyone else.',
  'net-vmnet':
    '**Host kernel: vmnet bridges to the NIC driver.** The packet is copied in, and leaves as if the host had sent it.',
  'net-netvsc':
    '**netvsc writes a message into the VMBus ring.** It lists the guest’s pages; `vmbus_sendpacket_pagebuffer` sends the list. Small packets go through a shared buffer.',
  'hv-signal':
    '**Hypercall: signal the channel.** A VM exit to the hypervisor, and only if the ring was empty before.',
  'net-vsp':
    '**The root partition is interrupted: the VSP.** It reads the ring: the provider’s half of the split driver, in the parent’s kernel.',
  'net-root':
    '**Virtual switch, then Windows’ NIC driver.** As in Xen the hypervisor has no drivers; the root partition is what Domain 0 is there.',
  'net-veth':
    '**The host kernel does it all.** Out of the container’s network namespace by a veth pair, over a bridge, to the NIC driver: one kernel, function calls.',

  'disk-start':
    '**A program writes a block with O_DIRECT.** The page cache stays out of it; the block must reach the disk.',
  'disk-virtio':
    '**virtio-blk queues the request.** Descriptors for header, data and status, then the available index.',
  'disk-qemu':
    '**A QEMU thread wakes in user space.** Mainline Linux has no vhost for virtio-blk, so a process reads the ring and finds the place in the image file.',
  'disk-linux':
    '**System call: the host’s block layer.** `io_uring` or `pwritev` on the image file, down to Linux’s own disk driver.',
  'disk-dma':
    '**The disk fetches the block by DMA.** The command came from the driver just above, whoever asked for the block.',
  'disk-blkfront':
    '**Xen bounces the call; blkfront grants the pages.** The request in the shared ring names grant references.',
  'disk-blkback':
    '**Domain 0 runs: upcall to blkback.** A kernel thread of Domain 0 takes the request from the ring.',
  'disk-grant':
    '**Hypercall: map the granted pages.** With persistent grants they stay mapped, and this crossing is spared.',
  'disk-dom0':
    '**Domain 0’s block layer and disk driver.** Device I/O goes through Domain 0; CPU and memory do not.',
  'disk-pvscsi':
    '**PVSCSI queues the request.** A paravirtual adapter: one ring for requests, one for completions.',
  'disk-vmkernel':
    '**VMkernel: VMFS, path, HBA driver.** The file system for virtual disks is inside the hypervisor.',
  'disk-ws-guest': '**The guest’s disk driver writes to its device.** To the guest it is a plain controller.',
  'disk-vmx': '**The VMX process emulates the controller.** It finds the block’s place in the `.vmdk` file.',
  'disk-vmdk':
    '**System call: write to the .vmdk file.** The host’s file system and disk driver do the rest, as for any program.',
  'disk-storvsc':
    '**storvsc writes a SCSI request into the VMBus ring.** The block stays in place; the message lists its pages.',
  'disk-vsp': '**The root partition is interrupted: the VSP.** The storage provider reads the ring.',
  'disk-root': '**VHDX file, then Windows’ disk driver.** The virtual disk is a file of the root partition.',
  'disk-overlay':
    '**The host kernel does it all.** The container’s mount (overlayfs or a volume), file system, disk driver: one system call.',

  'tick-start':
    '**The CPU’s timer fires while a program runs.** Somebody set it. The guest believes it was the guest.',
  'tick-exit':
    '**VM exit: external interrupt.** A real interrupt is never the guest’s: the CPU leaves it, whatever its interrupt flag says.',
  'tick-linux':
    '**Linux runs its own timer handler.** The guest’s APIC timer is an `hrtimer` of the host; it has run out.',
  'tick-kvm':
    '**KVM injects the guest’s timer interrupt.** A vector written into the VMCS or VMCB for the next entry.',
  'tick-guest':
    '**VM entry: the guest’s tick handler runs.** Now its clock moves, its scheduler may choose another process.',
  'tick-back': '**Back in the program.** The guest took one virtual interrupt; the host took a real one.',
  'tick-xen':
    '**Xen takes the interrupt.** The APIC timer is Xen’s. The vCPU’s timer has run out, so the virtual IRQ `VIRQ_TIMER` becomes pending.',
  'tick-virq':
    '**Upcall: the guest kernel’s timer handler.** For a PV guest an interrupt is an event: a bit, and a jump to its callback.',
  'tick-xen-back': '**Xen resumes the program.** Neither Domain 0 nor a virtual APIC had a part in it.',
  'tick-vmkernel': '**The VMkernel handles it.** Timers and scheduling of all VMs are its own.',
  'tick-vmm': '**The monitor raises the guest’s timer interrupt.** Its virtual APIC has a tick to deliver.',
  'tick-ws-host':
    '**World switch: the interrupt is the host’s.** It is raised again there, so that the host OS handles it as if it came from the hardware.',
  'tick-ws-vmm':
    '**World switch back; the monitor raises a virtual one.** If the host had other work, the guest’s tick is late.',
  'tick-hyper-v':
    '**VM exit to the hypervisor.** It owns the timer, and keeps four synthetic timers for each virtual processor.',
  'tick-stimer':
    '**VM entry: stimer0 interrupts the guest kernel.** An enlightened guest uses synthetic timers, so that no APIC timer is emulated. The root partition has no part in it.',
  'tick-host':
    '**The host kernel’s tick handler runs.** There is one kernel and one tick for all containers.',
  'tick-host-back':
    '**Back in the container, or in another.** The handler charged the time to its cgroup; the scheduler may have chosen somebody else.',
} as const;

export type WayKey = keyof typeof waysEn;
