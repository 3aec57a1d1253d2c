/**
 * Why: the rules of the house that a program can check. Types are strict, layers hold, pure code stays pure,
 * pages stay accessible. Formatting is Prettier's alone.
 */
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layers, pureFiles } from './layers.js';
import { layerRule } from './scripts/lint/layer-rule.js';

const TESTS = ['**/*.{test,fixture}.{ts,tsx}', 'tests/**'];
const UNSAFE = ['argument', 'assignment', 'call', 'member-access', 'return'];
/** @param {readonly string[]} kinds @returns {import('eslint').Linter.RulesRecord} */
const allowUnsafe = (kinds) =>
  Object.fromEntries(kinds.map((kind) => [`@typescript-eslint/no-unsafe-${kind}`, 'off']));
const PURE = [...layers.filter((layer) => layer.pure).map((layer) => `${layer.path}/**/*.ts`), ...pureFiles];
const chance = 'what a pure layer computes depends on its arguments alone: pass a seed';
const clock = 'what a pure layer computes depends on its arguments alone: pass `now`';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'test-results/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { house: { rules: { layers: layerRule } } },
    rules: {
      'house/layers': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Content, addresses and storage are checked at run time even where a type promises something.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Spreading a string gives whole 汉字, which is what is meant here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index that is known to be there is said so with `!`; a check that cannot fail would say less.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/dot-notation': 'off',
      'no-console': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['*.{js,mjs}', 'scripts/**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
    rules: allowUnsafe(['assignment', 'member-access']),
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'no barrels: import a thing from where it is made' },
        {
          selector: 'ExportNamedDeclaration[source]',
          message: 'no barrels: import a thing from where it is made',
        },
        {
          selector: 'ExportDefaultDeclaration',
          message: 'a thing has one name everywhere: export it by name',
        },
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'the content security policy drops style attributes: use a class or an SVG attribute',
        },
      ],
    },
  },
  // Only src/store touches what a browser keeps (and src/scripts/boot.js, which runs before any module).
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/store/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
          name,
          message: 'only src/store touches browser storage',
        })),
      ],
    },
  },
  // Words are data, as long as there are things to say.
  {
    files: ['src/**/{messages,captions,labels}*.ts', 'src/**/messages/**', 'src/i18n/*.ts', ...TESTS],
    rules: { 'max-lines': 'off' },
  },
  { files: ['src/content.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: PURE,
    ignores: TESTS,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: chance },
        { object: 'Date', property: 'now', message: clock },
        { object: 'performance', property: 'now', message: clock },
        { object: 'crypto', property: 'getRandomValues', message: chance },
        { object: 'crypto', property: 'randomUUID', message: chance },
      ],
      'no-restricted-globals': [
        'error',
        ...[
          'performance',
          'crypto',
          'process',
          'setTimeout',
          'setInterval',
          'window',
          'document',
          'fetch',
        ].map((name) => ({
          name,
          message: 'pure layers know no clock, no chance and no machine',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
        { selector: 'CallExpression[callee.name="Date"]', message: clock },
        { selector: 'ExportAllDeclaration', message: 'no barrels: import a thing from where it is made' },
        {
          selector: 'ExportDefaultDeclaration',
          message: 'a thing has one name everywhere: export it by name',
        },
      ],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  // The plugin itself comes with Astro's configuration below; ESLint takes one copy only.
  { files: ['**/*.tsx'], rules: jsxA11y.flatConfigs.strict.rules },
  astro.configs.recommended,
  astro.configs['jsx-a11y-strict'],
  {
    files: ['**/*.astro'],
    rules: {
      // The one field of a dialog that was opened to type in.
      'astro/jsx-a11y/no-autofocus': 'off',
      // A table or a listing wider than a phone scrolls by itself, so keys must reach it.
      'astro/jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['pre', 'div'], roles: ['region', 'tabpanel'] },
      ],
    },
  },
  // Types of Astro's templates, and of what is imported from them, are `astro check`'s work.
  {
    files: ['src/{components,layouts,pages}/**/*.ts'],
    rules: { ...allowUnsafe(UNSAFE), '@typescript-eslint/no-redundant-type-constituents': 'off' },
  },
  // Scripts that stand in the page as they are.
  {
    files: ['src/scripts/**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        document: 'readonly',
        location: 'readonly',
        localStorage: 'readonly',
        matchMedia: 'readonly',
      },
    },
    rules: { 'no-empty': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: TESTS,
    rules: {
      // Tests look into things that have no name in the types, and say so at once when they are not there.
      ...allowUnsafe(['assignment', 'member-access', 'return']),
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-empty-pattern': 'off',
    },
  },
);
