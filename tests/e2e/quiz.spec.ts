/** Why: answering by keyboard, being told why, and owning what one did: it survives, leaves as a file and comes back. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { at, LANGS } from './site';
import { logged } from './planted-log';
import { expect, placeNamed, tabTo, test } from './test';

const WORDS = {
  en: {
    answer: 'Answer',
    again: 'Try again',
    export: 'Export to a file',
    import: 'Import a file',
    reset: /^Delete all/,
    yes: 'Delete everything',
  },
  'zh-cn': {
    answer: '提交答案',
    again: '再做一次',
    export: '导出为文件',
    import: '导入文件',
    reset: /^删除全部记录/,
    yes: '全部删除',
  },
} as const;

/** The running quiz of a page. */
async function quizOn(page: Page) {
  const quiz = page.locator('[data-quiz]');
  await quiz.scrollIntoViewIfNeeded();
  await expect(quiz.locator('.quiz-stem')).toBeVisible();
  return quiz;
}

/** Answers the question shown with its first option, by keyboard, and waits until it is told. */
async function answerFirst(page: Page): Promise<void> {
  const quiz = await quizOn(page);
  const option = quiz.locator('.quiz-options input').first();
  await tabTo(page, option, 400);
  await page.keyboard.press('1');
  await expect(option).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(quiz.locator('.quiz-verdict p')).toBeVisible();
}

for (const lang of LANGS)
  test(`a question is answered, explained, tried again and left, by keyboard only, in ${lang}`, async ({
    page,
  }) => {
    await page.goto(at('practice/cpu-rings/', lang));
    await answerFirst(page);
    const quiz = page.locator('[data-quiz]');
    const options = await quiz.locator('.quiz-option').count();
    await expect(quiz.locator('.quiz-why')).toHaveCount(options);
    for (const why of await quiz.locator('.quiz-why').allInnerTexts()) expect(why.length).toBeGreaterThan(8);
    await expect(quiz.locator('a.quiz-proof')).toHaveAttribute('href', /[#@]/);

    await tabTo(page, quiz.getByRole('button', { name: WORDS[lang].again }), 300);
    await page.keyboard.press('Enter');
    await expect(quiz.locator('.quiz-stem')).toBeFocused();
    await expect(quiz.locator('.quiz-why')).toHaveCount(0);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await expect(quiz.locator('.quiz-why')).toHaveCount(options);

    const stem = await quiz.locator('.quiz-stem').innerText();
    await expect(quiz.locator('.quiz-onward button')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(quiz.locator('.quiz-stem')).not.toHaveText(stem);
    await expect(quiz.locator('.quiz-stem')).toBeFocused();
    await expect(page).toHaveURL(/[?&]q=/);
  });

test('the proof of an answer is a place that exists', async ({ page }) => {
  await page.goto('lessons/cpu-rings/');
  await answerFirst(page);
  const proof = page.locator('[data-quiz] a.quiz-proof');
  const moves = (await proof.getAttribute('data-figure')) !== null;
  const step = moves ? (await placeNamed(proof)).at : null;
  const target = new URL((await proof.getAttribute('href')) ?? '', page.url());
  await proof.click();
  if (step !== null) {
    const figure = (await proof.getAttribute('data-figure')) ?? '';
    await expect(page.locator(`[data-figure="${figure}"][data-step-id]`).first()).toHaveAttribute(
      'data-step-id',
      step,
    );
  } else {
    await expect(page.locator(`[id="${target.hash.slice(1)}"]`)).toBeInViewport();
  }
});

test('an answer survives a reload and is counted in another tab', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('progress/');
  await expect(other.locator('[data-percent]')).toHaveAttribute('data-percent', '0');
  await page.goto('practice/kvm/');
  await answerFirst(page);
  await expect(other.locator('.progress-card[data-lesson="kvm"]')).toBeVisible();
  await page.reload();
  const quiz = await quizOn(page);
  await expect(quiz.locator('.quiz-numbers button.is-right, .quiz-numbers button.is-wrong')).toHaveCount(1);
});

for (const lang of LANGS)
  test(`progress leaves as a file and comes back; a wrong file changes nothing, in ${lang}`, async ({
    page,
  }, info) => {
    const words = WORDS[lang];
    await page.goto(at('practice/kvm/', lang));
    await answerFirst(page);
    await page.goto(at('progress/', lang));
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: words.export }).click();
    const file = info.outputPath('progress.json');
    await (await downloading).saveAs(file);
    const saved = JSON.parse(readFileSync(file, 'utf8')) as { format: string; events: { kind: string }[] };
    expect(saved.format).toBe('ringside-progress');
    expect(saved.events.filter((event) => event.kind === 'answer')).toHaveLength(1);

    const result = page.locator('.progress-result');
    const entries = async () => {
      const again = page.waitForEvent('download');
      await page.getByRole('button', { name: words.export }).first().click();
      const path = info.outputPath('again.json');
      await (await again).saveAs(path);
      return (JSON.parse(readFileSync(path, 'utf8')) as { events: unknown[] }).events;
    };
    const before = await entries();
    for (const [name, content] of [
      ['notes.txt', 'not json at all'],
      ['other.json', '{"format":"something-else"}'],
      ['broken.json', JSON.stringify({ ...saved, events: [...saved.events, { kind: 'answer' }] })],
    ] as const) {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
      await expect(result.locator('.is-refused')).toContainText(name);
    }
    expect(await entries()).toEqual(before);

    await page.getByRole('button', { name: words.reset }).click();
    await page.getByRole('button', { name: words.yes }).click();
    await expect(page.getByRole('button', { name: words.reset })).toBeDisabled();
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect(result).toContainText('progress.json');
    await expect(result.locator('.is-refused')).toHaveCount(0);
    expect(await entries()).toEqual(before);
  });

test('a file of the first version of the log is imported whole', async ({ page }) => {
  const head = (n: number) => ({
    v: 1,
    id: `00000000-0000-4000-8000-00000000000${n}`,
    at: 1_700_000_000_000 + n,
  });
  const events = [
    { ...head(1), kind: 'visit', lesson: 'kvm' },
    {
      ...head(2),
      kind: 'answer',
      lesson: 'kvm',
      question: 'q1',
      chosen: ['a'],
      right: false,
      mode: 'practice',
    },
    {
      ...head(3),
      kind: 'prediction',
      figure: 'rings',
      scenario: 'popf',
      step: 'cli',
      chosen: 'a',
      right: true,
    },
  ];
  const file = { format: 'ringside-progress', version: 1, exported: '2024-01-01T00:00:00.000Z', events };
  await page.goto('progress/');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.locator('.progress-result')).toContainText('old.json');
  for (const event of events) expect(await logged(page, event.kind)).toEqual([{ ...event, v: 2 }]);
});
