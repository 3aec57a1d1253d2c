/** Why: the figure's own English words: names, rows, questions, and what the model leaves out. */
export const labelsEn = {
  title: 'One event, six platforms',
  'intro-look':
    'Every column is a platform standing on its own hardware; the dot is control. Look first at what touches the hardware: a hypervisor (red) makes a type 1, a host’s kernel (purple) a type 2. KVM is what books argue about: it is inside the kernel that stands there.',
  'intro-try':
    'Send a packet and watch who drives the NIC. Then choose **System call**: five columns are done after three beats, and one is not. Tick two columns to read every beat of both in full.',
  'control-event': 'Event',
  'control-columns': 'Platforms',
  'group-cpu': 'Instructions and memory',
  'group-io': 'Devices and time',
  'event-syscall': 'System call',
  'event-privileged': 'Privileged instruction',
  'event-page-fault': 'Page fault',
  'event-packet': 'Packet sent',
  'event-disk': 'Disk write',
  'event-timer': 'Timer tick',
  'columns-0': 'KVM and Xen',
  'columns-1': 'KVM and a container',
  'columns-2': 'ESXi and Workstation',
  'columns-3': 'Xen and Hyper-V',
  'columns-4': 'Four hypervisors for servers',
  'columns-5': 'All six',

  'name-kvm': 'KVM',
  'name-xen': 'Xen PV',
  'name-esxi': 'ESXi',
  'name-workstation': 'Workstation',
  'name-hyper-v': 'Hyper-V',
  'name-container': 'Container',
  'type-1': 'type 1',
  'type-2': 'type 2',
  'type-both': 'type 2 or 1',
  'type-none': 'no hypervisor',

  'layer-kvm-guser': 'Guest app',
  'layer-kvm-gkernel': 'Guest kernel',
  'layer-kvm-vmm': 'KVM',
  'layer-kvm-huser': 'QEMU',
  'layer-kvm-host': 'Linux',
  'layer-kvm-hw': 'Hardware',
  'layer-xen-guser': 'Guest app',
  'layer-xen-gkernel': 'Guest kernel',
  'layer-xen-host': 'Dom0 kernel',
  'layer-xen-vmm': 'Xen',
  'layer-xen-hw': 'Hardware',
  'layer-esxi-guser': 'Guest app',
  'layer-esxi-gkernel': 'Guest kernel',
  'layer-esxi-vmm': 'VMM',
  'layer-esxi-huser': 'VMX',
  'layer-esxi-host': 'VMkernel',
  'layer-esxi-hw': 'Hardware',
  'layer-workstation-guser': 'Guest app',
  'layer-workstation-gkernel': 'Guest kernel',
  'layer-workstation-vmm': 'VMM',
  'layer-workstation-huser': 'VMX',
  'layer-workstation-host': 'Host OS',
  'layer-workstation-hw': 'Hardware',
  'layer-hyper-v-guser': 'Guest app',
  'layer-hyper-v-gkernel': 'Guest kernel',
  'layer-hyper-v-huser': 'VMWP',
  'layer-hyper-v-host': 'Root kernel',
  'layer-hyper-v-vmm': 'Hypervisor',
  'layer-hyper-v-hw': 'Hardware',
  'layer-container-guser': 'Process in the container',
  'layer-container-host': 'Linux',
  'layer-container-hw': 'Hardware',

  'mode-ring-3': 'ring 3',
  'mode-ring-0': 'ring 0',
  'mode-ring-0-guest': 'ring 0, guest',
  'mode-ring-0-root': 'ring 0, root',

  'row-ground': 'on the hardware stands',
  'row-trail': 'way so far',
  'row-rings': 'ring changes',
  'row-entered': 'into hypervisor',
  'row-switches': 'switches',
  'row-copies': 'copies',
  'row-crossings': 'all crossings',
  number: '{value}',
  choice: 'Platforms',
  'choice-pair': 'Two platforms to look at',
  done: 'done in {beats} beats',
  unverified: 'unverified',
  picture: '{event}, beat {beat}. In control: {places}.',
  'picture-place': '{platform}: {layer}',

  of: '{platform}: {says}',
  pair: '{a} {b}',
  and: '{a}, {b}',
  then: '{a}. {b}',
  many: '**{groups}.** {lead}',
  'is-done': '{names}: done.',
  'group-none': 'Works on: {names}',
  'group-ring': 'Ring change: {names}',
  'group-exit': 'VM exit: {names}',
  'group-entry': 'VM entry: {names}',
  'group-trap': 'Trap: {names}',
  'group-return': 'Back from the hypervisor: {names}',
  'group-hypercall': 'Hypercall: {names}',
  'group-switch': 'Switch: {names}',
  'group-call': 'Function call: {names}',
  'group-device': 'Hardware: {names}',
  'group-done': 'Done: {names}',
  end: '**Most crossings: {first}, {most}. Fewest: {last}, {least}.** {why}',
  'end-same': '**{names}: {most} crossings.** {why}',
  'why-syscall':
    'VT-x and AMD-V gave the guest kernel its own ring 0, so that a system call is again a matter between program and kernel. 64-bit Xen PV has no ring left for that.',
  'why-privileged':
    'Every hypervisor answers this one alone, whatever stands beside it: no host, no Domain 0, no process takes part. Where there is no guest kernel, nobody may ask.',
  'why-page-fault':
    'With nested paging the guest’s own fault costs no exit. What remains is giving memory, and there the platforms differ: at once, on first touch, or through a host.',
  'why-packet':
    'What counts is where the driver lives: in the hypervisor (ESXi), in the kernel that is the hypervisor (KVM), in another domain (Xen, Hyper-V), behind a process of a host (Workstation), or in one’s own kernel.',
  'why-disk':
    'The same places as for a packet, with one difference: on KVM the block passes through a QEMU process, as there is no vhost for it.',
  'why-timer':
    'A real timer belongs to whoever owns the hardware. Each guest gets a virtual one, injected on the way back in; a container shares the host’s.',

  'ask-next': '{event} on {platform}: control is in “{from}”. Where does it go next?',
  'ask-touch-packet': 'On {platform}, whose driver hands the packet to the NIC?',
  'ask-touch-disk': 'On {platform}, whose driver hands the block to the disk?',
  'ask-most': '{event}: on which platform did control cross most often?',

  'simplifies-beat':
    'A beat is an order, not a time. A VM exit and entry with nothing in between took 470 to 630 TSC ticks on eight Intel CPUs from Haswell (2013) to Cascade Lake (2019; yulyugin/vmlatency, medians); a function call takes a few; each is one beat here.',
  'simplifies-one':
    'One CPU, one guest, one event, and everybody ready: no waiting for a CPU, no other interrupt, nothing in caches.',
  'simplifies-forms':
    'One usual form of each platform: KVM with virtio, vhost-net and nested paging; Xen with 64-bit PV guests; ESXi with vmxnet3 and PVSCSI; Workstation without Hyper-V on its host; Hyper-V with an enlightened Linux guest. Passthrough and SR-IOV, which spare most of these ways, are left out.',
  'simplifies-completion':
    'A way ends when the device has the data. The interrupt that tells the guest, and the guest’s next steps, are left out.',
  'simplifies-notify':
    'The back end is taken to be asleep, so that it must be notified; under load the rings suppress most notifications. Domain 0 maps grants with one hypercall here; it may take two.',
  'simplifies-vmware':
    'VMware publishes little of its code. Workstation’s ways are those of the USENIX 2001 paper, with VT-x in place of binary translation; ESXi’s ways inside the hypervisor are marked unverified.',
  'simplifies-host':
    'KVM is drawn apart from the Linux kernel that it is a module of; crossings between them are function calls. So are, as far as is known, those between ESXi’s monitor and its VMkernel.',
  'simplifies-copies':
    'Copies counts copies of the whole payload by a CPU, not headers, descriptors or DMA. VMware’s and Hyper-V’s numbers are what the named sources say, and may be more.',
  'simplifies-container':
    'The container is an ordinary one (runc, seccomp, bridge). gVisor and Kata Containers put a kernel or a VM around it and cross more.',

  overview:
    'Crossings of each event on each platform, and how often control came into the hypervisor. Each opens its way.',
  'overview-entered': 'hypervisor {entered}×',
} as const;

export type LabelKey = keyof typeof labelsEn;
