/**
 * Why: the table in `layers.js` holds only if each import is looked at: static, dynamic, type-only, re-exported
 * and globbed ones alike.
 */
import path from 'node:path';
import { layers as table } from '../../layers.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * The layer of a file, or undefined outside the table.
 * @param {string} file Path from the root, with `/`.
 * @param {readonly import('../../layers.js').Layer[]} layers
 */
export function layerOf(file, layers = table) {
  return layers.find((layer) => {
    if (layer.path.endsWith('/*')) return path.posix.dirname(file) === layer.path.slice(0, -2);
    return file.startsWith(`${layer.path}/`);
  });
}

/**
 * Says why one file may not import another, or nothing if it may.
 * @param {string} from Path of the importing file from the root.
 * @param {string} source As written in the import.
 * @param {readonly import('../../layers.js').Layer[]} layers
 * @returns {string | undefined}
 */
export function verdict(from, source, layers = table) {
  const own = layerOf(from, layers);
  if (!own) return undefined;
  const isTest = /\.(test|fixture)\.tsx?$/.test(from);
  if (!source.startsWith('.')) {
    const name = source.startsWith('@') ? source.split('/').slice(0, 2).join('/') : source.split('/')[0];
    if (isTest || !own.packages || own.packages.includes(name ?? '')) return undefined;
    const allowed = own.packages.length > 0 ? own.packages.join(', ') : 'no package';
    return `${own.name} may import ${allowed}, not "${name}"`;
  }
  const target = path.posix.join(path.posix.dirname(from), source.replace(/[?#].*$/, ''));
  const other = layerOf(target, layers);
  if (!other) {
    if (isTest) return undefined;
    return `${own.name} may not import "${target}", which is in no layer`;
  }
  if (other !== own) {
    if (own.may.includes(other.name)) return undefined;
    if (isTest && other.path.startsWith('content')) return undefined;
    return `${own.name} may not import ${other.name}; it may import ${own.may.join(', ') || 'nothing'} (layers.js)`;
  }
  if (!own.apart) return undefined;
  const folder = (/** @type {string} */ file) => file.slice(own.path.length + 1).split('/')[0];
  if (folder(from) === folder(target)) return undefined;
  return `${own.path}/${folder(from)} may not import its neighbour ${folder(target)} (layers.js)`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const layerRule = {
  meta: { type: 'problem', schema: [], messages: { forbidden: '{{why}}' } },
  create(context) {
    const from = path.relative(ROOT, context.filename).split(path.sep).join('/');
    /** @param {unknown} node */
    const check = (node) => {
      const literal = /** @type {import('estree').Literal | null | undefined} */ (node);
      if (literal?.type !== 'Literal' || typeof literal.value !== 'string') return;
      const why = verdict(from, literal.value);
      if (why) context.report({ node: literal, messageId: 'forbidden', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      'CallExpression[callee.property.name="glob"][callee.object.type="MetaProperty"]'(
        /** @type {import('estree').CallExpression} */ node,
      ) {
        const [first] = node.arguments;
        for (const pattern of first?.type === 'ArrayExpression' ? first.elements : [first]) check(pattern);
      },
    };
  },
};
