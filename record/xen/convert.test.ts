import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { recordingSchema } from '../../src/schemas/recording';
import { tar, untar } from '../tar';
import { SCENES, type SceneId } from './archives';
import { compare } from './compare';
import { convert, readRawArchive } from './convert';
import { textOf } from './lines';

const raw = Object.fromEntries(SCENES.map((scene) => [scene, readRawArchive(scene)])) as Record<
  SceneId,
  ReturnType<typeof readRawArchive>
>;
const textsOf = (scene: SceneId) =>
  readFileSync(path.resolve(import.meta.dirname, `../../content/recordings/${scene}.json`), 'utf8');
const read = <Kind extends 'events' | 'counts' | 'pages'>(scene: SceneId, kind: Kind) => {
  const recording = recordingSchema.parse(JSON.parse(textsOf(scene)));
  if (recording.kind !== kind) throw new Error(`${scene} is of kind ${recording.kind}`);
  return recording as Extract<typeof recording, { kind: Kind }>;
};

const domains = read('xen-domains', 'pages');
const page = (scene: string, id: string) =>
  domains.scenes
    .find((each) => each.id === scene)!
    .pages.find((each) => each.id === id)!
    .lines.map((line) => domains.lines[line]!);

describe.each(SCENES)('%s.json', (scene) => {
  it('is what the converter makes of the raw archive, byte for byte', () => {
    expect(convert(scene, raw[scene].file, raw[scene].data) === textsOf(scene)).toBe(true);
  });

  it('weighs less than 8 KB on the wire', () => {
    expect(brotliCompressSync(textsOf(scene)).length).toBeLessThan(8 * 1024);
  });

  it('tells the same as itself', () => {
    const data: unknown = JSON.parse(textsOf(scene));
    const comparison = compare(data, data);
    expect(comparison.equal).toBe(true);
    expect(comparison.lines.length).toBeGreaterThan(2);
  });
});

const ping = read('xen-ping', 'events');

