/** Why: what happens in a migration, step by step, in English. */
export const captionsEn = {
  gib: '{n} GiB',
  mib: '{n} MiB',
  kib: '{n} KiB',
  s: '{n} s',
  ms: '{n} ms',
  us: '{n} µs',
  pages: '{n} pages',
  percent: '{n}%',
  'under-percent': 'less than 1%',

  'cap-start-pre-copy':
    '**A guest with {memory} of memory runs at the source; the destination has an empty guest that waits.** It keeps writing to {hot} of its memory, outlined here. Pre-copy lets it run on while its memory is sent.',
  'cap-start-auto-converge':
    '**A guest with {memory} of memory runs at the source, and keeps writing to {hot} of it, outlined here.** This is pre-copy again, with one more means: auto-converge may slow the guest down.',
  'cap-start-post-copy':
    '**A guest with {memory} of memory runs at the source; not one page has been sent.** Post-copy turns the order round: the guest goes first, its memory follows.',
  'cap-start-stop-copy':
    '**A guest with {memory} of memory runs at the source.** The simplest way to move it is to stop it, send everything, and start it again. Watch the time axis.',
  'cap-first-half':
    '**{sent} are sent after {time}, and some of that is already old.** Dirty logging is on: the hypervisor notes every page that the guest writes to. A page that was sent before the write must be sent again.',

  'cap-round-first-shrinks':
    '**Round 1 is over: {sent} sent in {time}; the guest wrote to {written} of it meanwhile.** Of that the destination has old copies. To stop now and send it again would take {estimate}; the limit is {limit}.',
  'cap-round-first-stuck':
    '**Round 1 is over: {sent} sent in {time}; the guest wrote to {written} of it meanwhile.** Stopping now would take {estimate}; the limit is {limit}.',
  'cap-round-first-fits':
    '**Round 1 is over: {sent} sent in {time}; the guest wrote to {written} of it meanwhile.** To send that takes {estimate}, which is within the limit of {limit}: one round is enough.',
  'cap-round-shrinks':
    '**Round {number} sent {sent} in {time}, and the guest wrote to {written} meanwhile: less.** A shorter round leaves it less time to write. Still, {estimate} is more than the limit of {limit}.',
  'cap-round-stuck':
    '**Round {number} sent {sent} in {time}, and the guest wrote to {written} meanwhile: no less.** It writes as fast as the link sends, or faster. Nothing has been gained by this round.',
  'cap-round-again-stuck':
    '**Round {number}: {sent} sent again, {written} dirty again.** By now {all} have been sent, for a guest of {memory}.',
  'cap-round-fits':
    '**Round {number} sent {sent} in {time}; {written} are left.** The link needs {estimate} for the rest; the limit is {limit}.',
  'cap-rounds-shrinks':
    '**Rounds {from} to {number}: less each time.** The last of them sent {sent} in {time}, and {written} are left: {estimate}, against a limit of {limit}.',
  'cap-rounds-stuck':
    '**Rounds {from} to {number} sent {sent} each, and {written} are dirty again.** The guest writes as fast as the link sends.',
  'cap-rounds-fits':
    '**Rounds {from} to {number}: less each time.** {written} are left; the link needs {estimate} for that, and the limit is {limit}.',
  'cap-throttle':
    '**Twice more than half of what was sent is dirty again: auto-converge takes {throttle}% of the vCPUs’ time away.** The link is not faster; the guest is slower, so it writes less. Its users feel that.',
  'cap-throttle-more':
    '**Two more such rounds, up to round {number}: the throttle goes to {throttle}%.** {written} are dirty. It will rise until rounds shrink fast enough.',
  'cap-cancel':
    '**Somebody gives up: the migration is cancelled after {time} and {sent} sent, for a guest of {memory}.** QEMU would go on for ever, because {written} are dirty after every round. The guest never stopped; it runs on at the source as if nothing had been.',

  'cap-stop':
    '**The guest stops: now nobody writes.** {rest} are left, and the link needs {estimate} for them. From here on its users wait.',
  'cap-device-state':
    '**The last {rest} are sent, and then the state of vCPUs and devices: registers, timers, virtual disks’ queues.** Both hosts hold the same memory, and the guest runs at neither.',
  'cap-resume':
    '**The guest runs on at the destination, with the next instruction, after {down} of downtime.** That is the estimate of {estimate} and {device} for the devices.',
  'cap-resume-late':
    '**The guest runs on at the destination after {down} of downtime: more than the limit of {limit}.** The limit is compared with the estimate of {estimate} for pages; the devices’ {device} come on top. It is a goal, not a guarantee.',
  'cap-announce':
    '**The destination’s host sends ARP (or RARP) frames in the guest’s name.** MAC and IP address are the same; the switches only have to learn that they are behind another port. Without that, packets go on to the source.',
  'cap-end':
    '**Done after {total}: {sent} were sent to move {memory}; the guest stood still for {down}.** Only now is the source’s copy deleted. Had anything failed before the resume, the guest would have run on there.',

  'cap-stop-all':
    '**The guest stops, before a single page is sent.** Its {memory} cannot change any more, so every page need only be sent once.',
  'cap-half-all':
    '**{sent} are sent after {time}, and the guest has stood still all the while.** Nothing is dirty, and nothing is sent twice: the least traffic of all methods, with the longest downtime.',
  'cap-device-state-all':
    '**All {memory} are sent, and then the state of vCPUs and devices.** The guest runs at neither host.',
  'cap-resume-all':
    '**The guest runs on at the destination after {down} of downtime.** The link decides: memory divided by bandwidth. A connection outlives that only if both of its ends wait long enough.',
  'cap-end-all':
    '**Done after {total}: {sent} sent, each page once, and {down} of downtime.** This is a cold move with the machine’s state kept; “live” it is not.',

  'cap-stop-post':
    '**The guest stops at once, with nothing sent.** There is no need to wait for rounds to shrink.',
  'cap-device-state-post':
    '**Only the state of vCPUs and devices is sent: {device}.** All {memory} of memory are still at the source.',
  'cap-switch':
    '**The guest runs at the destination, with no memory.** Its downtime is over after {device}, whatever it writes and however large it is. From here on there is no way back.',
  'cap-announce-post':
    '**ARP (or RARP) frames tell the switches where the guest is now.** What it writes from now on is at the destination alone; what it has not touched yet is at the source alone.',
  'cap-fault':
    '**The guest touches a page that is not here: a fault.** Its vCPU waits while the page is asked for, sent ahead of all others, and put in place (Linux: `userfaultfd`). Here that takes {fault} in place of {usual} for a page.',
  'cap-half-post':
    '**Half of the memory is here; {faults} pages were asked for by faults.** The rest is streamed in order of addresses beside them. If a host or the link fails now, the guest is lost: each side has only a part of it.',
  'cap-end-post':
    '**The last page is here after {total}: each page was sent once.** Nothing that the guest wrote made it longer. The guest paid in another way: {all} faults, and until here {speed} of its usual pace.',

  'rec-start-quiet':
    '**Recorded: a guest of {memory} MiB that writes nothing but a counter; QEMU may send {link} pages a second.** A page is 4 KiB; the limit is {limit} ms.',
  'rec-start-busy':
    '**Recorded: a guest of {memory} MiB that writes to up to {writes} pages a second, round {hot} pages; QEMU may send {link} a second.** A page is 4 KiB; the limit is {limit} ms.',
  'rec-pass-first':
    '**Pass 1 is over after {time}; it had {sent}.** (QEMU calls a round a pass.) Pages of zeros among them take a few bytes each and are not counted as sent. By the dirty bitmap {written} must go once more.',
  'rec-pass-one':
    '**Pass {number}, {time}, had {sent}; the next one has {written}.** To send that at the rate set takes about {estimate}.',
  'rec-pass-many':
    '**Passes {from} to {number}; the last of them took {time} for {sent}.** The next one has {written}, about {estimate}.',
  'rec-pass-last':
    '**Pass {number} had {sent} and took {time}.** Before it was over, the rest of it would have fitted into the limit: QEMU looks at the bitmap once more, and stops the guest.',
  'rec-pass-same':
    '**Pass {number}: {sent} again, in {time}.** The next one has {written}. By now QEMU has sent {all}, and is no nearer to the end.',
  'rec-pass-throttle-more':
    '**Pass {number} had {sent}; the throttle goes to {throttle}.** The next one has {written}.',
  'rec-pass-throttle':
    '**After pass {number} QEMU throttles the guest.** `cpu-throttle-percentage` is {throttle}; the next pass has {written}. A throttled guest loses time, and so writes fewer pages.',
  'rec-stop': '**The source says STOP.** The guest’s own counter of milliseconds stands at {before}.',
  'rec-stop-post':
    '**The recorder has asked for post-copy, and the source says STOP in the middle of a pass.** The command was `migrate-start-postcopy`. The guest’s own counter of milliseconds stands at {before}.',
  'rec-resume':
    '**The destination says RESUME, {down} ms after STOP.** The guest has noticed nothing: it goes on with the next instruction.',
  'rec-end':
    '**Completed, {total} ms in QEMU’s count.** `dirty-sync-count` is {passes}. The counter was at {before} when the guest stopped; read later at the destination it is {later}: it went on from where it was.',
  'rec-cancel':
    '**The recorder gives up in pass {passes}, after {sent} pages.** It sends `migrate_cancel`: the destination is gone, the source runs on: its counter goes from {before} to {later}.',
  'rec-switch':
    '**The destination says RESUME {down} ms after STOP, with {rest} pages still at the source.** Two passes of pre-copy went before; old copies of pages were thrown away.',
  'rec-fault':
    '**The guest has asked for its first page.** `postcopy-requests` is 1; {rest} pages are still at the source, and the stream goes on beside it.',
  'rec-half':
    '**{rest} pages are left, and {asked} requests were made.** Far fewer than pages: QEMU goes on streaming from the page that was asked for, and this guest walks forward.',
  'rec-end-post':
    '**Completed, {total} ms in QEMU’s count: {requests} requests, all other pages were streamed.** The counter went on from {before} to {later}. Post-copy was slowed down on purpose here; see the caveats.',
};
