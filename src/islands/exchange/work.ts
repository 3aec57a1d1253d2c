/** Why: what the page asks of its worker, and what it hears back. */
import type { Imported } from '../../exchange/imported';
import type { Readable } from '../../exchange/recognise';
import type { ExportedFile, ExportOrder } from '../../exchange/write-file';

export type Work =
  | { readonly kind: 'write'; readonly order: ExportOrder }
  | { readonly kind: 'read'; readonly format: Readable; readonly text: string };
export type Done =
  | { readonly kind: 'written'; readonly file: ExportedFile }
  | { readonly kind: 'read'; readonly imported: Imported }
  | { readonly kind: 'failed'; readonly message: string };

/** How long a file may take, ms: a file that is made to hold the reader up is ended then. */
const PATIENCE = 60_000;

/**
 * Does the work beside the page, in a worker of its own that ends with it. Never rejects.
 * The worker has no policy but its own, so that SQLite's WebAssembly needs no exception in the page's.
 */
export function doWork(work: Work, patience = PATIENCE): Promise<Done> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./exchange-worker.ts', import.meta.url), { type: 'module' });
    const end = (done: Done) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(done);
    };
    const timer = setTimeout(() => end({ kind: 'failed', message: `> ${patience / 1000} s` }), patience);
    worker.onmessage = ({ data }: MessageEvent<Done>) => end(data);
    worker.onerror = (event) => end({ kind: 'failed', message: event.message || 'worker' });
    worker.postMessage(work);
  });
}
