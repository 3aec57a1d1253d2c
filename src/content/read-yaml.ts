/** Why: YAML with a schema, and every complaint with the line that it is about. */
import { LineCounter, isMap, isNode, isPair, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem';

export interface YamlResult<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** Line of a path, for checks that look across files. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const spell = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/** What stands at a path, in a few words. */
function found(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    root,
  );

/** Zod's flattened complaints: a union reports the member that came nearest. */
function leaves(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [best] = [...issue.errors].sort((a, b) => a.length - b.length);
  return (best ?? []).flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** What the issue asks for, with what was found where Zod does not say it. */
function complaint(issue: z.core.$ZodIssue, data: unknown): string {
  if (issue.code === 'unrecognized_keys')
    return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  const value = valueAt(data, issue.path);
  if (issue.code === 'invalid_type' && value === undefined) return `missing; expected ${issue.expected}`;
  if (issue.code === 'custom') return issue.message;
  return `found ${found(value)}; ${issue.message.replace(/^Invalid (input|option): /, '')}`;
}

/**
 * Reads one YAML text with a schema. Never throws.
 * @param file how problems name it
 * @param firstLine line of the file where the text begins (front matter does not begin at 1)
 */
export function readYaml<T>(
  file: string,
  source: string,
  schema: z.ZodType<T>,
  firstLine = 1,
): YamlResult<T> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && String(item.key) === String(key))
        : undefined;
      if (pair && isNode(pair.key) && pair.key.range) return line(pair.key.range[0]);
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return line(node.range[0]);
    }
    return firstLine;
  };
  if (document.errors.length > 0) {
    // The first error makes the parser stumble over what follows; only it is worth reading.
    const problems = document.errors.slice(0, 1).map((error) => ({
      file,
      line: line(error.pos[0]),
      message: `not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''}`,
    }));
    return { value: undefined, problems, lineOf };
  }
  const data: unknown = document.toJS();
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.flatMap(leaves).map((issue) => ({
    file,
    line: lineOf(issue.path),
    path: spell(issue.path),
    message: complaint(issue, data),
  }));
  return { value: undefined, problems, lineOf };
}
