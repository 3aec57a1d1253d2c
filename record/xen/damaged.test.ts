import { describe, expect, it } from 'vitest';
import { tar, untar } from '../tar';
import { SCENES, type SceneId } from './archives';
import { jsonOf, raw } from './committed';
import { convert } from './convert';

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

  it('is the fault of the damage alone', () => {
    expect(changed('xen-ping', '', (data) => data)()).toBe(jsonOf('xen-ping'));
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
