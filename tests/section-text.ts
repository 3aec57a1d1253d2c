/** Why: what a lesson's section says, as a reader reads it, so that a table can quote it. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);
/** Tables are not parsed (that needs GFM): their rows are lines of a paragraph, read one by one. */
const isTable = (text: string) => /^\s*\|/.test(text);

function textOf(node: Node): string {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '';
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** Notes, and slides that stand on the projection only, are not what a reader reads. */
const isForTheTeacher = ({ name, attributes }: Node) =>
  name === 'Notes' || (name === 'Slide' && (attributes?.some((each) => each.name === 'only') ?? false));

const LEAVES = ['paragraph', 'heading', 'code'];
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The paragraphs, list items, table rows and code blocks of each section, in order, without markup; white space
 * is one space. The key is the `id` of the `<Section>`, `''` before the first.
 * @throws when the MDX does not parse
 */
export function sectionTexts(mdx: string): ReadonlyMap<string, readonly string[]> {
  let current: string[] = [];
  const sections = new Map([['', current]]);
  const walk = (node: Node) => {
    if (isForTheTeacher(node)) return;
    if (node.name === 'Section') {
      current = [];
      sections.set(String(node.attributes?.find(({ name }) => name === 'id')?.value), current);
    } else if (LEAVES.includes(node.type)) {
      const text = textOf(node);
      current.push(
        ...(isTable(text)
          ? text.split('\n').map((row) => oneLine(row.replace(/\|/g, ' ')))
          : [oneLine(text)]),
      );
    } else node.children?.forEach(walk);
  };
  walk(parser.parse(mdx));
  return sections;
}
