/**
 * Why: Astro allows every inline script and style of the whole site on every page; a page should allow its own only.
 * Hashes do not compress, so this also makes each page smaller.
 */
import { createHash } from 'node:crypto';

const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/i;
const INLINE = /<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/gi;
const HASH = / '(sha256-[^']+)'/g;

/** The page with only those `sha256-…` sources in its policy that one of its own inline scripts or styles has. */
export function ownHashesOnly(html: string): string {
  const own = new Set(
    [...html.matchAll(INLINE)].map(
      ([, , text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
    ),
  );
  return html.replace(POLICY, (_, open: string, policy: string, close: string) => {
    const kept = policy.replace(HASH, (source, hash: string) => (own.has(hash) ? source : ''));
    return `${open}${kept}${close}`;
  });
}
