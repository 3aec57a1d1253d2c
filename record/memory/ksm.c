/*
 * Why: what KSM does with two guests whose memory is partly alike. Each guest is a process of its own with a VM on
 * /dev/kvm, as QEMU would be, its memory offered for merging (MADV_MERGEABLE). ksmd merges; then guest A writes to
 * merged pages, and each write breaks the sharing of one (copy-on-write). Every 50 ms the kernel's counters are
 * printed, one JSON object a line, on the clock of this machine. Status 1: a call failed, 2: an exit it does not know.
 */
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
  PAGE = 4096,
  IDENTICAL = 2048,  /* pages that both guests hold alike: what two copies of one system share */
  ZERO = 512,        /* pages that nobody has written */
  OWN = 1536,        /* pages that no other page is like */
  PAGES = IDENTICAL + ZERO + OWN,
  CODE_PAGE = 1,     /* of the identical ones */
  FIRST_WRITTEN = 16,
  WRITE_EVERY = 4,   /* guest A writes to every fourth identical page */
  WRITES = 400,
  WRITES_PER_SAMPLE = 16,
  SAMPLE_US = 50000,
  STILL = 10         /* samples without a change: KSM has done what it can */
};

#define KSM "/sys/kernel/mm/ksm/"

/* The guest: asks its VMM for an address (IN), writes four bytes there, for ever. */
__asm__(".pushsection .rodata\n"
        ".code32\n"
        "guest_code: mov $0x10, %edx\n"
        "1: in %dx, %eax\n"
        "movl $0x5a5a5a5a, (%eax)\n"
        "jmp 1b\n"
        "guest_code_end:\n"
        ".code64\n"
        ".popsection");
extern const char guest_code[], guest_code_end[];

static atomic_int *written; /* writes that guest A has completed */

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static long microseconds(void) {
  static struct timespec start;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (start.tv_sec == 0 && start.tv_nsec == 0) start = now;
  return (now.tv_sec - start.tv_sec) * 1000000L + (now.tv_nsec - start.tv_nsec) / 1000;
}

static long read_number(const char *file) {
  FILE *stream = fopen(file, "r");
  long number;
  if (!stream || fscanf(stream, "%ld", &number) != 1) fail(file);
  fclose(stream);
  return number;
}

static void write_word(const char *file, const char *word) {
  int fd = open(file, O_WRONLY);
  if (fd < 0 || write(fd, word, strlen(word)) < 0) fail(file);
  close(fd);
}

/* A counter of /proc/vmstat. */
static long vmstat(const char *name) {
  FILE *stream = fopen("/proc/vmstat", "r");
  char key[64];
  long value;
  if (!stream) fail("/proc/vmstat");
  while (fscanf(stream, "%63s %ld", key, &value) == 2)
    if (strcmp(key, name) == 0) {
      fclose(stream);
      return value;
    }
  fprintf(stderr, "/proc/vmstat has no %s\n", name);
  exit(1);
}

/* Content that differs with the seed, in every word of a page (xorshift). */
static void fill(uint64_t *page, uint64_t seed) {
  for (int i = 0; i < PAGE / 8; i++) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    page[i] = seed;
  }
}

static uint8_t *make_memory(int guest) {
  uint8_t *memory =
      mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) fail("mmap of guest memory");
  madvise(memory, PAGES * PAGE, MADV_NOHUGEPAGE);
  for (int page = 0; page < PAGES; page++) {
    uint8_t *at = memory + page * PAGE;
    if (page < IDENTICAL) fill((uint64_t *)at, 1000 + page);
    else if (page < IDENTICAL + ZERO) memset(at, 0, PAGE);
    else fill((uint64_t *)at, (guest + 1) * 1000000ul + page);
  }
  memcpy(memory + CODE_PAGE * PAGE, guest_code, guest_code_end - guest_code);
  if (madvise(memory, PAGES * PAGE, MADV_MERGEABLE)) fail("MADV_MERGEABLE");
  return memory;
}

/* One vCPU in 32-bit mode without paging: its addresses are guest-physical. */
static int make_vcpu(int vm) {
  int vcpu = ioctl(vm, KVM_CREATE_VCPU, 0);
  struct kvm_sregs system;
  if (vcpu < 0 || ioctl(vcpu, KVM_GET_SREGS, &system)) fail("KVM_CREATE_VCPU");
  struct kvm_segment code = {
      .limit = ~0u, .selector = 8, .type = 11, .present = 1, .s = 1, .db = 1, .g = 1};
  struct kvm_segment data = code;
  data.type = 3;
  data.selector = 16;
  system.cs = code;
  system.ds = system.es = system.ss = data;
  system.cr0 |= 1;
  struct kvm_regs registers = {.rip = CODE_PAGE * PAGE, .rflags = 2};
  if (ioctl(vcpu, KVM_SET_SREGS, &system) || ioctl(vcpu, KVM_SET_REGS, &registers))
    fail("KVM_SET_SREGS");
  return vcpu;
}

