/**
 * Why: who may import whom, in one table. Lint reads it (`scripts/lint/layer-rule.js`), a test proves that
 * lint reports what it forbids. A layer may always import itself; `figures` only the same figure's folder.
 */

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} path Folder, or a pattern with one `*`: files directly in it.
 * @property {readonly string[]} may Names of the layers it may import.
 * @property {readonly string[]} [packages] The only packages it may import; left out: any.
 * @property {boolean} [apart] Its sub-folders may not import each other.
 * @property {boolean} [pure] No DOM, no clock, no chance: what it computes depends on its arguments alone.
 */

const library = ['lib'];
/** All that an island may need; `content` checks what is taught, islands are given it. */
const engine = [
  ...library,
  'schemas',
  'models',
  'learning',
  'exchange',
  'player',
  'marks',
  'contract',
  'figures',
  'drills',
  'store',
  'i18n',
  'content',
  'taught',
  'classroom',
];
const everything = [...engine, 'islands', 'scripts', 'components', 'layouts', 'pages', 'styles'];

/** The first layer whose path holds a file is the file's layer. @type {readonly Layer[]} */
export const layers = [
  { name: 'lib', path: 'src/lib', may: [], packages: [], pure: true },
  { name: 'schemas', path: 'src/schemas', may: library, packages: ['zod', 'valibot'], pure: true },
  { name: 'models', path: 'src/models', may: library, packages: [], pure: true },
  {
    name: 'learning',
    path: 'src/learning',
    may: ['schemas', ...library],
    packages: ['ts-fsrs'],
    pure: true,
  },
  {
    name: 'exchange',
    path: 'src/exchange',
    may: ['learning', 'schemas', ...library],
    packages: ['fflate', 'gift-pegjs', '@noble/hashes', 'sql.js', 'yaml'],
    pure: true,
  },
  { name: 'player', path: 'src/player', may: library },
  { name: 'marks', path: 'src/marks', may: library },
  { name: 'contract', path: 'src/figures/*', may: library },
  {
    name: 'figures',
    path: 'src/figures',
    may: ['models', 'marks', 'contract', 'recordings', ...library],
    apart: true,
  },
  {
    name: 'drills',
    path: 'src/drills',
    may: ['models', 'figures', 'contract', 'schemas', 'learning', ...library],
    packages: [],
    pure: true,
  },
  { name: 'store', path: 'src/store', may: ['schemas', ...library] },
  { name: 'i18n', path: 'src/i18n', may: library },
  {
    name: 'content',
    path: 'src/content',
    may: ['schemas', 'learning', 'figures', 'contract', 'i18n', 'taught', ...library],
  },
  { name: 'classroom', path: 'src/classroom', may: ['player', ...library], packages: [], pure: true },
  { name: 'islands', path: 'src/islands', may: [...engine, 'styles'] },
  { name: 'scripts', path: 'src/scripts', may: [...engine, 'islands'] },
  { name: 'components', path: 'src/components', may: everything },
  { name: 'layouts', path: 'src/layouts', may: everything },
  { name: 'pages', path: 'src/pages', may: everything },
  { name: 'styles', path: 'src/styles', may: [] },
  { name: 'site', path: 'src', may: everything },
  { name: 'recordings', path: 'content/recordings', may: [] },
  { name: 'taught', path: 'content', may: [] },
];

/** Files of other layers that must be as pure as the layers marked so: the reducer of the player. */
export const pureFiles = ['src/player/timeline.ts'];
