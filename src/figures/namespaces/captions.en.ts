/** Why: the English captions of the scenes: what happened in bold, then why it matters. */
export const captions = {
  'pid-1.start':
    '**admin is root on an ordinary machine.** Every process is in namespace A of each kind: one machine, one view. Beside it stands what `admin` sees.',
  'pid-1.unshare':
    '**unshare(CLONE_NEWPID) succeeds, and admin is still process {pid}.** A process never changes its PID namespace; the new one is for its next children (the small mark at its pill).',
  'pid-1.fork':
    '**The child is process {inside} to itself and process {child} to the host.** One process, two numbers: it has one in its own PID namespace and one in each around it.',
  'pid-1.mnt':
    '**It gets mounts of its own; and its ps still lists the whole host.** `ps` reads `/proc`, and the `/proc` that it has was mounted for namespace A.',
  'pid-1.proc':
    '**A fresh /proc shows only the box.** A `proc` belongs to the PID namespace of whoever mounts it. Without this step a container looks as if it were not one.',
  'pid-1.worker':
    '**The box starts a worker: {inside} inside, {child} outside.** The host sees each process of the box in its own list; hiding goes in one direction only.',
  'pid-1.no-such':
    '**kill of the host’s admin fails with {errno}.** Inside there is no such number. What cannot be named cannot be touched.',
  'pid-1.deaf':
    '**SIGKILL to process 1 succeeds, and nothing happens.** From inside its namespace process 1 hears only signals that it has a handler for; SIGKILL can have none.',
  'pid-1.end':
    '**The host kills process 100, and the worker is gone with it.** From outside SIGKILL is heard; and when process 1 ends, the kernel ends everybody in its namespace.',
  'pid-1.never':
    '**fork fails with {errno}, though there is memory enough.** The next child would have to live in a namespace whose process 1 is dead; that namespace can never be used again.',

  'ports.start':
    '**Three web servers on one machine are about to listen on port 80.** They share network namespace A: one set of links, one set of ports.',
  'ports.first':
    '**web-a listens on port 80.** The port is now taken in network namespace A, on every address.',
  'ports.second':
    '**web-b wants the same port: {errno}.** Two servers in one network namespace cannot have one port on one address.',
  'ports.net':
    '**web-b leaves for a network namespace of its own.** It is a new machine as far as the network goes: a single link, `lo`, and even that is down.',
  'ports.again':
    '**The same bind now succeeds.** Ports are counted in each network namespace. Nobody can reach this one yet: the room has no cable.',
  'ports.third':
    '**web-c does the same: a namespace, then port 80.** Three servers listen on port 80 of one kernel.',
  'ports.bridge':
    '**admin makes a bridge, br0, with the host’s address.** A bridge is a switch made of software; its ports come next.',
  'ports.cable':
    '**A veth pair: veth1 at the bridge, its other end eth0 inside web-b’s room.** What goes in at one end comes out at the other. It is dashed: the far end is still down.',
  'ports.same-name':
    '**A second eth0, and the kernel does not mind.** Names of links, like ports, belong to a network namespace.',
  'ports.address':
    '**web-b gives its eth0 an address and sets it up: the cable carries.** Only who holds the capability in that namespace may do this.',
  'ports.both':
    '**web-c does the same.** Now 10.0.0.2:80 and 10.0.0.3:80 are two servers, and the host reaches both over the bridge.',
  'ports.other-port':
    '**Port 80 of the bridge’s address: {errno}.** `web-a` listens on 0.0.0.0, which is every address of namespace A, this one too.',
  'ports.free-port':
    '**Port 8080 is free.** To reach a container’s port 80 from other machines, an engine publishes a host port and forwards it; that is what `-p 8080:80` asks for.',

  'user.start':
    '**bash belongs to user 1000, who may do little.** All that follows needs no root and no `sudo`.',
  'user.refused':
    '**A namespace of one’s own for the host name: {errno}.** New namespaces need CAP_SYS_ADMIN; user 1000 has no capability at all.',
  'user.user':
    '**A user namespace is the one that anybody may make.** He holds every capability in it; but no id has a name there yet, so `id` answers 65534, nobody.',
  'user.map-root':
    '**“My 0 is your 0”: {errno}.** Without privilege outside, one may give a new name only to oneself.',
  'user.map':
    '**“My 0 is your 1000”: he is root now, inside.** Outside nothing has changed: the kernel keeps 1000 and translates.',
  'user.name':
    '**Root sets the host name: {errno}.** This host name lives in a UTS namespace that belongs to the first user namespace; there he has nothing to say.',
  'user.uts':
    '**What was refused before succeeds: a UTS namespace.** It belongs to his user namespace, because he made it there.',
  'user.named':
    '**And there root may set the name.** The host keeps its own; capabilities count only for what one’s own user namespace owns.',
  'user.shadow':
    '**Root reads /etc/shadow: {errno}.** The file belongs to the host’s user 0, who has no name in this namespace; to the file he is user 1000.',
  'user.note':
    '**Root makes a file, and the host finds it owned by user 1000.** Should this process break out of its box, it is nobody special.',
  'user.kill':
    '**He sees the host’s admin, and may not kill it: {errno}.** A user namespace hides nothing. It decides what one may do; the other seven decide what one sees.',

  'nsenter.start':
    '**A rootless container runs: app, process 1 of its own PID namespace.** `admin` on the host wants to look inside without an agent in there.',
  'nsenter.out':
    '**First the other way: app wants into the host’s network: {errno}.** Its `/proc` does not list process 41; there is no file to open.',
  'nsenter.net':
    '**admin joins one namespace of eight: the network.** He sees the container’s links and still the host’s name, files and processes. For a debugging session that is often enough.',
  'nsenter.pid':
    '**He joins the PID namespace, and is still process 41.** As with `unshare`, only his children go there.',
  'nsenter.fork':
    '**The child is process {inside} of the container.** Its parent is not there, so it sees parent 0. Its `ps` still lists the host: it has the host’s mounts.',
  'nsenter.uts': '**The child joins the UTS namespace: now the name is the container’s.**',
  'nsenter.mnt':
    '**With the mounts come the container’s files and its /proc.** `ps` lists two: the container’s process 1, and the visitor.',
  'nsenter.user':
    '**In the container’s user namespace the host’s root is nobody.** Its map names user 1000 only. He holds every capability there, and no longer any on the host.',
  'nsenter.same':
    '**Once more the same user namespace: {errno}.** Otherwise one could drop capabilities and get them back by walking in again.',
  'nsenter.end':
    '**The container ends, and the visitor with it.** It was in the PID namespace whose process 1 ended, whoever its parent was.',

  'free.start':
    '**An ordinary machine: bash of user 1000 and admin, who is root.** Make calls in the panel; each is a step. What Linux refuses is refused here, with its reason.',
  'free.refused': '**{comm} {pid} is refused: {errno}.** {reason}',
  'free.ignored':
    '**The signal is sent, and nothing happens.** Process 1 of a PID namespace is deaf to what comes from inside, SIGKILL too.',
  'free.unshare':
    '**{comm} {pid} has new namespaces.** It is in them from now on; PID and time namespaces wait for its next child.',
  'free.clone': '**{comm} {pid} has a child in new namespaces: {child} to the host, {inside} to itself.**',
  'free.fork': '**{comm} {pid} has a child: {child} to the host, {inside} in its own PID namespace.**',
  'free.exit':
    '**{comm} {pid} ends.** If it was process 1 of a namespace, all of that namespace end with it.',
  'free.setns': '**{comm} {pid} has joined a namespace.** Of processes only its children will be in it.',
  'free.setns-all':
    '**{comm} {pid} has joined all namespaces of another process.** Its children will be in the PID namespace, too.',
  'free.kill':
    '**The signal arrives: the process ends.** If it was process 1 of a namespace, all of that namespace end with it.',
  'free.exec': '**{comm} {pid} runs another program.** Its namespaces stay.',
  'free.setgroups': '**{comm} {pid} gives up leaving groups.** Only then may a plain user write a `gid_map`.',
  'free.map': '**{comm} {pid} has a name in its user namespace.** It is written once and never changed.',
  'free.setresuid': '**{comm} {pid} is another user now.**',
  'free.sethostname': '**The host name is changed for everyone in this UTS namespace, and for nobody else.**',
  'free.offset': '**The clock of the next child goes ahead.**',
  'free.mkdir': '**There is a new control group.**',
  'free.join': '**The process is in another control group.**',
  'free.bind-mount': '**/srv/box is a mount point of its own now.** `pivot_root` asks for one.',
  'free.mount-proc':
    '**A new /proc for everyone in this mount namespace.** It shows the PID namespace of `{comm}` {pid}.',
  'free.pivot':
    '**/srv/box is the root now, and the old root hangs at /old.** For everyone in this mount namespace.',
  'free.umount': '**The old root is out of reach.** What is not in the box cannot be named any more.',
  'free.veth': '**A cable with two ends.** One here, `eth0` in the other’s network namespace; both are down.',
  'free.bridge': '**A bridge: a switch made of software.** It needs ports, an address, and to be up.',
  'free.move': '**The link is in another network namespace.**',
  'free.master': '**The link is a port of the bridge.**',
  'free.address': '**The link has an address.** It counts once the link is up.',
  'free.up': '**The link is up.** A veth pair carries when both of its ends are.',
  'free.bind':
    '**{comm} {pid} listens.** The port is taken in this network namespace, and free in all others.',
  'free.open': '**The file opens: the host’s root may read it.**',
  'free.creat': '**A new file.** Look at its owner from inside and from outside.',

  'by-hand.start':
    '**A real Linux: runtime belongs to user 1000 and will turn itself into a container; admin is root.** All are in namespace A of each kind. 42 calls follow.',
  'by-hand.refused-uts':
    '**runtime wants a UTS namespace and is refused: {errno}.** It takes CAP_SYS_ADMIN, and a plain user has none.',
  'by-hand.user':
    '**A user namespace is granted to anybody.** In it `runtime` holds every capability; its id has no name there yet, so it sees itself as 65534.',
  'by-hand.setgroups':
    '**It gives up setgroups.** A plain user must, before he may map groups: leaving a group could open what the group was forbidden.',
  'by-hand.uid-map':
    '**0 1000 1: one id from 0 inside is 1000 outside.** `runtime` is root to itself and user 1000 to the host, both at once.',
  'by-hand.gid-map': '**The same for its group.** Now `id` says root without reserve.',
  'by-hand.mnt':
    '**Mounts of its own: a copy of the host’s.** From now on mounting here changes nothing there.',
  'by-hand.uts':
    '**The call of the beginning, and now it succeeds.** CAP_SYS_ADMIN in the own user namespace is enough for a new one.',
  'by-hand.hostname': '**The host name is box, for runtime alone.** `admin` still lives on `host`.',
  'by-hand.ipc':
    '**Shared memory and message queues of its own.** Nothing to be seen, until two programs choose the same key.',
  'by-hand.net': '**A network of its own: one link, lo, and it is down.** The host’s links are out of sight.',
  'by-hand.cgroup-made':
    '**admin makes a control group, /box.** A plain user may not write there; limits would go here.',
  'by-hand.cgroup-joined':
    '**admin puts runtime into it.** Its children will be born there. This is no namespace yet: `runtime` sees the path `/box`.',
  'by-hand.cgroup': '**In its own cgroup namespace the same group is /.** The host still sees `/box`.',
  'by-hand.time':
    '**A time namespace, for its children only.** The mark at the pill says where they will be.',
  'by-hand.offset':
    '**Their clock since boot will be a day ahead: 86,400 s.** Once somebody is inside, this cannot be written again.',
  'by-hand.pid':
    '**A PID namespace, again for the children.** It has no process yet; `runtime` keeps its number.',
  'by-hand.fork':
    '**The child is born into all eight: process 1 of the box, process {result} of the host.** Its parent is not visible to it, so its parent’s number is 0.',
  'by-hand.refused-pivot':
    '**A new root is refused: {errno}.** `/srv/box` is a plain folder, and only a mount point can become the root.',
  'by-hand.bind': '**So the folder is bound to itself.** The same files, but now it is a mount point.',
  'by-hand.proc':
    '**A fresh /proc for the box.** It shows the PID namespace of whoever mounts it, here the box’s.',
  'by-hand.pivot':
    '**/srv/box is the root now, and the host’s old root hangs at /old.** `runtime` shares these mounts, so its root has moved, too.',
  'by-hand.umount':
    '**The old root is taken away: two mounts are left.** The host’s files have no name in here any more.',
  'by-hand.exec':
    '**The box becomes its program, app.** This is the container’s entry point; it is still process 1.',
  'by-hand.veth':
    '**admin makes a cable, both ends on the host.** `runtime` could not: the host’s network does not belong to it.',
  'by-hand.move':
    '**One end, eth0, goes into the box.** It keeps its index 2, and vanishes from the host’s list.',
  'by-hand.bridge': '**A bridge on the host, br0.** A switch made of software.',
  'by-hand.port':
    '**The cable’s end on the host becomes a port of the bridge.** Other containers would be plugged in beside it.',
  'by-hand.host-address': '**The bridge gets the host’s address, 10.0.0.1.** It will be the box’s way out.',
  'by-hand.bridge-up': '**The bridge is up, but nothing runs: no port carries yet.**',
  'by-hand.veth-up': '**veth0 is up, too.** The kernel still sees no carrier: the other end is down.',
  'by-hand.box-address': '**The box gives its eth0 the address 10.0.0.2.** Here it is root, so it may.',
  'by-hand.box-up':
    '**eth0 is up, and at once cable and bridge run.** A container’s network is this: a cable, a bridge, two addresses.',
  'by-hand.worker':
    '**app forks, and is told {result}.** The same child is 104 on the host: each caller gets the number that is valid where it lives.',
  'by-hand.refused-setns':
    '**admin opens the box’s UTS namespace and says that it is a network: {errno}.** The flag is there to catch just that.',
  'by-hand.enter-net':
    '**Now the right file: admin is in the box’s network, and in nothing else of it.** His host name and his files are the host’s.',
  'by-hand.enter-rest':
    '**The other seven in one call, by a pidfd: all or none.** His number stays, for PID is for children; and he, the host’s root, is 65534 in here.',
  'by-hand.enter-uid':
    '**He becomes the box’s root, and so user 1000 to the host.** His group has no name in here, so it stays 65534.',
  'by-hand.visitor':
    '**His child is process 3 of the box.** So does `docker exec` begin: a process from outside. That one is put into the container’s control group, too; this one was not, and sees `/..`.',
  'by-hand.end':
    '**app, process 1, ends; worker and visitor are killed with it.** So a container ends when its first process does.',
  'by-hand.refused-fork':
    '**runtime wants another child: {errno}.** Its children belong into a PID namespace whose process 1 is dead.',
  'by-hand.end-visit': '**admin ends.** The box’s network is still there, because `runtime` is in it.',
  'by-hand.end-runtime':
    '**With runtime goes the last one inside: the network namespace vanishes, and the cable with it.** The bridge stays, and so does the empty control group.',
};
