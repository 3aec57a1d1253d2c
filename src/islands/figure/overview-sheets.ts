/** Why: the overview of a figure is opened by few; a style of its own (`figures/<id>/overview.css`, if there is one) comes with it. */
const urls = import.meta.glob<string>('../../figures/*/overview.css', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Address of the overview's stylesheet, by figure id. */
export const overviewSheets: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(urls).map(([path, url]) => [path.split('/').at(-2) ?? '', url]),
);
