/** Why: what a reader does with a figure: step, scrub, jump, go back, follow the text, switch language, ask for calm. */
import type { Locator, Page } from '@playwright/test';
import { at, LANGS, NAMES } from './site';
import { expect, figureOn, placeNamed, pressUntil, tabTo, test } from './test';

/** The value of a control, chosen with the keyboard alone, whichever kind of control it is. */
async function choose(page: Page, figure: Locator, value: string) {
  const select = figure.locator('select', { has: page.locator(`option[value="${value}"]`) }).first();
  const radio = page.locator(`input[type="radio"][value="${value}"]`);
  if ((await select.count()) > 0) {
    await tabTo(page, select);
    await page.keyboard.press('Home');
    for (let i = 0; i < 80 && (await select.inputValue()) !== value; i++)
      await page.keyboard.press('ArrowDown');
    await expect(select).toHaveValue(value);
    return;
  }
  const group = figure.locator('fieldset', { has: radio });
  const wanted = group.locator(`input[value="${value}"]`);
  await tabTo(page, group.locator('input:checked'));
  const options = await group.locator('input').count();
  for (let i = 0; i < options && !(await wanted.isChecked()); i++) await page.keyboard.press('ArrowRight');
  await expect(wanted).toBeChecked();
}

/** Back to the figure itself with Shift+Tab from one of its controls. */
async function focusFigure(page: Page, figure: Locator) {
  const focused = () => figure.evaluate((root) => root === document.activeElement);
  for (let i = 0; i < 20 && !(await focused()); i++) await page.keyboard.press('Shift+Tab');
  await expect(figure).toBeFocused();
}

const SILENT = {
  en: /silent|no trap|nothing happen|ignored/i,
  'zh-cn': /静默|悄|无声|没有陷入|不陷入|忽略/,
} as const;

for (const lang of LANGS) {
  test(`POPF under deprivileging fails silently, by keyboard only, in ${lang}`, async ({ page }) => {
    await page.goto(at('figures/rings/?rings=syscall.bare.skylake', lang));
    const figure = await figureOn(page, 'rings');
    await expect(figure).toHaveAttribute('data-scenario', 'syscall.bare.skylake');
    await choose(page, figure, 'interrupts');
    await choose(page, figure, 'deprivileged');
    await expect(figure).toHaveAttribute('data-scenario', 'interrupts.deprivileged.skylake');
    await focusFigure(page, figure);
    await page.keyboard.press('Home');
    await expect(figure).toHaveAttribute('data-step-id', 'start');
    await pressUntil(page, 'ArrowRight', figure, 'data-step-id', 'popf');
    await expect(figure.locator('.figure-caption')).toContainText(SILENT[lang]);
    await expect(page).toHaveURL(/[?&]rings=interrupts\.deprivileged\.skylake@popf$/);
    await page.keyboard.press('End');
    await expect(figure).toHaveAttribute('data-step-id', 'end');
    await page.keyboard.press('ArrowLeft');
    await expect(figure).not.toHaveAttribute('data-step-id', 'end');
  });

  test(`16 CR3 loads: no exit with nested paging, 18 with shadow paging, by keyboard only, in ${lang}`, async ({
    page,
  }) => {
    await page.goto(at('figures/kvm-exits/', lang));
    const figure = await figureOn(page, 'kvm-exits');
    await choose(page, figure, 'cr3');
    const exits = async () => {
      await focusFigure(page, figure);
      await page.keyboard.press('Home');
      await expect(figure).toHaveAttribute('data-step-id', 'start');
      const seen = new Set<string>();
      for (let i = 0; i < 200; i++) {
        const id = (await figure.getAttribute('data-step-id')) ?? '';
        if (/^exit-\d+$/.test(id)) seen.add(id);
        if (id === 'end') break;
        await page.keyboard.press('ArrowRight');
        await expect(figure).not.toHaveAttribute('data-step-id', id);
      }
      await expect(figure).toHaveAttribute('data-step-id', 'end');
      return seen.size;
    };
    await expect(figure).toHaveAttribute('data-scenario', 'cr3.nested');
    expect(await exits()).toBe(0);
    await expect(figure.locator('.figure-caption')).toContainText(/\b(0|no)\b|没有|0 次/i);
    await choose(page, figure, 'shadow');
    await expect(figure).toHaveAttribute('data-scenario', 'cr3.shadow');
    expect(await exits()).toBe(18);
    await expect(figure.locator('.figure-caption')).toContainText('18');
  });
}

