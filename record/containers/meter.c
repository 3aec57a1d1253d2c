/*
 * Why: what control groups (version 2) do to real work, sampled over time: one scene a controller, several runs a scene.
 * A run is lines of text on stdout: `run`, `column`, `set`, then `row` and `mark` in order of the clock, `out`, `end`.
 * The clock is CLOCK_MONOTONIC of this kernel in nanoseconds since the run began.
 */
#define _GNU_SOURCE
#include "group.h"
#include "work.h"

static void cpu(void) {
  static const struct column quota[] = {
      {"usage", "us", "box", "cpu.stat", "usage_usec"},
      {"periods", "periods", "box", "cpu.stat", "nr_periods"},
      {"throttled", "periods", "box", "cpu.stat", "nr_throttled"},
      {"throttled-time", "us", "box", "cpu.stat", "throttled_usec"},
  };
  static const char *const runs[][2] = {
      {"quota-20", "20000 100000"}, {"quota-50", "50000 100000"}, {"quota-50-short", "10000 20000"}, {"no-quota", "max 100000"}};
  for (int i = 0; i < 4; i++) {
    make("box");
    BEGIN(runs[i][0], quota);
    set("box", "cpu.max", runs[i][1]);
    clock_starts();
    sample(200, 10);
    mark("a process that never waits begins");
    int pid = start("box", spin);
    sample(1500, 10);
    end_run();
    end_of(pid);
    drop("box");
  }
  static const struct column shares[] = {{"usage-a", "us", "a", "cpu.stat", "usage_usec"},
                                         {"usage-b", "us", "b", "cpu.stat", "usage_usec"}};
  static const char *const weights[][2] = {{"weights-equal", "100"}, {"weights-1-3", "300"}};
  for (int i = 0; i < 2; i++) {
    make("a");
    make("b");
    BEGIN(weights[i][0], shares);
    put("a", "cpu.weight", "100");
    put("b", "cpu.weight", "%s", weights[i][1]);
    printf("set a/cpu.weight=100\nset b/cpu.weight=%s\n", weights[i][1]);
    clock_starts();
    int a = start("a", spin);
    mark("a begins");
    sample(400, 20);
    int b = start("b", spin);
    mark("b begins");
    sample(1600, 20);
    end_run();
    end_of(a);
    end_of(b);
    drop("a");
    drop("b");
  }
}

static void memory(void) {
  static const struct column seen[] = {
      {"current", "bytes", "box", "memory.current", ""},   {"anon", "bytes", "box", "memory.stat", "anon"},
      {"file", "bytes", "box", "memory.stat", "file"},     {"low", "events", "box", "memory.events", "low"},
      {"high", "events", "box", "memory.events", "high"},  {"max", "events", "box", "memory.events", "max"},
      {"oom", "events", "box", "memory.events", "oom"},    {"oom-kill", "events", "box", "memory.events", "oom_kill"},
  };
  static const struct { const char *run, *file; void (*work)(void); int step, span; } runs[] = {
      {"max-anon", "memory.max", grow, 10, 400},
      {"max-file", "memory.max", read_cached, 10, 600},
      {"high-anon", "memory.high", grow, 50, 6000},
  };
  for (int i = 0; i < 3; i++) {
    make("box");
    BEGIN(runs[i].run, seen);
    set("box", runs[i].file, "16777216");
    clock_starts();
    char end[64] = "alive";
    int pid = start("box", runs[i].work), status = 0;
    mark("begins");
    for (int left = runs[i].span; left > 0; left -= runs[i].step) {
      sample(runs[i].step, runs[i].step);
      if (!pid || waitpid(pid, &status, WNOHANG) != pid) continue;
      snprintf(end, sizeof end, WIFSIGNALED(status) ? "ended by signal %d" : "exited with %d",
               WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
      mark(end);
      pid = 0;
      left = 60;
    }
    row();
    printf("out process=%s\nend\n", end);
    if (pid) end_of(pid);
    drop("box");
  }
}

static void pids(void) {
  static const struct column seen[] = {{"current", "processes", "box", "pids.current", ""},
                                       {"max", "events", "box", "pids.events", "max"}};
  static const char *const runs[][2] = {{"max-10", "10"}, {"max-40", "40"}, {"no-max", "max"}};
  for (int i = 0; i < 3; i++) {
    make("box");
    BEGIN(runs[i][0], seen);
    set("box", "pids.max", runs[i][1]);
    signal(SIGCHLD, SIG_IGN);
    clock_starts();
    start("box", bomb);
    mark("each process forks once every 20 ms");
    sample(180, 5);
    mark("cgroup.kill=1");
    put("box", "cgroup.kill", "1");
    sample(40, 5);
    end_run();
    drop("box");
    signal(SIGCHLD, SIG_DFL);
  }
}

static void freezer(void) {
  static const struct column seen[] = {{"usage", "us", "box", "cpu.stat", "usage_usec"},
                                       {"frozen", "level", "box", "cgroup.events", "frozen"},
                                       {"populated", "level", "box", "cgroup.events", "populated"}};
  make("box");
  BEGIN("freeze-thaw-kill", seen);
  printf("set cpu.max=max 100000\n");
  clock_starts();
  int pid = start("box", spin);
  mark("a process that never waits begins");
  sample(300, 10);
  mark("cgroup.freeze=1");
  put("box", "cgroup.freeze", "1");
  sample(400, 10);
  mark("cgroup.freeze=0");
  put("box", "cgroup.freeze", "0");
  sample(300, 10);
  mark("cgroup.freeze=1");
  put("box", "cgroup.freeze", "1");
  sample(200, 10);
  mark("SIGKILL");
  end_of(pid);
  sample(100, 10);
  end_run();
  drop("box");
}

static void io(void) {
  static const struct column seen[] = {{"bytes", "bytes", "box", "io.stat", "rbytes"},
                                       {"reads", "reads", "box", "io.stat", "rios"}};
  static const struct { const char *run, *limit; void (*work)(void); int span; } runs[] = {
      {"bytes-8m", "1:0 rbps=8388608", read_direct, 1000},
      {"bytes-2m", "1:0 rbps=2097152", read_direct, 1000},
      {"reads-100", "1:0 riops=100", read_small, 1000},
      {"no-max", "1:0 rbps=max", read_direct, 200}};
  for (int i = 0; i < 4; i++) {
    make("box");
    BEGIN(runs[i].run, seen);
    set("box", "io.max", runs[i].limit);
    clock_starts();
    int pid = start("box", runs[i].work);
    mark("begins");
    sample(runs[i].span, 10);
    end_run();
    end_of(pid);
    drop("box");
  }
}

int main(int count, char **words) {
  static const struct { const char *name; void (*record)(void); } scenes[] = {
      {"cpu", cpu}, {"memory", memory}, {"pids", pids}, {"freezer", freezer}, {"io", io}};
  static char buffer[1 << 20];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  for (int i = 0; i < 5; i++)
    if (count == 2 && !strcmp(words[1], scenes[i].name)) {
      scenes[i].record();
      return fflush(stdout) ? 1 : 0;
    }
  fprintf(stderr, "usage: meter cpu|memory|pids|freezer|io\n");
  return 2;
}
