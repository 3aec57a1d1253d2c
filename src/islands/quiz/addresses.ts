/** Why: a question has an address, and so has its proof; both survive a reload, the back button and the language switch. */
import { href } from '../../i18n/href';
import { decode } from '../../lib/decode';
import type { Lang } from '../../lib/message';
import type { QuizMode, QuizProof } from './quiz-question';

/** Address of the place that proves an answer. In its own lesson it is relative, so that following it does not reload. */
export function proofHref(proof: QuizProof, lesson: string, lang: Lang, mode: QuizMode): string {
  const page = mode === 'lesson' ? '' : href(`lessons/${lesson}/`, lang);
  if (proof.kind === 'section') return `${page}#${proof.section}`;
  const query = `?${proof.figure}=${proof.ref}@${proof.at}`;
  return proof.inLesson
    ? `${page}${query}#fig-${proof.figure}`
    : `${href(`figures/${proof.figure}/`, lang)}${query}`;
}

/** The question that an address names: `#q-<id>` (links from elsewhere) or `?q=<id>` (where the reader was). */
export function askedFor({ search, hash }: { search: string; hash: string }): string | null {
  return hash.startsWith('#q-') ? decode(hash.slice(3)) : new URLSearchParams(search).get('q');
}

/** The same address, now naming this question. Other parameters stay as they are spelled. */
export function naming(
  id: string,
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
): string {
  const others = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('q='));
  return `${pathname}?${[...others, `q=${id}`].join('&')}${hash.startsWith('#q-') ? '' : hash}`;
}
