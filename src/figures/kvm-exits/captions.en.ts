/** Why: the figure's English sentences. Captions: what happened in bold, then why it matters. `|` breaks a line in the picture. */
export const en = {
  title: 'KVM exits',
  'intro.look':
    'Each scene is a few instructions of a real guest. Watch how deep control falls when the guest is stopped: to KVM in the host kernel (a light exit), or on to the VMM in user space (a heavy one).',
  'intro.try':
    'Choose the 16 CR3 loads and change between nested and shadow paging: the same program, 0 exits and 18.',

  'control.scene': 'Scene',
  'control.paging': 'Paging',
  'group.instructions': 'Instructions and devices',
  'group.memory': 'Memory',
  'group.running': 'Running and waiting',
  'scene.cpuid': 'CPUID, twice',
  'scene.port-io': 'Port I/O: OUT, OUT, IN',
  'scene.mmio': 'Memory-mapped I/O',
  'scene.msr': 'Model-specific registers',
  'scene.hypercall': 'Hypercall, twice',
  'scene.first-touch': 'First touch of 4 pages',
  'scene.second-touch': 'Second touch of 4 pages',
  'scene.cr3': '16 CR3 loads',
  'scene.page-table': '4 page-table edits',
  'scene.syscalls': '100 system calls',
  'scene.hlt': 'HLT, woken by a timer',
  'paging.nested': 'Nested',
  'paging.shadow': 'Shadow',
  'in.nested': 'nested paging',
  'in.shadow': 'shadow paging',

  'lane.ring3': 'Guest ring 3',
  'lane.ring0': 'Guest ring 0',
  'lane.cpu': 'CPU',
  'lane.kvm': 'KVM',
  'lane.vmm': 'VMM',
  'lane.ring3.sub': 'user code',
  'lane.ring0.sub': 'guest kernel',
  'lane.cpu.sub': 'hardware',
  'lane.kvm.sub': 'host kernel',
  'lane.vmm.sub': 'host user space',
  'picture.alt': 'Five lanes from the guest down to the VMM. {where}',
  'picture.where': 'Control is in: {lane}.',
  'picture.exit': 'exit {n} of {total}',
  'picture.none': 'no exit so far',
  'picture.no-exit': 'no exit',
  'picture.times': '× {times}',
  'picture.vmexit': '#VMEXIT',
  'picture.vmrun': 'VMRUN',
  'picture.light': '{count} handled here',
  'picture.heavy': '{count} handled here',

  'reason.cpuid': 'CPUID',
  'reason.io': 'port access',
  'reason.npf': 'nested page fault',
  'reason.PF': 'page fault, intercepted',
  'reason.msr': 'RDMSR or WRMSR',
  'reason.hypercall': 'VMMCALL',
  'reason.write_cr3': 'load of CR3',
  'reason.invlpg': 'INVLPG',
  'reason.hlt': 'HLT',

  'start.cpuid':
    '**The guest kernel is about to ask the CPU who it is, twice.** CPUID is harmless, and yet a guest must not see the host’s CPU as it is.',
  'start.port-io':
    '**The guest kernel is about to send “H” and “i” to a serial port and read the port’s status.** There is no such chip; somebody has to play it.',
  'start.mmio':
    '**The guest kernel is about to write to and read from a device by ordinary MOV instructions.** The device’s registers stand at an address with no memory behind it.',
  'start.msr':
    '**The guest kernel is about to read and write model-specific registers.** Some are the guest’s own business, some must never be touched, and one does not exist.',
  'start.hypercall':
    '**The guest kernel is about to call its hypervisor, twice.** A system call goes from ring 3 to ring 0; a hypercall goes from the guest to KVM.',
  'start.first-touch':
    '**The guest is about to write to four pages that nobody has touched yet.** It believes that it has 4 MiB of memory; the host has not given all of it yet.',
  'start.second-touch':
    '**The guest writes to the same four pages once more.** They have their host pages now.',
  'start.cr3':
    '**The guest kernel is about to load CR3 sixteen times, to and fro between two address spaces.** An operating system does this at every switch of processes.',
  'start.page-table':
    '**The guest kernel is about to edit one page-table entry four times, each time with INVLPG and a read.** This is what `fork`, `mmap` and copy-on-write do all day.',
  'start.syscalls':
    '**The guest is about to go to ring 3 and make 100 system calls.** How many of them will the hypervisor see?',
  'start.hlt':
    '**The guest kernel is about to set a timer of 2 ms and then halt.** An idle guest should not burn a core.',

  'exit.cpuid':
    '**CPUID leaves the guest.** KVM has told the CPU to intercept it (an Intel CPU always does): the guest’s state is saved in the VMCB and the host goes on in KVM with the reason `{reason}`.',
  'exit.pio-out':
    '**OUT to port {port} leaves the guest.** Every port is intercepted here, so the CPU saves the guest in the VMCB and reports `{reason}`, with port and size in `info1`.',
  'exit.pio-in':
    '**IN from port {port} leaves the guest.** The guest waits for a byte that no hardware will give; the CPU reports `{reason}`.',
  'exit.mmio-write':
    '**A plain MOV leaves the guest: there is no memory at {address}.** The CPU reports `{reason}`, a fault on the address; that a device was meant is for KVM to find out.',
  'exit.mmio-read':
    '**A plain MOV leaves the guest: it wants to read {address}, where no memory is.** The CPU reports `{reason}` and knows nothing of a device.',
  'exit.apic':
    '**The guest writes to its local APIC ({register}) and leaves.** The APIC’s registers stand at memory addresses, so the CPU reports `{reason}` and no port.',
  'exit.msr-read':
    '**RDMSR of register {msr} leaves the guest.** KVM’s MSR bitmap lets a few registers through; this one is not among them.',
  'exit.msr-write':
    '**WRMSR of register {msr} leaves the guest.** What a guest writes there could change the host’s CPU, so KVM must look at it first.',
  'exit.msr-missing':
    '**RDMSR of {msr}, a register that does not exist, leaves the guest.** What is not on the list of those let through is intercepted, known or not.',
  'exit.hypercall':
    '**VMMCALL leaves the guest because it wants to.** The number of the call, {number}, is in EAX; Intel’s instruction for this is VMCALL.',
  'exit.map':
    '**The guest touches {address} and leaves: the page has no host page yet.** The guest’s own page table is in order; it is the second table, KVM’s, that has a hole (`{reason}`).',
  'exit.shadow':
    '**An access to {address} faults and leaves the guest.** The guest’s page table holds the address, but the CPU walks only KVM’s shadow table, which lacks it.',
  'exit.unsync':
    '**The guest writes to {address}, inside its own page table, and leaves.** KVM had entered that page read-only in order to hear of it.',
  'exit.cr3':
    '**MOV to CR3 leaves the guest.** With shadow paging the real CR3 points to KVM’s table, so each load of the guest is intercepted (`{reason}`).',
  'exit.invlpg':
    '**INVLPG leaves the guest.** The guest throws away one translation, and KVM’s shadow table holds a copy of it.',
  'exit.hlt':
    '**HLT leaves the guest.** The guest has nothing to do; a CPU that really halted would be lost to the host too.',

  'handle.cpuid':
    '**KVM answers leaf {leaf} from a table that the VMM gave it, in the kernel.** The guest sees the CPU that its owner chose, not the one that is there. That was a light exit.',
  'handle.cpuid-signature':
    '**Leaf {leaf} exists on no real CPU: KVM answers “KVMKVMKVM”.** So a guest learns that it runs under KVM, and a paravirtual driver may begin.',
  'handle.pio-out':
    '**KVM has no device at port {port} and gives the exit to user space.** Its name is `KVM_EXIT_IO`: the ioctl `KVM_RUN` returns; port, size and value {value} lie in a page that both share. This makes the exit heavy.',
  'handle.pio-in':
    '**KVM has no device at port {port} and must ask user space.** With `KVM_EXIT_IO` it leaves an empty place for the answer in the shared page, and the ioctl `KVM_RUN` returns.',
  'handle.mmio-write-first':
    '**KVM marks the page as a device’s, decodes the MOV and finds a write of {value}.** No device in the kernel has this address, so the VMM must: `KVM_EXIT_MMIO`.',
  'handle.mmio-write':
    '**The mark in the page’s entry says “device” at once; KVM decodes a write of {value}.** Still nobody in the kernel has this address: `KVM_EXIT_MMIO`.',
  'handle.mmio-read-first':
    '**KVM marks the page as a device’s and decodes a read.** No device in the kernel has this address, so the VMM must answer: `KVM_EXIT_MMIO`.',
  'handle.mmio-read':
    '**The mark in the page’s entry says “device” at once; KVM decodes a read.** The value must come from the VMM: `KVM_EXIT_MMIO`.',
  'handle.apic':
    '**KVM decodes the MOV and sets {register} to {value} in its own model of the APIC.** The interrupt controller lives in the kernel exactly so that this exit stays light.',
  'handle.apic-timer':
    '**KVM sets {register} to {value} and starts a host timer in the guest’s name.** 2,000,000 counts of the virtual APIC’s clock are 2 ms.',
  'handle.apic-eoi':
    '**KVM notes the end of the interrupt ({register}).** Hardware with a virtual APIC (AVIC, APICv) saves even this exit.',
  'handle.msr-read':
    '**KVM gives its own value for {msr}: {value}.** The guest never sees the real register.',
  'handle.msr-write':
    '**KVM checks {value} and keeps it as the guest’s {msr}.** The real register stays as it is.',
  'handle.msr-missing':
    '**KVM knows no register {msr} and prepares the fault #GP for the guest.** A real CPU would do the same.',
  'handle.hypercall':
    '**KVM answers call {number} in the kernel.** This one does nothing but return 0, so what remains is the price of the way itself.',
  'handle.hypercall-unknown':
    '**KVM knows no call {number} and returns an error (−KVM_ENOSYS).** A hypervisor, too, checks what it is asked.',
  'handle.map':
    '**KVM takes a page of the host and enters it in the nested page table for guest page {page}.** From now on the hardware finds it alone.',
  'handle.shadow':
    '**KVM walks the guest’s tables in software and writes the missing entry into its shadow table.** The entry leads straight from the guest’s virtual to the host’s physical address.',
  'handle.shadow-linked':
    '**KVM walks the guest’s tables in software, shadows the upper ones, and hooks in the lowest, of which it has a shadow already.** Both address spaces share that table, so one fault brings in all its pages.',
  'handle.unsync':
    '**KVM lets its shadow of this page table go out of step and allows the write.** Further edits will not leave the guest; the INVLPG after them will.',
  'handle.cr3-fresh':
    '**KVM builds a new shadow root for this address space, still empty.** The first fault will show what belongs below it.',
  'handle.cr3':
    '**KVM still has a shadow root for this address space and switches to it.** Nothing is built, yet the way out and back in is paid for.',
  'handle.invlpg':
    '**KVM decodes INVLPG, drops its old shadow entry and fills it anew from the guest’s page table.** So the read that follows finds its page, without another exit.',
  'handle.hlt':
    '**KVM finds no interrupt waiting and lets the thread of this vCPU sleep.** A vCPU is a thread of the VMM’s process, so the host’s scheduler can do this.',
  wait: '**The host is free for other threads until the guest’s timer wakes this one, {waited} clock ticks later.** An idle guest costs the host next to nothing.',

  'user.pio-out':
    '**The VMM reads port {port} and value {value} and plays the device.** With QEMU this is where an emulated serial port lives. Then it calls `KVM_RUN` again.',
  'user.pio-in':
    '**The VMM writes {value} into the shared page: “ready to send”.** Then it calls `KVM_RUN` again.',
  'user.mmio-write':
    '**The VMM takes {value} as written to {address} and plays the device.** Then it calls `KVM_RUN` again.',
  'user.mmio-read': '**The VMM answers the read of {address} with {value}.** Then it calls `KVM_RUN` again.',

  'entry.next':
    '**VMRUN: the guest goes on behind the instruction, at {next}.** For the guest nothing has happened except that one instruction took long.',
  'entry.again':
    '**VMRUN: the guest runs the same instruction again, at {next}, and now finds what it lacked.** That is how a fault ends; the guest never learns of it.',
  'entry.value':
    '**KVM puts {value} into the guest’s register and VMRUN lets it go on at {next}.** To the guest it looks as if the device had answered.',
  'entry.fault':
    '**VMRUN injects #GP: the guest goes on in its own fault handler.** The fault belongs to the guest, so its kernel must deal with it.',
  'entry.interrupt':
    '**VMRUN injects the timer interrupt 0x40: the guest wakes up in its own handler.** The interrupt is virtual; the host’s own timer interrupt went to the host.',

  'round.cr3':
    '**Exit {n} of {total}: a CR3 load again, out and back in.** KVM has the shadow root already; only the way is paid for.',

  'run.second-touch':
    '**All four writes run in the guest, without an exit.** The translation is in KVM’s table now, and the hardware finds it alone: memory costs an exit once.',
  'run.msr':
    '**RDMSR and WRMSR of FS.base run in the guest, without an exit.** This register is the guest’s own, so KVM’s MSR bitmap lets it through: the recording has no line for it.',
  'run.cr3':
    '**All {times} CR3 loads run in the guest, without an exit.** With nested paging CR3 is the guest’s own: it holds a guest-physical address, and the hardware translates that once more.',
  'run.page-table':
    '**The edits and INVLPGs, {times} of each, run in the guest without an exit.** With nested paging the hardware walks the guest’s own page table as it stands: its edits are the guest’s own business.',
  'run.syscalls':
    '**100 system calls go from ring 3 to ring 0 and back, and the hypervisor sees none.** The guest kernel really is in ring 0, so SYSCALL finds it there. This is the point of hardware assistance.',

  'end.same': '**Exits: {here}, with {paging} and with {other} alike.** {lesson}',
  'end.differs': '**Exits: {here} with {paging}, {there} with {other}.** {lesson}',
  'lesson.cpuid': 'Paging makes no difference to an instruction that is intercepted.',
  'lesson.port-io': 'Each byte of this serial port costs a heavy exit; virtio exists to make such trips few.',
  'lesson.mmio': 'A fault, a decoded instruction and a trip to user space for each access: devices are dear.',
  'lesson.msr': 'What is intercepted is KVM’s choice, register by register.',
  'lesson.hypercall': 'A hypercall is an exit on purpose, and a light one.',
  'lesson.first-touch':
    'Here the two are alike: memory is given on first touch, page by page, either way. The difference comes when page tables change.',
  'lesson.second-touch': 'A translation that stands costs no exit, whichever table holds it.',
  'lesson.cr3':
    'This is why nested paging was built: a switch of processes no longer concerns the hypervisor.',
  'lesson.page-table':
    'Shadow paging pays for each edit at its INVLPG, and once for the first write; nested paging pays nothing.',
  'lesson.syscalls':
    'System calls are no matter for a hypervisor that has hardware to help it, whatever the paging.',
  'lesson.hlt':
    'Five accesses to the APIC and one HLT, all light: interrupts and idleness stay in the kernel.',

  'ask.exit': 'Next comes `{instruction}` at {rip}. Where does control go?',
  'ask.run': 'Next comes `{instruction}`, {times} times. Where does control go?',
  'ask.stays': 'Nowhere: it runs in the guest, without an exit',
  'ask.light': 'To KVM, and back: a light exit',
  'ask.heavy': 'To KVM, and on to the VMM in user space: a heavy exit',

  'did.cpuid': 'answers leaf {leaf}|from its own table',
  'did.cpuid-signature': 'answers leaf {leaf}:|“KVMKVMKVM”',
  'did.pio-out': 'no device of its own:|KVM_EXIT_IO',
  'did.pio-in': 'no device of its own:|KVM_EXIT_IO',
  'did.mmio-write-first': 'decodes the MOV:|KVM_EXIT_MMIO',
  'did.mmio-write': 'decodes the MOV:|KVM_EXIT_MMIO',
  'did.mmio-read-first': 'decodes the MOV:|KVM_EXIT_MMIO',
  'did.mmio-read': 'decodes the MOV:|KVM_EXIT_MMIO',
  'did.apic': 'sets {register}|in its own APIC model',
  'did.apic-timer': 'starts a timer|of 2 ms for the guest',
  'did.apic-eoi': 'ends the interrupt|in its own APIC model',
  'did.msr-read': 'gives its own value|of MSR {msr}',
  'did.msr-write': 'checks and keeps|MSR {msr}',
  'did.msr-missing': 'no such register:|prepares #GP',
  'did.hypercall': 'answers call {number}',
  'did.hypercall-unknown': 'no call {number}:|returns an error',
  'did.map': 'maps guest page {page}|in the nested table',
  'did.shadow': 'adds the entry|to the shadow table',
  'did.shadow-linked': 'hooks an existing shadow|into the new tables',
  'did.unsync': 'lets the guest write;|shadow out of step',
  'did.cr3-fresh': 'builds a new, empty|shadow root',
  'did.cr3': 'switches to the|shadow root it has',
  'did.invlpg': 'renews the entry in|the shadow table',
  'did.hlt': 'nothing to do:|the vCPU may sleep',
  'did.wait': 'vCPU thread asleep|until the timer fires',
  'says.pio-out': 'plays the serial port:|takes {value}',
  'says.pio-in': 'plays the serial port:|answers {value}',
  'says.mmio-write': 'plays the device:|takes {value}',
  'says.mmio-read': 'plays the device:|answers {value}',

  'panel.trace': 'Trace',
  'panel.exits': 'Exits',
  'trace.program': 'Guest program',
  'trace.lines': 'Raw lines of ftrace',
  'trace.earlier': '{count} earlier lines',
  'trace.later': '{count} later lines',
  'trace.none': 'No line: the recording has nothing to tell while the guest runs.',
  'trace.marker': 'the marker’s own exit, not counted',
  'count.so-far': 'So far',
  'count.of': '{seen} of {total}',
  'count.light': 'Light: KVM alone',
  'count.heavy': 'Heavy: on to the VMM',
  'count.reasons': 'By reason',
  'count.none': 'No exit in this scene',
  'count.compare': 'Whole scene',
  'count.instructions': 'Instructions, not time',
  'count.asleep': 'Clock ticks asleep',
  'overview.caption': 'Exits of each scene, counted from the recordings. A cell opens its scene.',
  'overview.scene': 'Scene',
  'overview.exits': '{count}',
  'overview.none': 'none',
  'overview.heavy': 'heavy',

  'event.tracing_mark_write': 'the VMM writes a note into the trace',
  'event.sys_ioctl': 'the VMM calls ioctl KVM_RUN (`cmd: ae80`), or it returns',
  'event.kvm_fpu': 'the guest’s FPU registers are loaded or put away',
  'event.kvm_entry': 'VMRUN: the guest runs on at `rip`',
  'event.kvm_exit': 'the guest has been stopped; why, and at which `rip`',
  'event.kvm_cpuid': 'the leaf asked for (`func`) and the answer',
  'event.kvm_mmu_pagetable_walk': 'KVM walks the guest’s page table in software',
  'event.kvm_mmu_paging_element': 'one level of that walk',
  'event.kvm_emulate_insn': 'the bytes of the instruction that KVM decodes',
  'event.kvm_pio': 'port, size and value of the access',
  'event.kvm_userspace_exit': 'KVM gives up and returns to the VMM',
  'event.kvm_page_fault': 'the address that lacked a translation',
  'event.kvm_mmu_spte_requested': 'guest page (`gfn`) and the host page for it (`pfn`)',
  'event.kvm_mmu_get_page': 'KVM takes a page for its own page table',
  'event.kvm_tdp_mmu_spte_changed': 'an entry of the nested page table changes',
  'event.mark_mmio_spte': 'the entry is marked: a device, not memory',
  'event.vcpu_match_mmio': 'the address belongs to a device',
  'event.kvm_mmio': 'address, length and value of the device access',
  'event.kvm_msr': 'register and value',
  'event.kvm_inj_exception': 'a fault is prepared for the guest',
  'event.kvm_hypercall': 'the number of the call and its arguments',
  'event.kvm_mmu_set_spte': 'KVM writes the entry of its page table',
  'event.kvm_mmu_set_accessed_bit': 'KVM sets “accessed” in the guest’s table, as hardware would',
  'event.kvm_mmu_set_dirty_bit': 'KVM sets “dirty” in the guest’s table, as hardware would',
  'event.kvm_mmu_unsync_page': 'this shadow page may go out of step',
  'event.kvm_apic': 'a register of the virtual APIC is written',
  'event.kvm_hv_timer_state': 'whether the CPU’s own preemption timer is used',
  'event.sched_switch': 'the host’s scheduler changes threads',
  'event.local_timer_entry': 'the host’s own timer interrupt',
  'event.kvm_vcpu_wakeup': 'the vCPU’s thread runs again',
  'event.kvm_apic_accept_irq': 'the virtual APIC takes the interrupt',
  'event.kvm_inj_virq': 'the interrupt is prepared for the guest',
  'event.kvm_eoi': 'the guest has ended its interrupt',
} as const;

export type MessageKey = keyof typeof en;
