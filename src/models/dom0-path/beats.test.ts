import { describe, expect, it } from 'vitest';
import pingJson from '../../../content/recordings/xen-ping.json';
import domainsJson from '../../../content/recordings/xen-domains.json';
import { BEATS, beatsOf, recordedStages } from './beats';
import { linesOf, type Recording } from './lines';
import { countsOf, linksOf, peerOf } from './links';
import { STAGES } from '../split-driver/stages';
import { stagesOf } from './stages';

const ping = pingJson as unknown as Recording;
const page = (id: string) =>
  domainsJson.scenes
    .find((scene) => scene.id === 'ping')!
    .pages.find((each) => each.id === id)!
    .lines.map((line) => domainsJson.lines[line]!);

describe.each(['ping-98', 'ping-1242'])('%s', (scene) => {
  const lines = linesOf(ping, scene);
  const beats = beatsOf(lines);

  it('every line belongs to exactly one event, in order', () => {
    expect(beats.flatMap(({ span: [from, to] }) => lines.slice(from, to))).toEqual(lines);
    for (const { span } of beats) expect(span[1]).toBeGreaterThan(span[0]);
  });

  it('no event opens twice', () => {
    const ids = beats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('goes out and comes back in the order of the mechanism', () => {
    const way = [
      'send',
      'grant',
      'notify',
      'switch',
      'upcall',
      'poll',
      'copy',
      'bridge',
      'nic',
      'wire',
      'irq',
    ];
    const home = ['back', 'queue', 'copy-back', 'notify-back', 'switch-back', 'complete', 'get', 'done'];
    const ids = beats.map(({ id }) => id as string);
    expect(ids.filter((id) => [...way, ...home].includes(id))).toEqual([...way, ...home]);
  });

  it('the recorded stages of a packet are those of the model, in its order', () => {
    expect(recordedStages(lines)).toEqual(stagesOf('split', false));
    expect(recordedStages(lines)).toEqual(STAGES);
  });

  it('the same numbers stand on both sides', () => {
    const links = linksOf(lines, page('lsevtchn-1'));
    for (const way of ['tx', 'rx'] as const) {
      expect(links[way].dom0Ref).toBe(links[way].guestRef);
      expect(peerOf(page('lsevtchn-1'), links[way].guestPort)).toBe(links[way].dom0Port);
      expect(peerOf(page('lsevtchn-0'), links[way].dom0Port)).toBe(links[way].guestPort);
    }
    expect(links.tx.guestRef).not.toBe(links.rx.guestRef);
    expect(links.copiedBack).toBe(links.sent);
  });
});

it('a short packet is copied and answered at once; a long one is mapped, and answered after it was sent', () => {
  const order = (scene: string) => beatsOf(linesOf(ping, scene)).map(({ id }) => id);
  const short = order('ping-98');
  const long = order('ping-1242');
  expect(short.indexOf('respond')).toBeLessThan(short.indexOf('wire'));
  expect(long.indexOf('respond')).toBeGreaterThan(long.indexOf('wire'));
  expect(BEATS.filter((id) => !short.includes(id))).toEqual(['map', 'zerocopy', 'unmap']);
  expect(BEATS.filter((id) => !long.includes(id))).toEqual(['sleep']);
  expect(countsOf(linesOf(ping, 'ping-98'))).toMatchObject({ copies: 2, maps: 0, unmaps: 0, switches: 2 });
  expect(countsOf(linesOf(ping, 'ping-1242'))).toMatchObject({ copies: 2, maps: 1, unmaps: 1, switches: 2 });
});
