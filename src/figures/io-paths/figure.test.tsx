/** Why: recording and model must agree where the figure says that they do, and the picture must keep what it draws apart and inside. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { translator } from '../../lib/message';
import { streamCounts } from '../../models/io-paths/stream';
import { PLACES, ROADS, SCENES, type IoState } from '../../models/io-paths/types';
import { runIo } from '../../models/io-paths/run';
import type { Box, Point } from '../../marks/shapes';
import { cellAt, PATH, STREAM, type Kind } from './geometry';
import { messages as en } from './messages.en';
import { Overview } from './Overview';
import { cardExits, doorbellsOfE1000, recorded } from './recordings';
import { RecordedPanel } from './RecordedPanel';
import { View } from './view';

const KINDS: readonly Kind[] = ['wide', 'narrow'];
const inside = ({ x, y }: Point, box: Box) =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;
const t = translator<string>(en, 'en');
const drawn = (settings: Parameters<typeof runIo>[0]) => {
  const trace = runIo(settings);
  return trace.steps.map((step, index) => ({
    state: step.state,
    html: renderToStaticMarkup(<View frame={{ trace, index, step, scenario: {} }} t={t} lang="en" uid="x" />),
  }));
};

describe('recording and model', () => {
  it('agree on the e1000 interrupt handler: what it leaves of the exits at the card are doorbells, one a packet at most', () => {
    const { doorbells, packets } = doorbellsOfE1000();
    expect(doorbells).toBeGreaterThan(0);
    expect(doorbells).toBeLessThanOrEqual(packets);
  });

  it('agree on bounds: no recorded guest exits more than the model’s slow one, and virtio’s no less than the fast one', () => {
    const exits = (nic: 'e1000' | 'virtio-net-pci') =>
      cardExits(nic) + (recorded(nic).counts['msr end of interrupt'] ?? 0);
    expect(exits('e1000')).toBeLessThan(streamCounts('e1000', 'guest-slower').exits);
    expect(exits('virtio-net-pci')).toBeLessThan(streamCounts('virtio', 'guest-slower').exits);
    expect(exits('virtio-net-pci')).toBeGreaterThan(streamCounts('virtio', 'guest-faster').exits);
  });

  it('stand in the panel with the recording’s own totals', () => {
    const trace = runIo({ road: 'e1000', scene: 'send', pace: 'guest-slower' });
    const step = trace.steps[0]!;
    const html = renderToStaticMarkup(
      <RecordedPanel frame={{ trace, index: 0, step, scenario: {} }} t={t} lang="en" uid="x" />,
    );
    for (const nic of ['virtio-net-pci', 'e1000', 'rtl8139'] as const)
      expect(html).toContain(`<b>${t({ key: 'number', values: { value: recorded(nic).total } })}</b>`);
  });
});

describe.each(KINDS)('the %s layout', (kind) => {
  it('keeps places apart, seats in their places, slots in the guest', () => {
    const { app, kernel, qemu, kvm, host, nic, score, seats, width, height, ...rest } = PATH[kind];
    const boxes = [app, kernel, qemu, kvm, host, nic, score];
    boxes.forEach((box, i) => {
      expect(inside({ x: box.x + box.width, y: box.y + box.height }, { x: 0, y: 0, width, height })).toBe(
        true,
      );
      for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
    });
    const homes = { app, driver: kernel, ring: kernel, kvm, qemu, vhost: host, tap: host, nic, wire: nic };
    for (const place of PLACES) expect(inside(seats[place], homes[place]), place).toBe(true);
    const last = cellAt(rest, 7);
    expect(inside({ x: last.x + last.width, y: last.y + last.height }, kernel)).toBe(true);
    for (const seat of [seats.driver, seats.app])
      expect(
        apart(
          { x: seat.x - 17, y: seat.y - 17, width: 34, height: 34 },
          { ...rest.cell, width: 8 * rest.cell.width },
        ),
      ).toBe(true);
  });

  it('keeps rings, sides, strip and score of a stream apart', () => {
    const { driver, device, rows, strip, score } = STREAM[kind];
    const rings = rows.map((row) => ({ ...row, width: 8 * row.width }));
    const boxes = [driver, device, ...rings, strip, score];
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
    });
  });
});

describe('every step', () => {
  it('draws a way for each move, and as many packets as the ring names', () => {
    for (const road of ROADS)
      for (const scene of SCENES)
        for (const { state, html } of drawn({ road, scene, pace: 'guest-faster' })) {
          const { now } = state;
          expect(count(html, /<svg/g)).toBe(2);
          const ways = now.kind === 'path' ? now.moves.length : Number(now.kicked) + Number(now.interrupted);
          expect(count(html, /data-draw/g), `${road} ${scene}`).toBe(2 * ways);
          if (now.kind === 'stream') expect(count(html, /data-token="p\d/g)).toBe(2 * named(state));
        }
  });
});

function named({ rings }: IoState): number {
  return rings.kind === 'virtqueue'
    ? rings.queue.descriptors.filter(({ packet }) => packet !== undefined).length
    : rings.ring.slots.filter((packet) => packet !== undefined).length;
}

it('the overview opens every road in every scene, both paces of the stream', () => {
  const html = renderToStaticMarkup(<Overview t={t} lang="en" uid="o" scenario={{}} />);
  expect(count(html, /<button/g)).toBe(ROADS.length * 4);
});
