/** Laws of the strips on paper: what they show follows from the text, and never outgrows the page. */
import { describe, expect, it } from 'vitest';
import { parseScenario, scenarioRef } from '../figures/scenario';
import { LANGUAGES } from '../lib/message';
import { figures } from './figures';
import { keyStrips, MOST_IN_LESSON, MOST_IN_STRIP, pictureNumber } from './key-steps';
import { lessons } from './load';
import { outlineOf, scenarioIn, sectionsOf } from './outline';

const texts = [...lessons.values()].flatMap(({ id, outline }) =>
  LANGUAGES.map((lang) => ({ name: `${id} in ${lang}`, outline: outline[lang] })),
);

describe.each(texts)('the strips of $name', ({ outline }) => {
  const strips = keyStrips(outline, figures);
  const numbers = strips.flatMap(({ first, steps }) => steps.map((_, i) => first + i));

  it('are there if and only if the lesson shows a figure', () => {
    expect(strips.length > 0).toBe(outline.uses.some(({ name }) => name === 'Figure'));
  });

  it('show steps of their trace in its order, each once, few enough', () => {
    for (const { figure, scenario, steps } of strips) {
      const trace = figures[figure]!.run(scenario);
      expect(steps.every((index) => trace.steps[index])).toBe(true);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      expect(steps.length).toBeLessThanOrEqual(MOST_IN_STRIP);
    }
    expect(numbers.length).toBeLessThanOrEqual(MOST_IN_LESSON);
  });

  it('are numbered through in the order of the sections', () => {
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    const order = ['', ...sectionsOf(outline).map(({ id }) => id)];
    const places = strips.map(({ section }) => order.indexOf(section));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('show how the story of each figure begins and ends', () => {
    const edges = [...new Set(strips.map(({ figure }) => figure))].flatMap((id) => {
      const figure = figures[id]!;
      const { scenario } = parseScenario(figure, scenarioIn(outline, id) ?? '');
      const last = figure.run(scenario).steps.length - 1;
      return [0, last].map((index) => pictureNumber(strips, id, scenarioRef(figure, scenario), index));
    });
    expect(edges).not.toContain(undefined);
  });

  it('show nothing else that the text does not name', () => {
    const named = new Set(
      outline.uses.flatMap(({ name, attributes }) => {
        const figure = name === 'Step' ? figures[attributes['figure'] ?? ''] : undefined;
        if (!figure) return [];
        const spelled = attributes['scenario'] ?? scenarioIn(outline, figure.id) ?? '';
        const { scenario } = parseScenario(figure, spelled);
        return [`${figure.id} ${scenarioRef(figure, scenario)} ${attributes['at'] ?? ''}`];
      }),
    );
    const unasked = strips.flatMap(({ figure: id, ref, scenario, steps }) => {
      const figure = figures[id]!;
      const trace = figure.run(scenario);
      const shown = parseScenario(figure, scenarioIn(outline, id) ?? '').scenario;
      const edges = scenarioRef(figure, shown) === ref ? [0, trace.steps.length - 1] : [];
      return steps
        .filter((index) => !edges.includes(index))
        .map((index) => `${id} ${ref} ${trace.steps[index]?.id ?? ''}`)
        .filter((place) => !named.has(place));
    });
    expect(unasked).toEqual([]);
  });
});

const steps = figures['kvm-exits']!.run(figures['kvm-exits']!.scenarios['cpuid']!).steps;
const step = (at: number, scenario = 'cpuid') =>
  `<Step figure="kvm-exits" scenario="${scenario}" at="${steps[at]?.id ?? ''}">x</Step>`;

describe('a text of few words', () => {
  const shows = '<Figure id="kvm-exits" scenario="cpuid" />\n\n';
  const shownBy = (mdx: string) =>
    keyStrips(outlineOf(mdx), figures).map(({ ref, steps: all }) => [ref, all]);

  it('has all that it names, if there is room', () => {
    expect(shownBy(`${shows}${step(2)} ${step(1)} ${step(2)}`)).toEqual([
      ['cpuid.nested', [0, 1, 2, steps.length - 1]],
    ]);
  });

  it('shows one scenario once, however it is spelled', () => {
    expect(shownBy(`${shows}${step(1)} ${step(2, 'cpuid.nested')}`)).toHaveLength(1);
  });

  it('has no picture of what is only projected, or of a figure that it does not show', () => {
    const projected = `<Slide only>\n\n${step(2)}\n\n</Slide>\n\n<Notes minutes="1">${step(3)}</Notes>`;
    const foreign = '<Step figure="rings" scenario="popf" at="popf">x</Step>';
    expect(shownBy(`${shows}${projected} ${step(1)} ${foreign}`)).toEqual([
      ['cpuid.nested', [0, 1, steps.length - 1]],
    ]);
    expect(shownBy(`${step(1)} ${foreign}`)).toEqual([]);
  });

  it('counts what stands on an ordinary slide', () => {
    expect(shownBy(`${shows}<Slide>\n\n${step(2)}\n\n</Slide>`)).toEqual([
      ['cpuid.nested', [0, 2, steps.length - 1]],
    ]);
  });

  it('puts a strip at the end of the section that names its scenario first', () => {
    const mdx = `${shows}<Section id="a" title="A" />\n\n${step(1, 'cpuid.shadow')}\n\n<Section id="b" title="B" />\n\n${step(2, 'cpuid.shadow')} ${step(1)}`;
    expect(
      keyStrips(outlineOf(mdx), figures).map(({ section, ref, inPlace }) => [section, ref, inPlace]),
    ).toEqual([
      ['', 'cpuid.nested', true],
      ['a', 'cpuid.shadow', false],
    ]);
  });

  it('numbers the figure in its place before what stands at the end of the section', () => {
    const strips = keyStrips(outlineOf(`${step(1, 'cpuid.shadow')}\n\n${shows}${step(2)}`), figures);
    expect(strips.map(({ ref, first }) => [ref, first])).toEqual([
      ['cpuid.nested', 1],
      ['cpuid.shadow', 4],
    ]);
  });
});

describe('when room is short', () => {
  const trace = figures['namespaces']!.run(figures['namespaces']!.scenarios['by-hand']!);
  const all = trace.steps.map(({ id }) => `<Step figure="namespaces" scenario="by-hand" at="${id}">x</Step>`);
  const shows = '<Figure id="namespaces" scenario="by-hand" />\n\n';

  it('the steps named most often stay, and the first and the last', () => {
    const often = all[20] ?? '';
    const [strip] = keyStrips(outlineOf(`${shows}${all.join(' ')} ${often} ${often}`), figures);
    expect(strip?.steps).toHaveLength(MOST_IN_STRIP);
    expect(strip?.steps).toEqual(expect.arrayContaining([0, 20, trace.steps.length - 1]));
  });
});
