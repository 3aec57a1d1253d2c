/** Why: the content as it lies on the disk, path by path; everything else is made from this. */

/** Path below `content/` → text. */
export type ContentFiles = Readonly<Record<string, string>>;

const raw = import.meta.glob<string>(
  [
    '../../content/*.yaml',
    '../../content/questions/*.yaml',
    '../../content/exams/*.yaml',
    '../../content/lessons/*/*.mdx',
  ],
  { eager: true, query: '?raw', import: 'default' },
);

export const contentFiles: ContentFiles = Object.fromEntries(
  Object.entries(raw).map(([path, text]) => [path.replace('../../content/', ''), text]),
);
