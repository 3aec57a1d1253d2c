import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from './serve.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'ringside-serve-'));
writeFileSync(path.join(dir, 'index.html'), 'home');
writeFileSync(path.join(dir, '404.html'), 'not here');
writeFileSync(path.join(dir, '_headers'), '/*\n  X-A: 1\n');
let site: Served;
beforeAll(async () => {
  site = await serve({ dir, port: 0, base: '/course/' });
});
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true });
});

/** Status and body for a path sent as it is; `fetch` would mend it first. */
function get(target: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: target }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('the home page stands under the base, with the headers of production', async () => {
  const response = await fetch(site.url);
  expect(await response.text()).toBe('home');
  expect(response.headers.get('x-a')).toBe('1');
});

test('a page that does not exist is the 404 page', async () => {
  expect(await get('/course/nowhere/')).toEqual({ status: 404, body: 'not here' });
});

test('an address that makes no sense is refused, and the server lives', async () => {
  expect(await get('/course/%E0%A4%A')).toMatchObject({ status: 400 });
  expect(await get('/course//')).toMatchObject({ status: expect.any(Number) as number });
  expect(await get('/course/')).toEqual({ status: 200, body: 'home' });
});

test('a busy port is followed by a free one', async () => {
  const taken = Number(new URL(site.url).port);
  const second = await serve({ dir, port: taken });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
  await second.close();
});

test('a folder without a built site is told of', async () => {
  await expect(serve({ dir: path.join(dir, 'no'), port: 0 })).rejects.toThrow('run `npm run build`');
});
