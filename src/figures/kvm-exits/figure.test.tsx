import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import { parseScenario } from '../scenario';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { quietOf } from './quiet';
import { PAGINGS, RECORDINGS, SCENES, sceneExits, SUBJECT } from './recordings';
import type { ExitState } from './state';

const all = SCENES.flatMap((scene) => PAGINGS.map((paging) => ({ scene, paging })));
const run = (ref: string) => figure.run(parseScenario(figure, ref).scenario);
const idsOf = (ref: string) => run(ref).steps.map((step) => step.id);

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };

describe.each(all)('$scene.$paging', ({ scene, paging }) => {
  const trace = figure.run({ scene, paging });
  const { exits } = sceneExits(scene, paging);

  it('walks every exit, in order, once', () => {
    const walked = trace.steps.filter((step) => step.id.startsWith('exit-')).map((step) => step.id);
    expect(walked).toEqual(exits.map(({ n }) => `exit-${n}`));
    expect(trace.steps.at(0)!.id).toBe('start');
    expect(trace.steps.at(-1)!.id).toBe('end');
    expect(new Set(trace.steps.map((step) => step.id)).size).toBe(trace.steps.length);
  });

  it('never goes back in time, and counts up to the totals', () => {
    const ats = trace.steps.map((step) => step.at);
    expect(ats).toEqual(ats.toSorted((a, b) => a - b));
    const end = trace.steps.at(-1)!.state as ExitState;
    expect(end.light + end.heavy).toBe(exits.length);
    expect(end.counts).toEqual(end.totals[paging].reasons);
  });

  it('tells every raw line at one step', () => {
    const states = trace.steps.map((step) => step.state as ExitState);
    const told = states.reduce((sum, { span: [from, to] }) => sum + to - from, 0);
    expect(told).toBe(states[0]!.lines.length);
  });

  it.each(LANGUAGES)(
    'speaks %s: captions, questions, picture and panels, every focused node drawn',
    (lang) => {
      const t = translator(messages[lang], lang);
      trace.steps.forEach((step, index) => {
        const props = { frame: { trace, index, step, scenario: { scene, paging } }, t, lang, uid: 'u' };
        const svg = renderToStaticMarkup(<figure.View {...props} />);
        for (const node of step.focus) expect(svg).toContain(`data-node="${node}"`);
        expect(svg).not.toContain('style=');
        expect(t(step.caption)).toMatch(/^\*\*[^*]+\*\*( ?\S.*)$/);
        for (const option of step.ask?.options ?? []) expect(t(option.label)).not.toBe('');
        for (const { View } of figure.panels) {
          const html = renderToStaticMarkup(<View {...props} />);
          expect(html).not.toContain('style=');
          expect(html).not.toContain('NaN');
        }
      });
    },
  );
});

describe('what ran without an exit', () => {
  const quiet = all.flatMap(({ scene, paging }) => {
    const found = quietOf(scene, paging);
    return found ? [{ scene, paging, found }] : [];
  });
  it.each(quiet)('$scene.$paging: none of its addresses is that of an exit', ({ scene, paging, found }) => {
    const { exits, program } = sceneExits(scene, paging);
    expect(found.rips.length).toBeGreaterThan(0);
    for (const rip of found.rips) {
      expect(program.map(([address]) => address)).toContain(rip);
      expect(exits.map((exit) => exit.rip)).not.toContain(rip);
    }
  });
});

describe('steps that lessons and questions name', () => {
  it('CPUID is a light exit: CPU, KVM, and back', () => {
    expect(idsOf('cpuid')).toEqual([
      'start',
      'exit-1',
      'handle-1',
      'entry-1',
      'exit-2',
      'handle-2',
      'entry-2',
      'end',
    ]);
  });
  it('port I/O is heavy: it goes on to the VMM', () => {
    expect(idsOf('port-io').slice(0, 5)).toEqual(['start', 'exit-1', 'handle-1', 'user-1', 'entry-1']);
  });
  it('HLT waits', () => {
    expect(idsOf('hlt')).toContain('wait-5');
  });
  it('16 CR3 loads: a run without exits, or 18 of them, repeated ones in one step', () => {
    expect(idsOf('cr3.nested')).toEqual(['start', 'run', 'end']);
    expect(figure.facts(run('cr3.nested'))).toMatchObject({ exits: 0, shadowExits: 18 });
    expect(figure.facts(run('cr3.shadow'))).toMatchObject({
      exits: 18,
      'exits.write_cr3': 16,
      'exits.PF': 2,
    });
    expect(idsOf('cr3.shadow')).toContain('handle-4');
    expect(idsOf('cr3.shadow')).not.toContain('handle-5');
  });
  it('page-table edits: none exits nested; under shadow paging the first write and each INVLPG', () => {
    expect(idsOf('page-table.nested')).toEqual(['start', 'run', 'end']);
    expect(figure.facts(run('page-table.shadow'))).toMatchObject({
      exits: 5,
      'exits.PF': 1,
      'exits.invlpg': 4,
    });
    expect(idsOf('page-table.shadow')).toContain('handle-2');
  });
  it('100 system calls: a run without exits, whatever the paging', () => {
    for (const paging of PAGINGS) expect(idsOf(`syscalls.${paging}`)).toEqual(['start', 'run', 'end']);
  });
  it('asks, and computes the answer from the recording', () => {
    const answer = (ref: string, id: string) => run(ref).steps.find((step) => step.id === id)?.ask?.answer;
    expect(answer('cpuid', 'exit-1')).toBe('light');
    expect(answer('port-io', 'exit-1')).toBe('heavy');
    expect(answer('syscalls', 'run')).toBe('stays');
    expect(answer('cpuid', 'exit-2')).toBeUndefined();
  });
});

it.each(SCENES)('%s is about an instruction of its own program', (scene) => {
  for (const paging of PAGINGS)
    expect(sceneExits(scene, paging).program.map(([rip]) => rip)).toContain(SUBJECT[scene]);
});

it('has words for every event in the recordings and the same sentences in both languages', () => {
  const names = all.flatMap(({ scene, paging }) => sceneExits(scene, paging).lines.map((line) => line.name));
  for (const name of new Set(names)) expect(messages.en).toHaveProperty([`event.${name}`]);
  expect(Object.keys(messages['zh-cn'])).toEqual(Object.keys(messages.en));
  const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
  for (const [key, text] of Object.entries(messages.en)) {
    const other = holes(messages['zh-cn'][key]!);
    for (const hole of other) expect(holes(text), key).toContain(hole);
  }
  expect(RECORDINGS.nested.provenance.caveats).toEqual(RECORDINGS.shadow.provenance.caveats);
});

it('refuses a scene that it does not have', () => {
  expect(() => figure.run({ scene: 'cr4', paging: 'nested' })).toThrow(
    'no recording of scene "cr4" with "nested" paging',
  );
});
