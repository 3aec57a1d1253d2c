/** Why: what each step says in English: what just happened in bold, then why it matters. */
export const captions = {
  'send.start':
    '**A program in the child partition sends {bytes} bytes.** The child has no network card. Its driver knows that it runs on Hyper-V (that is the paravirtual part) and asks for help in few words.',
  'send.queue':
    '**netvsc copies the frame of {bytes} bytes into its send buffer.** The root partition can read that memory: its page addresses were handed over once, when the channel was opened (a GPADL).',
  write:
    '**A message of {bytes} bytes enters the out ring; write_index moves from {from} to {to}.** It says where the data lies, not what it is. Nothing has left the child yet.',
  signal:
    '**HvCallSignalEvent: the one hypercall of this request.** Both indices stood at {index}: the ring was empty, so nobody was reading it. The hypervisor sets a bit for the root partition and interrupts it.',
  'send.wake':
    '**NetVSP wakes in the root partition and sets interrupt_mask to 1.** As long as it reads, further messages in this ring need no signal.',
  'send.read':
    '**NetVSP reads {bytes} bytes; read_index follows to {to}.** It takes the frame where it lies. The hypervisor is no longer involved: it carried the signal and never saw the data.',
  'send.switch':
    '**The virtual switch looks at the destination MAC address.** Another child on this host would get the frame through its own channel; this one leaves by the physical port.',
  'send.hardware':
    '**The root partition’s own Windows driver hands the frame to the card.** Hyper-V has no device drivers: this is its microkernel design. Xen does the same with Domain 0.',
  complete:
    '**{vsp} answers: a completion of {bytes} bytes in the in ring.** It carries the transaction id of the request, so that answers may come back in any order.',
  'signal-back':
    '**The root makes the same hypercall the other way.** The in ring was empty, so the child must be told. In the child the interrupt arrives in `vmbus_isr()`.',
  'send.done':
    '**netvsc reads the completion and frees its place in the send buffer.** Two signals for one packet: the worst case. The next scene shows why it is rarely so.',

  'disk.start':
    '**A program in the child partition writes {bytes} bytes to its disk.** The block lies in four pages of the child’s memory.',
  'disk.queue':
    '**storvsc wraps a SCSI command and lists the four page addresses.** It copies no data: a large block would be expensive to copy.',
  'disk.wake':
    '**StorVSP wakes in the root partition and sets interrupt_mask to 1.** The two drivers now share a ring, not a call.',
  'disk.read':
    '**StorVSP reads the command of {bytes} bytes; read_index follows to {to}.** The list of pages tells it where the block lies in the machine’s memory.',
  'disk.switch':
    '**The block’s place in the virtual disk becomes a place in the VHDX file.** For the root partition it is a write to a file of its own.',
  'disk.hardware':
    '**The root’s storage driver starts the transfer; the controller fetches the data by DMA.** By the shortest path straight from the child’s pages: no CPU has copied the block.',
  'disk.done':
    '**storvsc reads the completion and reports the write as done.** One request and one answer, whatever the size of the block.',

  'burst.start':
    '**A program sends {total} packets in quick succession.** Watch the indices chase each other, and count the signals.',
  'burst.first':
    '**Packet 1 enters the empty out ring: {bytes} bytes, write_index {write}.** `read_index` is still {read}: nobody has looked yet.',
  'burst.signal':
    '**The ring was empty, so the child signals.** It takes a while until NetVSP runs: the child does not wait for it.',
  'burst.waiting':
    '**Packets {first} to {last} follow, {bytes} bytes, and no signal.** The ring is not empty: whoever was called for packet 1 will find these too. `write_index` has passed the end and is {write}.',
  'burst.wake':
    '**NetVSP runs and sets interrupt_mask to 1.** The mask stands in the ring’s header page, where the child can see it.',
  'burst.read':
    '**NetVSP takes four packets at once: read_index = write_index = {read}.** The ring is empty again, but NetVSP is still awake.',
  'burst.masked':
    '**Packets {first} to {last} meet an empty ring, and still no signal.** The mask is set: NetVSP has promised to look once more before it sleeps.',
  'burst.hardware':
    '**It looked again: {count} packets are on their way to the wire.** One signal paid for all of them.',
  'burst.complete':
    '**{count} completions go back, with one signal.** The first one meets an empty in ring; the other {spared} are spared. NetVSP clears its mask, looks a last time and sleeps.',
  'burst.done':
    '**The child takes {count} completions in one interrupt.** The rule works in both directions.',
  'burst.late':
    '**After a pause packets {first} to {last} come: one more signal.** The ring was empty and its reader asleep. A host may even suspend a guest that signals too often without need.',
  'burst.served':
    '**The last {count} packets and their completions are through.** Busy rings need few signals, idle ones need one for each packet.',

  'receive.start':
    '**A frame of {bytes} bytes arrives for the child.** The card belongs to the root partition, so the root’s driver gets the interrupt.',
  'receive.switch':
    '**The root’s driver takes the frame; the virtual switch finds the child by its MAC address.** Nothing of this has touched the child.',
  'receive.copy':
    '**NetVSP copies {bytes} bytes into the child’s receive buffer.** The child shared this memory when the channel was opened. (A card with VMQ can do it by DMA.)',
  'receive.write':
    '**A message of {bytes} bytes announces the frame: write_index of the in ring moves from {from} to {to}.** It names the place in the receive buffer.',
  'receive.signal':
    '**The in ring was empty: the root signals the child.** The hypervisor sets the bit and interrupts one of the child’s virtual CPUs.',
  'receive.read':
    '**The interrupt handler runs, and netvsc copies the frame out of the buffer; read_index is {read}.** The second copy lets the buffer be used again at once.',
  'receive.deliver':
    '**The frame goes up the child’s own network stack.** From here on it is like on any machine.',
  'receive.back':
    '**netvsc returns the place in the receive buffer: {bytes} bytes in the out ring.** That ring was empty, so this costs a signal too. Real drivers collect several answers first.',

  'flood.start':
    '**{total} frames arrive while the child’s virtual CPU is not running.** A ring has an end: what happens there?',
  'flood.first':
    '**The first frame is announced and signalled.** The interrupt waits: the hypervisor has the child’s virtual CPU queued behind others.',
  'flood.fill':
    '**{count} messages fill {bytes} bytes of the ring; {spared} signals are spared.** Only {free} bytes are free.',
  'flood.full':
    '**Message {next} needs {need} bytes, and {free} are free: NetVSP writes pending_send_sz = {need} and stops.** It asks to be told when there is room. A ring is never filled to the last byte, or full would look like empty.',
  'flood.drain':
    '**The child runs and takes all {count}; then it signals the root.** Free room has grown from too little to enough for the {need} bytes that were waited for: the second reason for a signal.',
  'flood.rest':
    '**NetVSP writes the other {count} messages.** The child is still reading and has its `interrupt_mask` set.',
  'flood.done':
    '**All {total} frames have arrived in order; their places go back by the out ring.** Had it lasted, the virtual switch would have dropped frames: the ring itself never does.',

  'other.write':
    '**Meanwhile child 2 writes {bytes} bytes into its own out ring.** Each child has channels of its own; no child can see another’s.',
  'other.signal':
    '**Child 2 signals, although the VSP is awake already.** The rule looks at one ring: this one was empty, and its mask is not set.',
  'other.served':
    '**The same VSP serves channel 2.** One provider in the root, one pair of rings for each child.',
  'other.receive':
    '**A frame for child 2 takes the other channel: {bytes} bytes and a signal of its own.** The virtual switch chose by MAC address.',
  'other.flood':
    '**Child 2 gets a frame at the same moment without delay.** Its ring is empty: a full channel holds up nobody else.',

  'emulated.queue':
    '**The child’s ordinary driver puts the frame and a transmit descriptor into memory.** It believes that an Intel 21140 is there. Nobody has noticed yet: writing memory does not stop the child.',
  'emulated.exit':
    '**OUT to {port}: the child stops.** There is no such port. The CPU leaves the child with a VM exit to the hypervisor, which cannot play network card either.',
  'emulated.worker':
    '**An intercept message wakes the child’s worker process, vmwp.exe, in user mode of the root.** It knows what a 21140 does when {port} is written, and copies the frame out of the child’s memory.',
  'emulated.disk-worker':
    '**An intercept message wakes the child’s worker process, vmwp.exe, in user mode of the root.** It notes the value for {port}: one register of twelve.',
  'emulated.switch':
    '**The worker process passes the frame to the virtual switch.** From here on it is the road of a synthetic packet.',
  'emulated.entry':
    '**The worker is done with this access, and the virtual CPU may go on.** All this time it stood still, in the middle of one instruction.',
  'emulated.interrupt':
    '**The worker asks the hypervisor to raise the card’s interrupt.** The child’s handler starts, and wants to read registers.',
  'emulated.send-handler':
    '**The handler reads CSR5, acknowledges, and reads again: {count} more intercepts.** That makes {total} for one packet, each with its way to user mode and back.',
  'emulated.receive-handler':
    '**The handler reads CSR5, acknowledges, and reads again: {count} intercepts.** All {total} for one frame, each with its way to user mode and back.',
  'emulated.disk-handler':
    '**The handler reads and clears the status, stops the engine, reads the drive: {count} more intercepts.** That makes {total} for one write.',
  'emulated.rest':
    '**The other packets go the same way: {all} intercepts for {total} packets.** {each} each time. Registers know no batches.',
  'emulated.other':
    '**Child 2 does the same: {count} intercepts.** They go to a worker process of its own, so that a fault in one emulated device stays with one child.',
  'emulated.receive':
    '**The worker process copies the frame into the buffer that the child’s driver has prepared.** So would the real card, by DMA.',
  'emulated.flood':
    '**{total} frames arrive for an emulated card.** Its descriptors lie in the child’s memory: room is not the trouble here.',
  'emulated.disk-queue':
    '**The child’s IDE driver builds a list of pages and starts to program the controller.** Eight registers must be written before anything moves.',
  'emulated.disk-command':
    '**{more} more OUT instructions, {more} more intercepts.** Count, address in four pieces, command, start: {sofar} in all so far, and no data has moved.',
  'emulated.disk-switch':
    '**The worker process turns the command into a write to the VHDX file.** The data it takes from the child’s memory by the list of pages.',

  'ring.start':
    '**Before Hyper-V, Windows runs on the bare CPU: its kernel in ring 0, programs in ring 3.** CPL 0 is the most that a CPU can give.',
  'ring.launch':
    '**At the next start a loader starts the hypervisor, which executes VMXON.** The CPU is now in VMX root mode, CPL 0. This mode has rings 0 to 3 of its own.',
  'ring.root':
    '**Windows goes on as the root partition: in non-root mode, still in ring 0.** It has the devices, but the hypervisor is under it too. That is why Hyper-V counts as type 1.',
  'ring.child':
    '**A child’s kernel also runs in ring 0.** Nothing is squeezed into ring 1, nothing is translated: non-root mode makes ring 0 safe to give away. So Hyper-V requires VT-x or AMD-V.',
  'ring.exit':
    '**{instruction} in the child: a VM exit. Root mode, and CPL is 0 again.** More powerful than the ring 0 above it, but by mode and not by number.',
  'ring.entry':
    '**VMRESUME, and the child’s kernel goes on behind its {instruction}.** Its CPL never was anything but 0.',
  'ring.name':
    '**In the exam: “ring −1”. In engineering: ring 0 of VMX root mode.** The two bits of CPL cannot hold −1, and neither Intel nor AMD uses the name: Intel says VMX root operation. The nickname means “below ring 0”.',

  'end.synthetic':
    '**Done: {packets} in all, with {messages} messages and {signals} signals.** {toRoot} of the signals went to the root. With an emulated device the same work takes {intercepts} intercepts.',
  'end.emulated':
    '**Done: {packets} in all, with {intercepts} intercepts.** With a synthetic device the same work takes {messages} messages and {signals} signals, {toRoot} of them to the root.',
} as const;
