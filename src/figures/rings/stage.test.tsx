/** Why: the picture for the back row must be whole in every preset, room and language, not only where somebody looked. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import type { RingsState } from '../../models/rings/types';
import { STAGE_ROOMS, STAGE_TYPE, type Shape } from '../contract';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';

const messages = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];

describe('every step of every preset, on both slides and in both languages', () => {
  it.each(Object.entries(figure.scenarios))('%s', (_, scenario) => {
    const trace = figure.run(scenario) as Trace<RingsState>;
    for (const shape of shapes)
      for (const lang of LANGUAGES)
        trace.steps.forEach((step, index) => {
          const frame = { trace, index, step, scenario };
          const t = translator<string>(messages[lang], lang);
          const html = renderToStaticMarkup(<Stage frame={frame} t={t} lang={lang} uid="s" shape={shape} />);
          const { width, height } = STAGE_ROOMS[shape];
          expect(html).toMatch(
            new RegExp(`^<svg[^>]* viewBox="0 0 ${width} ${height}" role="img" aria-label="[^"]+"`),
          );
          expect(html).not.toContain(' style=');
          expect(step.focus.filter((node) => !html.includes(`data-node="${node}"`))).toEqual([]);
          expect(html.match(/data-token="control"/g)).toHaveLength(1);
          expect(html.includes('wire-denied')).toBe(step.state.move.missed);
          const small = [...html.matchAll(/font-size="([\d.]+)/g)].filter(
            ([, size]) => Number(size) < STAGE_TYPE,
          );
          expect(small).toEqual([]);
        });
  });
});
