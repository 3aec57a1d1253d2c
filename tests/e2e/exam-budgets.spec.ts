/** Why: the exam page is opened on phones on the evening before; what it weighs is held as for lessons. */
import { brotliCompressSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { within } from './budget';
import { at, LANGS } from './site';
import { expect, test } from './test';

const KB = 1024;

test.describe('budgets', { tag: '@budget' }, () => {
  for (const lang of LANGS) {
    const where = at('exam/', lang);
    test(`the weight of /${where}, while an exam runs`, async ({ page }) => {
      const responses = new Map<string, Response>();
      page.on('response', (response) => responses.set(response.url(), response));
      await page.goto(`${where}?preset=aca-v1.1-2019&seed=1`, { waitUntil: 'networkidle' });
      await page.locator('.exam-start .is-primary').click();
      await expect(page.locator('.exam-card')).toHaveAttribute('data-question', /.+/);
      const weigh = async (...kinds: string[]) => {
        const wanted = [...responses.values()].filter((r) => kinds.includes(r.request().resourceType()));
        // Asked for again: a worker that has done its work takes its body with it.
        const bodies = await Promise.all(
          wanted.map(async (response) => (await page.request.get(response.url())).body()),
        );
        return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / KB;
      };
      const text = await weigh('document', 'stylesheet');
      within({ what: 'exam page, HTML + CSS, brotli', bound: 30, measured: text, unit: 'KB', where });
      const scripts = await weigh('script');
      within({
        what: 'exam page, JavaScript with its island, brotli',
        bound: 110,
        measured: scripts,
        unit: 'KB',
        where,
      });
      const data = await weigh('fetch');
      within({
        what: 'exam page, presets, bank and questions, brotli',
        bound: 140,
        measured: data,
        unit: 'KB',
        where,
      });
    });
  }
});
