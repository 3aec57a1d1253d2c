/**
 * Why: the promises of `figures/contract.ts`, kept by every figure that exists. A new figure is tested by being
 * there.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { figures } from '../src/content/figures';
import type { Frame, ScenarioValues, SpokenFigure } from '../src/figures/contract';
import { defaultScenario, parseScenario, scenarioRef } from '../src/figures/scenario';
import { LANGUAGES, translator, type Lang, type Message } from '../src/lib/message';
import type { Trace } from '../src/lib/trace';
import { timelineOf, timelineReducer } from '../src/player/timeline';
import { frameOf, labelsOf, messagesOf, placeholdersOf, scenariosOf } from './figure-cases';
import { codeInBold } from './typography';

const UID = 'fig';
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A value that is composed in the figure itself. */
const FREE = /^[a-z0-9,_-]*$/;
/** Steps that are drawn in the long walk of a scenario: all of a preset, a spread of the others. */
const SPREAD = 6;

function picture(figure: SpokenFigure, frame: Frame<unknown>, lang: Lang): string {
  const t = translator(figure.messages[lang], lang);
  return renderToStaticMarkup(createElement(figure.View, { frame, t, lang, uid: UID }));
}

function panels(figure: SpokenFigure, frame: Frame<unknown>, lang: Lang): string {
  const t = translator(figure.messages[lang], lang);
  const parts = figure.panels.map(({ View }, key) => createElement(View, { key, frame, t, lang, uid: UID }));
  return renderToStaticMarkup(<>{parts}</>);
}

function spread(count: number): number[] {
  const wanted = Array.from({ length: SPREAD }, (_, i) => Math.round((i * (count - 1)) / (SPREAD - 1)));
  return [...new Set(wanted)];
}

const nodesIn = (markup: string) =>
  new Set([...markup.matchAll(/\sdata-node="([^"]*)"/g)].map((match) => match[1] ?? ''));

/** The name that assistive technology reads for the first `<svg>`: `aria-label`, or the text that `aria-labelledby` points at. */
function accessibleName(markup: string): string {
  const tag = /<svg\b[^>]*>/.exec(markup)?.[0] ?? '';
  const label = /\saria-label="([^"]+)"/.exec(tag)?.[1];
  if (label) return label;
  const ids = /\saria-labelledby="([^"]+)"/.exec(tag)?.[1]?.split(' ') ?? [];
  return ids
    .map((id) => new RegExp(`\\sid="${id}"[^>]*>([^<]*)<`).exec(markup)?.[1] ?? '')
    .join(' ')
    .trim();
}

/** One tag a line, so that a change of a snapshot can be read. */
const snapshot = (markup: string) => `${markup.replaceAll('><', '>\n<')}\n`;

test('there are figures', () => {
  expect(Object.keys(figures).length).toBeGreaterThan(0);
});

test('every snapshot belongs to a preset that exists', () => {
  const wanted = Object.values(figures).flatMap(({ id, scenarios }) =>
    Object.keys(scenarios).flatMap((preset) =>
      ['first', 'middle', 'last'].map((still) => `${id}/${preset}.${still}.svg`),
    ),
  );
  const kept = globSync('*/*.svg', { cwd: path.join(import.meta.dirname, 'snapshots') });
  expect(kept.map((file) => file.split(path.sep).join('/')).filter((file) => !wanted.includes(file))).toEqual(
    [],
  );
});

