/**
 * Why: a ping is a hundred lines and some twenty events. Each event opens with one telling line; the lines up to the
 * next opening belong to it. The rules look at the text alone, so that another recording is cut by the same rules.
 */
import { numberIn, type Line, type Source } from './lines';
import type { StageId } from '../split-driver/stages';

export const BEATS = [
  'send',
  'grant',
  'notify',
  'sleep',
  'switch',
  'upcall',
  'poll',
  'copy',
  'map',
  'respond',
  'bridge',
  'nic',
  'wire',
  'irq',
  'zerocopy',
  'back',
  'queue',
  'unmap',
  'copy-back',
  'notify-back',
  'switch-back',
  'complete',
  'get',
  'done',
] as const;
/** One event of the way; the order is that of neither scene alone (a mapped page is answered late, a copied one at once). */
export type BeatId = (typeof BEATS)[number];

export interface Beat {
  readonly id: BeatId;
  /** Its raw lines: from, and up to but not including. */
  readonly span: readonly [number, number];
}

/** Name of the interrupt that this upcall is about: the next handler of the same domain. */
const irqAfter = (lines: readonly Line[], i: number): string =>
  /name=(\S+)/.exec(
    lines.slice(i).find(({ source, name }) => source === lines[i]!.source && name === 'irq_handler_entry')
      ?.text ?? '',
  )?.[1] ?? '';

/** Domain 0's interrupt for the guest's transmit ring. */
const transmitIrq = (lines: readonly Line[]): number | undefined => {
  const found = lines.find(
    ({ source, text }) => source === 'dom0' && /^irq_handler_entry: .*name=vif\S+-tx$/.test(text),
  );
  return found && numberIn(found, 'irq');
};

type Rule = readonly [source: Source, opens: RegExp, and?: (lines: readonly Line[], i: number) => boolean];

const RULES: Readonly<Record<BeatId, Rule>> = {
  send: ['domu', /^sys_sendto\(/],
  grant: ['domu', /^xennet_start_xmit:/],
  notify: ['domu', /^notify_remote_via_irq:/],
  sleep: ['domu', /^net_dev_xmit:/, (lines, i) => (lines[i + 1]?.text ?? '').startsWith('sys_sendto ->')],
  switch: ['xen', /^sched_switch: d1v0 -> d0v0/],
  upcall: ['dom0', /^xen_evtchn_do_upcall:/, (lines, i) => /^vif.*-tx$/.test(irqAfter(lines, i))],
  poll: ['dom0', /^xenvif_poll:/],
  copy: ['dom0', /^gnttab_batch_copy: .* sdom=1 /],
  map: ['dom0', /^gnttab_map_refs:/],
  respond: [
    'dom0',
    /^notify_remote_via_irq:/,
    (lines, i) => numberIn(lines[i]!, 'irq') === transmitIrq(lines),
  ],
  bridge: ['dom0', /^netif_receive_skb: dev=vif/],
  nic: ['dom0', /^net_dev_queue: dev=eth/],
  wire: ['wire', /^icmp_echo_request:/],
  irq: ['dom0', /^xen_evtchn_do_upcall:/, (lines, i) => irqAfter(lines, i).startsWith('eth')],
  zerocopy: ['dom0', /^xenvif_zerocopy_callback:/],
  back: ['dom0', /^netif_receive_skb: dev=eth/],
  queue: ['dom0', /^net_dev_queue: dev=vif/],
  unmap: ['dom0', /^gnttab_unmap_refs:/],
  'copy-back': ['dom0', /^xenvif_rx_skb:/],
  'notify-back': [
    'dom0',
    /^notify_remote_via_irq:/,
    (lines, i) => numberIn(lines[i]!, 'irq') !== transmitIrq(lines),
  ],
  'switch-back': ['xen', /^sched_switch: d0v0 -> d1v0/],
  complete: ['domu', /^xen_evtchn_do_upcall:/],
  get: ['domu', /^handle_irq_for_port:/, (lines, i) => irqAfter(lines, i).endsWith('-rx')],
  done: ['domu', /^netif_receive_skb:/],
};

/** What opens with this line. */
const openedBy = (lines: readonly Line[], i: number): BeatId | undefined =>
  BEATS.find((id) => {
    const [source, opens, and] = RULES[id];
    return lines[i]!.source === source && opens.test(lines[i]!.text) && (and?.(lines, i) ?? true);
  });

/** The events of a ping in their order; every line belongs to one. @throws Error if the first line opens none. */
export function beatsOf(lines: readonly Line[]): readonly Beat[] {
  const opened = lines.flatMap((_, i) => {
    const id = openedBy(lines, i);
    return id === undefined ? [] : [{ id, from: i }];
  });
  if (opened[0]?.from !== 0) throw new Error(`no event begins with "${lines[0]?.text ?? ''}"`);
  return opened.map(({ id, from }, n) => ({ id, span: [from, opened[n + 1]?.from ?? lines.length] }));
}

/** Which stage of a packet being sent an event is; none for what belongs to the schedulers or to the answer. */
export const STAGE: Readonly<Partial<Record<BeatId, readonly StageId[]>>> = {
  send: ['frontend-queues'],
  grant: ['shared-memory'],
  notify: ['signal'],
  upcall: ['backend-wakes'],
  poll: ['backend-wakes'],
  copy: ['copy'],
  map: ['copy'],
  bridge: ['switch'],
  nic: ['hardware'],
  wire: ['hardware'],
  complete: ['completion'],
};

/** The stages of the packet that was sent, in the order in which the recording tells them. */
export function recordedStages(lines: readonly Line[]): readonly StageId[] {
  const stages = beatsOf(lines).flatMap(({ id }) => STAGE[id] ?? []);
  return stages.filter((stage, i) => stage !== stages[i - 1]);
}
