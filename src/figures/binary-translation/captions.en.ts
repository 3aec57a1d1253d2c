/** Why: the English sentences of the story. Captions: what happened in bold, then why it matters. */
export const captions = {
  'start-locks':
    '**A guest kernel is about to raise a counter six times with interrupts off.** It is full of `cli` and `popf`, which it may not execute for real: the real IF belongs to the VMM. Nothing is translated yet.',
  'start-calls':
    '**A guest kernel is about to call one function from two places, three times.** CALL and RET are not privileged; but the code runs at another address than the guest believes.',
  'start-page-table':
    '**A guest kernel is about to write eight page-table entries with an ordinary MOV.** The VMM shadows that page table, so it has write-protected the page at `0x5000` and must hear of every write.',
  'start-user':
    '**A guest kernel is about to start a user program, which will make three system calls.** Only one of the two needs a translator.',
  'start-ports':
    '**A guest kernel is about to read an I/O port six times and write to it once.** The device behind it is a piece of the VMM.',

  miss: '**The VMM looks for a translation of 0x{pc} and finds none: a miss.** The table maps guest addresses to places in the translation cache, and it is empty at the start.',
  'translate-first':
    '**The translator reads the guest’s bytes from 0x{pc} up to the next jump, call or other change of course: {length} instructions, {copied} copied, {rewritten} rewritten.** {note}',
  translate:
    '**0x{pc} is a miss, and is translated to {tc}: instructions {length}, copied {copied}, rewritten {rewritten}.** {note}',
  'note-inline':
    'What would touch the real IF becomes a short sequence on a virtual one, a byte in the VMM’s memory.',
  'note-callout': 'What only the VMM can do becomes a call of it; all else is none of its business.',
  'note-push':
    'CALL becomes a push of the guest’s own return address and a jump, so that the guest’s stack looks as on bare metal.',
  'note-lookup':
    'RET takes a guest address from the stack, and that must be turned into a place in the cache each time anew.',
  'note-store': 'The store that kept faulting is now a call of the VMM.',
  'note-plain':
    'Nearly all kernel code is harmless and stays as it is; only jumps must be aimed anew, because the code has moved.',
  copied:
    '**{ins} runs from the cache, byte for byte as the guest’s author wrote it.** The CPU is in ring 1 and does it at full speed; most of a kernel is code like this.',
  'inline-cli':
    '**In place of cli, one MOV clears the guest’s virtual IF.** The real IF stays 1, nothing traps, and the VMM sleeps on. In ring 1 the real `cli` would have trapped, for about 2,000 cycles (derived, Pentium 4).',
  'inline-sti':
    '**In place of sti, one MOV sets the guest’s virtual IF.** A full monitor would also look here whether an interrupt is waiting.',
  'inline-pushf':
    '**In place of pushf, a short sequence pushes the real arithmetic flags with the virtual IF among them.** The real `pushf` would have shown the guest the host’s IF.',
  'inline-popf':
    '**In place of popf, a short sequence restores the flags and takes the guest’s IF from the stack.** In ring 1 the real `popf` leaves IF as it is and says nothing: the very instruction that trap and emulate cannot see.',
  push: '**{ins} pushes 0x{back}: the guest’s return address, no address of the cache.** Guests read their stacks, for backtraces or exceptions, and may not see that they have been moved.',
  chain:
    '**The exit that led to the VMM is patched: it now jumps straight to {tc}.** This is chaining. From here on nobody looks this way up again.',
  'chain-loop':
    '**The exit to 0x{pc}, known already as {tc}, is patched too.** The next time round it needs neither table nor VMM.',
  hit: '**Control leaves the block for 0x{pc}, by an exit that nobody has patched: the VMM is asked, and its table has {tc}.** A hit costs a visit, but no translation: nothing is translated twice.',
  jump: '**The way to 0x{pc} is a plain jump inside the cache.** No table, no VMM, no ring change: guest kernel code goes on at the speed of a jump.',
  ret: '**RET’s return address, 0x{pc}, is looked up by the translated code itself: it is at {tc}.** A return may lead anywhere, so it cannot be chained. That look-up makes a pair of CALL and RET cost 51 cycles instead of 11 (Adams & Agesen 2006, Pentium 4).',
  'callout-in':
    '**{ins} is a call of the VMM, which reads its own device.** 214 cycles in all (derived): on the Pentium 4 of Adams & Agesen 2006 a real port access took 3,209, and with a VM exit around it 15,826.',
  'callout-out':
    '**{ins} is a call of the VMM, which hands the byte to its own device.** No trap is needed, because the translator has seen it coming.',
  'callout-load-cr3':
    '**{ins} is a call of the VMM.** It changes to the shadow of the page table that the guest named; the real CR3 never sees the guest’s value.',
  'callout-store-cr3': '**{ins} is a call of the VMM, which gives the guest its own CR3.**',
  'callout-int': '**{ins} is a call of the VMM, which leads the guest to its own handler.**',
  'callout-iret':
    '**{ins} is a call of the VMM: the guest returns to user mode, so translation ends for now.** The VMM puts the CPU into ring 3.',
  'callout-hlt':
    '**{ins} is a call of the VMM: this guest has nothing more to do.** The VMM may run another one.',
  trap: '**{ins} was copied as it is, and faults: the page is write-protected.** The VMM does the write for it and mends its shadow, for about 3,900 cycles (derived). Its bytes alone do not tell which page it will hit: that depends on a register.',
  'trap-hot':
    '**The same {ins} has faulted {times} times now.** It is innocent by its looks, and guilty by its record.',
  adapt:
    '**The VMM translates 0x{pc} anew, to {tc}, with the guilty store as a call; the old block is given up.** This is adaptive translation. The threshold of {times} faults is the model’s choice.',
  store:
    '**The store is a call now: no fault, and the VMM writes and mends its shadow.** 391 cycles instead of some 3,900; with VT-x of 2005 it was 12,733 (Adams & Agesen 2006, Pentium 4).',
  direct:
    '**User code at 0x{pc} runs as it stands, in ring 3, with no translation.** What is privileged faults there anyway, so the VMM misses nothing (only SIDT and its kin give it away); applications’ own work goes at full speed.',
  'trap-user':
    '**{ins} leaves user code, and the exception leads to the VMM, which owns ring 0.** It finds the guest’s handler at `0x{pc}` and goes there, by the cache. This makes a system call some 2,000 cycles dearer (Adams & Agesen 2006, Pentium 4).',
  more: '**Control comes to a block {entries} more times; {visits} of them ask the VMM.** {extra}',
  'more-quiet': 'The cache is warm: kernel code runs at nearly its own speed, and the VMM sleeps.',
  'more-rest': 'What has been patched stays patched; only a way not gone before leads to the VMM.',
  'more-unchained':
    'Without chaining every exit leads there. The table always has an answer, and still each visit costs about 390 cycles (unverified: taken as a call-out).',
  'more-callouts': 'There were {callouts} call-outs besides: work that is the VMM’s own.',
  'more-traps': 'There were {traps} exceptions into the VMM besides.',
  end: '**The program is done, and the guest stands exactly where bare metal would have left it.** Of {bt} cycles, {once} went into misses and translation ({blocks} blocks): paid once, and forgotten in a kernel that runs for hours.',
  'end-differs': '**The program is done, and the guest stands elsewhere than on bare metal would be.**',

  'ask-becomes': 'The translator is going to read `{ins}`. What will stand in the cache for it?',
  'ask-call': 'The translator is going to read `{ins}`. Which return address will the translated code push?',
  'ask-ret': 'The translator is going to read `ret`. What will stand in the cache for it?',
  'ask-road': 'The guest goes on at `0x{pc}`, which has been translated before. Where does control go now?',
  'ask-store': '`{ins}` was copied as it is. What will happen when it writes to the page table?',
  'ask-hot': 'The same store has faulted {times} times. What will the VMM do about it?',
  'ask-user': 'The guest kernel has returned to ring 3. How will its user code run?',
  'ask-more': 'Control will come to a block {entries} more times. How many of them ask the VMM?',
  'ask-cheapest':
    'The same instructions on the same machine of 2005, the one-time cost of translation left out: which way was cheapest?',
  'option-copied': 'The same bytes',
  'option-inline': 'A short sequence on the guest’s virtual flags',
  'option-callout': 'A call of the VMM',
  'option-guest-address': 'The guest’s own, as on bare metal',
  'option-tc-address': 'One in the cache, where the code really is',
  'option-fixed': 'A jump to the place that called',
  'option-lookup': 'A look-up of the address on the stack',
  'option-tc': 'Straight to the block in the cache',
  'option-vmm': 'To the VMM, which looks the block up',
  'option-guest': 'To the guest’s own bytes',
  'option-writes': 'It writes, like any store',
  'option-faults': 'It faults, and the VMM does the write',
  'option-calls': 'It calls the VMM',
  'option-adapts': 'Translate the block anew, with a call in its place',
  'option-same': 'What it did before: write for it, and go on',
  'option-opens': 'Take the write protection away',
  'option-direct': 'As it stands, on the CPU',
  'option-translated': 'Translated, like the kernel',
  'option-interpreted': 'Interpreted by the VMM',
  'option-none': 'None of them',
  'option-some': 'Some of them',
  'option-all': 'All of them',
  'option-bt': 'Binary translation',
  'option-trap': 'Trap and emulate',
  'option-vtx': 'VT-x, first generation',
} as const;
export type CaptionKey = keyof typeof captions;
