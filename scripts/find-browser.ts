/**
 * Why: the tests drive a real Chromium on a machine where nobody installed one. Order: the environment
 * variable PLAYWRIGHT_CHROMIUM_PATH, Playwright's own cache, the copy pinned in package.json (Linux x64), the
 * system's. The pinned one comes before the system's so that the same bytes draw the same everywhere.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

export interface Browser {
  readonly executablePath: string;
  /** Where it was found, for the log. */
  readonly source: string;
  /** Environment that it needs; left out: this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

const SYSTEM_CHROMIUM = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/chromium-headless-shell',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const SYSTEM_FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** This process's environment without the gaps, as Playwright wants it. */
function environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), ...extra };
}

function starts(executable: string, env: NodeJS.ProcessEnv = process.env): boolean {
  return (
    existsSync(executable) && spawnSync(executable, ['--version'], { env, timeout: 20_000 }).status === 0
  );
}

/** Unpacks the four parts of the pinned package into `dir`; atomic, so that two processes may try at once. */
async function unpack(packageRoot: string, dir: string): Promise<void> {
  mkdirSync(path.dirname(dir), { recursive: true });
  const scratch = mkdtempSync(`${dir}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = scratch; // the package always unpacks into the temporary folder
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(path.join(packageRoot, 'bin', part));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  const fonts =
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
    `<dir>${dir}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fc-cache</cachedir></fontconfig>`;
  writeFileSync(path.join(scratch, 'fonts.conf'), fonts);
  try {
    renameSync(scratch, dir);
  } catch {
    rmSync(scratch, { recursive: true, force: true }); // another process was first
  }
}

/** The Chromium that came with `npm ci`, unpacked once into `node_modules/.cache`. */
async function pinned(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const require = createRequire(import.meta.url);
  const root = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dir = path.resolve(root, '../../.cache', `chromium-${version}`);
  if (!existsSync(dir)) await unpack(root, dir);
  const libraries = [process.env.LD_LIBRARY_PATH, path.join(dir, 'al2023/lib')].filter(Boolean).join(':');
  const env = environment({ LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(dir, 'fonts.conf') });
  return { executablePath: path.join(dir, 'chromium'), source: `@sparticuz/chromium ${version}`, env };
}

/**
 * A Chromium that really starts.
 * @throws Error saying what to do when there is none, or when PLAYWRIGHT_CHROMIUM_PATH names one that does not start.
 */
export async function findChromium(): Promise<Browser> {
  const forced = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (forced) {
    if (starts(forced)) return { executablePath: forced, source: 'PLAYWRIGHT_CHROMIUM_PATH' };
    throw new Error(`PLAYWRIGHT_CHROMIUM_PATH=${forced} does not start`);
  }
  const cached = chromium.executablePath();
  if (starts(cached)) return { executablePath: cached, source: "Playwright's cache" };
  let reason = 'it is for Linux on x64 only';
  try {
    const copy = await pinned();
    if (copy && starts(copy.executablePath, copy.env)) return copy;
    if (copy) reason = `${copy.executablePath} does not start`;
  } catch (error) {
    reason = String(error);
  }
  const system = SYSTEM_CHROMIUM.find((executable) => starts(executable));
  if (system) return { executablePath: system, source: 'system' };
  throw new Error(
    `No Chromium starts here (the pinned copy: ${reason}). ` +
      'Run `npx playwright install chromium`, or set PLAYWRIGHT_CHROMIUM_PATH.',
  );
}

/** The system's Firefox, where there is one: it is tested too, never required. */
export function findFirefox(): Browser | undefined {
  const executable = process.env.PLAYWRIGHT_FIREFOX_PATH ?? SYSTEM_FIREFOX.find((file) => starts(file));
  return executable && starts(executable) ? { executablePath: executable, source: 'system' } : undefined;
}
