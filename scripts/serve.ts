/**
 * Why: `npm start` and the tests need a server that they own: small, with the headers of production, on a port
 * that is free, and gone when they are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { headersFor, parseHeaders } from './headers.ts';

export interface ServeOptions {
  /** Folder with the built site. */
  readonly dir: string;
  /** First port to try; a busy one is followed by the next. 0: any free one. */
  readonly port: number;
  readonly host?: string;
  /** Sub-path under which the site stands, e.g. `/course/`; default `/`. */
  readonly base?: string;
}

export interface Served {
  /** Address of the home page, with a closing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const NOT_FOUND = ['404.html', '404/index.html'];

/** The page for a path that does not exist, in the language of the path. */
function notFoundPage(dir: string, pathname: string): string | undefined {
  const folders = pathname.startsWith('/zh-cn/') ? ['zh-cn', ''] : [''];
  const files = folders.flatMap((folder) => NOT_FOUND.map((file) => path.join(dir, folder, file)));
  return files.find((file) => existsSync(file));
}

/** The path of a request as written in files; undefined for an address that no browser sends (`/%E0`). */
function pathnameOf(url: string): string | undefined {
  try {
    return decodeURI(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Serves a built site.
 * @throws Error when the folder holds no `index.html`, or when a hundred ports in a row are busy.
 */
export async function serve({ dir, port, host = '127.0.0.1', base = '/' }: ServeOptions): Promise<Served> {
  if (!existsSync(path.join(dir, 'index.html')))
    throw new Error(`${dir} holds no built site: run \`npm run build\``);
  const headerFile = path.join(dir, '_headers');
  const rules = existsSync(headerFile) ? parseHeaders(readFileSync(headerFile, 'utf8')) : [];
  const prefix = base.replace(/\/+$/, '');
  const files = sirv(dir, { etag: true, dotfiles: false });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(`${prefix}/`)) {
      response.writeHead(302, { location: `${prefix}/` }).end();
      return;
    }
    request.url = url.slice(prefix.length);
    const pathname = pathnameOf(request.url);
    if (pathname === undefined) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('Bad request');
      return;
    }
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    files(request, response, () => {
      const page = notFoundPage(dir, pathname);
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page ? readFileSync(page) : 'Not found');
    });
  });
  for (let candidate = port; ; candidate++) {
    try {
      const taken = await listen(server, candidate, host);
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      return {
        url: `http://${name}:${taken}${prefix}/`,
        close: () =>
          new Promise((resolve, reject) => {
            server.closeAllConnections();
            server.close((error) => (error ? reject(error) : resolve()));
          }),
      };
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!busy || candidate >= port + 100) throw error;
    }
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: process.env.PORT ?? '4321' },
      host: { type: 'string', default: process.env.HOST ?? '127.0.0.1' },
    },
  });
  const { url } = await serve({
    dir: path.resolve(values.dir),
    port: Number(values.port),
    host: values.host,
    base: process.env.BASE_PATH ?? '/',
  });
  console.log(`\nRingside is at ${url}\n(Ctrl+C stops it)`);
}
