import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DETAILS, OPERATIONS, SIZES, TECHNIQUES, type State } from '../../models/address-translation/types';
import { EDITS } from '../../models/address-translation/story-edit';
import { LOADS } from '../../models/address-translation/story-switch';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import { parseScenario } from '../scenario';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Overview } from './Overview';
import { RECORDED } from './recordings';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const run = (ref: string) => {
  const { scenario, problems } = parseScenario(figure, ref);
  expect(problems).toEqual([]);
  return figure.run(scenario);
};
const facts = (ref: string) => figure.facts(run(ref));
const idsOf = (ref: string) => run(ref).steps.map((step) => step.id);
const stateOf = (ref: string, id: string) => run(ref).steps.find((step) => step.id === id)!.state as State;

describe('the counts that the field knows', () => {
  it('24 references nested, 4 on bare metal and through a shadow; large pages and a fifth level', () => {
    expect(facts('nested')).toMatchObject({ references: 24, exits: 0 });
    expect(facts('native')).toMatchObject({ references: 4, exits: 0 });
    expect(facts('shadow')).toMatchObject({ references: 4, exits: 1 });
    expect(facts('nested-19')['references']).toBe(19);
    expect(facts('nested-15')['references']).toBe(15);
    expect(facts('nested-35')['references']).toBe(35);
  });
  it('tags keep the TLB over an exit, without them it is walked again', () => {
    expect(facts('tlb')).toMatchObject({ tlbHit: true, exits: 1, allReferences: 24 });
    expect(facts('tlb-untagged')).toMatchObject({ tlbHit: false, exits: 1, allReferences: 48 });
  });
  it('the same machine address at the end of a walk under shadow and nested', () => {
    expect(facts('shadow')['hpa']).toBe(facts('nested')['hpa']);
    expect(facts('shadow')['gpa']).toBe(facts('native')['gpa']);
  });
});

describe('beside the recordings', () => {
  const counts = (ref: string) => run(ref).steps.at(-1)!.state as State;
  it('every load of CR3 and every INVLPG exits under shadow paging, in the model as in KVM, and none nested', () => {
    expect(RECORDED['context-switch'].shadow.reasons['write_cr3']).toBe(LOADS);
    expect(counts('switch-shadow').counts.reasons.write_cr3).toBe(LOADS);
    expect(RECORDED['pte-edit'].shadow.reasons['invlpg']).toBe(EDITS);
    expect(counts('edit-shadow').counts.reasons.invlpg).toBe(EDITS);
    for (const { nested } of Object.values(RECORDED)) {
      expect(nested.reasons).not.toHaveProperty('write_cr3');
      expect(nested.reasons).not.toHaveProperty('invlpg');
    }
    expect(facts('switch-nested')['exits']).toBe(0);
    expect(facts('edit-nested')['exits']).toBe(0);
  });
  it('has the exits that KVM has, reason by reason', () => {
    for (const [operation, ref] of [
      ['context-switch', 'switch'],
      ['pte-edit', 'edit'],
    ] as const)
      for (const technique of ['shadow', 'nested'] as const) {
        const model: Readonly<Record<string, number>> = counts(`${ref}-${technique}`).counts.reasons;
        expect(model, `${ref} ${technique}`).toEqual(RECORDED[operation][technique].reasons);
      }
  });
});

describe('steps that lessons name', () => {
  it('a nested walk level by level, or each reference', () => {
    expect(idsOf('nested')).toEqual(['start', 'level-4', 'level-3', 'level-2', 'level-1', 'page', 'filled']);
    expect(idsOf('nested-each')).toEqual([
      'start',
      ...Array.from({ length: 24 }, (_, i) => `ref-${i + 1}`),
      'filled',
    ]);
  });
  it('a shadow that is filled by a fault, then walked', () => {
    expect(idsOf('shadow').slice(0, 6)).toEqual(['start', 'hole', 'exit', 'software', 'fill', 'level-4']);
  });
  it('16 loads of CR3: two told, the rest in one step; or each', () => {
    expect(idsOf('switch-shadow')).toEqual([
      'start',
      'cr3-1',
      'code-1',
      'data-1',
      'use-1',
      'cr3-2',
      'use-2',
      'rest',
      'end',
    ]);
    expect(idsOf('context-switch.shadow.4l-4k.4l-4k.each')).toContain('cr3-16');
  });
  it('an edit leaves the shadow stale until INVLPG; large pages are not let out of sync', () => {
    expect(stateOf('edit-shadow', 'write-1').stale).toBe(true);
    expect(stateOf('edit-shadow', 'invlpg-1').stale).toBe(false);
    expect(idsOf('edit-shadow')).toContain('unsync-1');
    expect(idsOf('pte-edit.shadow.4l-2m')).not.toContain('unsync-1');
    expect(facts('pte-edit.shadow.4l-2m')['exits']).toBe(3 * EDITS);
  });
});

