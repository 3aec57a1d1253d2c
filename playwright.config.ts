/**
 * Why: the built site in real browsers. Chromium is found or brought (`scripts/find-browser.ts`), Firefox runs
 * where there is one. The server is the tests' own, on any free port (`tests/e2e/server.ts`).
 */
import { defineConfig } from '@playwright/test';
import { findChromium, findFirefox } from './scripts/find-browser.ts';

const chromium = await findChromium();
const firefox = findFirefox();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/server.ts',
  fullyParallel: true,
  workers: process.env.CI_WORKERS ? Number(process.env.CI_WORKERS) : 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list', { printSteps: false }],
    ['json', { outputFile: '.cache/playwright.json' }],
    ['./tests/e2e/budget-reporter.ts'],
  ],
  use: {
    baseURL: process.env.RINGSIDE_URL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: chromium.executablePath,
          ...(chromium.env && { env: chromium.env }),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-dev-shm-usage',
            '--disable-background-networking',
            '--disable-component-update',
            '--no-first-run',
          ],
        },
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: 'smoke.spec.ts',
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox.executablePath },
            },
          },
        ]
      : []),
  ],
});
