/**
 * Why: a figure moves on the weakest laptop in the room. What a frame costs the main thread is measured over a fixed
 * number of steps: with many more marks than a figure has, and in each figure's own largest picture.
 */
import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { within } from './budget';
import { expect, figureOn } from './test';
import { besideEmptyPage, leastPerFrame, MARKS, test } from './thread-time';

const STEPS = 60;
const BATCHES = 6;
/** Of each figure: batches, steps in one, and frames of a step at double speed. */
const OWN = { batches: 3, steps: 4, frames: 20 };

const SNAPSHOTS = path.resolve(import.meta.dirname, '../snapshots');
/** The preset of each figure with the largest picture, by its committed stills. */
const largest = new Map<string, { readonly preset: string; readonly bytes: number }>();
for (const still of globSync('*/*.svg', { cwd: SNAPSHOTS })) {
  const figure = path.dirname(still);
  const bytes = statSync(path.join(SNAPSHOTS, still)).size;
  if (bytes > (largest.get(figure)?.bytes ?? 0))
    largest.set(figure, { preset: path.basename(still).split('.')[0] ?? '', bytes });
}

test.describe('frames', { tag: '@budget' }, () => {
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

    const draw = async (turn: number) => {
      const drawn = await step(turn);
      expect(drawn, 'the marks move').toBeGreaterThan(0);
      return drawn;
    };
    const { own, empty, fair } = await besideEmptyPage(page, STEPS / BATCHES, draw, BATCHES);
    within({
      what: `main thread per frame, ${MARKS} moving marks`,
      bound: 1,
      measured: fair,
      unit: 'ms',
      where: `${where} (script, style, layout; ${STEPS} steps, the least of ${BATCHES} batches: ${own.work.toFixed(2)} on this machine, beside ${empty.work.toFixed(2)} for an empty page with ${MARKS} marks. With all of the browser's own work, painting in software above all: ${own.task.toFixed(2)} beside ${empty.task.toFixed(2)})`,
    });
  });

  for (const [id, { preset }] of largest)
    test(`the main thread in the largest picture of ${id}`, async ({ page, fair }) => {
      test.setTimeout(120_000);
      const where = `figures/${id}/?${id}=${preset}`;
      await page.goto(where);
      const figure = await figureOn(page, id);
      await figure.locator('.figure-speed select').selectOption('2');
      /** Steps on, and back to the first from the last; resolves when its motion is over. */
      const step = () =>
        figure.evaluate(
          (root, frames) =>
            new Promise<number>((resolve) => {
              const before = (root as HTMLElement).dataset['stepId'];
              const press = (key: string) =>
                root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              press('ArrowRight');
              let frame = 0;
              const look = () => {
                if (++frame === 2 && (root as HTMLElement).dataset['stepId'] === before) press('Home');
                if (frame === frames) resolve(frames);
                else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            }),
          OWN.frames,
        );
      await step();
      const cost = await leastPerFrame(page, OWN.steps, step, OWN.batches);
      within({
        what: `main thread per frame, ${id}`,
        bound: 1,
        measured: fair(cost.work),
        unit: 'ms',
        where: `${where} (script, style, layout; ${cost.work.toFixed(2)} on this machine; all of the browser's own work ${cost.task.toFixed(2)})`,
      });
    });
});
