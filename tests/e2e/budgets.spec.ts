/**
 * Why: what a reader's line and battery pay is a number with a bound, not a feeling. Measured is only what does not
 * jitter: bytes, requests, layout shift, and the main thread's own time (`threadTicks`) over a fixed number of steps.
 * `budget-reporter.ts` prints the table of bounds and figures at the end.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { BUDGET, type Budget } from './budget-reporter';
import { at, LANGS, lessons } from './site';
import { expect, figureOn, hydrate, test } from './test';

const KB = 1024;
const MARKS = 200;
const STEPS = 60;
const BATCHES = 6;

test.describe('budgets', { tag: '@budget' }, () => {
  /** Tells the reporter what was measured; fails outside the bound, after everything else of the test was measured too. */
  function within(row: Budget): void {
    test.info().annotations.push({ type: BUDGET, description: JSON.stringify(row) });
    expect
      .soft(row.measured, `${row.what} at ${row.where}, ${row.unit}`)
      .toBeLessThanOrEqual(row.bound ?? Infinity);
  }

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
        const bodies = await Promise.all([...responses.values()].map((response) => response.body()));
        return bodies.reduce((sum, body) => sum + brotli(body), 0);
      },
    };
  }

  /**
   * Milliseconds of the main thread's own time for one frame: `work` is script, style and layout, which the page is
   * answerable for; `task` is all that the thread did. Other programs on the machine can only add to a batch, so the
   * least of several tells the page's own cost.
   * @param draw resolves with the number of frames that it had drawn
   */
  async function leastPerFrame(page: Page, turns: number, draw: (turn: number) => Promise<number>) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      const work = of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration');
      return { work, task: of('TaskDuration') };
    };
    const batches: { work: number; task: number }[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      const before = await spent();
      let frames = 0;
      for (let turn = 0; turn < turns; turn++) frames += await draw(turn);
      const after = await spent();
      const perFrame = (kind: 'work' | 'task') => ((after[kind] - before[kind]) * 1000) / frames;
      batches.push({ work: perFrame('work'), task: perFrame('task') });
    }
    return batches.toSorted((a, b) => a.work - b.work)[0] ?? { work: NaN, task: NaN };
  }

  /** Runs in a page without anything: what this machine's browser needs for marks alone. Resolves with the frames drawn. */
  function emptyPage(marks: number): Promise<number> {
    const frames = 60;
    const name = 'http://www.w3.org/2000/svg';
    if (!document.querySelector('svg')) {
      const svg = document.body.appendChild(document.createElementNS(name, 'svg'));
      svg.setAttribute('viewBox', '0 0 600 400');
      for (let i = 0; i < marks; i++)
        svg.appendChild(document.createElementNS(name, 'circle')).setAttribute('r', '4');
    }
    const own = [...document.querySelectorAll('circle')];
    return new Promise((resolve) => {
      let frame = 0;
      const draw = () => {
        frame++;
        own.forEach((mark, i) => {
          const angle = (i / marks) * 2 * Math.PI + frame / 30;
          mark.style.transform = `translate(${300 + 200 * Math.cos(angle)}px, ${200 + 150 * Math.sin(angle)}px)`;
        });
        if (frame === frames) resolve(frames);
        else requestAnimationFrame(draw);
      };
      requestAnimationFrame(draw);
    });
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

  test(`the main thread with ${MARKS} moving marks`, async ({ page }) => {
    test.setTimeout(120_000);
    const where = 'figures/rings/';
    await page.goto(where);
    const figure = await figureOn(page, 'rings');
    await figure.locator('.figure-speed select').selectOption('2');
    await figure.evaluate((root, marks) => {
      const svg = root.querySelector('.figure-view svg')!;
      for (let i = 0; i < marks; i++) {
        const mark = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
        mark.dataset['token'] = `mark-${i}`;
        mark.setAttribute('r', '4');
        svg.append(mark);
      }
    }, MARKS);
    /** Puts every mark elsewhere, then steps; resolves with the frames drawn until all marks are at rest again. */
    const step = (turn: number) =>
      figure.evaluate(
        (root, { turn, marks }) =>
          new Promise<number>((resolve) => {
            const own = [...root.querySelectorAll<SVGGElement>('[data-token^="mark-"]')];
            own.forEach((mark, i) => {
              const angle = (i / marks) * 2 * Math.PI + turn;
              mark.setAttribute(
                'transform',
                `translate(${300 + 200 * Math.cos(angle)} ${200 + 150 * Math.sin(angle)})`,
              );
            });
            const key = turn % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
            root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            let frames = 0;
            let moved = false;
            const look = () => {
              frames++;
              const moving = own[0]!.style.transform !== '';
              moved ||= moving;
              if ((moved && !moving) || frames > 300) resolve(moved ? frames : -1);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        { turn, marks: MARKS },
      );
    await page.keyboard.press('Tab');
    await figure.evaluate((root) =>
      root.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true })),
    );
    await figure.evaluate((root) =>
      root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true })),
    );
    await step(0);
    await step(1);

    const cost = await leastPerFrame(page, STEPS / BATCHES, async (turn) => {
      const drawn = await step(turn);
      expect(drawn, 'the marks move').toBeGreaterThan(0);
      return drawn;
    });
    const empty = await page.context().newPage();
    const floor = await leastPerFrame(empty, 1, () => empty.evaluate(emptyPage, MARKS));
    within({
      what: `main thread per frame, ${MARKS} moving marks`,
      bound: 1,
      measured: cost.work,
      unit: 'ms',
      where: `${where} (script, style, layout; ${STEPS} steps, the least of ${BATCHES} batches. An empty page with ${MARKS} circles: ${floor.work.toFixed(2)}. With all of the browser's own work, painting in software above all: ${cost.task.toFixed(2)}, the empty page ${floor.task.toFixed(2)})`,
    });
  });
});
