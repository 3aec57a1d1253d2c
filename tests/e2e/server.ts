/** Why: one server for the whole run, on a free port, stopped with it; its address reaches the tests by the environment. */
import { serve } from '../../scripts/serve.ts';
import { dist } from './site';

export default async function start(): Promise<() => Promise<void>> {
  const { url, close } = await serve({ dir: dist, port: 0 });
  process.env.RINGSIDE_URL = url;
  return close;
}
