/**
 * Why: what a page costs the main thread, in milliseconds that mean the same on every machine.
 *
 * Other programs can only add to what is measured, so the least of several measurements counts. How fast the machine is
 * comes off by measuring it too: a page with nothing but 200 moving marks. The bounds were set on a machine that needs
 * 0.50 ms for a frame of it; what is measured here is told as that machine would have taken.
 */
import type { CDPSession, Page } from '@playwright/test';
import { test as base } from './test';

/** Moved in the empty page, and in the figure that is held against it. */
export const MARKS = 200;
/** Measured so many times; the least counts. */
export const BATCHES = 6;
/** Main thread of the machine for which the bounds were set: script, style and layout of a frame of the empty page, ms. */
const REFERENCE = 0.5;

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
 * @param turns how often `draw` is called in a batch
 * @param draw resolves with the number of frames that it had drawn
 * @param count of batches
 */
export async function leastPerFrame(
  page: Page,
  turns: number,
  draw: (turn: number) => Promise<number>,
  count = BATCHES,
): Promise<ThreadTime> {
  const { read } = await threadTime(page);
  const batches: ThreadTime[] = [];
  for (let batch = 0; batch < count; batch++) {
    const before = await read();
    let frames = 0;
    for (let turn = 0; turn < turns; turn++) frames += await draw(turn);
    const after = await read();
    const perFrame = (kind: keyof ThreadTime) => (after[kind] - before[kind]) / frames;
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

/** How the machine that measures compares with the one for which the bounds were set. */
export interface Machine {
  /** The same work as that machine would have taken. */
  readonly fair: (ms: number) => number;
  /** For who reads the table: what was measured, and on how fast a machine. */
  readonly told: (ms: number) => string;
}

export const test = base.extend<object, { machine: Machine }>({
  machine: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      const { work } = await leastPerFrame(page, 1, () => page.evaluate(emptyPage, MARKS));
      await page.close();
      await use({
        fair: (ms) => (ms * REFERENCE) / work,
        told: (ms) =>
          `${ms.toFixed(2)} on this machine, which takes ${work.toFixed(2)} for ${MARKS} marks on an empty page; the bound is for one that takes ${REFERENCE.toFixed(2)}`,
      });
    },
    { scope: 'worker' },
  ],
});
