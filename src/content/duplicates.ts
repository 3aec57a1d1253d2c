/** Why: an id that stands twice makes one of the two unreachable. */
import type { Problem } from './problem';

/** Ids that stand twice in a list, with the line of the second. */
export function duplicates(
  file: string,
  what: string,
  list: readonly { readonly id: string }[],
  lineOf: (i: number) => number,
): Problem[] {
  const first = new Map<string, number>();
  return list.flatMap(({ id }, i) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, i);
      return [];
    }
    return [
      {
        file,
        line: lineOf(i),
        message: `duplicated ${what} id "${id}": it stands already in line ${lineOf(before)}`,
      },
    ];
  });
}
