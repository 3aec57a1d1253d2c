/**
 * Why: one command that says whether the project is sound. Runs every check in order, cheapest first, stops at
 * the first that fails, and closes with the number of tests that passed and failed.
 *
 * `npm test` runs all; `npm test -- lint unit` runs only the stages named.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../src/lib/nearest.ts';

const root = path.resolve(import.meta.dirname, '..');
const VITEST_REPORT = '.cache/vitest.json';
const PLAYWRIGHT_REPORT = '.cache/playwright.json';
const BASE_DIR = '.cache/dist-base';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly title: string;
  /** Commands as `node_modules` programs or scripts, in order. */
  readonly commands: readonly (readonly string[])[];
  readonly env?: Readonly<Record<string, string>>;
  /** Written by the stage; an old one is removed before it runs. */
  readonly report?: string;
  /** Reads how many tests ran from the report that the stage left. Without it a stage is one test. */
  readonly count?: () => Counts;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

function vitestCounts(): Counts {
  const report = read(VITEST_REPORT) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightCounts(): Counts {
  const { stats } = read(PLAYWRIGHT_REPORT) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  // There are no retries; should they come, a test that failed once has failed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

const stages: readonly Stage[] = [
  {
    name: 'format',
    title: 'Formatting (Prettier)',
    commands: [['prettier', '--check', '--log-level', 'warn', '.']],
  },
  { name: 'sync', title: 'Types of the content (astro sync)', commands: [['astro', 'sync']] },
  {
    name: 'lint',
    title: 'Lint with the layer table (ESLint)',
    commands: [['eslint', '--max-warnings', '0', '.']],
  },
  {
    name: 'types',
    title: 'Types (astro check, and the pure layers without DOM)',
    commands: [
      ['astro', 'check', '--minimumSeverity', 'warning'],
      ['tsc', '-p', 'tsconfig.pure.json'],
    ],
  },
  {
    name: 'unit',
    title: 'Unit and census tests (Vitest)',
    commands: [['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]],
    // A picture without its snapshot fails here; `npm run unit` writes it.
    env: { CI: '1' },
    report: VITEST_REPORT,
    count: vitestCounts,
  },
  { name: 'build', title: 'Build', commands: [['scripts/build.ts']] },
  { name: 'links', title: 'Links inside the site', commands: [['scripts/check-links.ts']] },
  {
    name: 'base',
    title: 'Build and links under a sub-path (BASE_PATH=/course)',
    commands: [
      ['scripts/build.ts', '--out', BASE_DIR],
      ['scripts/check-links.ts', '--dir', BASE_DIR],
    ],
    env: { BASE_PATH: '/course' },
  },
  {
    name: 'budgets',
    title: 'Budgets of the built site',
    // Alone, so that what is measured is not shared with other tests.
    commands: [['playwright', 'test', '--grep', '@budget', '--workers', '1']],
    report: PLAYWRIGHT_REPORT,
    count: playwrightCounts,
  },
  {
    name: 'browser',
    title: 'The site in real browsers (Playwright)',
    commands: [['playwright', 'test', '--grep-invert', '@budget']],
    report: PLAYWRIGHT_REPORT,
    count: playwrightCounts,
  },
];

const programs: Readonly<Record<string, string>> = {
  astro: 'node_modules/astro/bin/astro.mjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

function succeeds(
  [name = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): boolean {
  const { status } = spawnSync(process.execPath, [programs[name] ?? name, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  return status === 0;
}

function countsOf(stage: Stage, passed: boolean): Counts {
  const one = passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!stage.count) return one;
  try {
    const counts = stage.count();
    // A stage may fail without a failed test (a crash, an unhandled error): it must not look green.
    return passed ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) };
  } catch {
    return one;
  }
}

const wanted = process.argv.slice(2);
const names = stages.map((stage) => stage.name);
for (const name of wanted)
  if (!names.includes(name)) {
    const near = nearest(name, names);
    console.error(
      `No stage "${name}"${near.length > 0 ? `; did you mean ${near.join(' or ')}` : ''}? All: ${names.join(', ')}`,
    );
    process.exit(1);
  }

mkdirSync(path.join(root, '.cache'), { recursive: true });
const total = { passed: 0, failed: 0 };
const started = performance.now();
const chosen = stages.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
for (const [i, stage] of chosen.entries()) {
  console.log(`\n━━━ ${i + 1}/${chosen.length} ${stage.title}`);
  const begun = performance.now();
  if (stage.report) rmSync(path.join(root, stage.report), { force: true });
  const passed = stage.commands.every((command) => succeeds(command, stage.env));
  const counts = countsOf(stage, passed);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${passed ? '✓' : '✗'} ${stage.title}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
  );
  if (!passed) {
    console.log(`  again: npm test -- ${stage.name}`);
    break;
  }
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