describe.each(Object.values(figures))('figure $id', (figure) => {
  const scenarios = scenariosOf(figure);
  const traces = new Map<string, Trace<unknown>>();
  const traceOf = (ref: string, scenario: ScenarioValues) => {
    const trace = traces.get(ref) ?? figure.run(scenario);
    traces.set(ref, trace);
    return trace;
  };
  const each = (look: (trace: Trace<unknown>, ref: string, scenario: ScenarioValues) => void) => {
    for (const [ref, scenario] of scenarios) look(traceOf(ref, scenario), ref, scenario);
  };

  test('ids of controls, values, presets and panels are spelled for URLs and stand once', () => {
    for (const list of [
      figure.controls.map((control) => control.name),
      ...figure.controls
        .filter((control) => control.kind !== 'free')
        .map((control) => control.options.map((option) => option.value)),
      Object.keys(figure.scenarios),
      figure.panels.map((panel) => panel.id),
    ]) {
      expect(new Set(list).size).toBe(list.length);
      for (const id of list) expect(id).toMatch(ID);
    }
    for (const { kind, options } of figure.controls)
      if (kind === 'free') {
        const values = options.map((option) => option.value);
        expect(new Set(values).size).toBe(values.length);
        for (const value of values) expect(value).toMatch(FREE);
      }
  });

  test('every preset gives every control a value that the control has', () => {
    for (const [preset, scenario] of Object.entries(figure.scenarios)) {
      expect(Object.keys(scenario).sort(), preset).toEqual(figure.controls.map((c) => c.name).sort());
      for (const control of figure.controls)
        expect(control.options.map((option) => option.value)).toContain(scenario[control.name]);
    }
  });

  test('the same scenario gives the same trace', () => {
    each((trace, ref, scenario) => expect(figure.run({ ...scenario }), ref).toEqual(trace));
  });

  test('a trace is not changed by drawing it or by running another', () => {
    const scenario = defaultScenario(figure);
    const trace = figure.run(scenario);
    const before = structuredClone(trace);
    for (const lang of LANGUAGES)
      trace.steps.forEach((_, i) => picture(figure, frameOf(trace, i, scenario), lang));
    for (const other of Object.values(figure.scenarios)) figure.run(other);
    expect(trace).toEqual(before);
  });

  test('step ids are unique and spelled for URLs, and `at` never falls', () => {
    each((trace, ref) => {
      const ids = trace.steps.map((step) => step.id);
      expect(ids.length, ref).toBeGreaterThan(0);
      expect(new Set(ids).size, `${ref}: ${ids.join(' ')}`).toBe(ids.length);
      for (const id of ids) expect(id, ref).toMatch(ID);
      trace.steps.reduce((last, step) => {
        expect(step.at, `${ref}@${step.id}`).toBeGreaterThanOrEqual(last);
        return step.at;
      }, 0);
      expect(new Set(trace.steps.map((step) => step.unit)).size, ref).toBe(1);
      expect(trace.provenance.kind, ref).toBe(trace.source);
    });
  });

  test('every sentence exists in both languages, with every value that it needs', () => {
    const say = LANGUAGES.map((lang) => translator(figure.messages[lang], lang));
    const broken = new Set<string>();
    const check = (message: Message, where: string) => {
      for (const t of say)
        try {
          const text = t(message);
          if (text.trim() === '' || /\{\w+\}|undefined|NaN|\[object/.test(text))
            broken.add(`${where}: "${text}"`);
          if ((text.match(/\*\*/g)?.length ?? 0) % 2 || (text.match(/`/g)?.length ?? 0) % 2)
            broken.add(`${where}: a mark is not closed in "${text}"`);
          for (const bold of codeInBold(text)) broken.add(`${where}: code inside bold: "${bold}"`);
        } catch (error) {
          broken.add(`${where}: ${String(error)}`);
        }
    };
    for (const message of labelsOf(figure)) check(message, 'labels');
    each((trace, ref) => {
      for (const message of messagesOf(trace)) check(message, ref);
    });
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  test('both languages know the same keys and use the same placeholders', () => {
    const { en, 'zh-cn': zh } = figure.messages;
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    const differing = Object.keys(en).filter(
      (key) => placeholdersOf(en[key] ?? '').join() !== placeholdersOf(zh[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('every node in focus is drawn, in the picture or in a panel', () => {
    const missing = new Set<string>();
    const presets = new Set(Object.values(figure.scenarios).map((scenario) => scenarioRef(figure, scenario)));
    each((trace, ref, scenario) => {
      const indexes = presets.has(ref) ? trace.steps.map((_, i) => i) : spread(trace.steps.length);
      for (const index of indexes) {
        const frame = frameOf(trace, index, scenario);
        const drawn = nodesIn(picture(figure, frame, 'en') + panels(figure, frame, 'en'));
        for (const node of frame.step.focus)
          if (!drawn.has(node)) missing.add(`"${node}" of ${ref}@${frame.step.id}`);
      }
    });
    expect([...missing].slice(0, 20)).toEqual([]);
  });

  test('the picture has an accessible name in both languages, its own in each', () => {
    const scenario = defaultScenario(figure);
    const frame = frameOf(figure.run(scenario), 0, scenario);
    const names = LANGUAGES.map((lang) => accessibleName(picture(figure, frame, lang)));
    for (const name of names) expect(name.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a step looks the same from any history', () => {
    for (const scenario of Object.values(figure.scenarios)) {
      const draw = (trace: Trace<unknown>, i: number) => {
        const frame = frameOf(trace, i, scenario);
        return picture(figure, frame, 'en') + panels(figure, frame, 'en');
      };
      const trace = figure.run(scenario);
      const forwards = trace.steps.map((_, i) => draw(trace, i));
      const again = figure.run(scenario);
      const backwards = again.steps.map((_, i) => draw(again, again.steps.length - 1 - i)).reverse();
      expect(backwards).toEqual(forwards);
    }
  });

  test('no markup carries a style attribute, an id used twice, or a colour of its own', () => {
    for (const scenario of Object.values(figure.scenarios)) {
      const trace = figure.run(scenario);
      for (const index of spread(trace.steps.length))
        for (const lang of LANGUAGES) {
          const frame = frameOf(trace, index, scenario);
          const markup = picture(figure, frame, lang) + panels(figure, frame, lang);
          expect(markup).not.toMatch(/\sstyle="/);
          expect(markup).not.toMatch(/\s(fill|stroke)="(#|rgb|hsl|oklch)/);
          const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');
          expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
          expect(ids.filter((id) => !id.startsWith(UID))).toEqual([]);
        }
    }
  });

  test('every question that a step asks can be answered, and there are at least three', () => {
    const asked = new Set<string>();
    each((trace, ref) => {
      trace.steps.forEach(({ ask, id }, i) => {
        if (!ask) return;
        if (i > 0) asked.add(`${ask.question.key} ${id}`);
        const options = ask.options.map((option) => option.id);
        expect(options, `${ref}@${id}`).toContain(ask.answer);
        expect(new Set(options).size, `${ref}@${id}`).toBe(options.length);
        expect(options.length, `${ref}@${id}`).toBeGreaterThanOrEqual(2);
        expect(options.length, `${ref}@${id}`).toBeLessThanOrEqual(5);
      });
    });
    expect(asked.size).toBeGreaterThanOrEqual(3);
  });

  test.each([false, true])('every ready scenario plays to its end (asked on the way: %s)', (predicting) => {
    for (const [preset, scenario] of Object.entries(figure.scenarios)) {
      const { steps } = figure.run(scenario);
      const asks = steps.flatMap(({ ask }, i) => (ask && i > 0 ? [i] : []));
      let timeline = timelineReducer(timelineOf(steps.length, asks), { kind: 'predict', on: predicting });
      timeline = timelineReducer(timeline, { kind: 'toggle' });
      const seen = [timeline.index];
      while (timeline.playing) {
        const { ask } = steps[timeline.pending ?? 0]!;
        timeline = timelineReducer(
          timeline,
          timeline.pending !== null && ask
            ? { kind: 'answer', chosen: ask.answer, right: true }
            : { kind: 'tick' },
        );
        if (timeline.index !== seen.at(-1)) seen.push(timeline.index);
      }
      expect(seen, preset).toEqual(steps.map((_, i) => i));
    }
  });

  test('what a question may check is there in every scenario, as plain values', () => {
    const names = (trace: Trace<unknown>) => Object.keys(figure.facts(trace)).sort();
    const expected = names(figure.run(defaultScenario(figure)));
    expect(expected.length).toBeGreaterThan(0);
    each((trace, ref) => {
      for (const value of Object.values(figure.facts(trace)))
        expect(['string', 'number', 'boolean'], ref).toContain(typeof value);
    });
  });

  test('a scenario is read back from its spelling, and a slip is mended and told', () => {
    each((_, ref, scenario) => expect(parseScenario(figure, ref)).toEqual({ scenario, problems: [] }));
    for (const preset of Object.keys(figure.scenarios))
      expect(parseScenario(figure, preset)).toEqual({ scenario: figure.scenarios[preset], problems: [] });
    const scenario = defaultScenario(figure);
    figure.controls.forEach((control, i) => {
      const values = figure.controls.map(({ name }) => scenario[name] ?? '');
      const wrong = `${values[i] ?? ''}x`;
      const { scenario: mended, problems } = parseScenario(figure, values.with(i, wrong).join('.'));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ control: control.name, found: wrong });
      const taken = mended[control.name] ?? '';
      if (control.kind === 'free') expect(control.mend(taken)).toBe(taken);
      else expect(control.options.map((option) => option.value)).toContain(taken);
      expect(problems[0]?.taken).toBe(mended[control.name]);
    });
  });

  describe.each(Object.keys(figure.scenarios))('preset %s', (preset) => {
    const scenario = figure.scenarios[preset]!;
    const { length } = figure.run(scenario).steps;
    const stills = { first: 0, middle: Math.floor(length / 2), last: length - 1 };
    test.each(Object.entries(stills))('its %s step is drawn as before', async (name, index) => {
      const trace = figure.run(scenario);
      await expect(snapshot(picture(figure, frameOf(trace, index, scenario), 'en'))).toMatchFileSnapshot(
        `snapshots/${figure.id}/${preset}.${name}.svg`,
      );
    });
  });
});
