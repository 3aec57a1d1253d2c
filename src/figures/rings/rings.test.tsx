/** Why: the picture must be true to the model in every program under every technique, not only where somebody looked. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang } from '../../lib/message';
import { matrix } from '../../models/rings/matrix';
import { CPUS, PROGRAMS, TECHNIQUES, type RingsState } from '../../models/rings/types';
import type { Trace } from '../../lib/trace';
import { parseScenario } from '../scenario';
import { figure } from './figure';
import { BANDS, BASES, layoutOf, seat, VIEW, type Band } from './geometry';
import { labelsEn } from './labels.en';
import { labelsZh } from './labels.zh-cn';
import { captionsEn } from './captions.en';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { RingsOverview } from './overview';

const scenariosOf = (programs: readonly string[] = PROGRAMS) =>
  programs.flatMap((program) => TECHNIQUES.map((technique) => ({ program, technique, cpu: 'skylake' })));

const messages = { en, 'zh-cn': zh };

const translators = Object.fromEntries(
  LANGUAGES.map((lang) => [lang, translator(messages[lang], lang)]),
) as Record<Lang, ReturnType<typeof translator>>;

function pages(trace: Trace<unknown>, index: number, scenario: Record<string, string>, lang: Lang) {
  const step = trace.steps[index]!;
  const props = { frame: { trace, index, step, scenario }, t: translators[lang], lang, uid: 'test' };
  const picture = renderToStaticMarkup(<figure.View {...props} />);
  const panels = figure.panels.map(({ id, View }) => renderToStaticMarkup(<View key={id} {...props} />));
  return { picture, all: [picture, ...panels].join('') };
}

describe('geometry', () => {
  it('keeps bands of one half apart and inside the view box', () => {
    for (const technique of TECHNIQUES) {
      const base = BASES[layoutOf(technique)];
      const bands: readonly Band[] = BANDS[technique];
      for (const a of bands) {
        const reach = a.half === 'up' ? base.top : VIEW.height - base.top - base.height;
        expect(a.outer).toBeLessThanOrEqual(Math.min(reach, VIEW.width / 2));
        for (const b of bands) {
          const angles = a.from > b.to && b.from > a.to;
          if (a !== b && a.half === b.half && angles)
            expect(a.outer < b.inner || b.outer < a.inner).toBe(true);
        }
      }
    }
  });

  it('seats control inside its band', () => {
    for (const technique of TECHNIQUES) {
      const base = BASES[layoutOf(technique)];
      for (const band of BANDS[technique] as readonly Band[]) {
        for (const shared of [true, false]) {
          const { x, y } = seat(base, band, shared);
          const foot = band.half === 'up' ? base.top : base.top + base.height;
          const radius = Math.hypot(x - base.cx, y - foot);
          expect(radius).toBeGreaterThanOrEqual(band.inner);
          expect(radius).toBeLessThanOrEqual(band.outer);
        }
      }
    }
  });
});

describe('words', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  it('have the same placeholders in both languages', () => {
    for (const [key, text] of Object.entries(labelsEn))
      expect(holes(labelsZh[key as keyof typeof labelsEn]), key).toEqual(holes(text));
  });

  it('do not share a key with the captions', () => {
    expect(Object.keys(labelsEn).filter((key) => key in captionsEn)).toEqual([]);
  });

  it('name every choice of every control in both languages', () => {
    for (const lang of LANGUAGES)
      for (const control of figure.controls)
        for (const option of control.options) {
          expect(translators[lang](option.label)).not.toBe('');
          if (option.group) expect(translators[lang](option.group)).not.toBe('');
        }
  });
});

describe('scenarios', () => {
  it('spell known values only, and the first is the silent failure', () => {
    for (const id of Object.keys(figure.scenarios)) {
      const { scenario } = parseScenario(figure, id);
      for (const control of figure.controls)
        expect(control.options.map(({ value }) => value)).toContain(scenario[control.name]);
    }
    const opening = figure.run(Object.values(figure.scenarios)[0]!);
    expect(figure.facts(opening)['outcome-popf']).toBe('silent');
  });

  it('offer every program, technique and CPU of the model', () => {
    const values = figure.controls.map(({ options }) => options.map(({ value }) => value).sort());
    expect(values).toEqual([[...PROGRAMS].sort(), [...TECHNIQUES].sort(), [...CPUS].sort()]);
  });
});

describe('every step', () => {
  it.each(scenariosOf())(
    '$program under $technique is drawn, named and free of style attributes',
    (scenario) => {
      const trace = figure.run(scenario);
      trace.steps.forEach((step, index) => {
        const lang = LANGUAGES[index % LANGUAGES.length]!;
        const { picture, all } = pages(trace, index, scenario, lang);
        expect(/^<svg[^>]* role="img" aria-label="[^"]+"/.test(picture)).toBe(true);
        expect(picture.match(/data-token="control"/g)).toHaveLength(1);
        expect(all.includes(' style=')).toBe(false);
        expect(step.focus.filter((node) => !all.includes(`data-node="${node}"`))).toEqual([]);
        const { move } = step.state as RingsState;
        expect(picture.includes('wire-denied')).toBe(move.missed);
        const moved = move.kind !== 'none' && (move.from.code !== move.to.code || move.kind === 'callout');
        expect(picture.includes('data-draw')).toBe(moved);
      });
    },
  );
});

describe('overview', () => {
  it('opens for every cell the trace whose outcome it shows', () => {
    const asked: string[] = [];
    const scenario = Object.values(figure.scenarios)[0]!;
    const html = renderToStaticMarkup(
      <RingsOverview
        t={translators.en}
        lang="en"
        uid="o"
        scenario={scenario}
        onScenario={() => asked.push('')}
      />,
    );
    const cells = matrix();
    expect(html.match(/<button/g)).toHaveLength(cells.length);
    for (const { program, technique, outcome, at } of cells) {
      const trace = figure.run({ program, technique, cpu: 'skylake' });
      expect(trace.steps.map(({ id }) => id)).toContain(at);
      expect(figure.facts(trace)['outcome']).toBe(outcome);
    }
  });
});
