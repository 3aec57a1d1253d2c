/** Why: whatever the model says must have words in both languages, with every value that they need. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator } from '../../lib/message';
import { runRings } from '../../models/rings/run';
import { CPUS, PROGRAMS, TECHNIQUES } from '../../models/rings/types';
import { captionsEn } from './captions.en';
import { captionsZh } from './captions.zh-cn';

const messages = { en: captionsEn, 'zh-cn': captionsZh };

const traces = PROGRAMS.flatMap((program) =>
  TECHNIQUES.flatMap((technique) =>
    CPUS.filter((_, i) => i % 4 === 0 || i === 1).map((cpu) => runRings({ program, technique, cpu })),
  ),
);

describe.each(LANGUAGES)('messages in %s', (lang) => {
  const t = translator<string>(messages[lang], lang);

  it('give words to every caption, note, question and simplification', () => {
    for (const { steps, provenance } of traces) {
      for (const { caption, state, ask } of steps) {
        const text = t(caption);
        expect(text, caption.key).toMatch(/^\*\*[^*]+\*\*/);
        expect(text).not.toMatch(/[{}]|undefined/);
        expect(t(state.vmm.note).length).toBeGreaterThan(0);
        if (ask) for (const message of [ask.question, ...ask.options.map((o) => o.label)]) t(message);
      }
      if (provenance.kind === 'model') for (const message of provenance.simplifies) t(message);
    }
  });

  it('are all used', () => {
    const used = new Set<string>();
    const note = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('key' in value && typeof value.key === 'string') used.add(value.key);
      Object.values(value).forEach(note);
    };
    for (const { steps, provenance } of traces) {
      note(provenance);
      for (const step of steps) note([step.caption, step.state.vmm.note, step.ask]);
    }
    const labels = /^(phase|differs)-/;
    expect(Object.keys(messages[lang]).filter((key) => !used.has(key) && !labels.test(key))).toEqual([]);
  });
});
