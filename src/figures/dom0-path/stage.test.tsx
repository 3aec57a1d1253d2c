/** Why: the picture for the back row must be whole in every preset, room and language, not only where somebody looked. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { CHOICES } from '../../models/dom0-path/choice';
import { STAGE_ROOMS, STAGE_TYPE, type Shape } from '../contract';
import { figure } from './figure';
import { ROADS } from './geometry';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';
import { stageLayout } from './stage-geometry';
import { stageLoadLayout, stageRow } from './stage-load-geometry';
import type { PathState } from './state';

const messages: Readonly<Record<(typeof LANGUAGES)[number], Messages>> = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];

describe('every step of every preset, on both slides and in both languages', () => {
  it.each(Object.entries(figure.scenarios))('%s', (_, scenario) => {
    const trace = figure.run(scenario) as Trace<PathState>;
    for (const shape of shapes)
      for (const lang of LANGUAGES)
        trace.steps.forEach((step, index) => {
          const frame = { trace, index, step, scenario };
          const t = translator(messages[lang], lang);
          const html = renderToStaticMarkup(<Stage frame={frame} t={t} lang={lang} uid="s" shape={shape} />);
          const { width, height } = STAGE_ROOMS[shape];
          expect(html).toMatch(
            new RegExp(`^<svg[^>]* viewBox="0 0 ${width} ${height}" role="img" aria-label="[^"]+"`),
          );
          expect(html).not.toContain(' style=');
          expect(step.focus.filter((node) => !html.includes(`data-node="${node}"`))).toEqual([]);
          const sizes = [...html.matchAll(/font-size="([\d.]+)/g)].map(([, size]) => Number(size));
          expect(sizes.filter((size) => size < STAGE_TYPE)).toEqual([]);
        });
  });
});

describe.each(shapes)('%s', (shape) => {
  it('every road turns at right angles', () => {
    const { seats } = stageLayout(shape);
    for (const road of ROADS)
      road.slice(1).forEach((seat, i) => {
        const a = seats[road[i]!];
        const b = seats[seat];
        expect(a.x === b.x || a.y === b.y, `${road[i]} to ${seat}`).toBe(true);
      });
  });

  it('rows of rings stay inside their frame, each as high as its ring', () => {
    const layout = stageLoadLayout(shape);
    for (const rows of CHOICES.guests) {
      const last = stageRow(layout, rows, rows - 1);
      expect(last.height).toBeGreaterThanOrEqual(46);
      expect(last.y + last.height).toBeLessThanOrEqual(layout.rings.y + layout.rings.height);
    }
  });
});