/* A guest's process. Its addresses come from `orders`; it ends when nobody can send any more. */
static void run_guest(int guest, int orders, int ready) {
  int kvm = open("/dev/kvm", O_RDWR);
  int vm = ioctl(kvm, KVM_CREATE_VM, 0);
  if (vm < 0) fail("KVM_CREATE_VM");
  struct kvm_userspace_memory_region region = {
      .memory_size = PAGES * PAGE, .userspace_addr = (uintptr_t)make_memory(guest)};
  if (ioctl(vm, KVM_SET_USER_MEMORY_REGION, &region)) fail("KVM_SET_USER_MEMORY_REGION");
  int vcpu = make_vcpu(vm);
  int bytes = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
  struct kvm_run *run = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
  if (run == MAP_FAILED) fail("mmap of the vCPU");
  for (int asked = 0;; asked++) {
    if (ioctl(vcpu, KVM_RUN, 0)) fail("KVM_RUN");
    if (run->exit_reason != KVM_EXIT_IO) {
      fprintf(stderr, "guest %d: unexpected exit %u\n", guest, run->exit_reason);
      exit(2);
    }
    if (guest == 0) atomic_store(written, asked);
    if (asked == 0 && write(ready, "r", 1) != 1) fail("ready");
    uint32_t address;
    if (read(orders, &address, sizeof address) != sizeof address) exit(0);
    memcpy((uint8_t *)run + run->io.data_offset, &address, sizeof address);
  }
}

static void event(const char *what) {
  printf("{\"kind\":\"event\",\"at\":%ld,\"what\":\"%s\"}\n", microseconds(), what);
}

struct counters {
  long shared, sharing, unshared, scans;
};

/* Prints one sample. The kernel adds up its page counters only now and then; stat_refresh makes it do so. */
static struct counters sample(void) {
  write_word("/proc/sys/vm/stat_refresh", "1");
  struct counters now = {read_number(KSM "pages_shared"), read_number(KSM "pages_sharing"),
                         read_number(KSM "pages_unshared"), read_number(KSM "full_scans")};
  printf("{\"kind\":\"sample\",\"at\":%ld,\"values\":{\"pages_shared\":%ld,\"pages_sharing\":%ld,"
         "\"pages_unshared\":%ld,\"pages_volatile\":%ld,\"full_scans\":%ld,\"written\":%d,"
         "\"cow_ksm\":%ld,\"nr_anon_pages\":%ld}}\n",
         microseconds(), now.shared, now.sharing, now.unshared, read_number(KSM "pages_volatile"),
         now.scans, atomic_load(written), vmstat("cow_ksm"), vmstat("nr_anon_pages"));
  return now;
}

/* Samples until KSM has been through all memory `scans` times more, and nothing changes. */
static void settle(int scans) {
  struct counters before = sample();
  long until = before.scans + scans;
  for (int still = 0; still < STILL || before.scans < until;) {
    usleep(SAMPLE_US);
    struct counters now = sample();
    int same = now.shared == before.shared && now.sharing == before.sharing &&
               now.unshared == before.unshared;
    still = same ? still + 1 : 0;
    before = now;
  }
}

int main(void) {
  int orders[2][2], ready[2];
  char one;
  written = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (written == MAP_FAILED || pipe(orders[0]) || pipe(orders[1]) || pipe(ready)) fail("set up");
  for (int guest = 0; guest < 2; guest++)
    if (fork() == 0) {
      close(orders[0][1]);
      close(orders[1][1]);
      run_guest(guest, orders[guest][0], ready[1]);
    }
  close(ready[1]);
  for (int guest = 0; guest < 2; guest++)
    if (read(ready[0], &one, 1) != 1) fail("a guest did not start");

  printf("{\"kind\":\"setup\",\"values\":{\"pages-per-guest\":%d,\"identical\":%d,\"zero\":%d,\"own\":%d,"
         "\"pages-to-write\":%d,\"pages_to_scan\":%ld,\"sleep_millisecs\":%ld,"
         "\"max_page_sharing\":%ld}}\n",
         PAGES, IDENTICAL, ZERO, OWN, WRITES, read_number(KSM "pages_to_scan"),
         read_number(KSM "sleep_millisecs"), read_number(KSM "max_page_sharing"));
  for (int i = 0; i < 5; i++) {
    sample();
    usleep(SAMPLE_US);
  }
  event("KSM on: echo 1 > " KSM "run");
  write_word(KSM "run", "1");
  settle(2);
  event("guest A begins to write to merged pages");
  for (int sent = 0; sent < WRITES;) {
    for (int i = 0; i < WRITES_PER_SAMPLE && sent < WRITES; i++, sent++) {
      uint32_t address = (FIRST_WRITTEN + sent * WRITE_EVERY) * PAGE + 8;
      if (write(orders[0][1], &address, sizeof address) != sizeof address) fail("orders");
    }
    usleep(SAMPLE_US);
    sample();
  }
  event("guest A has written to all of them");
  settle(3);
  event("KSM off and all unmerged: echo 2 > " KSM "run");
  write_word(KSM "run", "2");
  for (int i = 0; i < 5; i++) {
    sample();
    usleep(SAMPLE_US);
  }
  printf("{\"kind\":\"end\"}\n");
  close(orders[0][1]);
  close(orders[1][1]);
  int status, bad = 0;
  while (wait(&status) > 0) bad |= status;
  return bad != 0;
}
