/**
 * Why: every step has an address: `?rings=popf.deprivileged.skylake@popf`, one parameter a figure, so that
 * links, the back button and the language switch keep the place.
 */

/** The parameter of a figure in a query string, cut into scenario and step; null where there is none. */
export function readPlace(search: string, figure: string): { ref: string; at: string } | null {
  const value = new URLSearchParams(search).get(figure);
  if (value === null) return null;
  const cut = value.lastIndexOf('@');
  return cut < 0 ? { ref: value, at: '' } : { ref: value.slice(0, cut), at: value.slice(cut + 1) };
}

/** A query string with this figure's place put in; other parameters stay. `@` and `.` stay readable. */
export function withPlace(search: string, figure: string, ref: string, at: string): string {
  const others = [...new URLSearchParams(search)].filter(([name]) => name !== figure);
  const rest = new URLSearchParams(others).toString().replaceAll('%40', '@');
  return `?${rest ? `${rest}&` : ''}${figure}=${ref}@${at}`;
}