test('buttons, scrubber, transcript and pointer do what the keys do', async ({ page }) => {
  await page.goto('figures/rings/?rings=popf');
  const figure = await figureOn(page, 'rings');
  const button = (name: string) => figure.getByRole('button', { name, exact: true });
  await button(NAMES.en.last).click();
  await expect(figure).toHaveAttribute('data-step-id', 'end');
  await button(NAMES.en.first).click();
  await expect(figure).toHaveAttribute('data-step-id', 'start');
  await button(NAMES.en.forward).click();
  const second = (await figure.getAttribute('data-step-id')) ?? '';
  expect(second).not.toBe('start');
  await button(NAMES.en.back).click();
  await expect(figure).toHaveAttribute('data-step-id', 'start');

  await figure.locator('input[type="range"]').fill('2');
  await expect(figure).toHaveAttribute('data-step-id', second);

  await figure.getByRole('button', { name: 'Transcript' }).click();
  const rows = figure.locator('.figure-transcript tbody tr');
  await expect(rows).not.toHaveCount(0);
  expect(await rows.count()).toBeGreaterThan(4);
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'step');
  await rows.last().getByRole('button').click();
  await expect(figure).toHaveAttribute('data-step-id', 'end');
});

test('play goes on by itself, and pause stops it', async ({ page }) => {
  await page.goto('figures/rings/?rings=popf');
  const figure = await figureOn(page, 'rings');
  await figure.locator('.figure-speed select').selectOption('2');
  await figure.focus();
  await page.keyboard.press('Space');
  await expect(figure.getByRole('button', { name: NAMES.en.pause })).toBeVisible();
  await expect(figure).not.toHaveAttribute('data-step-id', 'start', { timeout: 20_000 });
  await page.keyboard.press('Space');
  await expect(figure.getByRole('button', { name: NAMES.en.play, exact: true })).toBeVisible();
});

test('the address holds scenario and step, and the back button goes back through jumps', async ({ page }) => {
  await page.goto('lessons/cpu-rings/');
  const figure = await figureOn(page, 'rings');
  const scenario = (await figure.getAttribute('data-scenario')) ?? '';
  await figure.focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure).not.toHaveAttribute('data-step-id', 'start');
  const second = (await figure.getAttribute('data-step-id')) ?? '';
  await expect(page).toHaveURL(new RegExp(`\\?rings=${scenario.replaceAll('.', '\\.')}@${second}$`));
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/@end$/);
  await page.goBack();
  await expect(figure).toHaveAttribute('data-step-id', second);
  await page.goForward();
  await expect(figure).toHaveAttribute('data-step-id', 'end');
});

test('an address with a slip opens the nearest place and says so', async ({ page }) => {
  await page.goto('figures/rings/?rings=interrupts.deprivilegd.skylake@popff');
  const figure = await figureOn(page, 'rings');
  await expect(figure).toHaveAttribute('data-scenario', 'interrupts.deprivileged.skylake');
  await expect(figure).toHaveAttribute('data-step-id', 'popf');
  await expect(figure.locator('.figure-notice')).toContainText('deprivilegd');
});

test('the language switch keeps the step', async ({ page }) => {
  await page.goto('lessons/cpu-rings/');
  const figure = await figureOn(page, 'rings');
  await figure.focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/@end$/);
  const scenario = (await figure.getAttribute('data-scenario')) ?? '';
  await page.locator('header a[hreflang="zh-CN"]').click();
  await expect(page).toHaveURL(/\/zh-cn\/lessons\/cpu-rings\/\?rings=.*@end/);
  const chinese = await figureOn(page, 'rings');
  await expect(chinese).toHaveAttribute('data-step-id', 'end');
  await expect(chinese).toHaveAttribute('data-scenario', scenario);
  await page.locator('header a[hreflang="en"]').click();
  await expect(await figureOn(page, 'rings')).toHaveAttribute('data-step-id', 'end');
});

test('text moves the figure, the figure marks the text, and one comes back', async ({ page }) => {
  await page.goto('lessons/cpu-rings/');
  const figure = await figureOn(page, 'rings');
  const links = page.locator('main .step-link[data-figure="rings"]');
  const link = links.last();
  await tabTo(page, link, 300);
  await page.keyboard.press('Enter');
  await expect(figure).toHaveAttribute('data-step-id', (await placeNamed(link)).at);
  await expect(figure).toHaveAttribute('data-scenario', (await placeNamed(link)).ref);
  await expect(figure).toBeFocused();
  await expect(figure).toBeInViewport();
  await expect(link).toHaveAttribute('aria-current', 'step');
  await figure.getByRole('button', { name: 'Back to the text' }).click();
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
});

