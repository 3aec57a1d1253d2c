/*
 * Why: the smallest VMM that runs guest.S. It maps memory, makes one vCPU, answers the guest's I/O in user
 * space, and writes scenes and answers into the trace (trace_marker), so that they stand among KVM's events.
 * It prints what the guest left at RESULTS as JSON; status 1: a call failed, 2: an exit it does not know.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
  MEMORY_BYTES = 4 << 20,
  LOAD_AT = 0x1000,      /* guest-physical address of the image, and the first instruction */
  IMAGE_MAX = 0xf000,    /* the guest's page tables begin at 0x10000 */
  RESULTS = 0x40000,
  PORT_SCENE = 0xe9,     /* OUT: a scene begins */
  PORT_MSI = 0xe8,       /* OUT: please raise a device interrupt */
  PORT_DONE = 0xf4,      /* OUT: the guest has finished */
  PORT_LINE_STATUS = 0x3fd,
  MSI_VECTOR = 0x41,
  MSI_ADDRESS = 0xfee00000,
  DEVICE_ANSWER = 0xfeed /* what the emulated device answers when it is read */
};

static int trace_marker = -1;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* One line of the trace; silent where there is no tracefs, so that the VMM runs without it. */
static void mark(const char *format, ...) {
  char line[256];
  va_list args;
  va_start(args, format);
  int length = vsnprintf(line, sizeof line, format, args);
  va_end(args);
  if (trace_marker >= 0) (void)!write(trace_marker, line, length);
}

static int call(int fd, const char *name, unsigned long request, void *argument) {
  int result = ioctl(fd, request, argument);
  if (result < 0) fail(name);
  return result;
}
#define CALL(fd, request, argument) call(fd, #request, request, argument)

/* Guest memory in pages of 4 KiB: with huge pages one first touch would stand for 512. */
static uint8_t *map_memory(int vm) {
  uint8_t *memory = mmap(NULL, MEMORY_BYTES, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) fail("mmap of guest memory");
  madvise(memory, MEMORY_BYTES, MADV_NOHUGEPAGE);
  struct kvm_userspace_memory_region region = {
      .slot = 0, .guest_phys_addr = 0, .memory_size = MEMORY_BYTES, .userspace_addr = (uint64_t)memory};
  CALL(vm, KVM_SET_USER_MEMORY_REGION, &region);
  return memory;
}

static void load(uint8_t *memory, const char *image) {
  int fd = open(image, O_RDONLY);
  if (fd < 0) fail(image);
  if (read(fd, memory + LOAD_AT, IMAGE_MAX) <= 0) fail(image);
  close(fd);
}

/* The vCPU shows the guest every feature that KVM supports, and starts in real mode at LOAD_AT. */
static int make_vcpu(int kvm, int vm) {
  int vcpu = CALL(vm, KVM_CREATE_VCPU, 0);
  static struct {
    struct kvm_cpuid2 head;
    struct kvm_cpuid_entry2 entries[128];
  } cpuid;
  cpuid.head.nent = 128;
  CALL(kvm, KVM_GET_SUPPORTED_CPUID, &cpuid);
  CALL(vcpu, KVM_SET_CPUID2, &cpuid);
  struct kvm_sregs system;
  CALL(vcpu, KVM_GET_SREGS, &system);
  system.cs.base = 0;
  system.cs.selector = 0;
  CALL(vcpu, KVM_SET_SREGS, &system);
  struct kvm_regs registers = {.rip = LOAD_AT, .rflags = 2};
  CALL(vcpu, KVM_SET_REGS, &registers);
  return vcpu;
}

/* Returns 1 when the guest says that it has finished. */
static int answer_port(int vm, struct kvm_run *run) {
  uint8_t *data = (uint8_t *)run + run->io.data_offset;
  if (run->io.direction == KVM_EXIT_IO_IN) {
    *data = run->io.port == PORT_LINE_STATUS ? 0x60 : 0xff; /* 0x60: the serial line is free */
    mark("VMM pio-in port=0x%x data=0x%x\n", run->io.port, *data);
    return 0;
  }
  switch (run->io.port) {
  case PORT_SCENE:
    mark("SCENE %u\n", *data);
    return 0;
  case PORT_DONE:
    mark("VMM guest-done\n");
    return 1;
  case PORT_MSI: {
    struct kvm_msi msi = {.address_lo = MSI_ADDRESS, .data = MSI_VECTOR};
    int delivered = CALL(vm, KVM_SIGNAL_MSI, &msi);
    mark("VMM signal-msi vector=0x%x delivered=%d\n", MSI_VECTOR, delivered);
    return 0;
  }
  default:
    mark("VMM pio-out port=0x%x size=%u count=%u data=%.*s\n", run->io.port, run->io.size, run->io.count,
         (int)(run->io.size * run->io.count), (char *)data);
    return 0;
  }
}

static void answer_mmio(struct kvm_run *run) {
  uint32_t value = DEVICE_ANSWER;
  if (run->mmio.is_write) memcpy(&value, run->mmio.data, sizeof value);
  else memcpy(run->mmio.data, &value, sizeof value);
  mark("VMM mmio-%s gpa=0x%llx len=%u data=0x%x\n", run->mmio.is_write ? "write" : "read",
       run->mmio.phys_addr, run->mmio.len, value);
}

static void report_unknown(int vcpu, const struct kvm_run *run) {
  struct kvm_regs registers;
  struct kvm_sregs system;
  CALL(vcpu, KVM_GET_REGS, &registers);
  CALL(vcpu, KVM_GET_SREGS, &system);
  mark("VMM unexpected exit %u\n", run->exit_reason);
  fprintf(stderr, "unexpected exit %u rip=0x%llx cr0=0x%llx cr2=0x%llx cr3=0x%llx cs=0x%x\n",
          run->exit_reason, registers.rip, system.cr0, system.cr2, system.cr3, system.cs.selector);
}

int main(int argc, char **argv) {
  trace_marker = open("/sys/kernel/tracing/trace_marker", O_WRONLY);
  int kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
  if (kvm < 0) fail("/dev/kvm");
  int vm = CALL(kvm, KVM_CREATE_VM, 0);
  CALL(vm, KVM_CREATE_IRQCHIP, 0);
  uint8_t *memory = map_memory(vm);
  load(memory, argc > 1 ? argv[1] : "/guest.bin");
  int vcpu = make_vcpu(kvm, vm);
  int run_bytes = CALL(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
  struct kvm_run *run = mmap(NULL, run_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
  if (run == MAP_FAILED) fail("mmap of the vCPU");

  long port_exits = 0, mmio_exits = 0;
  for (int done = 0; !done;) {
    if (ioctl(vcpu, KVM_RUN, 0) < 0) {
      if (errno == EINTR) continue;
      fail("KVM_RUN");
    }
    switch (run->exit_reason) {
    case KVM_EXIT_IO:
      port_exits++;
      done = answer_port(vm, run);
      break;
    case KVM_EXIT_MMIO:
      mmio_exits++;
      answer_mmio(run);
      break;
    default:
      report_unknown(vcpu, run);
      return 2;
    }
  }

  /* As guest.S lays them out: 64-bit slots, of which the lower half is used. */
  const uint32_t *results = (const uint32_t *)(memory + RESULTS);
  printf("{\"syscalls\":%u,\"tsc_delta\":%u,\"irqs\":%u,\"cr2\":\"0x%x\",\"io_exits\":%ld,\"mmio_exits\":%ld}\n",
         results[2], results[4] - results[0], results[6], results[8], port_exits, mmio_exits);
  return 0;
}
