/** Why: a rule that is not seen to report anything may not run at all. */
import { globSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { layers } from '../layers.js';
import { layerOf, verdict } from '../scripts/lint/layer-rule.js';

describe('the table', () => {
  test('names only layers that it holds, each once', () => {
    const names = layers.map((layer) => layer.name);
    expect(new Set(names).size).toBe(names.length);
    for (const layer of layers) for (const other of layer.may) expect(names).toContain(other);
  });

  test('has no cycle between the layers under the pages', () => {
    const upper = ['components', 'layouts', 'pages', 'site'];
    const inner = layers.filter((layer) => !upper.includes(layer.name));
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      inner
        .filter((layer) => layer.name === from)
        .flatMap((layer) => layer.may)
        .some((next) => {
          if (next === to) return true;
          if (seen.has(next)) return false;
          seen.add(next);
          return reaches(next, to, seen);
        });
    for (const layer of inner)
      expect(reaches(layer.name, layer.name), `${layer.name} reaches itself`).toBe(false);
  });

  test.each([
    ['src/figures/contract.ts', 'contract'],
    ['src/figures/rings/figure.ts', 'figures'],
    ['src/islands/figure/Player.tsx', 'islands'],
    ['src/content.config.ts', 'site'],
    ['scripts/build.ts', undefined],
  ])('%s is in layer %s', (file, layer) => {
    expect(layerOf(file)?.name).toBe(layer);
  });
});

test('one module alone knows the scheduler', () => {
  const knowing = globSync('src/**/*.{ts,tsx,astro}').filter((file) =>
    readFileSync(file, 'utf8').includes("from 'ts-fsrs'"),
  );
  expect(knowing.map((file) => file.replaceAll('\\', '/'))).toEqual(['src/learning/schedule.ts']);
});

describe('an import', () => {
  test.each([
    ['src/lib/trace.ts', '../schemas/text', 'lib may not import schemas'],
    ['src/models/rings/machine.ts', '../../figures/contract', 'models may not import contract'],
    ['src/models/rings/machine.ts', 'zod', 'models may import no package, not "zod"'],
    ['src/schemas/text.ts', 'yaml', 'schemas may import zod, valibot, not "yaml"'],
    [
      'src/figures/rings/figure.ts',
      '../kvm-exits/view',
      'src/figures/rings may not import its neighbour kvm-exits',
    ],
    ['src/figures/rings/view.tsx', '../../islands/figure/Player', 'figures may not import islands'],
    ['src/store/store.ts', '../learning/grade', 'store may not import learning'],
    ['src/islands/Quiz.tsx', '../../scripts/serve', 'which is in no layer'],
  ])('%s → %s is forbidden', (from, source, why) => {
    expect(verdict(from, source)).toContain(why);
  });

  test.each([
    ['src/figures/rings/figure.ts', './view'],
    ['src/figures/rings/figure.ts', '../contract'],
    ['src/figures/kvm-exits/figure.ts', '../../../content/recordings/kvm-exits.json'],
    ['src/schemas/text.ts', 'zod/mini'],
    ['src/learning/schedule.ts', 'ts-fsrs'],
    ['src/islands/FigureIsland.tsx', '../figures/rings/figure'],
    ['src/models/rings/laws.test.ts', 'fast-check'],
    ['tests/figures.census.test.tsx', '../src/lib/trace'],
  ])('%s → %s is allowed', (from, source) => {
    expect(verdict(from, source)).toBeUndefined();
  });
});

describe('lint', () => {
  const eslint = new ESLint({ cwd: new URL('..', import.meta.url).pathname });
  // The name of a file that exists: typed rules ask the project for it.
  const rulesFor = async (code: string, filePath: string) => {
    const [result] = await eslint.lintText(code, { filePath });
    return result?.messages.map((message) => `${message.ruleId ?? 'parser'}: ${message.message}`) ?? [];
  };

  test('reports forbidden imports however they are written', async () => {
    const code = [
      `import type { Figure } from '../figures/contract';`,
      `export type { Text } from '../schemas/text';`,
      `export const a = import('../schemas/text');`,
      `export const b = import.meta.glob(['../figures/*/figure.ts']);`,
      `export type C = Figure;`,
    ].join('\n');
    const found = (await rulesFor(code, 'src/lib/trace.ts')).filter((line) =>
      line.startsWith('house/layers'),
    );
    expect(found).toHaveLength(4);
    expect(found[0]).toContain('lib may not import contract; it may import nothing (layers.js)');
  });

  test('reports the clock and chance in a pure layer, and only there', async () => {
    const code =
      'export const now = Date.now();\nexport const luck = Math.random();\nexport const day = new Date();\n';
    const pure = await rulesFor(code, 'src/lib/trace.ts');
    expect(pure.filter((line) => line.includes('no-restricted'))).toHaveLength(3);
    const free = await rulesFor(code, 'src/player/clock.ts');
    expect(free.filter((line) => line.includes('no-restricted'))).toHaveLength(0);
  });

  test('reports barrels, default exports and style attributes', async () => {
    const code = `export * from './owner';\nexport default function Wire() {\n  return <g style={{ fill: 'red' }} />;\n}\n`;
    const found = await rulesFor(code, 'src/marks/Wire.tsx');
    expect(found.filter((line) => line.startsWith('no-restricted-syntax'))).toHaveLength(3);
  });

  test('reports a promise that nobody waits for', async () => {
    const code = `import { readFile } from 'node:fs/promises';\nreadFile('x');\n`;
    const found = await rulesFor(code, 'tests/layers.test.ts');
    expect(found.some((line) => line.startsWith('@typescript-eslint/no-floating-promises'))).toBe(true);
  });
});
