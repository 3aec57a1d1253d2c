import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../src/lib/recorded-events';
import { readCommitted, readPage } from './committed';

const ping = readCommitted('xen-ping', 'events');

describe.each(['ping-98', 'ping-1242'])('%s', (id) => {
  const scene = ping.scenes.find((each) => each.id === id)!;
  const lines = eventsOf(ping, scene.lines).map(({ at, task, text }, i) => {
    const [source, who] = task.split('/') as [string, string];
    return { i, at, source, who, text };
  });
  const find = (source: string, pattern: RegExp, from = 0) => {
    const found = lines.find((line) => line.i >= from && line.source === source && pattern.test(line.text));
    if (!found) throw new Error(`${id}: no ${pattern} of ${source} from line ${from}`);
    return found;
  };
  const number = (text: string, name: string) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(text)![1]);
  const grants = lines.filter(({ source, text }) => source === 'xen' && text.includes('(grant_table_op)'));

  it('goes from the guest through Xen and Domain 0 to the wire, and all the way back', () => {
    const path: [string, RegExp][] = [
      ['domu', /^sys_sendto\(/],
      ['domu', /^xennet_start_xmit:/],
      ['domu', /^gnttab_grant_foreign_access_ref:/],
      ['domu', /^notify_remote_via_irq:/],
      ['xen', /event_channel_op/],
      ['xen', /^sched_wake: d0v0$/],
      ['xen', /^sched_switch: d1v0 -> d0v0$/],
      ['dom0', /^irq_handler_entry: .*name=vif1\.0-q0-tx$/],
      ['dom0', /^xenvif_tx_action:/],
      ['dom0', /^gnttab_batch_copy:/],
      ['xen', /grant_table_op\) arg0=5\(copy\)/],
      ['dom0', /^netif_receive_skb: dev=vif1\.0 /],
      ['dom0', /^br_forward:/],
      ['dom0', /^e1000_xmit_frame:/],
      ['wire', /^icmp_echo_request: 10\.0\.2\.100 > 10\.0\.2\.2 /],
      ['wire', /^icmp_echo_reply: 10\.0\.2\.2 > 10\.0\.2\.100 /],
      ['dom0', /^irq_handler_entry: .*name=eth0$/],
      ['dom0', /^netif_receive_skb: dev=eth0 /],
      ['dom0', /^br_forward:/],
      ['dom0', /^xenvif_start_xmit:/],
      ['dom0', /^gnttab_batch_copy: .* ddom=1 /],
      ['xen', /grant_table_op\) arg0=5\(copy\)/],
      ['xen', /^sched_switch: d0v0 -> d1v0$/],
      ['domu', /^irq_handler_entry: .*name=vif0-q0-rx$/],
      ['domu', /^xennet_get_responses:/],
      ['domu', /^icmp_rcv:/],
      ['domu', /^sys_recvfrom -> /],
    ];
    let from = 0;
    for (const [source, pattern] of path) from = find(source, pattern, from).i + 1;
    expect(from).toBe(lines.length);
  });

  it('is copied by Domain 0 from the page that the guest granted, and no other', () => {
    const granted = number(find('domu', /^gnttab_grant_foreign_access_ref:/).text, 'ref');
    const copied = find('dom0', /^gnttab_batch_copy: .* sdom=1 /).text;
    expect(number(copied, 'sref')).toBe(granted);
    expect(number(find('domu', /^gnttab_end_foreign_access_ref:/).text, 'ref')).toBe(granted);
    if (id === 'ping-1242') expect(number(find('dom0', /^gnttab_map_refs:/).text, 'ref')).toBe(granted);
  });

  it('comes back into the page that the guest granted for it', () => {
    const copied = number(find('dom0', /^gnttab_batch_copy: .* ddom=1 /).text, 'dref');
    const rx = find('domu', /^xennet_get_responses:/).i;
    expect(number(find('domu', /^gnttab_end_foreign_access_ref:/, rx).text, 'ref')).toBe(copied);
  });

  it('is copied when it is short; else its head is copied and the rest mapped, and unmapped after it is sent', () => {
    const commands = grants.map(({ text }) => /arg0=\d+\((\w+)\)/.exec(text)![1]);
    const copied = number(find('dom0', /^gnttab_batch_copy: .* sdom=1 /).text, 'len');
    const long = id === 'ping-1242';
    expect(commands).toEqual(long ? ['copy', 'map_grant_ref', 'unmap_grant_ref', 'copy'] : ['copy', 'copy']);
    expect(copied).toBe(long ? 128 : 98);
    if (!long) return;
    expect(find('dom0', /^gnttab_unmap_refs:/).i).toBeGreaterThan(find('wire', /^icmp_echo_request:/).i);
    expect(find('domu', /^gnttab_end_foreign_access_ref:/).i).toBeGreaterThan(
      find('dom0', /^gnttab_unmap_refs:/).i,
    );
  });

  it('rings a bell whose two ends are one channel', () => {
    const portBefore = (source: string, name: RegExp) => {
      const irq = find(source, name).i;
      const port = lines.filter(
        (line) => line.i < irq && line.source === source && line.text.startsWith('handle_irq_for_port:'),
      );
      return number(port.at(-1)!.text, 'port');
    };
    const guest = portBefore('domu', /^irq_handler_entry: .*name=vif0-q0-tx$/);
    const dom0 = portBefore('dom0', /^irq_handler_entry: .*name=vif1\.0-q0-tx$/);
    const peer = (domain: number, port: number) =>
      readPage('ping', `lsevtchn-${domain}`).find((line) => line.trim().startsWith(`${port}:`));
    expect(peer(1, guest)).toMatch(
      new RegExp(`Interdomain \\(Connected\\) - Remote Domain 0, Port ${dom0}$`),
    );
    expect(peer(0, dom0)).toMatch(
      new RegExp(`Interdomain \\(Connected\\) - Remote Domain 1, Port ${guest}$`),
    );
    expect(readPage('ping', 'xenstore-frontend')).toContain(`event-channel-tx = "${guest}"`);
  });

  it('runs one domain at a time: no line of the other between two switches', () => {
    let running = 'domu';
    for (const { source, text } of lines) {
      const next = /^sched_switch: \S+ -> (d0v0|d1v0|idle)$/.exec(text)?.[1];
      if (source === 'xen' && next !== undefined)
        running = { d0v0: 'dom0', d1v0: 'domu', idle: 'idle' }[next]!;
      else if (source === 'domu' || source === 'dom0')
        expect(`${source}: ${text}`).toMatch(new RegExp(`^${running}: `));
    }
  });
});
