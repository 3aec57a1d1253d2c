/**
 * Why: who has answered 50,000 questions must not wait for having done so: what a page of practice costs the main thread
 * when it opens is a number with a bound.
 */
import type { Page } from '@playwright/test';
import { within } from './budget';
import { plantAnswers } from './planted-log';
import { expect } from './test';
import { test, threadTime, type ThreadTime } from './thread-time';

const ANSWERS = 50_000;
/** Opened so many times; other programs on the machine can only add, so the least counts. */
const TIMES = 3;

const PAGES = [
  { where: 'practice/', ready: '.practice-live [data-matches]' },
  { where: 'practice/?only=wrong', ready: '.practice-live [data-matches]' },
  { where: 'practice/session/?only=wrong&seed=1', ready: '[data-session] .quiz-stem' },
  { where: 'practice/session/?seed=2&count=all', ready: '[data-session] .quiz-stem' },
  { where: 'practice/wrong/', ready: '.wrong-list .wrong-stem' },
  { where: 'progress/', ready: '.progress-card' },
  { where: 'practice/generated/', ready: '[data-drill] .quiz-stem' },
  { where: 'practice/exchange/', ready: '[data-exchange="ready"]' },
  { where: 'exam/', ready: '.exam-live button' },
  {
    where: 'practice/kvm/',
    ready: '[data-quiz] .quiz-numbers .is-right, [data-quiz] .quiz-numbers .is-wrong',
  },
] as const;

/** What it costs to open a page. */
async function costOf(page: Page, where: string, ready: string): Promise<ThreadTime> {
  // Light, and of the same site, so that the thread that is measured is the one that opens the page.
  await page.goto('robots.txt');
  const { session, read } = await threadTime(page);
  const before = await read();
  await page.goto(where);
  await page.locator(ready).first().waitFor({ timeout: 30_000 });
  // The log is read beside the page and comes last; the star waits for it, the counts of the door too.
  if (where.includes('session'))
    await expect(page.locator('.favourite-star').first()).toBeEnabled({ timeout: 30_000 });
  if (where.startsWith('practice/?') || where === 'practice/')
    await expect(page.locator('.chips small').first()).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  const after = await read();
  await session.detach();
  return { work: after.work - before.work, task: after.task - before.task };
}

test.describe('a long log', { tag: '@budget' }, () => {
  test(`the main thread opens each page of practice with ${ANSWERS} answers in the log`, async ({
    page,
    fair,
  }) => {
    test.setTimeout(300_000);
    await plantAnswers(page, ANSWERS);
    for (const { where, ready } of PAGES) {
      const costs: ThreadTime[] = [];
      for (let i = 0; i < TIMES; i++) costs.push(await costOf(page, where, ready));
      const least = costs.toSorted((a, b) => a.task - b.task)[0]!;
      expect(least.work, `${where} was measured`).toBeGreaterThan(0);
      within({
        what: `main thread, opening ${where.replace(/\?.*/, '')} with ${ANSWERS} answers`,
        bound: 150,
        measured: fair(least.task),
        unit: 'ms',
        where: `${where} (all tasks; on this machine the least of ${costs.map(({ task }) => task.toFixed(0)).join(', ')}; script, style and layout ${least.work.toFixed(0)})`,
      });
    }
  });
});
