/**
 * Why: what a page costs the main thread, in milliseconds that mean the same on every machine.
 *
 * Other programs can only add to what is measured, so the least of several measurements counts. How slow the machine is
 * comes off by measuring it too: a page with nothing but 200 moving marks. The bounds were set on a machine that needs
 * 0.50 ms for a frame of it; what a slower one measures is told as that machine would have taken.
 */
import type { CDPSession, Page } from '@playwright/test';
import { test as base } from './test';

/** Moved in the empty page, and in the figure that is held against it. */
export const MARKS = 200;
/** Main thread of the machine for which the bounds were set: script, style and layout of a frame of the empty page, ms. */
const REFERENCE = 0.5;

/** Part of the time on this machine that the reference would have taken, by what a frame of the empty page takes here. */
const relief = ({ work }: ThreadTime) => Math.min(1, REFERENCE / work);

/** Milliseconds: `work` is script, style and layout, which the page is answerable for; `task` is all that the thread did. */
export interface ThreadTime {
  readonly work: number;
  readonly task: number;
}

/** A reader of the main thread's own time (`threadTicks`) since some moment. */
export async function threadTime(page: Page): Promise<{
  readonly session: CDPSession;
  readonly read: () => Promise<ThreadTime>;
}> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
    const work = of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration');
    return { work, task: of('TaskDuration') };
  };
  return { session, read };
}

/**
 * What a frame costs.
 * @param turns how often `draw` is called
 * @param draw resolves with the number of frames that it had drawn
 */
async function perFrame(
  page: Page,
  turns: number,
  draw: (turn: number) => Promise<number>,
): Promise<ThreadTime> {
  await page.bringToFront();
  const { session, read } = await threadTime(page);
  const before = await read();
  let frames = 0;
  for (let turn = 0; turn < turns; turn++) frames += await draw(turn);
  const after = await read();
  await session.detach();
  return { work: (after.work - before.work) / frames, task: (after.task - before.task) / frames };
}

/** What a frame costs at the least, of `count` batches of `turns`. */
export async function leastPerFrame(
  page: Page,
  turns: number,
  draw: (turn: number) => Promise<number>,
  count: number,
): Promise<ThreadTime> {
  const batches: ThreadTime[] = [];
  for (let batch = 0; batch < count; batch++) batches.push(await perFrame(page, turns, draw));
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

/**
 * What a frame costs beside one of the empty page, batch by batch in turns: a machine that is fast now and slow a
 * second later is so for both.
 * @returns of the least batch: the page's own cost, the empty page's, and what the reference machine would have taken
 */
export async function besideEmptyPage(
  page: Page,
  turns: number,
  draw: (turn: number) => Promise<number>,
  count: number,
): Promise<{ readonly own: ThreadTime; readonly empty: ThreadTime; readonly fair: number }> {
  const blank = await page.context().newPage();
  const pairs: { own: ThreadTime; empty: ThreadTime; fair: number }[] = [];
  for (let batch = 0; batch < count; batch++) {
    const own = await perFrame(page, turns, draw);
    const empty = await perFrame(blank, 2, () => blank.evaluate(emptyPage, MARKS));
    pairs.push({ own, empty, fair: own.work * relief(empty) });
  }
  await blank.close();
  return pairs.toSorted((a, b) => a.fair - b.fair)[0]!;
}

export const test = base.extend<object, { fair: (ms: number) => number }>({
  /** What the reference machine would have taken for the work that took this one so long. */
  fair: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      const empty = await leastPerFrame(page, 1, () => page.evaluate(emptyPage, MARKS), 6);
      await page.close();
      await use((ms) => ms * relief(empty));
    },
    { scope: 'worker' },
  ],
});
