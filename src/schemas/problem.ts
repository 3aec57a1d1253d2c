/** Why: "Invalid input" mends nothing; a person needs the place, what was expected there and what was found. */
import type { BaseIssue } from 'valibot';

export interface Problem {
  /** `right`, `events[3].chosen[1]`; empty for the value as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any value in at most about 80 characters, in no particular language: `"abc"`, `[3 × …]`, `{a, b}`. */
export function show(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return `[${value.length} × …]`;
  if (isRecord(value)) {
    const keys = Object.keys(value);
    return shorten(`{${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ', …' : ''}}`);
  }
  return shorten(JSON.stringify(value));
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** A complaint about `root`, as a problem. */
export function problemOf(issue: BaseIssue<unknown>, root: unknown): Problem {
  let found: unknown = root;
  let path = '';
  for (const { key } of issue.path ?? []) {
    const name = key as PropertyKey;
    found =
      isRecord(found) || Array.isArray(found) ? (found as Record<PropertyKey, unknown>)[name] : undefined;
    path += typeof name === 'number' ? `[${name}]` : `${path ? '.' : ''}${String(name)}`;
  }
  return { path, expected: expected(issue), found: show(found) };
}

/** What should stand there, in no particular language: a type, `≥ 0`, `answer | visit`. */
function expected({ expected: wanted, type }: BaseIssue<unknown>): string {
  if (wanted === 'never') return 'nothing';
  return (wanted ?? type)
    .toLowerCase()
    .replaceAll('"', '')
    .replace(/^([<>])=/, (_, sign) => (sign === '<' ? '≤ ' : '≥ '));
}
