import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineFigure, type Control } from './contract';
import { defaultScenario, parseScenario, scenarioRef } from './scenario';

const control = (name: string, values: readonly string[]): Control => ({
  name,
  label: name,
  kind: 'select',
  options: values.map((value) => ({ value, label: { key: value } })),
});
const figure = defineFigure<null>({
  id: 'toy',
  title: 'toy',
  intro: ['a', 'b'],
  controls: [
    control('program', ['popf', 'syscall']),
    control('technique', ['bare', 'deprivileged', 'hardware']),
  ],
  scenarios: {
    first: { program: 'popf', technique: 'deprivileged' },
    native: { program: 'syscall', technique: 'bare' },
  },
  run: () => {
    throw new Error('not run here');
  },
  View: () => <svg />,
  panels: [],
  facts: () => ({}),
});

describe('scenario', () => {
  it('reads back every scenario that it spells', () => {
    const values = fc.tuple(...figure.controls.map((c) => fc.constantFrom(...c.options.map((o) => o.value))));
    fc.assert(
      fc.property(values, (chosen) => {
        const scenario = Object.fromEntries(figure.controls.map((c, i) => [c.name, chosen[i] ?? '']));
        expect(parseScenario(figure, scenarioRef(figure, scenario))).toEqual({ scenario, problems: [] });
      }),
    );
  });

  it('takes presets by name, and what is left out from the default', () => {
    expect(parseScenario(figure, 'native').scenario).toEqual({ program: 'syscall', technique: 'bare' });
    expect(parseScenario(figure, 'syscall').scenario).toEqual({
      program: 'syscall',
      technique: 'deprivileged',
    });
    expect(parseScenario(figure, '').scenario).toEqual(defaultScenario(figure));
  });

  it('lets a free control mend its own value', () => {
    const mend = (value: string) => value.replaceAll(/[^a-z,]/g, '');
    const free: Control = { ...control('calls', ['', 'a,b']), kind: 'free', mend };
    const open = { ...figure, controls: [...figure.controls, free] };
    expect(parseScenario(open, 'popf.bare.a,c').scenario['calls']).toBe('a,c');
    expect(parseScenario(open, 'popf.bare.a;9').problems).toEqual([
      { control: 'calls', found: 'a;9', taken: 'a' },
    ]);
  });

  it('replaces what it does not know by the nearest and says so', () => {
    expect(parseScenario(figure, 'popff.hardwear.more')).toEqual({
      scenario: { program: 'popf', technique: 'hardware' },
      problems: [
        { control: 'program', found: 'popff', taken: 'popf' },
        { control: 'technique', found: 'hardwear', taken: 'hardware' },
        { control: '', found: 'more', taken: '' },
      ],
    });
  });

  it('never throws and always gives a valid scenario, whatever the address says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__')), (ref) => {
        const { scenario } = parseScenario(figure, ref);
        for (const c of figure.controls) expect(c.options.map((o) => o.value)).toContain(scenario[c.name]);
      }),
    );
  });
});
