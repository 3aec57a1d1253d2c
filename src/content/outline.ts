/** Why: what a lesson names (figures, steps, terms, sections) is read from its MDX once, with lines, for checks, contents and links. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** One use of a component: `<Step figure="rings" at="popf">`. */
export interface Use {
  readonly name: string;
  readonly line: number;
  /** Plain string attributes; an expression is kept as `{…}`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Inside `<Notes>` or `<Slide only>`: it stands on no page but the projection. */
  readonly projected: boolean;
}

export interface Outline {
  readonly uses: readonly Use[];
  readonly frontmatter: string;
  /** Set when the MDX itself does not parse. */
  readonly error?: { readonly line: number; readonly message: string };
}

interface Attribute {
  type: string;
  name?: string;
  value?: string | { value: string } | null;
}
interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: Attribute[];
  position?: { start: { line: number; offset?: number }; end: { offset?: number } };
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

function attributesOf(node: MdxNode): Record<string, string> {
  const entries = (node.attributes ?? []).flatMap((attribute): [string, string][] => {
    if (attribute.type !== 'mdxJsxAttribute' || !attribute.name) return [['…', '{…}']];
    const { value } = attribute;
    return [[attribute.name, typeof value === 'string' ? value : value ? `{${value.value}}` : '']];
  });
  return Object.fromEntries(entries);
}

/** Reads one lesson. Never throws: MDX that does not parse comes back as `error`. */
export function outlineOf(mdx: string): Outline {
  let tree;
  try {
    tree = parser.parse(mdx);
  } catch (cause) {
    const { line, reason } = cause as { line?: number; reason?: string };
    const message = reason ?? String(cause);
    // An unclosed tag is reported at the end of the file; its own place stands in the words.
    const named = Number(/\((\d+):\d+/.exec(message)?.[1] ?? 0);
    return { uses: [], frontmatter: '', error: { line: line ?? named, message } };
  }
  const uses: Use[] = [];
  let frontmatter = '';
  /** Where the last passage that is only projected ends. */
  let projectedTo = 0;
  visit(tree, (raw) => {
    const node = raw as unknown as MdxNode;
    if (node.type === 'yaml') frontmatter = node.value ?? '';
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const attributes = attributesOf(node);
    const { start, end } = node.position ?? {};
    const projected = (start?.offset ?? 0) < projectedTo;
    if (node.name === 'Notes' || (node.name === 'Slide' && 'only' in attributes))
      projectedTo = Math.max(projectedTo, end?.offset ?? 0);
    uses.push({ name: node.name ?? '', line: start?.line ?? 0, attributes, projected });
  });
  return { uses, frontmatter };
}

/** The sections of a lesson, in order. */
export const sectionsOf = (outline: Outline) =>
  outline.uses
    .filter((use) => use.name === 'Section')
    .map(({ attributes, line }) => ({ id: attributes['id'] ?? '', title: attributes['title'] ?? '', line }));

/** The scenario with which a lesson shows a figure first, as spelled there; `''` is the default. */
export const scenarioIn = (outline: Outline, figure: string): string | undefined =>
  outline.uses
    .filter((use) => use.name === 'Figure' && use.attributes['id'] === figure)
    .map((use) => use.attributes['scenario'] ?? '')[0];
