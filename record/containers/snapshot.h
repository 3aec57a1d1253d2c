/*
 * Why: the whole state between two calls, as one JSON object: every process under PID 1 with its namespaces and mounts,
 * the tree of control groups, and the links of each network namespace. Keys as in a live machine's snapshots.
 */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

static const char *const KINDS[] = {"mnt", "uts", "ipc", "pid", "net", "user", "cgroup", "time"};
#define MAX_NETS 16
static struct net { unsigned long id; int pid; } nets[MAX_NETS];
static int net_count;

/* A whole small file, without its last line end; empty when it cannot be read. */
static int slurp(const char *path, char *into, int room) {
  int fd = open(path, O_RDONLY | O_CLOEXEC), length = 0, got;
  while (fd >= 0 && length < room - 1 && (got = read(fd, into + length, room - 1 - length)) > 0) length += got;
  if (fd >= 0) close(fd);
  while (length && isspace((unsigned char)into[length - 1])) length--;
  into[length] = 0;
  return fd < 0 ? -1 : length;
}

static void quote(FILE *out, const char *s) {
  fputc('"', out);
  for (; *s; s++)
    if (*s == '"' || *s == '\\') fprintf(out, "\\%c", *s);
    else if (*s == '\n') fprintf(out, "\\n");
    else if (*s == '\t') fprintf(out, " ");
    else fputc(*s, out);
  fputc('"', out);
}

/* The inode of /proc/<pid>/ns/<name>, or 0 when there is none. */
static unsigned long ns_id(int pid, const char *name) {
  char path[64], target[64];
  snprintf(path, sizeof path, "/proc/%d/ns/%s", pid, name);
  int length = readlink(path, target, sizeof target - 1);
  if (length <= 0) return 0;
  target[length] = 0;
  char *open = strchr(target, '[');
  return open ? strtoul(open + 1, 0, 10) : 0;
}

/* The value of a line of /proc/<pid>/status. */
static void status_line(const char *status, const char *key, char *into, int room) {
  const char *at = strstr(status, key);
  int n = 0;
  if (at)
    for (at += strlen(key); *at == '\t' || *at == ' '; at++) {}
  for (; at && *at && *at != '\n' && n < room - 1; at++) into[n++] = *at == '\t' ? ' ' : *at;
  into[n] = 0;
}

/* `id parent root mountpoint source-type`, the fields of mountinfo that tell where a mount hangs and what it shows. */
static void print_mounts(FILE *out, int pid) {
  static char text[1 << 15];
  char path[64], *rest;
  snprintf(path, sizeof path, "/proc/%d/mountinfo", pid);
  slurp(path, text, sizeof text);
  fprintf(out, ",\"mounts\":[");
  int first = 1;
  for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(0, "\n", &rest)) {
    int id, parent;
    char root[256], at[256], type[64];
    char *dash = strstr(line, " - ");
    if (!dash || sscanf(line, "%d %d %*s %255s %255s", &id, &parent, root, at) != 4 || sscanf(dash, " - %63s", type) != 1)
      continue;
    fprintf(out, "%s{\"id\":%d,\"parent\":%d,\"root\":", first ? "" : ",", id, parent);
    first = 0;
    quote(out, root);
    fprintf(out, ",\"at\":");
    quote(out, at);
    fprintf(out, ",\"type\":");
    quote(out, type);
    fprintf(out, "}");
  }
  fprintf(out, "]");
}

