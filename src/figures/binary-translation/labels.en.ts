/** Why: the English words of picture, panels, controls and overview. */
export const labels = {
  title: 'Binary translation',
  'intro.look':
    'On the left is what the guest kernel’s author wrote, byte by byte; on the right what really runs. The monitor between them is only asked when a way is gone for the first time: watch the bars below shrink as the cache warms up.',
  'intro.try':
    'Turn chaining off and see who is asked at every turn. Then take the page-table writes, and see one ordinary MOV become guilty. “Overview” sets all programs beside the measurements of 2006.',

  'control.program': 'Program',
  'control.chaining': 'Chaining',
  'control.adaptive': 'Adaptive translation',
  'program.locks': 'Interrupts off and on',
  'program.calls': 'Function calls',
  'program.page-table': 'Page-table writes',
  'program.user': 'User code, system calls',
  'program.ports': 'Port I/O',
  'chaining.on': 'Chaining',
  'chaining.off': 'Off',
  'adaptive.on': 'Adaptive',
  'adaptive.off': 'Off',
  'panel.machine': 'Machine',
  'panel.cost': 'Cost so far, cycles',

  'picture.guest': 'The guest’s code',
  'picture.guest-sub': 'address, bytes, instruction',
  'picture.guest-short': 'address, instruction',
  'picture.cache': 'Translation cache',
  'picture.cache-sub': '= copied · → re-aimed · ≈ inline · ▲ VMM',
  'picture.vmm': 'VMM',
  'picture.awake': 'at work',
  'picture.asleep': 'asleep',
  'picture.cold': 'never translated',
  'picture.entries': 'entries: {count}',
  'picture.blocks': 'blocks: {count}',
  'picture.calls': 'calls: {count}',
  'picture.replaced': 'now {tc}',
  'picture.alt':
    'The guest’s code, the VMM, and the translation cache with {blocks} translated blocks. Control is in {place}.',
  'place.tc': 'the translation cache',
  'place.guest': 'the guest’s user code',
  'place.vmm': 'the VMM',
  'duty.lookup': 'Table',
  'duty.translate': 'Translator',
  'duty.emulate': 'Emulation',
  'meter.title': 'Each time control comes to a block',
  'meter.miss': 'missed: {count}',
  'meter.hit': 'asked VMM: {count}',
  'meter.chained': 'by itself: {count}',

  'machine.guest': 'Guest sees',
  'machine.real': 'Real CPU',
  'machine.if': 'IF',
  'machine.ring': 'Ring',
  'count.translations': 'Translations',
  'count.misses': 'Misses',
  'count.hits': 'Hits',
  'count.chained': 'Chained',
  'count.callouts': 'Call-outs',
  'count.traps': 'Page faults',
  number: '{value}',
  'cost.native': 'Bare metal',
  'cost.bt': 'Binary translation',
  'cost.trap': 'Trap and emulate',
  'cost.vtx': 'VT-x of 2005',
  'cost.part-guest': 'guest',
  'cost.part-vmm': 'VMM',
  'cost.part-translate': 'once: misses',
  'cost.wrong': 'Wrong, too: {ins} did not trap, and the guest’s state is no longer that of bare metal.',
  'cost.source':
    'Pentium 4 672 of 2005 (unverified), after Adams & Agesen 2006. Translation, sequences, visits and VM exits: unverified.',

  'overview.programs': 'The ready programs, cycles (model, chaining and adaptation on)',
  'overview.native': 'Bare metal',
  'overview.bt-warm': 'Binary translation, warm',
  'overview.once': 'Translation, once',
  'overview.trap': 'Trap and emulate',
  'overview.vtx': 'VT-x of 2005',
  'overview.wrong': 'wrong result',
  'overview.published': 'Measured: nanobenchmarks of Adams and Agesen, ASPLOS 2006, cycles',
  'overview.benchmark': 'Benchmark',
  'overview.note':
    'Marked: the cheaper of the virtual ways. Software wins where the VMM is needed, hardware where it is not. Pentium 4 672, 3.8 GHz (machine unverified); read in quotations of the paper’s text. Later CPUs have cheaper VM exits and nested paging, which turned the page-table row round.',
  'bench.syscall': 'syscall',
  'bench.in': 'in (port 0x80)',
  'bench.cr8wr': 'cr8wr',
  'bench.call-ret': 'call/ret',
  'bench.pgfault': 'pgfault',
  'bench.divzero': 'divzero',
  'bench.ptemod': 'ptemod',
  'sure.derived': 'derived',
  'sure.unverified': 'unverified',

  'simplifies-subset':
    'The instructions are a small part of 32-bit x86 with their true encodings; there are no prefixes, no SIB bytes, no 16-bit code. AF after a logical operation is cleared (the architecture leaves it open).',
  'simplifies-sequences':
    'Guest code is decoded from bytes. The cache holds operations instead of bytes: sizes of copies, jumps and pushes are true, those of the short sequences are estimates, and the PUSHF and POPF sequences are shown by what they do.',
  'simplifies-interrupts':
    'No interrupt arrives while the program runs; the figure on rings shows what a waiting tick does.',
  'simplifies-own-code':
    'Code that changes itself is left out. A real monitor write-protects pages that it has translated and throws translations away.',
  'simplifies-segments':
    'Memory is flat and addresses are guest-linear. Real monitors keep their own memory safe by segment limits, and look at the guest’s paging too.',
  'simplifies-cost':
    'Cycles are added up per instruction: no pipelines, caches or TLB. Unverified prices: translating an instruction (300), a short sequence (10), a visit of the table (390, as a call-out), flags, CR3, INT and IRET, the VM exit (3,963). HLT at the end costs nothing by any way.',
  'simplifies-rivals':
    'Trap and emulate is run for real, to see whether its result is right, with INT and IRET assumed to be seen; its cost and that of VT-x are prices per instruction.',
  'simplifies-threshold':
    'A block ends after 12 instructions (the paper’s limit, from memory), a store is guilty after 3 faults (the model’s choice).',
} as const;
