/** Why: the budgets are a promise in numbers; the run ends with a table of what was measured beside each bound. */
import type { Reporter, TestCase } from '@playwright/test/reporter';

/** Type of the annotation in which a test leaves a measurement, as JSON. */
export const BUDGET = 'budget';

export interface Budget {
  readonly what: string;
  readonly bound: number;
  readonly measured: number;
  readonly unit: string;
  /** Page, and what else one needs to find it again. */
  readonly where: string;
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
    for (const { what, bound, measured, unit, where } of this.rows.values()) {
      const verdict = measured <= bound ? 'inside ' : 'OUTSIDE';
      const numbers = `${cell(measured).padStart(7)} of ${cell(bound).padStart(3)} ${unit.padEnd(2)}`;
      console.log(`  ${verdict} ${what.padEnd(54)} ${numbers}  /${where}`);
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