static void print_process(FILE *out, int pid, int *first, void (*sees)(FILE *, int)) {
  char path[64], text[4096], value[256];
  snprintf(path, sizeof path, "/proc/%d/stat", pid);
  if (slurp(path, text, sizeof text) <= 0) return;
  char *left = strchr(text, '('), *right = strrchr(text, ')'), state;
  int parent;
  if (!left || !right || sscanf(right + 2, "%c %d", &state, &parent) != 2) return;
  *right = 0;
  fprintf(out, "%s{\"pid\":%d,\"ppid\":%d,\"st\":\"%c\",\"comm\":", *first ? "" : ",", pid, parent, state);
  *first = 0;
  quote(out, left + 1);
  snprintf(path, sizeof path, "/proc/%d/status", pid);
  slurp(path, text, sizeof text);
  status_line(text, "NSpid:", value, sizeof value);
  fprintf(out, ",\"nspid\":");
  quote(out, value);
  status_line(text, "Uid:", value, sizeof value);
  fprintf(out, ",\"uid\":%d", atoi(value));
  snprintf(path, sizeof path, "/proc/%d/cgroup", pid);
  slurp(path, text, sizeof text);
  fprintf(out, ",\"cg\":");
  quote(out, strncmp(text, "0::", 3) ? "" : text + 3);
  fprintf(out, ",\"ns\":{");
  for (int i = 0; i < 8; i++) fprintf(out, "%s\"%s\":%lu", i ? "," : "", KINDS[i], ns_id(pid, KINDS[i]));
  /* Where its next child will be: pid and time namespaces take in children, never the caller. */
  fprintf(out, "},\"children\":{\"pid\":%lu,\"time\":%lu}", ns_id(pid, "pid_for_children"), ns_id(pid, "time_for_children"));
  unsigned long net = ns_id(pid, "net");
  int known = 0;
  while (known < net_count && nets[known].id != net) known++;
  if (known == net_count && net && net_count < MAX_NETS) nets[net_count++] = (struct net){net, pid};
  print_mounts(out, pid);
  sees(out, pid);
  fprintf(out, "}");
}

static void walk(FILE *out, int pid, int *first, void (*sees)(FILE *, int)) {
  char path[64], text[1024];
  print_process(out, pid, first, sees);
  snprintf(path, sizeof path, "/proc/%d/task/%d/children", pid, pid);
  slurp(path, text, sizeof text);
  char *at = text, *end;
  for (long child; child = strtol(at, &end, 10), end != at; at = end) walk(out, child, first, sees);
}

static void print_cgroups(FILE *out, const char *folder, const char *path, int *first) {
  char text[256], file[512];
  snprintf(file, sizeof file, "%s/cgroup.subtree_control", folder);
  slurp(file, text, sizeof text);
  fprintf(out, "%s{\"path\":\"%s\",\"sub\":\"%s\"}", *first ? "" : ",", *path ? path : "/", text);
  *first = 0;
  DIR *d = opendir(folder);
  for (struct dirent *e; d && (e = readdir(d));) {
    if (e->d_type != DT_DIR || e->d_name[0] == '.') continue;
    char inner[512], name[512];
    snprintf(inner, sizeof inner, "%s/%.200s", folder, e->d_name);
    snprintf(name, sizeof name, "%s/%.200s", path, e->d_name);
    print_cgroups(out, inner, name, first);
  }
  if (d) closedir(d);
}

/* The caller stands in the first namespaces; it visits each network namespace and comes back. */
static void print_state(FILE *out, int seq, void (*sees)(FILE *, int)) {
  int first = 1, home = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
  net_count = 0;
  fprintf(out, "{\"seq\":%d,\"procs\":[", seq);
  walk(out, 1, &first, sees);
  fprintf(out, "],\"cgroups\":[");
  first = 1;
  print_cgroups(out, "/sys/fs/cgroup", "", &first);
  fprintf(out, "],\"nets\":[");
  for (int i = 0; i < net_count; i++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/ns/net", nets[i].pid);
    int there = open(path, O_RDONLY | O_CLOEXEC);
    fprintf(out, "%s{\"net\":%lu,\"links\":", i ? "," : "", nets[i].id);
    if (setns(there, CLONE_NEWNET)) exit(3);
    print_links(out);
    if (setns(home, CLONE_NEWNET)) exit(3);
    close(there);
    fprintf(out, "}");
  }
  fprintf(out, "]}");
  close(home);
}
