/*
 * Why: the calls that make a container, in order, each as the expression that is executed, with what one would type to
 * the same end; and the small functions that stand for what C has no single call for.
 */

static int pivot_root(const char *root, const char *old) { return syscall(SYS_pivot_root, root, old); }
static int pidfd_open(int pid) { return syscall(SYS_pidfd_open, pid, 0); }
static int ns_of(enum actor actor, const char *kind) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/ns/%s", pids[actor], kind);
  return open(path, O_RDONLY | O_CLOEXEC);
}
static int write_to(const char *path, const char *text) {
  int fd = open(path, O_WRONLY | O_CLOEXEC), length = strlen(text);
  if (fd < 0) return -1;
  int done = write(fd, text, length) == length ? 0 : -1, error = errno;
  close(fd);
  return errno = error, done;
}
static int join_group(const char *path, enum actor actor) {
  char text[16];
  snprintf(text, sizeof text, "%d", pids[actor]);
  return write_to(path, text);
}
static int fork_into(enum actor actor) {
  int pid = fork();
  if (!pid) obey(actor);
  return pid;
}
/* A new program keeps the wires: descriptors stay open over execve; it is told the first one's number. */
static int become(const char *path, enum actor actor) {
  char number[12], first[12];
  snprintf(number, sizeof number, "%d", actor);
  snprintf(first, sizeof first, "%d", wire[0][0]);
  return execve(path, (char *[]){(char *)path, number, first, 0}, (char *[]){0});
}

#define ALL_BUT_NET CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWCGROUP | CLONE_NEWPID | CLONE_NEWTIME
#define SETNS_ALL "setns(pidfd, CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWCGROUP | CLONE_NEWPID | CLONE_NEWTIME)"
/* X(id, actor, what one would type, expression): its text is the call; Y also has the text, where the expression says less. */
#define STEPS \
  X(refused-uts, RUNTIME, "unshare --uts", unshare(CLONE_NEWUTS)) \
  X(user, RUNTIME, "unshare --user", unshare(CLONE_NEWUSER)) \
  X(setgroups, RUNTIME, "echo deny > /proc/self/setgroups", write_to("/proc/self/setgroups", "deny")) \
  X(uid-map, RUNTIME, "echo 0 1000 1 > /proc/self/uid_map", write_to("/proc/self/uid_map", "0 1000 1")) \
  X(gid-map, RUNTIME, "echo 0 1000 1 > /proc/self/gid_map", write_to("/proc/self/gid_map", "0 1000 1")) \
  X(mnt, RUNTIME, "unshare --mount", unshare(CLONE_NEWNS)) \
  X(uts, RUNTIME, "unshare --uts", unshare(CLONE_NEWUTS)) \
  X(hostname, RUNTIME, "hostname box", sethostname("box", 3)) \
  X(ipc, RUNTIME, "unshare --ipc", unshare(CLONE_NEWIPC)) \
  X(net, RUNTIME, "unshare --net", unshare(CLONE_NEWNET)) \
  X(cgroup-made, ADMIN, "mkdir /sys/fs/cgroup/box", mkdir("/sys/fs/cgroup/box", 0755)) \
  Y(cgroup-joined, ADMIN, "echo $PID > /sys/fs/cgroup/box/cgroup.procs", "write_to(\"/sys/fs/cgroup/box/cgroup.procs\", pid)", \
    join_group("/sys/fs/cgroup/box/cgroup.procs", RUNTIME)) \
  X(cgroup, RUNTIME, "unshare --cgroup", unshare(CLONE_NEWCGROUP)) \
  X(time, RUNTIME, "unshare --time", unshare(CLONE_NEWTIME)) \
  X(offset, RUNTIME, "echo boottime 86400 0 > /proc/self/timens_offsets", \
    write_to("/proc/self/timens_offsets", "boottime 86400 0")) \
  X(pid, RUNTIME, "unshare --pid", unshare(CLONE_NEWPID)) \
  Y(fork, RUNTIME, "unshare --fork", "fork()", fork_into(BOX)) \
  X(refused-pivot, BOX, "pivot_root /srv/box /srv/box/old", pivot_root("/srv/box", "/srv/box/old")) \
  X(bind, BOX, "mount --bind /srv/box /srv/box", mount("/srv/box", "/srv/box", NULL, MS_BIND, NULL)) \
  X(proc, BOX, "mount -t proc proc /srv/box/proc", mount("proc", "/srv/box/proc", "proc", 0, NULL)) \
  X(pivot, BOX, "pivot_root /srv/box /srv/box/old", pivot_root("/srv/box", "/srv/box/old")) \
  X(umount, BOX, "umount -l /old", umount2("/old", MNT_DETACH)) \
  Y(exec, BOX, "exec /bin/app", "execve(\"/bin/app\", argv, envp)", become("/bin/app", BOX)) \
  X(veth, ADMIN, "ip link add veth0 type veth peer name eth0", link_add("veth0", "veth", "eth0")) \
  Y(move, ADMIN, "ip link set eth0 netns $PID", "link_set(\"eth0\", IFLA_NET_NS_PID, pid)", \
    link_set("eth0", IFLA_NET_NS_PID, pids[BOX])) \
  X(bridge, ADMIN, "ip link add br0 type bridge", link_add("br0", "bridge", NULL)) \
  X(port, ADMIN, "ip link set veth0 master br0", link_set("veth0", IFLA_MASTER, if_nametoindex("br0"))) \
  X(host-address, ADMIN, "ip addr add 10.0.0.1/24 dev br0", set_address("br0", "10.0.0.1")) \
  X(bridge-up, ADMIN, "ip link set br0 up", link_up("br0")) \
  X(veth-up, ADMIN, "ip link set veth0 up", link_up("veth0")) \
  X(box-address, BOX, "ip addr add 10.0.0.2/24 dev eth0", set_address("eth0", "10.0.0.2")) \
  X(box-up, BOX, "ip link set eth0 up", link_up("eth0")) \
  Y(worker, BOX, "/bin/app &", "fork()", fork_into(WORKER)) \
  Y(refused-setns, ADMIN, "", "setns(open(\"/proc/<box>/ns/uts\"), CLONE_NEWNET)", setns(ns_of(BOX, "uts"), CLONE_NEWNET)) \
  Y(enter-net, ADMIN, "nsenter --target $PID --net", "setns(open(\"/proc/<box>/ns/net\"), CLONE_NEWNET)", \
    setns(ns_of(BOX, "net"), CLONE_NEWNET)) \
  Y(enter-rest, ADMIN, "nsenter --target $PID --all", SETNS_ALL, setns(pidfd_open(pids[BOX]), ALL_BUT_NET)) \
  X(enter-uid, ADMIN, "nsenter --setuid 0", setresuid(0, 0, 0)) \
  Y(visitor, ADMIN, "nsenter --target $PID --all -- sh", "fork()", fork_into(VISITOR)) \
  Y(end, BOX, "exit", "_exit(0)", (_exit(0), 0)) \
  Y(refused-fork, RUNTIME, "", "fork()", fork_into(BOX)) \
  Y(end-visit, ADMIN, "exit", "_exit(0)", (_exit(0), 0)) \
  Y(end-runtime, RUNTIME, "exit", "_exit(0)", (_exit(0), 0))
