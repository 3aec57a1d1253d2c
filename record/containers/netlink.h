/*
 * Why: a container's cable is made by netlink alone. These are the few requests of `ip link` that the recording needs,
 * and a dump of the links of the network namespace that the caller is in. Each returns 0, or -1 with errno set.
 */
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <arpa/inet.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

struct request {
  struct nlmsghdr head;
  struct ifinfomsg link;
  char rest[512];
};

static struct rtattr *attribute(struct request *r, int type, const void *data, int length) {
  struct rtattr *a = (struct rtattr *)((char *)r + NLMSG_ALIGN(r->head.nlmsg_len));
  a->rta_type = type;
  a->rta_len = RTA_LENGTH(length);
  if (length) memcpy(RTA_DATA(a), data, length);
  r->head.nlmsg_len = NLMSG_ALIGN(r->head.nlmsg_len) + RTA_ALIGN(a->rta_len);
  return a;
}

static void close_nest(struct request *r, struct rtattr *a) {
  a->rta_len = (char *)r + NLMSG_ALIGN(r->head.nlmsg_len) - (char *)a;
}

static struct request request(int type, int flags, int index) {
  struct request r = {0};
  r.head.nlmsg_len = NLMSG_LENGTH(sizeof r.link);
  r.head.nlmsg_type = type;
  r.head.nlmsg_flags = NLM_F_REQUEST | flags;
  r.link.ifi_index = index;
  return r;
}

/* Sends a request and takes the kernel's answer. */
static int talk(struct request *r) {
  char answer[4096];
  r->head.nlmsg_flags |= NLM_F_ACK;
  int s = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
  if (s < 0) return -1;
  int got = send(s, r, r->head.nlmsg_len, 0) < 0 ? -1 : (int)recv(s, answer, sizeof answer, 0);
  close(s);
  struct nlmsghdr *h = (struct nlmsghdr *)answer;
  if (got < (int)NLMSG_LENGTH(sizeof(struct nlmsgerr)) || h->nlmsg_type != NLMSG_ERROR) return errno = EPROTO, -1;
  int error = -((struct nlmsgerr *)NLMSG_DATA(h))->error;
  return error ? (errno = error, -1) : 0;
}

static int link_add(const char *name, const char *kind, const char *peer) {
  struct request r = request(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, 0);
  attribute(&r, IFLA_IFNAME, name, strlen(name) + 1);
  struct rtattr *info = attribute(&r, IFLA_LINKINFO, 0, 0);
  attribute(&r, IFLA_INFO_KIND, kind, strlen(kind));
  if (peer) {
    struct rtattr *data = attribute(&r, IFLA_INFO_DATA, 0, 0);
    struct ifinfomsg none = {0};
    struct rtattr *end = attribute(&r, VETH_INFO_PEER, &none, sizeof none);
    attribute(&r, IFLA_IFNAME, peer, strlen(peer) + 1);
    close_nest(&r, end);
    close_nest(&r, data);
  }
  close_nest(&r, info);
  return talk(&r);
}

/* Changes one 32-bit attribute of a link. */
static int link_set(const char *name, int type, unsigned value) {
  struct request r = request(RTM_NEWLINK, 0, if_nametoindex(name));
  if (!r.link.ifi_index) return -1;
  attribute(&r, type, &value, sizeof value);
  return talk(&r);
}

static int link_up(const char *name) {
  struct request r = request(RTM_NEWLINK, 0, if_nametoindex(name));
  if (!r.link.ifi_index) return -1;
  r.link.ifi_flags = r.link.ifi_change = IFF_UP;
  return talk(&r);
}

static int set_address(const char *name, const char *address) {
  struct ifreq request = {0};
  struct sockaddr_in *in = (struct sockaddr_in *)&request.ifr_addr;
  snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
  in->sin_family = AF_INET;
  inet_pton(AF_INET, address, &in->sin_addr);
  int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  int done = ioctl(s, SIOCSIFADDR, &request);
  inet_pton(AF_INET, "255.255.255.0", &in->sin_addr);
  if (!done) done = ioctl(s, SIOCSIFNETMASK, &request);
  close(s);
  return done;
}

static void print_address(FILE *out, const char *name) {
  struct ifreq request = {0};
  snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
  int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (!ioctl(s, SIOCGIFADDR, &request))
    fprintf(out, ",\"address\":\"%s\"", inet_ntoa(((struct sockaddr_in *)&request.ifr_addr)->sin_addr));
  close(s);
}

static void print_link(FILE *out, struct nlmsghdr *h) {
  struct ifinfomsg *link = NLMSG_DATA(h);
  const char *name = "", *kind = "";
  unsigned peer = 0, master = 0;
  int room = IFLA_PAYLOAD(h);
  for (struct rtattr *a = IFLA_RTA(link); RTA_OK(a, room); a = RTA_NEXT(a, room)) {
    if (a->rta_type == IFLA_IFNAME) name = RTA_DATA(a);
    if (a->rta_type == IFLA_LINK) peer = *(unsigned *)RTA_DATA(a);
    if (a->rta_type == IFLA_MASTER) master = *(unsigned *)RTA_DATA(a);
    if (a->rta_type == IFLA_LINKINFO) {
      int inner = RTA_PAYLOAD(a);
      for (struct rtattr *b = RTA_DATA(a); RTA_OK(b, inner); b = RTA_NEXT(b, inner))
        if (b->rta_type == IFLA_INFO_KIND) kind = RTA_DATA(b);
    }
  }
  fprintf(out, "{\"index\":%d,\"name\":\"%s\",\"kind\":\"%s\",\"up\":%s,\"running\":%s", link->ifi_index, name,
          *kind ? kind : "loopback", link->ifi_flags & IFF_UP ? "true" : "false",
          link->ifi_flags & IFF_RUNNING ? "true" : "false");
  if (peer) fprintf(out, ",\"peer\":%u", peer);
  if (master) fprintf(out, ",\"master\":%u", master);
  print_address(out, name);
  fprintf(out, "}");
}

/* The links of the caller's network namespace, as a JSON list. */
static void print_links(FILE *out) {
  static char answer[1 << 16];
  struct request r = request(RTM_GETLINK, NLM_F_DUMP, 0);
  int s = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE), first = 1, more = send(s, &r, r.head.nlmsg_len, 0) > 0;
  fprintf(out, "[");
  while (more) {
    int got = recv(s, answer, sizeof answer, 0);
    if (got <= 0) break;
    for (struct nlmsghdr *h = (struct nlmsghdr *)answer; NLMSG_OK(h, (unsigned)got); h = NLMSG_NEXT(h, got)) {
      if (h->nlmsg_type != RTM_NEWLINK) {
        more = 0;
        break;
      }
      fprintf(out, first ? "" : ",");
      first = 0;
      print_link(out, h);
    }
  }
  fprintf(out, "]");
  close(s);
}
