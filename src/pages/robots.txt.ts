/** Why: everything may be read; the sitemap's address depends on where the site is published. */
import type { APIRoute } from 'astro';
import { asset } from '../i18n/href';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL(asset('sitemap.xml'), site).href}\n`);
