/*
 * Why: a container is a few system calls. Actors make them one at a time, as the recorder tells them, and stand still in
 * between, so that the recorder can write down the whole state after each call. One JSON object a line, on stdout.
 * The calls themselves stand in calls.h.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "netlink.h"
#include "snapshot.h"

/* RUNTIME is a plain user's, ADMIN root's; BOX is the container's first process, WORKER its child, VISITOR ADMIN's. */
enum actor { RUNTIME, ADMIN, BOX, WORKER, VISITOR, ACTORS };
enum { LOOK = -1 };
struct order { int step; int pid[ACTORS]; };
struct answer { long result; int error; };
struct view { int pid, ppid, uid, gid; long boot; char host[64], cgroup[128]; };

static int wire[ACTORS][2];
static int pids[ACTORS];
static enum actor me;
static void obey(enum actor actor) __attribute__((noreturn));

/* Needs all of the above. */
#include "calls.h"

#define X(id, actor, typed, call) {#id, actor, typed, #call},
#define Y(id, actor, typed, text, call) {#id, actor, typed, text},
static const struct { const char *id; enum actor actor; const char *typed, *call; } steps[] = {STEPS};
#undef X
#undef Y
#define COUNT ((int)(sizeof steps / sizeof *steps))

static struct answer act(int step) {
  int at = 0;
  long result = -1;
  errno = 0;
#define X(id, actor, typed, call) if (step == at++) result = call;
#define Y(id, actor, typed, text, call) if (step == at++) result = call;
  STEPS
#undef X
#undef Y
  return (struct answer){result, result < 0 ? errno : 0};
}

static struct view look(void) {
  struct timespec boot;
  char text[128];
  clock_gettime(CLOCK_BOOTTIME, &boot);
  struct view v = {getpid(), getppid(), getuid(), getgid(), boot.tv_sec, "", ""};
  gethostname(v.host, sizeof v.host);
  if (slurp("/proc/self/cgroup", text, sizeof text) > 3) snprintf(v.cgroup, sizeof v.cgroup, "%.120s", text + 3);
  return v;
}

static void obey(enum actor actor) {
  struct order order;
  me = actor;
  while (recv(wire[me][1], &order, sizeof order, 0) == sizeof order) {
    memcpy(pids, order.pid, sizeof pids);
    if (order.step == LOOK) {
      struct view v = look();
      if (send(wire[me][1], &v, sizeof v, 0) < 0) _exit(4);
    } else {
      struct answer a = act(order.step);
      if (send(wire[me][1], &a, sizeof a, 0) < 0) _exit(4);
    }
  }
  _exit(0);
}

static void command(enum actor actor, int step) {
  struct order order = {step, {0}};
  memcpy(order.pid, pids, sizeof pids);
  if (send(wire[actor][0], &order, sizeof order, 0) < 0) exit(5);
}

static void print_view(FILE *out, struct view v) {
  struct timespec boot;
  clock_gettime(CLOCK_BOOTTIME, &boot);
  /* Whole hours: the two clocks are read one after the other. */
  long ahead = (v.boot - boot.tv_sec + (v.boot > boot.tv_sec ? 1800 : -1800)) / 3600 * 3600;
  fprintf(out, ",\"sees\":{\"pid\":%d,\"ppid\":%d,\"uid\":%d,\"gid\":%d,\"host\":\"%s\",\"ahead\":%ld", v.pid, v.ppid, v.uid,
          v.gid, v.host, ahead);
  if (*v.cgroup) fprintf(out, ",\"cg\":\"%s\"", v.cgroup);
  fprintf(out, "}");
}

/* What a process sees itself: it is asked. PID 1 and the recorder are not asked. */
static void print_seen(FILE *out, int pid) {
  for (enum actor actor = 0; actor < ACTORS; actor++) {
    struct view v;
    if (pids[actor] != pid) continue;
    command(actor, LOOK);
    if (recv(wire[actor][0], &v, sizeof v, 0) != sizeof v) exit(6);
    print_view(out, v);
  }
}

/* The one child of `parent` that is no actor yet, by its number in the first pid namespace. */
static int newest_child(int parent) {
  char path[64], text[256], *end;
  snprintf(path, sizeof path, "/proc/%d/task/%d/children", parent, parent);
  slurp(path, text, sizeof text);
  for (char *at = text;; at = end) {
    long child = strtol(at, &end, 10);
    if (end == at) return 0;
    int known = 0;
    for (int i = 0; i < ACTORS; i++) known |= pids[i] == child;
    if (!known) return child;
  }
}

static void forget_the_dead(void) {
  for (int i = 0; i < ACTORS; i++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d", pids[i]);
    if (pids[i] && access(path, F_OK)) pids[i] = 0;
  }
}

static void print_step(int step, int by, struct answer a) {
  printf("{\"id\":\"%s\",\"by\":%d,\"call\":", steps[step].id, by);
  quote(stdout, steps[step].call);
  printf(",\"typed\":");
  quote(stdout, steps[step].typed);
  printf(",\"result\":%ld,\"error\":\"%s\",\"state\":", a.result, a.error ? strerrorname_np(a.error) : "");
  print_state(stdout, step + 1, print_seen);
  printf("}\n");
}

static void start(enum actor actor, const char *name, int uid) {
  struct answer ready = {0, 0};
  int pid = fork();
  if (!pid) {
    prctl(PR_SET_NAME, name);
    if (!uid) {
      if (send(wire[actor][1], &ready, sizeof ready, 0) < 0) _exit(4);
      obey(actor);
    }
    /* A new program: after setuid alone its files in /proc would be root's. */
    if (setgroups(0, 0) || setresgid(uid, uid, uid) || setresuid(uid, uid, uid)) _exit(7);
    become("/bin/runtime", actor);
    _exit(8);
  }
  pids[actor] = pid;
  if (recv(wire[actor][0], &ready, sizeof ready, 0) != sizeof ready) exit(9);
  usleep(10000);
}

static void record(void) {
  prctl(PR_SET_NAME, "recorder");
  for (int i = 0; i < ACTORS; i++)
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, wire[i])) exit(10);
  if (wire[ACTORS - 1][1] != wire[0][0] + 2 * ACTORS - 1) exit(10);
  /* An actor that died unasked never answers. */
  alarm(120);
  start(ADMIN, "admin", 0);
  start(RUNTIME, "runtime", 1000);
  printf("{\"id\":\"start\",\"state\":");
  print_state(stdout, 0, print_seen);
  printf("}\n");
  for (int step = 0; step < COUNT; step++) {
    enum actor actor = steps[step].actor;
    struct answer a = {0, 0};
    int by = pids[actor], ends = !strncmp(steps[step].id, "end", 3);
    command(actor, step);
    if (!ends && recv(wire[actor][0], &a, sizeof a, 0) != sizeof a) exit(11);
    /* What the kernel does afterwards (a bridge's port, the end of a namespace) is given time to end. */
    usleep(300000);
    if (ends) forget_the_dead();
    if (!strcmp(steps[step].call, "fork()") && a.result > 0)
      pids[!pids[BOX] ? BOX : !pids[WORKER] ? WORKER : VISITOR] = newest_child(by);
    print_step(step, by, a);
  }
}

int main(int count, char **words) {
  signal(SIGCHLD, SIG_IGN);
  if (count != 3) return record(), 0;
  me = atoi(words[1]);
  for (int i = 0; i < 2 * ACTORS; i++) wire[i / 2][i % 2] = atoi(words[2]) + i;
  struct answer ready = {0, 0};
  if (send(wire[me][1], &ready, sizeof ready, 0) < 0) return 12;
  obey(me);
}
