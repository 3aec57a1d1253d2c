/*
 * Why: what control groups (version 2) do to real work, sampled over time: one scene a controller, several runs a scene.
 * A run is lines of text on stdout: `run`, `set`, `columns`, then `row` and `mark` in order of the clock, `out`, `end`.
 * The clock is CLOCK_MONOTONIC of this kernel in nanoseconds since the run began.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROOT "/sys/fs/cgroup/"
#define MILLISECOND 1000000L
#define MEBIBYTE (1L << 20)

/* One number of a group's file: the word after `key`, or the file's only word. */
struct column { const char *id, *unit, *group, *file, *key; };

static long began, due;
static const struct column *columns;
static int column_count;

static long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000 * MILLISECOND + t.tv_nsec;
}

static void give_up(const char *what) {
  fprintf(stderr, "meter: %s: %s\n", what, strerror(errno));
  exit(1);
}

static void put(const char *group, const char *file, const char *format, ...) {
  char path[256], text[256];
  va_list words;
  va_start(words, format);
  int length = vsnprintf(text, sizeof text, format, words);
  va_end(words);
  snprintf(path, sizeof path, ROOT "%s/%s", group, file);
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0 || write(fd, text, length) != length) give_up(path);
  close(fd);
}

static long value(const struct column *c) {
  char path[256], text[4096];
  snprintf(path, sizeof path, ROOT "%s/%s", c->group, c->file);
  int fd = open(path, O_RDONLY | O_CLOEXEC), length = fd < 0 ? -1 : (int)read(fd, text, sizeof text - 1);
  if (length < 0) give_up(path);
  close(fd);
  text[length] = 0;
  if (!*c->key) return atol(text);
  int key = strlen(c->key);
  for (char *at = text; (at = strstr(at, c->key)); at += key)
    if ((at == text || at[-1] == '\n' || at[-1] == ' ') && (at[key] == ' ' || at[key] == '=')) return atol(at + key + 1);
  /* io.stat is empty until the first transfer. */
  return 0;
}

static void make(const char *group) {
  char path[256];
  snprintf(path, sizeof path, ROOT "%s", group);
  if (mkdir(path, 0755)) give_up(path);
}

/* A group goes when its last process has gone. */
static void drop(const char *group) {
  char path[256];
  snprintf(path, sizeof path, ROOT "%s", group);
  for (int i = 0; i < 1000; i++, usleep(10000))
    if (!rmdir(path)) return;
  give_up(path);
}

static void set(const char *group, const char *file, const char *text) {
  put(group, file, "%s", text);
  printf("set %s=%s\n", file, text);
}

/* Runs `work` in a child that belongs to `group` before it begins. */
static int start(const char *group, void (*work)(void)) {
  fflush(stdout);
  int pid = fork();
  if (pid < 0) give_up("fork");
  if (pid) return pid;
  put(group, "cgroup.procs", "0");
  work();
  _exit(0);
}

static void end_of(int pid) {
  kill(pid, SIGKILL);
  waitpid(pid, 0, 0);
}

static void begin(const char *run, const struct column *those, int count) {
  printf("run %s\n", run);
  columns = those;
  column_count = count;
  for (int i = 0; i < count; i++)
    printf("column %s %s %s/%s%s%s\n", those[i].id, those[i].unit, those[i].group, those[i].file, *those[i].key ? " " : "",
           those[i].key);
}
#define BEGIN(run, those) begin(run, those, sizeof those / sizeof *those)

static void clock_starts(void) {
  began = due = now();
}

static void mark(const char *what) { printf("mark %ld %s\n", now() - began, what); }

static void row(void) {
  long at = now() - began;
  printf("row %ld", at);
  for (int i = 0; i < column_count; i++) printf(" %ld", value(&columns[i]));
  printf("\n");
}

/* Samples every `step` ms, for `span` ms from the last sample on; the moments are fixed beforehand, so no delay adds up. */
static void sample(int span, int step) {
  for (int passed = 0; passed < span; passed += step) {
    row();
    due += step * MILLISECOND;
    struct timespec until = {due / (1000 * MILLISECOND), due % (1000 * MILLISECOND)};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, 0);
  }
}

static void end_run(void) {
  row();
  printf("end\n");
}

/* --- work --- */
static void spin(void) {
  for (volatile unsigned long i = 0;; i++) {}
}
static void grow(void) {
  for (int i = 0; i < 64; i++, usleep(10000)) {
    char *page = mmap(0, MEBIBYTE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) _exit(2);
    for (long at = 0; at < MEBIBYTE; at += 4096) page[at] = 1;
  }
  pause();
}
static void read_file(int flags, long piece, int pause_ms) {
  char *buffer;
  int disk = open("/dev/ram0", O_RDONLY | flags);
  if (disk < 0 || posix_memalign((void **)&buffer, 4096, piece)) _exit(2);
  for (long at = 0; at < 48 * MEBIBYTE; at += piece) {
    if (pread(disk, buffer, piece, at) != piece) _exit(3);
    if (pause_ms) usleep(pause_ms * 1000);
  }
  /* The disk stays open: its last close would drop its pages. */
  pause();
}
static void read_cached(void) { read_file(0, MEBIBYTE, 10); }
static void read_direct(void) { read_file(O_DIRECT, 65536, 0); }
static void read_small(void) { read_file(O_DIRECT, 4096, 0); }
static void bomb(void) {
  for (;;) {
    usleep(20000);
    fork();
  }
}

/* --- scenes --- */
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
