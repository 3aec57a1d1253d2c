/** Why: the picture must be true to the model for every event, platform and number of columns, not only in the presets. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import { widthOf } from '../../lib/width';
import { PATHS } from '../../models/platforms/paths';
import { STACKS } from '../../models/platforms/stacks';
import { EVENTS, layerName, PLATFORMS, type PlatformsState } from '../../models/platforms/types';
import { parseScenario } from '../scenario';
import { PAIR, spell } from './columns';
import { figure } from './figure';
import { boxesOf, layoutOf, seatOf, TOKEN } from './geometry';
import { labelRoom, LINE, linesOf } from './lines';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { shortOf } from './Notes';
import { wayOf } from './way';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const layouts = [
  ...PLATFORMS.map((_, i) => ({ count: i + 1, phone: false })),
  ...[1, PAIR].map((count) => ({ count, phone: true })),
];

describe.each(layouts)('$count columns, phone: $phone', ({ count, phone }) => {
  const { width, height, stack, xs } = layoutOf(count, phone);

  it('stand apart and inside the picture', () => {
    expect(xs).toHaveLength(count);
    xs.reduce((end, x) => {
      expect(x).toBeGreaterThanOrEqual(end);
      return x + stack;
    }, 0);
    expect(Math.max(...xs) + stack).toBeLessThanOrEqual(width);
  });

  it.each(PLATFORMS)('%s: every layer has one box, control sits in it, its own deepest one', (platform) => {
    const boxes = boxesOf(platform, stack);
    expect(boxes.map(({ layer }) => layer).sort()).toEqual([...STACKS[platform].layers].sort());
    for (const { layer } of boxes) {
      const seat = seatOf(platform, layer, stack);
      const around = boxes.filter(
        (box) =>
          seat.x - TOKEN >= box.x &&
          seat.x + TOKEN <= box.x + box.width &&
          seat.y - TOKEN >= box.y &&
          seat.y + TOKEN <= box.y + box.height,
      );
      expect(around.at(-1)?.layer, layer).toBe(layer);
      expect(seat.y).toBeLessThan(height);
    }
  });

  it.each(PLATFORMS)('%s: names fit their boxes in both languages', (platform) => {
    for (const lang of LANGUAGES)
      for (const box of boxesOf(platform, stack)) {
        const t = translator(messages[lang], lang);
        const lines = linesOf(t(layerName(platform, box.layer)), labelRoom(box));
        for (const line of lines) expect(widthOf(line) * 7, line).toBeLessThanOrEqual(labelRoom(box) + 8);
        expect(lines.length * LINE).toBeLessThanOrEqual(box.height);
      }
  });
});

it('what stands on the hardware is the lowest box that spans the whole stack', () => {
  const { stack } = layoutOf(PLATFORMS.length, false);
  for (const platform of PLATFORMS) {
    const spans = boxesOf(platform, stack).filter(({ layer, width }) => layer !== 'hw' && width === stack);
    const lowest = spans.toSorted((a, b) => a.y - b.y).at(-1);
    expect(lowest?.layer).toBe(STACKS[platform].ground);
  }
});

it('a way begins and ends clear of the seats', () => {
  for (const platform of PLATFORMS)
    for (const passes of [true, false]) {
      const [a, b] = [seatOf(platform, 'guser', 132), seatOf(platform, 'host', 132)];
      const numbers = wayOf(a, b, passes)
        .match(/-?[\d.]+/g)!
        .map(Number);
      const start = Math.hypot(numbers[0]! - a.x, numbers[1]! - a.y);
      const end = Math.hypot(numbers.at(-2)! - b.x, numbers.at(-1)! - b.y);
      expect(start).toBeGreaterThanOrEqual(TOKEN - 0.1);
      expect(end).toBeGreaterThan(TOKEN);
    }
});

describe.each(EVENTS)('%s', (event) => {
  const scenario = { event, columns: spell(PLATFORMS) };
  const trace = figure.run(scenario);

  it.each(LANGUAGES)('is drawn beat by beat: one token a column, a wire for each move (%s)', (lang) => {
    const t = translator(messages[lang], lang);
    trace.steps.forEach((step, index) => {
      const props = { frame: { trace, index, step, scenario }, t, lang, uid: 'u' };
      const html = renderToStaticMarkup(<figure.View {...props} />);
      const [wide = ''] = html.split('is-phone');
      const { columns } = step.state as PlatformsState;
      for (const { platform } of columns) expect(wide).toContain(`data-token="${platform}"`);
      const moves = columns.filter(({ hop, from }) => hop.layer !== from).length;
      expect(wide.match(/data-draw/g) ?? []).toHaveLength(moves);
      const unsure = columns.filter(({ moved, hop }) => moved && hop.certainty === 'unverified').length;
      expect(html.match(/<em>/g) ?? []).toHaveLength(unsure);
      expect(html).not.toContain('style=');
    });
  });

  it.each(LANGUAGES)(
    'says in bold what happened, short enough for a note, without marks in it (%s)',
    (lang) => {
      for (const platform of PLATFORMS)
        for (const { says } of PATHS[event][platform]) {
          const text = messages[lang][says] ?? '';
          expect(text, says).toMatch(/^\*\*[^*`]+\*\*/);
          expect(widthOf(shortOf(text)), text).toBeLessThanOrEqual(56);
        }
    },
  );
});

it('tells two columns in full, each with its name', () => {
  const t = translator(en as Messages, 'en');
  const trace = figure.run(parseScenario(figure, 'syscall-kvm-xen').scenario);
  const second = t(trace.steps[1]!.caption);
  expect(second).toContain(`KVM: ${en['sys-guest']}`);
  expect(second).toContain(`Xen PV: ${en['sys-xen']}`);
});

it('of six columns tells the odd one out', () => {
  const t = translator(en as Messages, 'en');
  const trace = figure.run(parseScenario(figure, 'syscall').scenario);
  expect(t(trace.steps[1]!.caption)).toContain(`Xen PV: ${en['sys-xen']}`);
  expect(trace.steps[1]!.ask).toMatchObject({ answer: 'vmm' });
});

it('uses every sentence', () => {
  const used = new Set(
    EVENTS.flatMap((event) => PLATFORMS.flatMap((p) => PATHS[event][p].map(({ says }) => says))),
  );
  const own = Object.keys(en).filter((key) => /^(sys|msr|pf|net|disk|tick|kick|ws|hv|xen)-/.test(key));
  expect(own.filter((key) => !used.has(key))).toEqual([]);
});
