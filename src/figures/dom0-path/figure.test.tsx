import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { stepIndex } from '../../lib/trace';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import { CHOICES } from '../../models/dom0-path/choice';
import { BEATS } from '../../models/dom0-path/beats';
import { TELLINGS, VERDICTS } from '../../models/dom0-path/telling';
import { parseScenario } from '../scenario';
import { figure, run } from './figure';
import { NARROW_ROADS, layoutOf, ROADS, type Kind } from './geometry';
import { journeyOf } from './journey';
import { loadLayout, rowOf } from './load-geometry';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Overview } from './Overview';
import { PINGS } from './recordings';

const KINDS: readonly Kind[] = ['wide', 'narrow'];
const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const traceOf = (ref: string) => run(parseScenario(figure, ref).scenario);

function markup(ref: string, at: string, lang: Lang, what: 'picture' | 'panels'): string {
  const { scenario } = parseScenario(figure, ref);
  const trace = run(scenario);
  const index = stepIndex(trace, at);
  const props = {
    frame: { trace, index, step: trace.steps[index]!, scenario },
    t: translator(messages[lang], lang),
    lang,
    uid: 'u',
  };
  const parts = what === 'picture' ? [figure.View] : figure.panels.map(({ View }) => View);
  return parts.map((Part, key) => renderToStaticMarkup(<Part key={key} {...props} />)).join('');
}

describe.each(PINGS)('%s', (scene) => {
  const trace = traceOf(scene);

  it('plays from the call to its return, every line told once, by 20 to 24 steps', () => {
    const spans = trace.steps.map(({ state }) => (state.kind === 'ping' ? state.span : [0, 0]));
    expect(spans[0]![0]).toBe(0);
    spans.forEach(([from], i) => expect(from).toBe(i === 0 ? 0 : spans[i - 1]![1]));
    const { state } = trace.steps.at(-1)!;
    expect(state.kind === 'ping' && state.lines.length).toBe(spans.at(-1)![1]);
    expect(trace.steps.length).toBeGreaterThanOrEqual(20);
    expect(trace.steps.length).toBeLessThanOrEqual(24);
  });

  it.each(KINDS)('the packet never jumps, and keeps to the roads (%s)', (kind) => {
    const roads = kind === 'wide' ? ROADS : NARROW_ROADS;
    const joined = new Set(
      roads.flatMap((road) =>
        road.slice(1).flatMap((seat, i) => [`${road[i]} ${seat}`, `${seat} ${road[i]}`]),
      ),
    );
    trace.steps.reduce<string | undefined>((rests, { id }) => {
      const { way } = journeyOf(id as Parameters<typeof journeyOf>[0], kind);
      if (rests !== undefined) expect(`${id}: ${way[0]}`).toBe(`${id}: ${rests}`);
      way.slice(1).forEach((seat, i) => expect(joined).toContain(`${way[i]} ${seat}`));
      return way.at(-1);
    }, undefined);
  });

  it.each(KINDS)('every way turns at right angles (%s)', (kind) => {
    const { seats } = layoutOf(kind);
    for (const road of kind === 'wide' ? ROADS : NARROW_ROADS)
      road.slice(1).forEach((seat, i) => {
        const a = seats[road[i]!];
        const b = seats[seat];
        expect(a.x === b.x || a.y === b.y, `${road[i]} to ${seat}`).toBe(true);
      });
  });

  it('the same reference and the same ports stand on both sides, as the raw lines have them', () => {
    const ref = figure.facts(trace)['grant-ref'];
    const picture = markup(scene, 'copy', 'en', 'picture');
    expect(picture.split(`ref ${String(ref)}<`).length - 1).toBe(2 * KINDS.length);
    expect(markup(scene, 'copy', 'en', 'panels')).toContain(`sref=${String(ref)} `);
    expect(markup(scene, 'grant', 'en', 'panels')).toContain(`ref=${String(ref)} `);
    expect(markup(scene, 'upcall', 'en', 'panels')).toContain(
      `port=${String(figure.facts(trace)['port-dom0'])}`,
    );
    expect(markup(scene, 'complete', 'en', 'panels')).toContain(
      `port=${String(figure.facts(trace)['port-domu'])}`,
    );
  });
});

it('tells the truth of the two pings in its facts', () => {
  expect(figure.facts(traceOf('ping-98'))).toMatchObject({ copies: 2, maps: 0, 'copied-bytes': 98 });
  expect(figure.facts(traceOf('ping-1242'))).toMatchObject({ copies: 2, maps: 1, 'copied-bytes': 128 });
});

it.each(Object.keys(figure.scenarios))(
  '%s: each caption says first what happened, in both languages',
  (ref) => {
    for (const lang of LANGUAGES) {
      const t = translator(messages[lang], lang);
      for (const { caption } of traceOf(ref).steps) expect(t(caption)).toMatch(/^\*\*[^*`]+\*\* ?\S/);
    }
  },
);

it('whatever a load may come to has its sentence', () => {
  const keys = Object.keys(en);
  for (const telling of TELLINGS) expect(keys).toContain(`load.${telling}`);
  // A first time has no second.
  for (const telling of TELLINGS.filter((each) => each !== 'first-drop'))
    expect(keys).toContain(`load.${telling}.again`);
  for (const verdict of VERDICTS) expect(keys).toContain(`verdict.${verdict}`);
  for (const beat of BEATS)
    expect(keys.some((key) => key === `beat.${beat}` || key.startsWith(`beat.${beat}.`))).toBe(true);
});

it('the knee is shown when the run is over, not before it is asked for', () => {
  expect(markup('too-few-vcpus', 'ms-16', 'en', 'panels')).not.toContain('data-node="knee"');
  expect(markup('too-few-vcpus', 'end', 'en', 'panels')).toContain('data-node="knee"');
});

it.each(KINDS)('rows of rings stay inside their frame, one below the other (%s)', (kind) => {
  for (const rows of [1, 2, 3, 4, 6]) {
    const layout = loadLayout(kind, rows);
    const boxes = Array.from({ length: rows }, (_, i) => rowOf(layout, i));
    boxes.forEach((box, i) => {
      expect(box.height).toBeGreaterThanOrEqual(48);
      if (i > 0) expect(box.y).toBeGreaterThanOrEqual(boxes[i - 1]!.y + boxes[i - 1]!.height - 0.01);
    });
    expect(boxes.at(-1)!.y + boxes.at(-1)!.height).toBeLessThanOrEqual(layout.rings.y + layout.rings.height);
  }
});

it.each(LANGUAGES)(
  'the overview has a cell for every size of Domain 0, and says which is open (%s)',
  (lang) => {
    const { scenario } = parseScenario(figure, 'too-few-vcpus');
    const t = translator(messages[lang], lang);
    const table = renderToStaticMarkup(<Overview t={t} lang={lang} uid="u" scenario={scenario} />);
    expect(table.split('<button').length - 1).toBe(CHOICES.vcpus.length * CHOICES.memory.length);
    expect(table.split('aria-current').length - 1).toBe(1);
    const now = /aria-current="true"[^>]*><b>(\d+) <i>k/.exec(table)?.[1];
    const perSecond = Number(figure.facts(run(scenario))['packets-per-second']);
    expect(Number(now)).toBe(Math.round(perSecond / 1000));
  },
);

it('a setting that nobody offers is mended to the nearest, and said', () => {
  const { scenario, problems } = parseScenario(figure, 'load.5,210,2,1000,split');
  expect(scenario['load']).toBe('4,200,2,1024,split');
  expect(problems).toHaveLength(1);
});
