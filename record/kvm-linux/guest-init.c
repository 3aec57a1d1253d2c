/*
 * Why: first and only process of the guest that QEMU/KVM boots. It says by OUT 0xE9 where it stands, so that the
 * recording host's trace can be cut there: 1 the first process runs, 2 the packets begin, 3 the driver has given
 * back the last of them. With modules in /modules it brings up a network card and sends; without, it ends at once.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MARK = 0xe9, PACKETS = 200, BYTES = 200, PORT = 9999, TRIES = 1000, PAUSE_US = 10000 };

static void finish(void) {
  sync();
  reboot(RB_AUTOBOOT); /* QEMU runs with -no-reboot: this ends it */
  _exit(1);
}

static void fail(const char *what) {
  perror(what);
  finish();
}

static int by_name(const struct dirent **a, const struct dirent **b) { return alphasort(a, b); }

/* The kernel executes the OUT: an emulated SVM refuses it to ring 3, whatever the I/O bitmap says. */
static int port = -1;
static void mark(unsigned char number) {
  if (pwrite(port, &number, 1, MARK) != 1) fail("mark");
}

/* Modules are named in the order of need: 00-virtio.ko, 01-…; returns how many there are. */
static int load_modules(void) {
  struct dirent **entries;
  int count = scandir("/modules", &entries, NULL, by_name), loaded = 0;
  for (int i = 0; i < count; i++) {
    char path[300];
    if (entries[i]->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "/modules/%s", entries[i]->d_name);
    int fd = open(path, O_RDONLY);
    if (syscall(SYS_finit_module, fd, "", 0) < 0) fail(path);
    close(fd);
    loaded++;
  }
  return loaded;
}

static struct sockaddr_in address(const char *text, int port) {
  struct sockaddr_in in = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_aton(text, &in.sin_addr);
  return in;
}

/* 10.0.2.15 on eth0, as QEMU's user network wants it; its gateway's address is entered, so that no ARP is needed. */
static void bring_up(int s) {
  struct ifreq request = {.ifr_name = "eth0"};
  for (int tries = 0; ioctl(s, SIOCGIFINDEX, &request) < 0; usleep(PAUSE_US))
    if (tries++ == TRIES) fail("no eth0");
  struct sockaddr_in own = address("10.0.2.15", 0), mask = address("255.255.255.0", 0);
  memcpy(&request.ifr_addr, &own, sizeof own);
  if (ioctl(s, SIOCSIFADDR, &request) < 0) fail("address");
  memcpy(&request.ifr_netmask, &mask, sizeof mask);
  if (ioctl(s, SIOCSIFNETMASK, &request) < 0) fail("netmask");
  request.ifr_flags = IFF_UP;
  if (ioctl(s, SIOCSIFFLAGS, &request) < 0) fail("up");
  for (int tries = 0; !(request.ifr_flags & IFF_RUNNING); usleep(PAUSE_US)) {
    if (tries++ == TRIES || ioctl(s, SIOCGIFFLAGS, &request) < 0) fail("no carrier");
  }
  struct arpreq arp = {.arp_flags = ATF_PERM | ATF_COM, .arp_dev = "eth0"};
  struct sockaddr_in gateway = address("10.0.2.2", 0);
  memcpy(&arp.arp_pa, &gateway, sizeof gateway);
  arp.arp_ha.sa_family = ARPHRD_ETHER;
  memcpy(arp.arp_ha.sa_data, "\x52\x55\x0a\x00\x02\x02", 6);
  if (ioctl(s, SIOCSARP, &arp) < 0) fail("arp");
}

/* Until the driver has given every packet of this socket back: it may hold them in a queue. */
static void drain(int s) {
  for (int left = 1; left > 0;)
    if (ioctl(s, SIOCOUTQ, &left) < 0) fail("SIOCOUTQ");
}

int main(void) {
  mount("dev", "/dev", "devtmpfs", 0, "");
  port = open("/dev/port", O_WRONLY);
  if (port < 0) fail("/dev/port");
  mark(1);
  if (load_modules() == 0) finish();
  int s = socket(AF_INET, SOCK_DGRAM, 0), sent = 0;
  bring_up(s);
  char packet[BYTES];
  memset(packet, 'x', sizeof packet);
  struct sockaddr_in to = address("10.0.2.2", PORT);
  sendto(s, packet, 1, 0, (struct sockaddr *)&to, sizeof to); /* all paths walked once */
  usleep(500000);
  mark(2);
  for (int i = 0; i < PACKETS; i++)
    sent += sendto(s, packet, sizeof packet, 0, (struct sockaddr *)&to, sizeof to) == sizeof packet;
  drain(s);
  mark(3);
  usleep(500000); /* what is under way arrives */
  printf("guest: sent %d\n", sent);
  finish();
}
