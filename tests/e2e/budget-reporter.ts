/** Why: the budgets are a promise in numbers; the run ends with a table of what was measured beside each bound. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase } from '@playwright/test/reporter';
import { BUILD_TIMES } from '../../scripts/build-times.ts';
import { BUDGET, type Budget } from './budget.ts';

/** What each lesson page took in the last build: wall-clock time, which no test may judge; the design asks for under 60 ms. */
function builds(): readonly Budget[] {
  const file = path.resolve(import.meta.dirname, '../..', BUILD_TIMES);
  const times = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>;
  const pages = Object.entries(times);
  const slowest = pages.toSorted(([, a], [, b]) => b - a)[0];
  if (!slowest) return [];
  const mean = pages.reduce((sum, [, ms]) => sum + ms, 0) / pages.length;
  const where = `(mean of ${pages.length} lesson pages; the slowest ${slowest[1]} ms, ${slowest[0]}; wanted under 60)`;
  return [{ what: 'build, per lesson page', measured: mean, unit: 'ms', where }];
}

export default class BudgetReporter implements Reporter {
  /** The worst measurement of each kind. */
  private readonly rows = new Map<string, Budget>();

  onTestEnd(test: TestCase): void {
    for (const { type, description } of test.annotations) {
      if (type !== BUDGET) continue;
      const row = JSON.parse(description ?? '{}') as Budget;
      const before = this.rows.get(row.what);
      if (!before || row.measured > before.measured) this.rows.set(row.what, row);
    }
  }

  onEnd(): void {
    if (this.rows.size === 0) return;
    const cell = (value: number) =>
      Number.isInteger(value) ? String(value) : value.toFixed(value < 0.1 ? 4 : 2);
    console.log('\nBudgets, measured on the built site (the worst page of each)');
    for (const { what, bound, measured, unit, where } of [...this.rows.values(), ...builds()]) {
      const verdict = bound === undefined ? 'told   ' : measured <= bound ? 'inside ' : 'OUTSIDE';
      const of = bound === undefined ? '      ' : `of ${cell(bound).padStart(3)}`;
      const numbers = `${cell(measured).padStart(7)} ${of} ${unit.padEnd(2)}`;
      console.log(`  ${verdict} ${what.padEnd(54)} ${numbers}  ${where}`);
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
