/** Why: what the rings model says, in English: captions by key, predictions, notes, what the model simplifies. */
export const captionsEn = {
  start: '**{about}** {setup}',
  'about-interrupts':
    'The kernel saves its flags, turns interrupts off for a short piece of work, and puts the old flags back.',
  'about-timer': 'A timer tick arrives while the kernel has interrupts off.',
  'about-syscall': 'A program makes a system call, and the kernel returns to it.',
  'about-red-pill': 'A user program reads where the descriptor tables lie: the “red pill”.',
  'about-push-cs': 'The kernel looks at its own CS to learn in which ring it runs.',
  'about-page-table': 'The kernel changes a page table entry and throws the old translation away.',
  'about-port-io': 'The kernel writes a byte to a device port and reads one back.',
  'about-cpuid': 'The kernel asks the CPU what it is.',
  'about-hlt': 'The kernel has nothing to do: it turns interrupts on and halts until one comes.',
  'about-user-privileged': 'A user program tries to turn interrupts off.',
  'about-one': 'The guest kernel uses {ins}, one of the sensitive instructions that ring 0 does not protect.',
  'setup-bare':
    'The kernel owns ring 0 and the whole machine; the other techniques are measured against this.',
  'setup-deprivileged':
    'The VMM took ring 0; the same kernel, unchanged, runs in ring 1 and knows nothing of it.',
  'setup-translation':
    'The VMM has ring 0. It never runs kernel code as it stands: it rewrites it first, and runs the result in ring 1.',
  'setup-xen-32':
    'Xen has ring 0. The kernel was changed to run in ring 1 and to ask Xen for what it may not do.',
  'setup-xen-64': 'Xen has ring 0. The 64-bit kernel was changed to run in ring 3, beside its own programs.',
  'setup-hardware':
    'With VT-x the guest has rings 0 to 3 of its own in non-root mode; the VMM waits in root mode.',

  'do-work':
    '**Ordinary work, at full speed.** It needs no privilege, so it costs the same under every technique.',
  'do-work-misled':
    '**The guest goes on and knows of nothing.** Its state is no longer that of bare metal, and nothing will tell it so.',
  'do-work-shaken':
    '**The model lets the guest go on behind the exception.** A real kernel would most likely have stopped here.',
  'do-mov':
    '**The program puts the number of the system call into a register.** Nothing here needs privilege.',
  'do-push': '**A value goes on the stack.** The next instruction will take it from there.',
  'do-pop':
    '**The kernel takes the value from the stack and looks at it.** From here on, what it does depends on it.',
  'do-test': '**The kernel tests the two lowest bits of CS.** ZF = 1 would tell it that it is in ring 0.',
  'do-load':
    '**The kernel reads through the page.** It gets the translation that the TLB has, or else the table’s.',
  'do-cmp':
    '**The program compares the address with what it expects.** A table at a strange place tells of a VMM.',
  'do-kill':
    '**The guest kernel ends the program.** A privileged instruction in user code is the guest’s own affair.',

  'ok-bare': '**{ins} runs in ring {ring}.** {effect}',
  'ok-nonroot': '**{ins} runs in non-root ring {ring}, and no exit follows.** {effect}',
  'ok-direct': '**{ins} runs in ring {ring} without a trap, and this time the result is right.** {effect}',
  'ok-xen-syscall':
    '**The system call, here INT 0x80, goes straight to the guest kernel in ring 1.** Xen put a gate for it into the real IDT, so it stays out of the way itself.',

  'e-pushf': 'A copy of the flags lies on the stack, IF among them.',
  'e-popf': 'The flags are now those from the stack, and IF is one of them.',
  'e-cli': 'The guest’s IF is now 0: it may not be interrupted.',
  'e-sti': 'The guest’s IF is now 1: it may be interrupted.',
  'e-hlt': 'The guest sleeps until an interrupt comes.',
  'e-invlpg': 'The old translation is gone; the next access reads the table again.',
  'e-pte': 'The entry names a new page frame, but the TLB may still hold the old one.',
  'e-out': 'The device has the byte.',
  'e-in': 'The guest has the device’s answer.',
  'e-cpuid': 'The guest knows what its CPU can do.',
  'e-syscall': 'Control is now in the kernel.',
  'e-sysret': 'Control is back in the user program.',
  'e-sysret-vmm': 'The virtual CPU is in ring 3 again; the user program comes next.',
  'e-sgdt': 'The guest holds the address of its own GDT.',
  'e-sidt': 'The guest holds the address of its own IDT.',
  'e-sldt': 'The guest holds the selector of its own LDT.',
  'e-str': 'The guest holds the selector of its own task.',
  'e-smsw': 'The guest holds the low half of its own CR0.',
  'e-mov-seg': 'The guest reads an SS whose low bits say ring 0.',
  'e-push-seg': 'The selector on the stack has 0 in its low bits: ring 0.',
  'e-pop-seg': 'SS holds the guest kernel’s stack segment.',
  'e-lar': 'ZF = 1, and the guest holds the segment’s access rights.',
  'e-lsl': 'ZF = 1, and the guest holds the segment’s limit.',
  'e-verr': 'ZF = 1: the segment may be read.',
  'e-verw': 'ZF = 1: the segment may be written.',
  'e-call-far': 'The return address on the stack carries the CS of ring 0.',
  'e-jmp-far': 'The guest kernel goes on in its other code segment.',
  'e-jmp-far-vmm': 'The guest kernel is to go on in its other code segment.',
  'e-ret-far': 'The guest kernel goes on at the address from the stack.',
  'e-ret-far-vmm': 'The guest kernel is to go on at the address from the stack.',
  'e-int': 'The guest kernel’s own handler runs.',
  'e-int-vmm': 'The guest kernel’s own handler is to run next.',

  'silent-popf-on':
    '**POPF runs in ring {ring}, and what it says of IF is simply ignored.** It may not change IF at this privilege, and it does not trap either, so the VMM never hears of it. The guest believes that interrupts are on again; the VMM goes on holding them back.',
  'silent-popf-off':
    '**POPF runs in ring {ring}, and what it says of IF is simply ignored.** The guest believes that it has turned interrupts off; they are still on, and one may come at the worst moment.',
  'silent-pushf':
    '**PUSHF runs in ring {ring} and saves the real flags.** The guest has IF = 0; what lies on the stack says IF = 1, because the VMM keeps real interrupts on.',
  'silent-sgdt':
    '**SGDT runs in ring {ring} and stores the VMM’s GDTR.** A CPU has only one, and the VMM is using it.',
  'silent-sidt':
    '**SIDT runs in ring {ring} and stores the VMM’s IDTR.** A CPU has only one, and the VMM is using it.',
  'silent-sldt':
    '**SLDT runs in ring {ring} and stores the VMM’s LDTR.** The guest’s own LDT has a selector of 0x48.',
  'silent-str':
    '**STR runs in ring {ring} and stores the VMM’s task register.** The guest’s own task is 0x40.',
  'silent-smsw':
    '**SMSW runs in ring {ring} and reads the real CR0.** The VMM had set TS there for its own use; the guest never did.',
  'silent-mov-seg':
    '**The store of SS runs in ring {ring} and shows a selector whose low bits say {ring}.** On bare metal they say 0: the guest kernel can see that it was moved.',
  'silent-push-seg':
    '**PUSH runs in ring {ring} and puts a selector on the stack whose low bits say {ring}.** On bare metal they say 0: the guest kernel can see that it was moved.',
  'silent-lar':
    '**LAR runs in ring {ring} and answers “not visible”: ZF = 0.** The check uses the real CPL; in ring 0 the guest would have got the access rights.',
  'silent-lsl':
    '**LSL runs in ring {ring} and answers “not visible”: ZF = 0.** The check uses the real CPL; in ring 0 the guest would have got the limit.',
  'silent-verr':
    '**VERR runs in ring {ring} and answers “not readable”: ZF = 0.** The check uses the real CPL; for ring 0 the answer is yes.',
  'silent-verw':
    '**VERW runs in ring {ring} and answers “not writable”: ZF = 0.** The check uses the real CPL; for ring 0 the answer is yes.',
  'silent-call-far':
    '**The far CALL works, but saves a CS whose low bits say {ring}.** The return address on the guest’s stack gives its real ring away.',
  'silent-user':
    '**{ins} runs in the user program and stores where the VMM’s table lies.** User code runs as it stands under this technique, so nobody mends the answer: the program has found the VMM.',

  'refused-pop-seg':
    '**POP SS is refused in ring {ring}: {vector}.** The selector says ring 0, and for SS that must equal the CPL. On bare metal it does.',
  'refused-jmp-far':
    '**The far JMP is refused in ring {ring}: {vector}.** A code segment of ring 0 may be entered this way from ring 0 only.',
  'refused-int':
    '**INT is refused in ring {ring}: {vector}.** The gate may be called from ring 0 only; on bare metal that is where the kernel is.',
  'refused-ret-far':
    '**The far RET is refused in ring {ring}: {vector}.** It would lead from ring {ring} in to ring 0, and RET only leads outwards.',
  refused:
    '**{ins} is refused in ring {ring}: {vector}.** The CPU checks privilege before it does anything, and raises an exception.',
  'refused-pte':
    '**The write is refused: {vector}.** The VMM has write-protected the guest’s page tables, because its own copy of them must follow.',
  'syscall-vmm':
    '**The program asks for its kernel, but SYSCALL leads into ring 0.** There sits the VMM, not the guest kernel.',
  'exits-always':
    '**{ins} cannot finish in non-root mode.** It is one of the few instructions that always exit; no control turns that off.',
  'exits-control':
    '**{ins} passes the privilege check, but cannot finish in non-root mode.** The VMM asked for this exit when it filled in the VMCS.',
  'exits-shadow':
    '**{ins} cannot finish in non-root mode.** This CPU has no nested paging, so the VMM shadows the page tables and must see every change.',

  trap: '**The exception leads to the VMM in ring 0.** It looks at the instruction that was refused: {ins}.',
  'trap-syscall':
    '**The VMM in ring 0 receives the system call.** It sees that the call is meant for the guest kernel.',
  emulate: '**The VMM does to the virtual CPU what {ins} does to a real one.** {effect}',
  'emulate-pte':
    '**The VMM makes the write itself: in the guest’s table and in its own copy of it.** {effect}',
  'handle-hlt':
    '**The VMM marks the guest as asleep and gives the CPU to somebody else.** A real HLT would have stopped everybody.',
  handle: '**The VMM reads from the VMCS why it was called, and emulates {ins}.** {effect}',
  return: '**The guest goes on behind {ins}.** It cannot tell that somebody stepped in, except by the clock.',
  'return-user':
    '**The VMM returns to the user program, where {ins} was meant to lead.** The guest cannot tell that somebody stepped in, except by the clock.',
  'return-syscall':
    '**The VMM passes the call on to the guest kernel in ring {ring}.** Every system call makes this detour.',
  'return-translated':
    '**The VMM returns into the translated code.** No exception was needed: a call and a return.',
  'return-translated-user':
    '**The VMM returns to the user program, whose code runs as it stands.** No exception was needed to get out of the kernel, only the call.',
  'return-xen':
    '**Xen returns to the guest kernel behind the hypercall.** One crossing into ring 0 and back was paid.',
  'return-xen-user':
    '**Xen returns to the user program and not to the kernel that asked.** One crossing into ring 0 and back was paid.',
  'return-withhold':
    '**The VMM keeps the tick and lets the guest go on.** The guest’s virtual IF is 0, so the tick has to wait.',
  exit: '**VM exit: the CPU saves the guest’s state in the VMCS and loads the VMM’s.** Out and in again takes {roundTrip} TSC ticks, measured on a {part}.',
  'exit-unverified':
    '**VM exit: the CPU saves the guest’s state in the VMCS and loads the VMM’s.** Out and in again takes about {roundTrip} cycles on a {part} (unverified).',
  'exit-window':
    '**The guest’s IF is 1 again, and that alone causes an exit.** The VMM had asked for this “interrupt window”.',
  entry:
    '**VM entry: the guest goes on behind {ins}.** The CPU has loaded the guest’s state back from the VMCS.',
  'entry-withhold':
    '**VM entry without the tick: the guest has IF = 0.** The VMM asks for an exit as soon as that changes.',

  translate:
    '**Before this code may run, the VMM rewrites it into the translation cache.** Instructions translated: {translated}, of which changed: {rewritten}. This is paid once.',
  inline:
    '**In place of {ins} runs what the translator wrote: a few instructions on the virtual CPU.** {effect}',
  callout: '**In place of {ins} the translator wrote a call of the VMM.** {effect}',
  'callout-window':
    '**The translated code sees that a tick is waiting, and calls the VMM.** Now the guest may have it.',
  'replaced-flags':
    '**The changed kernel does not use {ins}: it works on a flag in memory that it shares with Xen.** {effect}',
  'replaced-iret': '**The changed kernel returns to the program by IRET, which ring 1 may do.** {effect}',
  replaced: '**The changed kernel does not ask the CPU: {ins} was replaced in its source.** {effect}',
  'ask-xen':
    '**The changed kernel has no {ins} here: it prepares a hypercall.** It asks for what its ring may not do.',
  'ask-cpuid':
    '**The changed kernel puts an invalid instruction in front of CPUID, on purpose.** That leads to Xen; CPUID alone would not trap.',
  hypercall:
    '**The hypercall leads to Xen in ring 0, which checks the request and carries it out.** {effect}',
  'hypercall-window':
    '**The changed kernel sees that an event is waiting, and asks Xen to deliver it.** Nobody has to guess.',

  'tick-pending': '**The timer raises its line, but IF is 0.** The CPU goes on; the tick waits at the line.',
  'tick-halted':
    '**The timer raises its line and wakes the CPU.** IF is 1, so the kernel’s handler comes first.',
  'tick-asleep': '**The timer’s tick arrives, and the VMM takes it.** The guest that slept is to be woken.',
  'tick-withhold':
    '**The timer raises its line, and the VMM takes the tick, whatever the guest’s IF says.** Real interrupts belong to the VMM.',
  interrupt: '**The tick arrives: the kernel’s handler runs.** IF is 1, so the CPU takes it.',
  'interrupt-vmm': '**The VMM delivers the tick: the guest’s handler runs.** The virtual IF is 1, so it may.',
  'interrupt-inject':
    '**The VMM injects the tick with the VM entry: the guest’s handler runs at once.** To the guest it looks like any interrupt.',
  fault: '**Control goes to the kernel’s handler.** That is how a CPU protects a kernel from its programs.',
  'fault-reflect':
    '**The VMM sees that this is the guest’s own affair, and passes the exception on.** The guest kernel handles it as on bare metal.',
  'fault-wrong':
    '**The VMM does not know {ins} as privileged and passes the exception on to the guest.** On bare metal there is none here; a kernel that gets it from its own code usually panics.',

  'end-bare': '**This is how it ought to end.** Every technique must leave the guest with the same state.',
  'end-bare-tick':
    '**The tick has arrived, and this is how it ought to end.** Every technique must leave the guest with the same state.',
  'end-same': '**The guest ends exactly as on bare metal.** Only the clock could tell the difference.',
  'end-same-tick':
    '**The tick has arrived, and the guest ends exactly as on bare metal.** Only the clock could tell the difference.',
  'end-lost-tick':
    '**The tick never arrives.** The guest thinks that interrupts are on and waits; the VMM thinks that they are off and holds the tick back.',
  'end-wrong':
    '**The guest got an exception that bare metal does not raise.** It trapped, but a VMM that emulates only privileged instructions cannot know what was meant.',
  'end-leak':
    '**The program has seen the VMM, and the guest kernel knows nothing of it.** Kernel code is taken care of under this technique; user code runs as it stands.',
  'end-differs':
    '**The guest does not end as on bare metal, and nobody has noticed.** A VMM that traps and emulates cannot mend what does not trap.',

  'ask-run': '{ins} is about to run in ring {ring}. Where does control go next?',
  'ask-nonroot': '{ins} is about to run in non-root ring {ring}. Where does control go next?',
  'ask-tick': 'The timer raises its line now. Where does control go next?',
  'option-runs': 'On as meant: it finishes, with the right result',
  'option-silent': 'On as if all were well: it finishes, with a wrong result and no trap',
  'option-vmm': 'To the VMM',
  'option-kernel': 'To a handler of the guest kernel',
  'option-goes-on': 'It stays where it is',

  'note-bare': 'CPU · the kernel has it all',
  'note-split': 'CPU · real interrupts belong to the VMM',
  'note-withholds': 'CPU · the VMM withholds this guest’s interrupts',
  'note-tick-withheld': 'CPU · a tick is waiting with the VMM',
  'note-vmm': 'CPU · the VMM has it',
  'note-root': 'CPU · root mode, the VMM has it',
  'note-nonroot': 'CPU · non-root mode, the guest has it',

  'simplifies-one-cpu':
    'One CPU, one guest, one program; caches, pipelines and branch prediction are left out.',
  'simplifies-costs':
    'Instructions without a published measurement have an estimated cost, marked unverified. Compare sizes, not last digits.',
  'simplifies-p4':
    'Costs of traps, of translated code and of bare metal are those of one Pentium 4 672 (3.8 GHz, 2005, the machine unverified; Adams & Agesen 2006), whatever CPU is chosen.',
  'simplifies-exit-cost':
    'The chosen CPU sets only the VM exit and entry (median of 20 measurements of one part; Prescott unverified), and whether it has nested paging. Both directions are charged at the exit.',
  'simplifies-vmm':
    'The deprivileging VMM emulates privileged instructions and writes to page tables; it passes any other exception on to the guest, as trap and emulate in the textbook.',
  'simplifies-handlers':
    'A handler of the guest is one event: it runs, notes what it was called for, and returns. SYSCALL stands for any system call; 32-bit systems used INT 0x80 or SYSENTER.',
  'simplifies-gdt':
    'The VMM’s descriptor table holds the guest’s flat segments with DPL 1; other segments of ring 0 keep DPL 0.',
  'simplifies-xen':
    'A changed kernel reads its own copy of what it may not ask the CPU; costs of Xen are estimates.',
  'simplifies-same-cpuid': 'The virtual CPU reports the same CPUID as the real one.',

  'phase-callout': 'calls the VMM',
  'differs-events': 'exceptions and interrupts received',
  'differs-halted': 'still halted',
  'differs-ring': 'the ring it believes in',
  'differs-tables': 'control registers and tables',
} as const;

export type CaptionKey = keyof typeof captionsEn;
