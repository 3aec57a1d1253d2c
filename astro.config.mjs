// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

/** The one inline script that is not bundled: it sets the theme before the first paint (src/layouts/Base.astro). */
const boot = readFileSync(new URL('src/scripts/boot.js', import.meta.url), 'utf8').trim();
const bootHash = createHash('sha256').update(boot).digest('base64');

/**
 * What many chunks share travels in four files instead of two dozen, which compress better together. `shell` is what
 * every page loads at once; it comes first, so that no other group draws React into it.
 */
const sharedChunks = [
  {
    name: 'shell',
    test: /preload-helper|[\\/]src[\\/](islands[\\/]figure[\\/]figure-(events|url)|lib[\\/]decode)\./,
    priority: 3,
  },
  {
    name: 'react',
    test: /[\\/]node_modules[\\/](react|react-dom|scheduler|@astrojs[\\/]react)[\\/]|[\\/]src[\\/](lib[\\/]fill|marks[\\/]RichText|i18n[\\/]href)\./,
    priority: 2,
  },
  {
    name: 'figure-parts',
    test: /[\\/]src[\\/](marks[\\/]|lib[\\/](message|nearest|recorded|trace|width)|figures[\\/][\w-]+\.ts$)/,
    priority: 1,
  },
  {
    name: 'quiz-parts',
    test: /[\\/]src[\\/](islands[\\/]quiz[\\/](QuizCard|QuizOptions|ChoiceOptions|addresses|kind-words|messages|option-keys|quiz-question)\.|islands[\\/]progress[\\/]StoreNotice\.|learning[\\/](grade|progress)\.)/,
    priority: 1,
  },
];

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://ringside.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  cacheDir: './.astro',
  devToolbar: { enabled: false },
  integrations: [react(), mdx()],
  build: { inlineStylesheets: 'never' },
  // Prism writes classes; Shiki writes style attributes, which the content security policy blocks.
  markdown: { syntaxHighlight: { type: 'prism', excludeLangs: ['math', 'console', 'text'] } },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { hashes: [`sha256-${bootHash}`] },
    },
  },
  vite: {
    // So that a worker, too, fetches a library only when it is used.
    worker: { format: 'es' },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: { codeSplitting: { groups: sharedChunks } },
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
