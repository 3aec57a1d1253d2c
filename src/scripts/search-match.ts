/** Why: exact search over titles and terms: any substring, any case; the nearer to the start of a name, the higher. */

/** One thing that has a name: kind, title, address, context and other names. Keys are short because all are sent. */
export interface SearchEntry {
  readonly k: 'lesson' | 'figure' | 'term' | 'section' | 'question';
  readonly t: string;
  readonly u: string;
  readonly c?: string;
  readonly a?: string;
}

/** The exact index with the words that the search speaks, in one language. */
export interface SearchIndex {
  readonly words: {
    /** Holds `{query}`. */
    readonly none: string;
    /** Holds `{count}`. */
    readonly some: string;
    readonly one: string;
    /** Added when the full text could not be searched. */
    readonly partial: string;
    readonly kinds: Readonly<Record<SearchEntry['k'] | 'page', string>>;
  };
  readonly entries: readonly SearchEntry[];
}

const LIMIT = 12;
const ORDER = ['lesson', 'figure', 'term', 'section', 'question'] as const;

/** Width, case and spacing do not matter: `ＫＶＭ`, `kvm` and `Kvm` are one. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/** The entries whose title, other names or (a term's) definition hold the query, best first, at most twelve. */
export function matchTitles(entries: readonly SearchEntry[], query: string): readonly SearchEntry[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  const score = (entry: SearchEntry): number => {
    const at = fold(entry.t).indexOf(wanted);
    const kind = ORDER.indexOf(entry.k);
    if (at >= 0) return kind + (at === 0 ? 0 : 10) + (entry.t.length === wanted.length ? -10 : 0);
    if (fold(entry.a ?? '').includes(wanted)) return 20 + kind;
    return entry.k === 'term' && fold(entry.c ?? '').includes(wanted) ? 30 : Infinity;
  };
  return entries
    .map((entry) => ({ entry, score: score(entry) }))
    .filter((found) => found.score < Infinity)
    .sort((a, b) => a.score - b.score)
    .slice(0, LIMIT)
    .map((found) => found.entry);
}
