/**
 * Why: what a reader's line and battery pay is a number with a bound, not a feeling. Measured is only what does not
 * jitter: bytes, requests, layout shift; the main thread's time is in `frames.spec.ts`. `budget-reporter.ts` prints the
 * table of bounds and figures at the end.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { within } from './budget';
import { at, LANGS, lessons } from './site';
import { hydrate, test } from './test';

const KB = 1024;

test.describe('budgets', { tag: '@budget' }, () => {
  const brotli = (body: Buffer) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

  /** Collects the responses of one kind of resource from now on. */
  function collect(page: Page, kinds: readonly string[]): { bytes: () => Promise<number> } {
    const responses = new Map<string, Response>();
    page.on('response', (response) => {
      if (kinds.includes(response.request().resourceType())) responses.set(response.url(), response);
    });
    return {
      bytes: async () => {
        // A worker that has ended takes its script along; it is asked for again.
        const again = async (response: Response) => (await page.request.get(response.url())).body();
        const bodies = await Promise.all(
          [...responses.values()].map((response) => response.body().catch(() => again(response))),
        );
        return bodies.reduce((sum, body) => sum + brotli(body), 0);
      },
    };
  }

  for (const lesson of lessons)
    for (const lang of LANGS) {
      const where = at(`lessons/${lesson}/`, lang);

      test(`the weight of /${where}`, async ({ page }) => {
        const text = collect(page, ['document', 'stylesheet']);
        const early = collect(page, ['script']);
        // Nothing ever comes into view: what is fetched now is what every reader pays at once.
        await page.addInitScript(() => {
          globalThis.IntersectionObserver = class {
            observe() {}
            unobserve() {}
            disconnect() {}
          } as unknown as typeof IntersectionObserver;
        });
        await page.goto(where, { waitUntil: 'networkidle' });
        const textSize = await text.bytes();
        within({
          what: 'lesson page, HTML + CSS, brotli',
          bound: 30,
          measured: textSize / KB,
          unit: 'KB',
          where,
        });
        const earlySize = await early.bytes();
        within({
          what: 'JavaScript before a figure is in view, brotli',
          bound: 8,
          measured: earlySize / KB,
          unit: 'KB',
          where,
        });
      });

      test(`what runs on /${where}, and what moves while it loads`, async ({ page, guard }) => {
        const all = collect(page, ['script']);
        await page.addInitScript(() => {
          interface Shift extends PerformanceEntry {
            readonly value: number;
            readonly sources: readonly { readonly node: Node | null }[];
          }
          const shifts: { value: number; what: string }[] = [];
          Object.assign(globalThis, { shifts });
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries() as Shift[]) {
              const named = sources.map(({ node }) =>
                node instanceof Element
                  ? `${node.localName}.${node.getAttribute('class') ?? ''}`
                  : (node?.nodeName ?? 'gone'),
              );
              shifts.push({ value, what: named.join(', ') });
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(where);
        await hydrate(page);
        await page.waitForLoadState('networkidle');
        const size = await all.bytes();
        within({
          what: 'JavaScript with every island running, brotli',
          bound: 110,
          measured: size / KB,
          unit: 'KB',
          where,
        });
        const shifts = await page.evaluate(
          () => (globalThis as unknown as { shifts: { value: number; what: string }[] }).shifts,
        );
        const shifted = shifts.reduce((sum, { value }) => sum + value, 0);
        const moved = shifts.map(({ what }) => what).join('; ');
        within({
          what: 'layout shift',
          bound: 0,
          measured: shifted,
          unit: '',
          where: moved ? `${where} (${moved})` : where,
        });
        const foreign = guard.complaints.filter((complaint) => complaint.startsWith('a request to')).length;
        within({ what: 'third-party requests', bound: 0, measured: foreign, unit: '', where });
      });
    }
});
