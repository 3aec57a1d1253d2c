/*
 * Why: what every scene needs of control groups: make and drop one, write and read its files, start work in it, and
 * sample it at fixed moments, as lines of text on stdout.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROOT "/sys/fs/cgroup/"
#define MILLISECOND 1000000L

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
