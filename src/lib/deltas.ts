/** Why: recordings hold integers as deltas, which compress; this gives the values back. */

/**
 * The rows as values: each number is the sum of its column so far.
 * @param deltas rows of equal length; the first row counts from zero
 */
export function rowsOf(deltas: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let sums: readonly number[] = [];
  return deltas.map((row) => (sums = row.map((delta, i) => delta + (sums[i] ?? 0))));
}

/** The inverse of `rowsOf`. */
export function deltasOf(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return rows.map((row, r) => row.map((value, i) => value - (rows[r - 1]?.[i] ?? 0)));
}
