/** Why: what the model of control groups says, in English: captions by key, predictions, what it simplifies. */
export const captionsEn = {
  'group-root': '/',
  'group-web': '/web',
  'group-batch': '/batch',
  'group-train': '/batch/train',
  'group-report': '/batch/report',

  'cap-start-weight':
    '**Two CPUs, and three processes that could fill them.** `/web` has `cpu.weight` 200 against 100 of `/batch`; inside `/batch`, `train` has 200 against 100. nginx has nothing to do yet.',
  'cap-start-quota':
    '**/batch may use 150 ms of CPU time in each period of 100 ms, train inside it 50 ms.** Two CPUs have 200 ms to give, so nobody lacks CPUs; what will stop them is `cpu.max`.',
  'cap-start-memory':
    '**/batch may hold 256 MiB: memory.max.** python takes memory of its own and keeps it; sort reads files, which the kernel keeps in the page cache. Both are charged to `/batch`.',
  'cap-start-high':
    '**The same two processes, with memory.high 128 MiB below memory.max 256 MiB.** The lower limit slows, the upper one kills.',
  'cap-start-pids':
    '**python is a fork bomb: once a period it forks, and so does every child.** `/batch/train` has `pids.max` 16; its sixteen places are drawn.',
  'cap-start-freeze':
    '**nginx, python and sort all work.** After three periods somebody writes 1 into `/batch/cgroup.freeze`, and after four more 0.',
  'cap-start-io':
    '**The disk writes 100 MiB/s; /batch may write 10.** That is `io.max`, set for one device by its number, `8:0`. nginx will write, too, but not yet.',
  'cap-refused-ebusy':
    '**The kernel refused: EBUSY.** A group whose children have controllers may hold no processes of its own, so that a process never competes with a group. Everything else was set.',
  'cap-refused-enoent':
    '**The kernel refused: ENOENT.** The root has no limit files: what it holds is the machine. Everything else was set.',

  'cap-shares':
    '**Period {number}: /web has {web} ms of CPU time, /batch {batch} ms.** Of these `train` has {train} ms and `report` {report} ms; {idle} of the 200 ms are left over.',
  'cap-wakes':
    '**{process} in {group} has work now, and time is dealt anew: /web {web} ms, /batch {batch} ms.** Nobody was stopped; at each choice of what runs next the scheduler only kept the weights.',
  'cap-rests':
    '**{process} has no more work; its part is free.** Now `/web` has {web} ms, `train` {train} ms, and {idle} ms are left over. A weight passes time on, first to those in the same group; a quota does not.',
  'cap-throttled':
    '**{group} has used its {used} ms after {from} ms: throttled.** Its processes are runnable, CPUs may be free, and yet none of them runs before the next period begins.',
  'cap-throttled-again':
    '**A new period, a new quota, used up again: {group} had {used} ms by {from} ms.** `cpu.stat` counts it: `nr_throttled` {throttled} of `nr_periods` {periods}. This is the first number to look at when a container is slow on an idle machine.',
  'cap-throttled-above':
    '**{group} has used its {used} ms after {from} ms, and everything below it stops.** A group inside may have no quota, or some of its own left: it is held all the same, because a limit is for the whole branch. `nr_throttled` {throttled} of {periods}.',
  'cap-memory':
    '**/batch holds {mib} MiB, the whole machine {all} MiB.** Each page is charged once, to the group of the process that first touched it, and counts in all groups above.',
  'cap-gone':
    '**{process} is gone, the others go on: /batch holds {mib} MiB.** The limit stands, and would kill again. A container whose first process ends so reports exit code 137: 128 and 9, SIGKILL.',
  'cap-reclaimed':
    '**{group} is at its limit, so the kernel drops file pages: still {mib} MiB.** They can be read again from the disk; nobody is told, reading only gets slower.',
  'cap-reclaimed-again':
    '**{group} stays at {mib} MiB: for every new page an old file page goes.** What a process has written into memory of its own cannot be dropped without swap, and its part grows.',
  'cap-oom-kill':
    '**No file pages are left in {group}: the OOM killer ends {process}, which held {mib} MiB.** It chose inside the group only; the machine has memory to spare, and nginx never noticed.',
  'cap-slowed':
    '**{group} is above memory.high, hatched: its processes are made to wait at each page that they ask for.** At {mib} MiB nobody is killed; the group gets slow, and somebody has time to act.',
  'cap-slowed-again':
    '**{group} creeps on to {mib} MiB.** `memory.high` never calls the OOM killer; whoever watches `memory.events` or `memory.pressure` can raise the limit, or end the job in order.',
  'cap-pids':
    '**train holds {train} processes now.** Every one of them forks once a period, so the number doubles; the machine has {all} processes.',
  'cap-fork-refused':
    '**{group} has {pids} processes, and pids.max is that: fork() fails with EAGAIN.** No process is killed; {refused} attempts have been refused so far, and nginx goes on working.',
  'cap-fork-refused-again':
    '**Still {pids} processes in {group}; {refused} forks have been refused.** The bomb costs CPU time, but no more process numbers: `kill` and a login still work.',
  'cap-freezes':
    '**1 was written into cgroup.freeze: {group} stands still.** No process in it runs, not even to receive a signal other than SIGKILL; `/web` now has {web} ms.',
  'cap-frozen':
    '**{group} is frozen and keeps its {mib} MiB.** Freezing gives back time, not memory; files and connections stay open.',
  'cap-thaws':
    '**0 was written: {group} goes on where it stood, with {own} ms of CPU time.** The processes cannot see that they were stopped, unless they look at a clock.',
  'cap-io': '**/web writes {web} MiB/s, /batch {batch} MiB/s.** Nobody meets a limit.',
  'cap-io-waits':
    '**{group} writes {mib} MiB/s and waits the rest of the time.** Most of the disk is idle: a limit holds whether or not somebody else wants the disk.',
  'cap-io-waits-again':
    '**{group} is held at {mib} MiB/s again.** Requests beyond that wait in the kernel; the process sleeps in its write and sees only a slow disk.',
  'cap-io-wakes':
    '**{process} writes now, too: /web {web} MiB/s, /batch {batch} MiB/s.** A limit keeps room for others even while they are away; a weight shares only among those who are there.',
  'cap-io-rests': '**{process} writes no more: /web {web} MiB/s, /batch {batch} MiB/s.**',

  'ask-weight':
    'nginx in `/web` wakes up and wants both CPUs; so do python and sort in `/batch`. Weights: {web} against {batch}. How much of the period’s 200 ms does `/web` get?',
  'ask-rest': 'sort in `/batch/report` has no more work. Who gets the time that it had?',
  'ask-quota':
    '{group} has `cpu.max` `{quota}000 100000`. Its process has two threads, and there are two CPUs. How much CPU time does it get in this period?',
  'ask-idle':
    'sort has no more work, and much of the machine is idle. {group} still has a quota of {quota} ms and wants more. How much CPU time does it get now?',
  'ask-freeze': '{group} is about to be frozen. What happens to the memory that it holds?',
  'ask-io':
    '{group} has `io.max` at {limit} MiB/s. The disk can do 100 MiB/s, and nobody else writes. How fast does it write?',
  'ask-full':
    '{group} is full, there are no more file pages to drop, and a process touches a new page. What happens?',
  'ask-fork':
    '{group} holds as many processes as `pids.max` allows, and one of them calls fork(). What happens?',
  'ask-high':
    '{group} goes beyond `memory.high`, and no file pages are left. What happens to the process that asks for more?',
  'option-killed': 'The kernel kills a process',
  'option-enomem': 'The call fails with ENOMEM',
  'option-swap': 'Its pages are written to the disk',
  'option-waits': 'The process waits until memory is free',
  'option-eagain': 'fork() fails with EAGAIN',
  'option-goes-on': 'Nothing: it goes on as before',
  'option-slowed': 'It is slowed down, more and more',
  'option-stays': 'It stays as it is',
  'option-freed': 'It is given back to the machine',
  'option-halves': 'The file pages are dropped, the rest stays',
  'option-to-train': '`train`, its neighbour in `/batch`',
  'option-to-both': '`train` and `/web`, by their weights',
  'option-to-web': '`/web`, which has the greater weight',
  'option-to-nobody': 'Nobody: it stays idle',
  'option-ms': '{n} ms',
  'option-mib-s': '{n} MiB/s',

  'simplifies-fluid':
    'CPU time flows like water, in steps of 10 ms, exactly by weight. A real scheduler runs one thread at a time on each CPU and keeps the weights over many turns.',
  'simplifies-slices':
    'A real quota is handed to each CPU in slices of 5 ms, and the timer of the period starts with the group’s first work; a period may use a little more, and the next ones a little less.',
  'simplifies-memory':
    'Each process takes or reads 4 MiB in 10 ms. There is no swap, no kernel memory and no shared page; the OOM killer chooses by memory alone, without `oom_score_adj`.',
  'simplifies-high':
    'Above `memory.high` a process goes on at an eighth of its speed; the kernel’s delay grows with the excess.',
  'simplifies-pids':
    'Every process of a fork bomb forks once, at the start of a period; threads are not counted.',
  'simplifies-io':
    'The disk writes a steady 100 MiB/s past the page cache. Writeback of dirty pages, `io.weight`, `io.latency` and limits in operations a second are left out.',
  'simplifies-times':
    'Sizes and speeds were chosen so that each thing happens within a second; they are no machine’s figures.',
};
