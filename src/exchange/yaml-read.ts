/** Why: YAML in the shape of the course's own files, from anybody: no aliases (a few lines of them make gigabytes), no tags. */
import { LineCounter, isMap, isNode, isPair, isSeq, parseDocument, visit, type Alias } from 'yaml';
import { checkAll, problemAt, refused, type Imported } from './imported';

/** Reads a YAML file of questions. Never throws. */
export function readYamlQuestions(source: string): Imported {
  const counter = new LineCounter();
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(source.replace(/^\ufeff/, ''), { lineCounter: counter, uniqueKeys: true });
  } catch {
    // The parser calls itself for each level of brackets.
    return refused([problemAt(1, 'too-deep')]);
  }
  const line = (offset: number) => counter.linePos(offset).line;
  // The first error makes the parser stumble over what follows; only it is worth reading.
  const [error] = document.errors;
  if (error) {
    // It reports its own exhaustion as a fault of the file.
    if (/call stack|recursion/i.test(error.message)) return refused([problemAt(1, 'too-deep')]);
    const message = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    return refused([problemAt(line(error.pos[0]), 'yaml', message)]);
  }
  try {
    let alias: Alias | undefined;
    visit(document, {
      Alias(_, node) {
        alias = node;
        return visit.BREAK;
      },
    });
    if (alias) return refused([problemAt(line(alias.range?.[0] ?? 0), 'yaml-alias', `*${alias.source}`)]);
    const { contents } = document;
    if (!isSeq(contents)) {
      const at = isNode(contents) ? (contents.range?.[0] ?? 0) : 0;
      const found = isMap(contents)
        ? `{${contents.items
            .slice(0, 4)
            .map(({ key }) => String(key))
            .join(', ')}}`
        : '';
      return refused([
        problemAt(line(at), contents === null ? 'no-questions' : 'yaml-list', found, '- id: …'),
      ]);
    }
    const values = document.toJS({ maxAliasCount: 0 }) as unknown[];
    const lineOf = (path: readonly (string | number)[]): number => {
      for (let length = path.length; length > 0; length--) {
        const parent: unknown = document.getIn(path.slice(0, length - 1), true);
        const key = path[length - 1];
        const pair = isMap(parent)
          ? parent.items.find((item) => isPair(item) && String(item.key) === String(key))
          : undefined;
        if (pair && isNode(pair.key) && pair.key.range) return line(pair.key.range[0]);
        const node: unknown = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return line(node.range[0]);
      }
      return 1;
    };
    return checkAll(values.map((value, i) => ({ value, lineOf: (path) => lineOf([i, ...path]) })));
  } catch {
    return refused([problemAt(1, 'too-deep')]);
  }
}
