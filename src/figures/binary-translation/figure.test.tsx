/** Why: the picture must be true to the model in every scenario, in both layouts, and keep everything inside its frame. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { translator } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { PROGRAMS } from '../../models/binary-translation/programs';
import type { BtState } from '../../models/binary-translation/types';
import { defaultScenario } from '../scenario';
import { figure } from './figure';
import type { Box } from '../../marks/shapes';
import { layoutOf, seatOf } from './geometry';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Overview } from './Overview';

const BOTH = ['on', 'off'] as const;
const scenarios = PROGRAMS.flatMap((program) =>
  BOTH.flatMap((chaining) => BOTH.map((adaptive) => ({ program, chaining, adaptive }))),
);
const run = (scenario: Readonly<Record<string, string>>) => figure.run(scenario) as Trace<BtState>;
const draw = (trace: Trace<BtState>, index: number) => {
  const step = trace.steps[index]!;
  const props = {
    frame: { trace, index, step, scenario: {} },
    t: translator<string>(en, 'en'),
    lang: 'en' as const,
    uid: 'x',
  };
  return renderToStaticMarkup(<figure.View {...props} />);
};
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;

const inside = (box: Box, width: number, height: number) =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each(['wide', 'narrow'] as const)('the %s layout', (kind) => {
  it('keeps code, monitor, cache and meter apart and inside, whatever the scenario brings', () => {
    for (const scenario of scenarios) {
      const layout = layoutOf(run(scenario).steps.at(-1)!.state, kind);
      const boxes = [...layout.guest.blocks, layout.vmm, ...layout.blocks, layout.meter];
      for (const [i, box] of boxes.entries()) {
        expect(inside(box, layout.width, layout.height)).toBe(true);
        for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
      }
      for (const duty of Object.values(layout.duties)) expect(apart(duty, layout.vmm)).toBe(false);
    }
  });

  it('seats the token beside the line that runs, or in the duty that is done', () => {
    for (const scenario of scenarios) {
      const { steps } = run(scenario);
      const layout = layoutOf(steps.at(-1)!.state, kind);
      for (const { state } of steps) {
        const seat = seatOf(layout, state.where);
        const at: Box = { x: seat.x - 7, y: seat.y - 7, width: 14, height: 14 };
        expect(inside(at, layout.width, layout.height)).toBe(true);
        if (state.where.kind === 'tc') {
          const box = layout.blocks[state.where.block]!;
          expect(seat.x).toBeLessThan(box.x);
          expect(seat.y).toBeGreaterThan(box.y);
          expect(seat.y).toBeLessThan(box.y + box.height);
        } else if (state.where.kind === 'guest') expect(seat.y).toBe(layout.lineY.get(state.where.at));
        else expect(apart(at, layout.duties[state.where.duty])).toBe(false);
      }
    }
  });
});

describe('every step', () => {
  it('draws both layouts, one token in each, a way where control moved, and every exit that is chained', () => {
    for (const scenario of scenarios) {
      const trace = run(scenario);
      trace.steps.forEach(({ state }, index) => {
        const html = draw(trace, index);
        expect(count(html, /<svg/g)).toBe(2);
        for (const kind of ['wide', 'narrow'])
          expect(count(html, new RegExp(`data-token="control-${kind}"`, 'g'))).toBe(1);
        const made = state.phase === 'chain' ? 1 : 0;
        const fresh = state.cache.some((block) => block.fresh) ? 1 : 0;
        expect(count(html, /data-draw/g) / 2).toBe(state.from ? 1 + made + fresh : 0);
        const chained = state.cache.flatMap(({ lines, replaced }) =>
          replaced === null ? lines.filter(({ to }) => to !== null) : [],
        );
        expect(count(html, /wire-idle/g) / 2).toBe(chained.length - made);
      });
    }
  });
});

describe('words', () => {
  it('have the same placeholders in both languages', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(en))
      expect(holes(zh[key as keyof typeof en]), key).toEqual(holes(text));
  });
});

describe('overview', () => {
  it('shows for each program the cycles of its own trace, and opens it', () => {
    const scenario = defaultScenario(figure);
    const t = translator<string>(en, 'en');
    const html = renderToStaticMarkup(<Overview t={t} lang="en" uid="o" scenario={scenario} />);
    expect(count(html, /<button/g)).toBe(PROGRAMS.length);
    for (const program of PROGRAMS) {
      const facts = figure.facts(figure.run({ program, chaining: 'on', adaptive: 'on' }));
      const warm = Math.round(Number(facts['bt']) - Number(facts['btOnce']));
      expect(html).toContain(t({ key: 'number', values: { value: warm } }));
    }
    expect(html).toContain(en['overview.wrong']);
  });
});