describe.each(['ping-98', 'ping-1242'])('%s', (id) => {
  let at = 0;
  const lines = ping.scenes
    .find((scene) => scene.id === id)!
    .lines.map((line, i) => {
      at += line[0];
      const [source, who] = ping.tasks[line[1]]!.split('/') as [string, string];
      return { i, at, source, who, text: textOf(ping, line) };
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
      page('ping', `lsevtchn-${domain}`).find((line) => line.trim().startsWith(`${port}:`));
    expect(peer(1, guest)).toMatch(
      new RegExp(`Interdomain \\(Connected\\) - Remote Domain 0, Port ${dom0}$`),
    );
    expect(peer(0, dom0)).toMatch(
      new RegExp(`Interdomain \\(Connected\\) - Remote Domain 1, Port ${guest}$`),
    );
    expect(page('ping', 'xenstore-frontend')).toContain(`event-channel-tx = "${guest}"`);
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

describe('xen-fork', () => {
  const { runs } = read('xen-fork', 'counts');
  const count = (run: string, name: string) => runs.find(({ id }) => id === run)!.counts[name] ?? 0;

  it.each(['fork', 'exec'])('%s: pins each new top-level table, and batches what it may', (what) => {
    expect(count(`${what}-mmu`, 'xen_mmu_pgd_pin')).toBe(1);
    expect(count(`${what}-mmu`, 'xen_mmu_pgd_unpin')).toBe(1);
    expect(count(`${what}-mmu`, 'xen_mmu_set_pte')).toBeGreaterThan(50);
    expect(count(`${what}-xen`, 'multicall_entry mmuext_op')).toBeGreaterThan(
      count(`${what}-xen`, 'hypercall multicall'),
    );
  });

  it('fork: the parent’s pages become read-only, so both take page faults in Xen', () => {
    expect(count('fork-xen', 'page_fault')).toBeGreaterThan(0);
  });
});

describe('xen-pvh', () => {
  const { runs } = read('xen-pvh', 'counts');
  const total = (id: string) => runs.find((run) => run.id === id)!.total;

  it('leaves page tables to the guest: fork and exec need a small part of the entries that PV needs', () => {
    const pv = read('xen-fork', 'counts').runs;
    for (const what of ['fork', 'exec'])
      expect(total(what) * 4).toBeLessThan(pv.find(({ id }) => id === `${what}-xen`)!.total);
  });

  it('boots with hypercalls as VMMCALL and no exit for loading CR3', () => {
    const boot = runs.find(({ id }) => id === 'boot')!.counts;
    expect(boot['VMEXIT_VMMCALL']).toBeGreaterThan(100);
    expect(Object.keys(boot)).not.toContain('VMEXIT_CR3_WRITE');
  });
});

describe('xen-domains', () => {
  const memory = (scene: string, when: string, name: string) =>
    Number(
      page(scene, `${when}-xl-list`)
        .find((line) => line.startsWith(name))
        ?.split(/\s+/)[2],
    );

  it('Domain 0 keeps its reservation, or shrinks to make room for a guest', () => {
    expect([memory('reserved', 'before', 'Domain-0'), memory('reserved', 'after', 'Domain-0')]).toEqual([
      600, 600,
    ]);
    const [before, after] = ['before', 'after'].map((when) => memory('unreserved', when, 'Domain-0'));
    expect(before! - after!).toBeGreaterThan(100);
    for (const scene of ['reserved', 'unreserved']) expect(memory(scene, 'after', 'guest1')).toBe(256);
  });

  it('a pinned vCPU may run on one processor, any other on all', () => {
    const affinity = (scene: string) =>
      page(scene, 'after-xl-vcpu-list')
        .filter((line) => line.startsWith('Domain-0'))
        .map((line) => line.trim().split(/\s+/).slice(6).join(' '));
    expect(affinity('reserved')).toEqual(['0 / all']);
    expect(affinity('unreserved')).toEqual(['all / all', 'all / all']);
  });
});

describe('a damaged archive', () => {
  /** The archive with one file changed, or without it. */
  const changed = (scene: SceneId, name: string, change: (data: Buffer) => Buffer | undefined) => {
    const files = [...untar('t', raw[scene].data)].flatMap(([each, data]) => {
      const next = each === name ? change(data) : data;
      return next === undefined ? [] : [{ name: each, data: next }];
    });
    return () => convert(scene, 'bad.tar', tar(files));
  };
  const text = (change: (text: string) => string) => (data: Buffer) => Buffer.from(change(data.toString()));
  const guest = untar('t', raw['xen-ping'].data).get('ping.domu.txt')!.toString().split('\n');
  const row = (pattern: RegExp) => guest.findIndex((line) => pattern.test(line)) + 1;

  it('is left alone by the test’s own packing', () => {
    expect(changed('xen-ping', '', (data) => data)()).toBe(
      textsOf('xen-ping').replace(
        /"sha256":"\w+"/,
        /"sha256":"\w+"/.exec(changed('xen-ping', '', (data) => data)())![0],
      ),
    );
  });

  it.each(
    SCENES.flatMap((scene) => [...untar('t', raw[scene].data).keys()].map((name) => [scene, name] as const)),
  )('%s: misses %s', (scene, name) => {
    expect(changed(scene, name, () => undefined)).toThrow(`bad.tar: found no ${name}; expected it among`);
  });

  it('names the line of a trace that is malformed, or whose clock runs backwards', () => {
    const at = row(/: xennet_start_xmit:/);
    const broken = text((all) => all.replace(/\[000\](.*: xennet_start_xmit:)/, '000$1'));
    expect(changed('xen-ping', 'ping.domu.txt', broken)).toThrow(`bad.tar/ping.domu.txt:${at}: found "`);
    const backwards = text((all) => all.replace(/\d{11}(: xennet_start_xmit:)/, '10000000000$1'));
    expect(changed('xen-ping', 'ping.domu.txt', backwards)).toThrow(
      new RegExp(
        `^bad\\.tar/ping\\.domu\\.txt:${at}: found clock 10000000000, which runs backwards; expected at least \\d+, the clock of line ${at - 1}$`,
      ),
    );
  });

  it('names a scene that is gone, and one that does not end', () => {
    const gone = text((all) => all.replace('len: 40,', 'len: 41,'));
    expect(changed('xen-ping', 'ping.domu.txt', gone)).toThrow(
      /ping\.domu\.txt:\d+: found 0 lines like .*; expected one, which begins ping-98$/,
    );
    const endless = text((all) => all.replace('sys_recvfrom -> 0x4cc', 'sys_recvfrom -> 0x4cd'));
    expect(changed('xen-ping', 'ping.domu.txt', endless)).toThrow(
      /found no "sys_recvfrom -> 0x4cc" of domu\/ping-\d+; expected the end of ping-1242$/,
    );
  });

  it('names a source that is silent', () => {
    expect(changed('xen-ping', 'wire.pcap', (data) => data.subarray(0, 24))).toThrow(
      /found no line of wire between \d+ and \d+; expected some in ping-98$/,
    );
  });

  it('names a mark that is missing', () => {
    expect(
      changed(
        'xen-fork',
        'fork.domu.txt',
        text((all) => all.replace('END fork', 'END of it')),
      ),
    ).toThrow(/fork\.domu\.txt:\d+: found 0 marks "END fork"; expected one$/);
    expect(
      changed(
        'xen-pvh',
        'pvh-work.txt',
        text((all) => all.replace(/ends at 0x\w+/, 'ends at 0x1')),
      ),
    ).toThrow(/pvh-fork\.xentrace\.txt:\d+: found no CPUID at 0x1; expected a mark of fork$/);
    expect(
      changed(
        'xen-pvh',
        'pvh-work.txt',
        text(() => 'hello\n'),
      ),
    ).toThrow('bad.tar/pvh-work.txt:1: found "hello"; expected');
  });

  it('does not take a PV guest for PVH, nor one setup for another', () => {
    expect(
      changed(
        'xen-pvh',
        'pvh-guest-type.txt',
        text(() => 'PV\n'),
      ),
    ).toThrow('pvh-guest-type.txt:1: found "PV"; expected "PVH"');
    expect(
      changed(
        'xen-domains',
        'unreserved-before-xl-info.txt',
        text((all) => all.replace('sched=credit2', 'dom0_mem=1G')),
      ),
    ).toThrow('unreserved-before-xl-info.txt: found the line "');
  });

  it('does not believe a run that says nothing about itself', () => {
    expect(
      changed(
        'xen-fork',
        'run.json',
        text(() => '{}'),
      ),
    ).toThrow(/^bad\.tar\/run\.json: /);
    expect(
      changed(
        'xen-fork',
        'xen-version.txt',
        text(() => ''),
      ),
    ).toThrow('bad.tar/xen-version.txt: found no xen_version');
  });
});
