import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import { downtimeUs } from '../../models/live-migration/story-closing';
import { RECORDED, type MigrationState } from '../../models/live-migration/types';
import type { Trace } from '../../lib/trace';
import { parseScenario } from '../scenario';
import { figure } from './figure';
import { cellAt, COLUMNS, NARROW, WIDE } from './geometry';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Overview } from './Overview';
import { PROVENANCE, recordedRun } from './recording';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const traceOf = (ref: string) => figure.run(parseScenario(figure, ref).scenario) as Trace<MigrationState>;
const stateAt = (ref: string, id: string) => traceOf(ref).steps.find((step) => step.id === id)!.state;
const roundsOf = (ref: string) => traceOf(ref).steps.at(-1)!.state.rounds;

describe.each(RECORDED)('%s', (id) => {
  it('ends as the recording says, with its own downtime and passes', () => {
    const { outcome, rounds, rows } = recordedRun(id);
    const { state } = traceOf(id).steps.at(-1)!;
    expect(state.end).toBe(outcome['status'] === 'completed' ? 'moved' : 'cancelled');
    expect(Math.round(downtimeUs(state))).toBe(Number(outcome['stop-to-resume-us'] ?? 0));
    expect(state.sent).toBeLessThanOrEqual(rows.at(-1)!.sent);
    if (state.end === 'moved') expect(state.sent).toBe(rows.at(-1)!.sent);
    expect(state.faults).toBe(outcome['postcopy-requests']);
    expect(rounds.length).toBeGreaterThan(0);
    expect(rounds.length).toBeLessThan(Number(outcome['passes']) + 1);
  });

  it('has passes that follow each other, and each has what the one before left', () => {
    const { rounds } = recordedRun(id);
    expect(rounds[0]!.number).toBe(1);
    rounds.slice(1).forEach(({ fromUs, sent }, i) => {
      expect(fromUs).toBe(rounds[i]!.toUs);
      expect(sent).toBe(rounds[i]!.written);
    });
  });

  it('never sends fewer pages in a later step, and draws as many dirty cells as there are pages for', () => {
    const { steps } = traceOf(id);
    steps.slice(1).forEach(({ state }, i) => expect(state.sent).toBeGreaterThanOrEqual(steps[i]!.state.sent));
    for (const { state } of steps.slice(1)) {
      if (state.end !== 'open') continue;
      const dirty = state.source.filter((version, cell) => state.destination[cell]! < version).length;
      expect(dirty).toBe(Math.ceil((state.remaining / state.setup.pages) * state.source.length));
    }
  });

  it.each(LANGUAGES)('shows every caveat in %s, in the badge and in the panel', (lang) => {
    const trace = traceOf(id);
    expect(trace.source).toBe('recorded');
    expect(trace.provenance.kind === 'recorded' && trace.provenance.caveats).toHaveLength(
      PROVENANCE.caveats.length,
    );
    PROVENANCE.caveats.forEach((caveat, i) => expect(messages[lang][`caveat.${i}`]).toBe(caveat[lang]));
    const markup = drawn(id, lang, 0);
    for (const caveat of PROVENANCE.caveats)
      expect(markup).toContain(caveat[lang].split('`')[0]!.slice(0, 20));
  });
});

describe('what the recordings show is what the model says', () => {
  it('rounds shrink where the guest writes slower than the link sends, by about their ratio', () => {
    const rounds = roundsOf('recorded-converging');
    const { setup } = recordedRun('recorded-converging');
    rounds.slice(2).forEach(({ sent }, i) => expect(sent).toBeLessThan(rounds[i + 1]!.sent));
    const [second, third] = [rounds[1]!.sent, rounds[2]!.sent];
    expect(third / second).toBeLessThan((setup.writes / setup.link) * 1.2);
  });

  it('rounds stay where they are where it writes faster, in both', () => {
    for (const ref of ['recorded-diverging', 'busy']) {
      const later = roundsOf(ref)
        .slice(1)
        .map(({ sent }) => sent);
      expect(later.length).toBeGreaterThanOrEqual(4);
      expect(new Set(later.slice(1)).size).toBe(1);
      expect(traceOf(ref).steps.at(-1)!.id).toBe('cancel');
    }
  });

  it('auto-converge throttles by the same steps, and then rounds shrink, in both', () => {
    const steps = (ref: string) =>
      [...new Set(roundsOf(ref).map(({ throttle }) => throttle))].filter((n) => n > 0);
    const [recorded, model] = [steps('recorded-auto-converge'), steps('busy-throttled')];
    expect(recorded.slice(0, 5)).toEqual(model.slice(0, 5));
    for (const ref of ['recorded-auto-converge', 'busy-throttled'])
      expect(traceOf(ref).steps.at(-1)!.id).toBe('end');
  });

  it('after the switch pages are missing, and some are asked for, in both', () => {
    for (const ref of ['recorded-post-copy', 'busy-post-copy']) {
      expect(stateAt(ref, 'switch').remaining).toBeGreaterThan(0);
      expect(stateAt(ref, 'switch').guest).toBe('destination');
      expect(stateAt(ref, 'fault-1').faults).toBe(1);
      expect(stateAt(ref, 'end').faults).toBeGreaterThan(1);
    }
  });
});

function drawn(ref: string, lang: Lang, index: number): string {
  const { scenario } = parseScenario(figure, ref);
  const trace = figure.run(scenario);
  const frame = { trace, index, step: trace.steps[index]!, scenario };
  const props = { frame, t: translator(messages[lang], lang), lang, uid: 'u' };
  return [figure.View, ...figure.panels.map(({ View }) => View)]
    .map((View) => renderToStaticMarkup(<View {...props} />))
    .join('');
}

it.each(Object.keys(figure.scenarios))(
  'every step of %s speaks both languages, in picture and panels',
  (preset) => {
    for (const lang of LANGUAGES)
      traceOf(preset).steps.forEach((_, i) =>
        expect(drawn(preset, lang, i)).not.toMatch(/NaN|undefined|Infinity/),
      );
  },
);

it('each method has a row in the overview, with the settings of the scenario', () => {
  for (const lang of LANGUAGES) {
    const markup = renderToStaticMarkup(
      <Overview
        scenario={figure.scenarios['busy']!}
        t={translator(messages[lang], lang)}
        lang={lang}
        uid="u"
      />,
    );
    for (const method of ['pre-copy', 'auto-converge', 'post-copy', 'stop-copy'])
      expect(markup).toContain(messages[lang][`scene-${method}`]);
    expect(markup).toContain(messages[lang]['price-cancelled']!);
    expect(markup).not.toMatch(/NaN|undefined/);
  }
});

it.each([WIDE, NARROW])(
  'memory lies inside its host, and nothing below leaves the picture: $id',
  (layout) => {
    for (const host of [layout.source, layout.destination]) {
      const last = cellAt(layout, host, COLUMNS * COLUMNS - 1);
      expect(last.x + layout.cell).toBeLessThan(host.x + host.width);
      expect(last.y + layout.cell).toBeLessThan(host.y + layout.host.count - 10);
      expect(host.x + layout.host.slot.x + layout.host.slot.width).toBeLessThan(host.x + host.width);
    }
    expect(layout.source.x + layout.source.width).toBeLessThan(layout.destination.x);
    expect(layout.rounds.y + layout.rounds.height + 18).toBeLessThan(layout.time.y);
    expect(layout.time.y + layout.time.height + 20).toBeLessThan(layout.height);
  },
);
