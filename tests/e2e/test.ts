/**
 * Why: no page may complain, fetch from elsewhere, or miss a file, whatever else a test is about. Every test uses
 * this `test`, so every test checks it.
 */
import { test as base, expect, type Locator, type Page } from '@playwright/test';

interface Guard {
  /** Complaints so far. */
  readonly complaints: string[];
  /** Complaints that a test provokes on purpose. */
  readonly allowed: RegExp[];
}

function watch(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()} on ${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error on ${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin)
      complaints.push(`a request to ${url.origin} from ${page.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
}

export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ context, baseURL }, use) => {
      const guard: Guard = { complaints: [], allowed: [] };
      const origin = new URL(baseURL ?? '').origin;
      context.on('page', (page) => watch(page, origin, guard.complaints));
      await use(guard);
      const left = guard.complaints.filter(
        (complaint) => !guard.allowed.some((pattern) => pattern.test(complaint)),
      );
      expect(left).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Brings every island into view and waits until it runs. */
export async function hydrate(page: Page): Promise<void> {
  const islands = page.locator('astro-island');
  for (let i = 0; i < (await islands.count()); i++) {
    await islands.nth(i).evaluate((island) => island.firstElementChild?.scrollIntoView({ block: 'center' }));
    await expect(islands.nth(i)).not.toHaveAttribute('ssr');
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** A figure that runs: its island has taken over and its own chunk has arrived. */
export async function figureOn(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-figure="${id}"][data-step-id]`).first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-running');
  return figure;
}

/** Presses Tab until the element has focus, as somebody without a mouse does. Fails after `limit` stops. */
export async function tabTo(page: Page, target: Locator, limit = 150): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < limit; i++) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  expect(await focused(), `reached by Tab within ${limit} stops`).toBe(true);
}

/** Presses a key until an attribute has the value. Each press must show before the next. */
export async function pressUntil(
  page: Page,
  key: string,
  target: Locator,
  attribute: string,
  value: string | RegExp,
  limit = 80,
): Promise<void> {
  const matches = (found: string | null) =>
    typeof value === 'string' ? found === value : value.test(found ?? '');
  for (let i = 0; i < limit; i++) {
    const found = await target.getAttribute(attribute);
    if (matches(found)) return;
    await page.keyboard.press(key);
    await expect(target, `${key} moves on from ${found ?? 'nothing'}`).not.toHaveAttribute(
      attribute,
      found ?? '',
    );
  }
  await expect(target).toHaveAttribute(attribute, value);
}

/** The place in a figure that a link's address names. */
export async function placeNamed(link: Locator): Promise<{ ref: string; at: string }> {
  const value = await link.evaluate((a) => {
    const { dataset, search } = a as HTMLAnchorElement;
    return new URLSearchParams(search).get(dataset['figure'] ?? '');
  });
  const [ref = '', at = ''] = (value ?? '').split('@');
  expect(ref, 'the link names a scenario').not.toBe('');
  return { ref, at };
}
