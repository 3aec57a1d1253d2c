/** Why: what the census cannot know: every sentence has its use, the picture follows the state, Xen lights the same stage. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { STAGES } from '../../models/split-driver/stages';
import { DEVICES, SCENES, type VmbusState } from '../../models/vmbus/types';
import type { ScenarioValues } from '../contract';
import { defaultScenario, parseScenario } from '../scenario';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Overview } from './Overview';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const all: ScenarioValues[] = SCENES.flatMap((scene) =>
  DEVICES.flatMap((device) => ['1', '2'].map((children) => ({ scene, device, children, beside: 'xen' }))),
);
const run = (scenario: ScenarioValues) => figure.run(scenario) as Trace<VmbusState>;
const stepOf = (ref: string, id: string) =>
  run(parseScenario(figure, ref).scenario).steps.find((step) => step.id === id);

const used = new Set<string>();

describe.each(all)('$scene, $device, $children', (scenario) => {
  const trace = run(scenario);
  it.each(LANGUAGES)('speaks %s in picture, panels, captions and questions', (lang) => {
    const plain = translator(messages[lang], lang);
    const t: typeof plain = (message) => {
      used.add(typeof message === 'string' ? message : message.key);
      if (typeof message !== 'string')
        for (const value of Object.values(message.values ?? {}))
          if (typeof value === 'object') used.add(value.key);
      return plain(message);
    };
    trace.steps.forEach((step, index) => {
      const props = { frame: { trace, index, step, scenario }, t, lang, uid: 'u' };
      const svg = renderToStaticMarkup(<figure.View {...props} />);
      expect(svg).not.toMatch(/NaN|undefined|style=/);
      expect(t(step.caption)).toMatch(/^\*\*[^*`]+\*\*/);
      for (const message of [step.ask?.question, ...(step.ask?.options.map(({ label }) => label) ?? [])])
        if (message) t(message);
      for (const { View } of figure.panels)
        expect(renderToStaticMarkup(<View {...props} />)).not.toMatch(/NaN|undefined|style=/);
    });
    if (trace.provenance.kind === 'model') trace.provenance.simplifies.forEach(t);
    renderToStaticMarkup(<Overview t={t} lang={lang} uid="u" scenario={scenario} />);
  });

  it('lights in Xen the stage of the step, in the column and in the rows, and no other', () => {
    trace.steps.forEach((step, index) => {
      const t = translator(messages.en, 'en');
      const svg = renderToStaticMarkup(
        <figure.View frame={{ trace, index, step, scenario }} t={t} lang="en" uid="u" />,
      );
      const lit = svg.split('class="vb-stage').filter((part) => /^[^"]*is-now/.test(part));
      expect(lit).toHaveLength(step.state.stage ? 2 : 0);
      for (const part of lit) expect(part).toContain(t(`stage.${step.state.stage!}`));
    });
  });
});

it('has a use for every sentence', () => {
  const labels = [
    figure.title,
    ...figure.intro,
    ...figure.panels.map(({ title }) => title),
    ...figure.controls.flatMap(({ label, options }) => [label, ...options.map((option) => option.label.key)]),
  ];
  expect(Object.keys(en).filter((key) => !used.has(key) && !labels.includes(key))).toEqual([]);
});

it('passes every stage in one packet, so that another figure can follow it step by step', () => {
  const stages = run(defaultScenario(figure)).steps.map(({ state }) => state.stage);
  for (const stage of STAGES) expect(stages).toContain(stage);
});

describe('answers, as computed', () => {
  it.each([
    ['send', 'signal', 'yes'],
    ['send', 'write', 'n64'],
    ['send', 'hardware', 'root-driver'],
    ['disk', 'write', 'n136'],
    ['burst', 'write-4', 'n0'],
    ['burst', 'write-8', 'no'],
    ['burst', 'write-12', 'n1'],
    ['two-children', 'signal-other', 'yes'],
    ['flood', 'full', 'wait'],
    ['flood', 'drain', 'yes'],
    ['flood', 'rest', 'n0'],
    ['emulated-nic', 'access-1', 'vmwp'],
    ['emulated-burst', 'rest', 'n48'],
    ['emulated-ide', 'command', 'n7'],
    ['ring', 'exit', 'n0'],
  ])('%s at %s: %s', (ref, id, answer) => {
    expect(stepOf(ref, id)?.ask?.answer).toBe(answer);
  });
});

describe('facts', () => {
  it('count the whole scene by both devices', () => {
    const facts = figure.facts(run(parseScenario(figure, 'burst').scenario));
    expect(facts).toMatchObject({ packets: 12, signalsToRoot: 2, signals: 4, otherIntercepts: 48 });
  });
  it('do not depend on what stands beside', () => {
    const beside = { ...defaultScenario(figure), beside: 'xen' };
    expect(figure.facts(run(beside))).toEqual(figure.facts(run(defaultScenario(figure))));
  });
});

it('refuses a scene or a device that it does not have', () => {
  expect(() => run({ ...defaultScenario(figure), device: 'virtio' })).toThrow(
    'no scene "send" with a "virtio" device',
  );
});
