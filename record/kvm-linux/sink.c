/*
 * Why: where the guest's packets go. QEMU's user network hands them to this port of the recording host; without a
 * listener each would come back as an error and cost the guest an interrupt. Counts packets of 200 bytes until it is
 * told to end, then says how many there were.
 */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PORT = 9999, BYTES = 200 };

static volatile sig_atomic_t ended;
static void end(int signal) { ended = signal; }

int main(void) {
  struct sigaction action = {.sa_handler = end};
  sigaction(SIGTERM, &action, NULL);
  int s = socket(AF_INET, SOCK_DGRAM, 0), received = 0;
  struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons(PORT)};
  if (bind(s, (struct sockaddr *)&own, sizeof own) < 0) perror("bind");
  char packet[2048];
  while (!ended) received += recv(s, packet, sizeof packet, 0) == BYTES;
  printf("%d\n", received);
  return 0;
}
