/** Why: the English sentences of the steps: what happened in bold, then why it matters. */
export const captionsEn = {
  // One walk
  'start-native':
    '**The program loads from {va}, and the TLB does not know the page.** So the CPU walks the kernel’s page table, from CR3 down {n} levels.',
  'start-shadow':
    '**The guest loads from {va}, and the TLB does not know the page.** CR3 points at a shadow table, which the hypervisor has only begun to fill; the guest’s own table is not in the CPU’s reach.',
  'start-nested':
    '**The guest loads from {va}, and the TLB does not know the page.** Two tables lie ahead: the guest’s ({n} levels, CR3) and the hypervisor’s ({m} levels, nCR3 or the EPT pointer). Every address in the first must go through the second.',
  'own-root':
    '**One reference: entry {index} of the root, at {at}.** CR3 says where the table is, nine bits of the address say which entry. It gives `{gives}`, the next table.',
  'own-next':
    '**Level {level}: entry {index} gives {gives}.** Each level spends nine more bits of the address.',
  'own-leaf':
    '**Level {level}: entry {index} names the page, {size} at {gives}.** The rest of the address is the offset in it; no table is needed for that.',
  'filled-native':
    '**{refs} references, and the TLB now knows this page ({size}).** The load goes to `{hpa}`. On bare metal the physical address is the machine’s: there is nothing more to translate.',
  'shadow-hole':
    '**Level {level}: entry {index} of the shadow is empty.** The guest’s own table maps the page well enough, but the CPU never reads that one. It raises a page fault.',
  'shadow-exit':
    '**The fault leaves the guest: a VM exit.** The hypervisor intercepts page faults, for it alone can tell a hole in the shadow from a fault that is the guest’s own business.',
  'shadow-software':
    '**KVM walks the guest’s table in software: {read} entries.** They hold guest-physical addresses. Had the page been missing here, the fault would have been handed to the guest.',
  'shadow-fill':
    '**KVM writes {count} entries of the shadow, straight from guest virtual to {hpa} in the machine.** The two steps of translation have become one, ready for the CPU.',
  'shadow-root':
    '**The load runs again; reference 1 reads entry {index} of the shadow’s root.** The guest notices nothing: for it the load simply took long.',
  'shadow-next':
    '**Level {level} of the shadow: entry {index} gives {gives}.** These are machine addresses already.',
  'shadow-leaf':
    '**Level {level} of the shadow: entry {index} names the page, {size} at {gives} in the machine.** No second table is needed.',
  'filled-shadow':
    '**{refs} references, as on bare metal; the TLB now knows this page ({size}).** The load goes to `{hpa}`. What it took to get here was one exit, and keeping the shadow true will take more.',
  'filled-shadow-split':
    '**{refs} references, {n} on bare metal: the host’s smaller pages split the guest’s large one.** The shadow can only map what lies together in the machine, so the TLB, too, learns just {size}. The load goes to `{hpa}`.',
  'row-first':
    '**References {from} to {to}: {m} in the nested table only to find the guest’s root, one to read entry {index} of it.** CR3 holds a guest-physical address, `{gpa}` with the index, and the machine has nothing at that address.',
  'row-next':
    '**References {from} to {to}: the guest’s level {level}.** The entry above gave a guest-physical address; {m} nested references find it in the machine, one more reads entry {index}.',
  'row-leaf':
    '**References {from} to {to}: the guest’s level {level}, its last.** Entry {index} names the page, `{gives}`. The guest’s kernel would say: translated.',
  'row-page':
    '**References {from} to {to}: the page’s own address is walked too.** `{gpa}` is where the guest believes its data to be; {m} more references say that it is at `{hpa}` in the machine.',
  'filled-nested':
    '**{refs} references for one load, and no VM exit; on bare metal {n}.** The TLB keeps the whole answer ({size}, guest virtual to machine), so the next load of this page needs none. It goes to `{hpa}`.',
  'ref-nested':
    '**Reference {n}: level {level} of the nested table, entry {index}, at {at}.** It is on the way to guest-physical `{gpa}`, where the guest’s level {row} entry lies; next table `{gives}`.',
  'ref-nested-leaf':
    '**Reference {n}: level {level} of the nested table, entry {index}: found.** Guest-physical `{gpa}` lies in the machine’s page `{gives}`. Now the guest’s entry can be read.',
  'ref-guest':
    '**Reference {n}: the guest’s own level {level}, entry {index}, at {at} in the machine.** It names the next table, by a guest-physical address: `{gives}`. So the next row begins.',
  'ref-guest-leaf':
    '**Reference {n}: the guest’s last level, entry {index}.** It names the page: `{gives}`, guest-physical. One row is still to come.',
  'ref-page':
    '**Reference {n}: level {level} of the nested table, entry {index}, for the page itself.** Guest-physical `{gpa}` is looked up like the tables before; next table `{gives}`.',
  'ref-page-leaf':
    '**Reference {n}: level {level} of the nested table, entry {index}: the page.** Guest-physical `{gpa}` lies in the machine’s page `{gives}`. The walk is over.',

  // TLB
  'tlb-start':
    '**The guest is about to load from one page twice, with something in between.** A walk would cost {refs} references each time. The TLB is what makes that bearable.',
  'tlb-miss':
    '**First load: a miss, and a walk of {refs} references.** The TLB writes down the answer: virtual page, machine page.',
  'tlb-hit':
    '**Second load: a hit, no reference at all.** The TLB does not care how long the walk was; a hit costs the same on bare metal and in a guest.',
  'tlb-call':
    '**A system call, there and back.** It changes the ring, not the tables: CR3 stays, and so does every entry of the TLB.',
  'tlb-exit':
    '**CPUID: a VM exit. The TLB keeps its entries.** Each carries the tag of its virtual CPU (VPID on Intel, ASID on AMD), so the hypervisor’s own accesses cannot match them.',
  'tlb-exit-untagged':
    '**CPUID: a VM exit, and the TLB is emptied.** Without tags the hypervisor could hit an entry of the guest: the same virtual page, another machine page. So all must go.',
  'tlb-again-native':
    '**Third load: a hit again.** {hits} of 3 loads needed no walk; {references} references in all.',
  'tlb-again':
    '**Third load, after the exit: still a hit.** {hits} of 3 loads needed no walk; {references} references in all.',
  'tlb-again-untagged':
    '**Third load: a miss, {refs} references once more.** On Intel it was so after every exit until VPID came (Nehalem, 2008): {references} references in all, where tags would have saved half.',

  // Context switch
  'cs-start-native':
    '**A kernel changes between two address spaces, A and B, {count} times.** Each time it loads CR3, goes on to the next instruction, and loads from one page.',
  'cs-start-shadow':
    '**The guest’s kernel changes between two address spaces, A and B, {count} times.** CR3 really holds the root of a shadow, so the guest may not load it itself: MOV CR3 is intercepted.',
  'cs-start-nested':
    '**The guest’s kernel changes between two address spaces, A and B, {count} times.** With nested paging CR3 is the guest’s own; the hypervisor has nCR3 for its part.',
  'cs-direct':
    '**MOV CR3 to {space} simply runs.** Load {n}: another root, and the TLB forgets what the old one gave it. Nobody is called.',
  'cs-use':
    '**The next instruction and the load both miss the TLB: {refs} references.** That is {each} a walk, and the price of a switch without PCID.',
  'cs-shadow-fresh':
    '**MOV CR3 to {space}: a VM exit.** KVM meets this root for the first time and makes a shadow of it, with nothing in it yet; then CR3 is set to the shadow’s address.',
  'cs-shadow-known':
    '**MOV CR3 to {space}: a VM exit again.** KVM kept the shadow of this root, so it only has to change CR3. But the exit there and back is paid each time.',
  'cs-code-fault':
    '**The very next instruction faults: the new shadow’s root is empty.** Another exit. KVM writes {count} entry; below it, A and B share their tables, and so their shadows.',
  'cs-data-fault':
    '**The load faults too: this page was not used since its shadow was made.** KVM walks the guest’s table and writes {count} entries. A will find them as well.',
  'cs-use-mended':
    '**Now both accesses go through, each by a walk of {each} references.** With those that faulted: {refs}.',
  'cs-rest':
    '**Loads {from} to {to}: the same each time.** {exits} exits, {refs} references, for the TLB starts empty after each.',
  'cs-rest-shadow':
    '**Loads {from} to {to}: one exit each, {exits} in all.** No more faults: both shadows are there and full. {refs} references.',
  'cs-end-native':
    '**{count} switches: {exits} exits (there is no hypervisor), {refs} references.** This is what the other two are measured against.',
  'cs-end-shadow':
    '**{count} switches: {exits} exits, {refs} references.** Recorded with KVM: {shadow} with shadow paging, {nested} with nested. A guest with many processes spent its time on this.',
  'cs-end-nested':
    '**{count} switches: {exits} exits, but {refs} references.** Recorded with KVM: {nested} with nested paging, {shadow} with shadow. Nested paging trades exits for longer walks, and usually wins.',

  // Page-table edit
  'pte-start-native':
    '**The kernel is about to move a page, {count} times: rewrite its entry, INVLPG, use it.** So do fork, mmap, swapping and compaction, all day.',
  'pte-start-shadow':
    '**The guest’s kernel is about to move a page, {count} times: rewrite its entry, INVLPG, use it.** The shadow must follow, so KVM has write-protected the guest’s tables.',
  'pte-start-nested':
    '**The guest’s kernel is about to move a page, {count} times: rewrite its entry, INVLPG, use it.** The tables are plain memory of the guest; nobody watches them.',
  'pte-write':
    '**The entry is rewritten: from {old} to {gpa}.** A store like any other. The TLB still has the old page, until it is told.',
  'pte-fault':
    '**The store faults: the table is write-protected.** A VM exit, for one instruction that takes a cycle on bare metal.',
  'pte-unsync':
    '**KVM makes the table writable again: from now on it may be out of sync.** An exit on every write would cost too much. The architecture permits the delay: until INVLPG no CPU has to see an edit.',
  'pte-stale':
    '**The entry now says {gpa}, the shadow still leads to the old page.** Allowed, and short: the guest has not said INVLPG yet, and the TLB of a real machine might be as stale.',
  'pte-invlpg':
    '**INVLPG runs in the guest and drops the TLB’s entry.** No exit: the next walk reads the tables as they are.',
  'pte-invlpg-exit':
    '**INVLPG: a VM exit.** Now KVM must look: it reads the guest’s new entry and writes the shadow’s anew, and the TLB drops its own. A table that KVM watches write by write has its shadow entry dropped instead.',
  'pte-use':
    '**The next use walks: {refs} references, and finds the new page.** The new entry counts from now on.',
  'pte-use-fault':
    '**The next use faults: the shadow’s entry is gone.** An exit once more. KVM reads the guest’s new entry and writes it into the shadow: `{hpa}`.',
  'pte-rest': '**{count} more edits, all alike: {exits} exits, {refs} references.** Store, INVLPG, walk.',
  'pte-rest-shadow':
    '**{count} more edits: {exits} exits.** The store no longer faults, as the table is out of sync; INVLPG alone leaves the guest, each time.',
  'pte-emulate':
    '**KVM does the write in the guest’s place: the entry now says {gpa}.** It drops the shadow’s entry for the page as well. Only tables of the last level may go out of sync; a table that names large pages is watched write by write.',
  'pte-rest-emulated':
    '**{count} more edits: {exits} exits.** The store faults and is emulated, INVLPG is intercepted, the next use faults: three each time.',
  'pte-end-native':
    '**{count} edits: {exits} exits (there is no hypervisor), {refs} references.** This is what the other two are measured against.',
  'pte-end-shadow':
    '**{count} edits: {exits} exits, {refs} references.** Recorded with KVM: {shadow} with shadow paging, {nested} with nested. Page tables under change are where shadow paging hurts most.',
  'pte-end-nested':
    '**{count} edits: {exits} exits, {refs} references.** Recorded with KVM: {nested} with nested paging, {shadow} with shadow. The guest edits its tables as on bare metal.',
} as const;