test('the learner predicts, answers by keyboard, and is told', async ({ page }) => {
  await page.goto('figures/rings/?rings=popf');
  const figure = await figureOn(page, 'rings');
  const predict = figure.getByRole('button', { name: 'Predict' });
  await predict.click();
  await expect(predict).toHaveAttribute('aria-pressed', 'true');
  await figure.focus();
  const ask = figure.locator('.figure-ask');
  for (let i = 0; i < 60 && (await ask.count()) === 0; i++) {
    const id = (await figure.getAttribute('data-step-id')) ?? '';
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => (await ask.count()) > 0 || (await figure.getAttribute('data-step-id')) !== id)
      .toBe(true);
  }
  await expect(ask.locator('.figure-answers button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(figure.locator('.verdict')).toBeVisible();
});

test.describe('motion', () => {
  /** Whether any mark of the figure is away from its place at rest. */
  const moving = (figure: Locator) =>
    figure.evaluate((root) =>
      [...root.querySelectorAll<SVGElement>('[data-token], [data-draw]')].some(
        ({ style }) => style.transform !== '' || style.strokeDashoffset !== '',
      ),
    );
  /** Steps forward and looks in the same task as React's commit, before a frame could pass. */
  const stepAndLook = (figure: Locator) =>
    figure.evaluate(async (root) => {
      const seen: boolean[] = [];
      const look = () =>
        seen.push(
          [...root.querySelectorAll<SVGElement>('[data-token], [data-draw]')].some(
            ({ style }) => style.transform !== '' || style.strokeDashoffset !== '',
          ),
        );
      const before = root.getAttribute('data-step-id');
      root.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      while (root.getAttribute('data-step-id') === before) await new Promise(requestAnimationFrame);
      for (let frame = 0; frame < 10; frame++) {
        look();
        await new Promise(requestAnimationFrame);
      }
      return seen.some(Boolean);
    });

  test('marks move between steps and come to rest', async ({ page }) => {
    await page.goto('figures/rings/?rings=popf');
    const figure = await figureOn(page, 'rings');
    const moved: boolean[] = [];
    for (let i = 0; i < 4; i++) moved.push(await stepAndLook(figure));
    expect(moved).toContain(true);
    await expect.poll(() => moving(figure)).toBe(false);
  });

  test('nothing moves for a reader who asked for less motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('figures/rings/?rings=popf');
    const figure = await figureOn(page, 'rings');
    for (let i = 0; i < 4; i++) expect(await stepAndLook(figure)).toBe(false);
    await page.goto('');
    const hero = await figureOn(page, 'rings');
    await expect(hero.getByRole('button', { name: NAMES.en.play, exact: true })).toBeVisible();
  });
});

test('a figure can stand on another page', async ({ page }) => {
  await page.goto('figures/rings/?embed&rings=popf');
  const figure = await figureOn(page, 'rings');
  await expect(figure).toBeVisible();
  await expect(page.locator('.site-header')).toBeHidden();
});

test('what only other scenarios need comes when one is wanted, and may be late', async ({ page, guard }) => {
  await page.goto(at('lessons/namespaces/', 'en'));
  const figure = await figureOn(page, 'namespaces');
  await expect(figure).toHaveAttribute('data-scenario', 'by-hand..follow');
  await page.waitForLoadState('networkidle');
  // The line is down: the figure says so, stays where it is and goes on.
  guard.allowed.push(/Failed to load resource|error loading dynamically|Failed to fetch/i);
  await page.route('**/_astro/*.js', (route) => route.abort());
  await figure.locator('select').first().selectOption('pid-1');
  await expect(figure.locator('.figure-notice')).toContainText('could not be loaded');
  await expect(figure).toHaveAttribute('data-scenario', 'by-hand..follow');
  await figure.focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure).not.toHaveAttribute('data-step-id', 'start');
  // A part is fetched by a link of its own; a page opened there shows it at once.
  await page.unroute('**/_astro/*.js');
  await page.goto(at('lessons/namespaces/?namespaces=free.40-fork.follow@call-1', 'en'));
  await expect(await figureOn(page, 'namespaces')).toHaveAttribute('data-scenario', 'free.40-fork.follow');
  await expect(figure).toHaveAttribute('data-step-id', 'call-1');
  await expect(figure.locator('.ns-compose')).toBeAttached();
});
