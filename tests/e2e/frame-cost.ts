/** Why: what a frame costs the main thread, measured so that other programs on the machine do not count. */
import type { Page } from '@playwright/test';

/** Measured so many times; the least counts. */
export const BATCHES = 6;

/** Milliseconds for one frame: `work` is script, style and layout, which the page is answerable for; `task` is all that the thread did. */
export interface FrameCost {
  readonly work: number;
  readonly task: number;
}

/**
 * The main thread's own time (`threadTicks`). Other programs on the machine can only add to a batch, so the least of
 * several tells the page's own cost.
 * @param turns how often `draw` is called in a batch
 * @param draw resolves with the number of frames that it had drawn
 * @param count of batches
 */
export async function leastPerFrame(
  page: Page,
  turns: number,
  draw: (turn: number) => Promise<number>,
  count = BATCHES,
): Promise<FrameCost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const work = of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration');
    return { work, task: of('TaskDuration') };
  };
  const batches: FrameCost[] = [];
  for (let batch = 0; batch < count; batch++) {
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
export function emptyPage(marks: number): Promise<number> {
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
