/** Why: whose code reaches a reader's browser, and on what terms, is told from what is installed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Dependencies that build or serve the site and send nothing to a browser. */
const BUILD_ONLY = ['@astrojs/mdx', '@astrojs/react', 'astro', 'sirv', 'zod'];

export interface Library {
  readonly name: string;
  /** Exact, as installed. */
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
}

const manifest = (folder: string) =>
  JSON.parse(readFileSync(path.resolve(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    dependencies?: Record<string, string>;
  };

/** By name. Run at build time, in the project's root. @throws Error when a library names no licence. */
export function shippedLibraries(): readonly Library[] {
  return Object.keys(manifest('.').dependencies ?? {})
    .filter((name) => !BUILD_ONLY.includes(name))
    .map((name) => {
      const { version, license } = manifest(`node_modules/${name}`);
      if (!license) throw new Error(`node_modules/${name}/package.json: found no "license"`);
      return { name, version, licence: license };
    });
}
