/** Why: "Invalid input" mends nothing; a person needs the place, what was expected there and what was found. */
import type * as z from 'zod/mini';

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

/** The first complaint of Zod about `root`, as a problem. */
export function problemOf(error: z.core.$ZodError, root: unknown): Problem {
  const issue = error.issues[0];
  if (!issue) return { path: '', expected: 'something else', found: show(root) };
  let found: unknown = root;
  let path = '';
  for (const key of issue.path) {
    found =
      isRecord(found) || Array.isArray(found) ? (found as Record<PropertyKey, unknown>)[key] : undefined;
    path += typeof key === 'number' ? `[${key}]` : `${path ? '.' : ''}${String(key)}`;
  }
  return { path, expected: expected(issue), found: show(found) };
}

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_format':
      return issue.format;
    case 'unrecognized_keys':
      return shorten(`no ${issue.keys.join(', ')}`);
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    default:
      return issue.code;
  }
}
