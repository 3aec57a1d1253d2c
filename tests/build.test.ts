/**
 * Why: the checks of `src/content` help an author only if the build itself runs them, stops, and says in the
 * terminal what is wrong. A copy of the sources with one slip of each kind is really built here.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

test('bad content stops the build, and every slip is told with file and line', { timeout: 120_000 }, () => {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'ringside-build-'));
  try {
    for (const part of ['src', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    // Package by package: what Vite keeps beside them must not be mixed up with that of a running `npm run dev`.
    mkdirSync(path.join(copy, 'node_modules'));
    for (const name of readdirSync(path.join(root, 'node_modules')).filter((entry) => !entry.startsWith('.')))
      symlinkSync(path.join(root, 'node_modules', name), path.join(copy, 'node_modules', name), 'junction');
    /** Changes the first place of a file that matches; gives its line. */
    const spoil = (file: string, from: RegExp, to: string): number => {
      const source = readFileSync(path.join(copy, 'content', file), 'utf8');
      const found = from.exec(source);
      if (!found) throw new Error(`${file} holds nothing like ${String(from)}`);
      writeFileSync(path.join(copy, 'content', file), source.replace(from, to));
      return source.slice(0, found.index).split('\n').length;
    };
    const figure = spoil('lessons/cpu-rings/en.mdx', /<Figure id="rings"/, '<Figure id="rigns"');
    const field = spoil('lessons/kvm/en.mdx', /^minutes: .*$/m, 'minutes: long');
    rmSync(path.join(copy, 'content/lessons/kvm/zh-cn.mdx'));
    const answer = spoil('questions/kvm.yaml', /^ {2}answer: .*$/m, '  answer: [zz]');
    // The last explanation of all, so that nothing after it counts its lines.
    spoil('questions/kvm.yaml', /\n {6}why:\n.*\n.*\n(?![\s\S]*\n {6}why:)/, '\n');
    const questions = readFileSync(path.join(copy, 'content/questions/cpu-rings.yaml'), 'utf8');
    const [first = '', second = ''] = [...questions.matchAll(/^- id: (.*)$/gm)].map(
      (match) => match[1] ?? '',
    );
    const twice = spoil('questions/cpu-rings.yaml', new RegExp(`^- id: ${second}$`, 'm'), `- id: ${first}`);

    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
      { cwd: copy, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
    );
    const said = stdout + stderr;
    expect(status).not.toBe(0);
    expect(said).toContain(
      `content/lessons/cpu-rings/en.mdx:${figure}: unknown figure "rigns"; did you mean "rings"?`,
    );
    expect(said).toContain(`content/lessons/kvm/en.mdx:${field} minutes: found "long"; expected number`);
    expect(said).toContain(
      'content/lessons/kvm/zh-cn.mdx: missing translation: lesson "kvm" has no zh-cn.mdx',
    );
    expect(said).toContain(`content/questions/kvm.yaml:${answer} [0].answer[0]: answer "zz" is no option`);
    expect(said).toMatch(/content\/questions\/kvm\.yaml:\d+ \[\d+\]\.options\[\d\]\.why: missing/);
    expect(said).toContain(
      `content/questions/cpu-rings.yaml:${twice}: duplicated question id "${first}": it stands already in line`,
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