describe('every scenario', () => {
  const refs = OPERATIONS.flatMap((operation) =>
    TECHNIQUES.flatMap((technique) =>
      SIZES.flatMap((guest) =>
        SIZES.flatMap((host) =>
          DETAILS.map((detail) => `${operation}.${technique}.${guest}.${host}.${detail}`),
        ),
      ),
    ),
  );
  it('runs, counts the same grouped or told one by one, and its counters never fall', () => {
    for (const ref of refs) {
      const steps = run(ref).steps.map((step) => step.state as State);
      steps.reduce((before, { counts }) => {
        for (const name of ['references', 'hits', 'misses', 'exits'] as const)
          expect(counts[name], `${ref} ${name}`).toBeGreaterThanOrEqual(before[name]);
        return counts;
      }, steps[0]!.counts);
      const other = run(ref.replace(/each$/, 'grouped')).steps.at(-1)!.state as State;
      expect(steps.at(-1)!.counts, ref).toEqual(other.counts);
    }
  });
  it('has an answer to each question that its own model gives', () => {
    for (const ref of refs)
      for (const { ask } of run(ref).steps)
        if (ask)
          expect(
            ask.options.map((option) => option.id),
            ref,
          ).toContain(ask.answer);
  });
});

describe('the picture', () => {
  const scenario = figure.scenarios['nested']!;
  const draw = (live: boolean) => {
    const trace = figure.run(scenario);
    const props = {
      frame: { trace, index: 2, step: trace.steps[2]!, scenario },
      lang: 'en' as const,
      uid: 'u',
    };
    const t = translator(messages.en, 'en');
    return renderToStaticMarkup(
      <figure.View
        {...props}
        t={t}
        {...(live && { onScenario: () => undefined, onStep: () => undefined })}
      />,
    );
  };
  it('has a button for each reference, one of them in the order of the Tab key; none in a still', () => {
    expect(draw(true).match(/role="button"/g)).toHaveLength(24);
    expect(draw(true).match(/tabindex="0"/gi)).toHaveLength(1);
    expect(draw(false)).not.toContain('role="button"');
  });
  it.each(LANGUAGES)('has an overview in %s that counts what the formula says', (lang) => {
    const t = translator(messages[lang], lang);
    const html = renderToStaticMarkup(<Overview t={t} lang={lang} uid="u" scenario={scenario} />);
    const numbers = [...html.matchAll(/<button[^>]*>(\d+)<\/button>/g)].map((match) => Number(match[1]));
    const levels = [4, 3, 2, 5];
    expect(numbers).toEqual(levels.flatMap((n) => levels.map((m) => (n + 1) * (m + 1) - 1)));
  });
});

describe('predictions', () => {
  const answer = (ref: string, id: string) => run(ref).steps.find((step) => step.id === id)?.ask?.answer;
  it('are answered by the model, each technique in its own way', () => {
    expect(answer('nested', 'level-4')).toBe('nested-first');
    expect(answer('nested', 'filled')).toBe('keeps-hpa');
    expect(answer('native', 'level-4')).toBe('n4');
    expect(answer('tlb', 'again')).toBe('n0');
    expect(answer('tlb-untagged', 'again')).toBe('n24');
    expect(answer('switch-shadow', 'cr3-1')).toBe('vm-exit');
    expect(answer('switch-nested', 'cr3-1')).toBe('runs');
    expect(answer('switch-shadow', 'use-2')).toBe('no-exit');
    expect(answer('edit-shadow', 'fault-1')).toBe('vm-exit');
    expect(answer('edit-nested', 'write-1')).toBe('runs');
  });
});
