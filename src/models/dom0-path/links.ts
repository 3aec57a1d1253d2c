/**
 * Why: two domains' traces are one story because the same numbers stand in both: the grant reference that the guest
 * writes is the one that Domain 0 names, and the two ports are the ends of one event channel. All are read, none typed.
 */
import { numberIn, type Line, type Source } from './lines';

/** One direction of the way. */
export interface Link {
  /** Grant reference as the guest tells it. */
  readonly guestRef: number;
  /** Grant reference as Domain 0 names it in its copy. */
  readonly dom0Ref: number;
  /** The guest's end of the event channel, and Domain 0's. */
  readonly guestPort: number;
  readonly dom0Port: number;
}

export interface Links {
  readonly tx: Link;
  readonly rx: Link;
  /** Frame number of the guest's page, hexadecimal with `0x`. */
  readonly frame: string;
  /** Length of the packet on the wire, of what Domain 0 copied of it, and of the reply that it copied back, bytes. */
  readonly sent: number;
  readonly copied: number;
  readonly copiedBack: number;
  /** Whether a part was mapped. */
  readonly mapped: boolean;
}

function find(lines: readonly Line[], source: Source, pattern: RegExp): Line {
  const found = lines.find((line) => line.source === source && pattern.test(line.text));
  if (!found) throw new Error(`no line of ${source} matches ${String(pattern)}`);
  return found;
}

/** Port that was pending just before this interrupt's handler ran. */
function portOf(lines: readonly Line[], source: Source, handler: RegExp): number {
  const at = lines.indexOf(find(lines, source, handler));
  const port = lines
    .slice(0, at)
    .findLast((line) => line.source === source && line.name === 'handle_irq_for_port');
  if (!port) throw new Error(`no port before ${String(handler)} of ${source}`);
  return numberIn(port, 'port');
}

/** The port at the other end, from a line of `lsevtchn`: `9: VCPU 0: Interdomain (Connected) - Remote Domain 0, Port 20`. */
export function peerOf(page: readonly string[], port: number): number {
  const line = page.find((each) => each.trim().startsWith(`${port}:`));
  const peer = /Remote Domain \d+, Port (\d+)/.exec(line ?? '')?.[1];
  if (peer === undefined) throw new Error(`lsevtchn tells no peer of port ${port}`);
  return Number(peer);
}

/** @param guestPorts what `lsevtchn` says of the guest: the other end of the receive channel is not in the trace */
export function linksOf(lines: readonly Line[], guestPorts: readonly string[]): Links {
  const granted = find(lines, 'domu', /^gnttab_grant_foreign_access_ref:/);
  const out = find(lines, 'dom0', /^gnttab_batch_copy: .* sdom=1 /);
  const back = find(lines, 'dom0', /^gnttab_batch_copy: .* ddom=1 /);
  const received = lines.indexOf(find(lines, 'domu', /^xennet_get_responses:/));
  const rxPort = portOf(lines, 'domu', /^irq_handler_entry: .*-rx$/);
  return {
    tx: {
      guestRef: numberIn(granted, 'ref'),
      dom0Ref: numberIn(out, 'sref'),
      guestPort: portOf(lines, 'domu', /^irq_handler_entry: .*-tx$/),
      dom0Port: portOf(lines, 'dom0', /^irq_handler_entry: .*name=vif.*-tx$/),
    },
    rx: {
      guestRef: numberIn(find(lines.slice(received), 'domu', /^gnttab_end_foreign_access_ref:/), 'ref'),
      dom0Ref: numberIn(back, 'dref'),
      guestPort: rxPort,
      dom0Port: peerOf(guestPorts, rxPort),
    },
    frame: /gfn=(0x[0-9a-f]+)/.exec(granted.text)?.[1] ?? '',
    sent: numberIn(find(lines, 'wire', /^icmp_echo_request:/), 'len'),
    copied: numberIn(out, 'len'),
    copiedBack: numberIn(back, 'len'),
    mapped: lines.some(({ name }) => name === 'gnttab_map_refs'),
  };
}

export interface Counts {
  readonly hypercalls: number;
  readonly upcalls: number;
  readonly switches: number;
  readonly copies: number;
  readonly maps: number;
  readonly unmaps: number;
}

/** What has happened in these lines. Hypercalls are Xen's own lines: `iret` and what a task switch needs are among them. */
export function countsOf(lines: readonly Line[]): Counts {
  const count = (source: Source, pattern: RegExp) =>
    lines.filter((line) => line.source === source && pattern.test(line.text)).length;
  return {
    hypercalls: count('xen', /^hypercall:/),
    upcalls: count('domu', /^xen_evtchn_do_upcall:/) + count('dom0', /^xen_evtchn_do_upcall:/),
    switches: count('xen', /^sched_switch:/),
    copies: count('xen', /\(grant_table_op\) arg0=5\(copy\)/),
    maps: count('xen', /\(map_grant_ref\)/),
    unmaps: count('xen', /\(unmap_grant_ref\)/),
  };
}
