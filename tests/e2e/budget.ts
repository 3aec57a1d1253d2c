/** Why: a measurement with its bound, as tests leave it and the table of budgets prints it. */
import { expect, test } from '@playwright/test';

/** Type of the annotation in which a test leaves a measurement, as JSON. */
export const BUDGET = 'budget';

export interface Budget {
  readonly what: string;
  /** Left out: a figure that jitters, told and not judged. */
  readonly bound?: number;
  readonly measured: number;
  readonly unit: string;
  /** Page, and what else one needs to find it again. */
  readonly where: string;
}

/** Tells the reporter what was measured; fails outside the bound, after everything else of the test was measured too. */
export function within(row: Budget): void {
  test.info().annotations.push({ type: BUDGET, description: JSON.stringify(row) });
  expect
    .soft(row.measured, `${row.what} at ${row.where}, ${row.unit}`)
    .toBeLessThanOrEqual(row.bound ?? Infinity);
}
