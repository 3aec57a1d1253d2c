/* Why: the work that the scenes put under a limit; each function runs in a process of its own and is killed there. */
#include <sys/mman.h>

#define MEBIBYTE (1L << 20)

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
