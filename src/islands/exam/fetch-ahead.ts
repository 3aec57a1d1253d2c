/** Why: an exam goes on without the network: what its rarer kinds of question need is fetched before they are asked. */
import type { Lang } from '../../lib/message';
import kindsSheet from '../../styles/quiz-kinds.css?url';
import marksSheet from '../../styles/marks.css?url';
import type { QuizQuestion } from '../quiz/quiz-question';

/** Puts a stylesheet where React, asked for the same one later, finds it. Rejects, and takes it away, when it does not come. */
function styled(href: string): Promise<void> {
  if (document.querySelector(`link[rel="stylesheet"][href="${href}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`${href} did not come`));
    };
    document.head.append(link);
  });
}

async function fetchPicture(place: NonNullable<QuizQuestion['place']>, lang: Lang): Promise<void> {
  const { loadPicture } = await import('../quiz/use-picture');
  const { sheet } = await loadPicture(place, lang);
  if (sheet !== undefined) await styled(sheet);
}

/** What one question needs beyond its text. */
function partsOf({ kind, place }: QuizQuestion, lang: Lang): readonly Promise<unknown>[] {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return [];
    case 'ordering':
      return [styled(kindsSheet), import('../quiz/OrderingOptions')];
    case 'matching':
      return [styled(kindsSheet), import('../quiz/MatchingOptions')];
    case 'point': {
      const list = [styled(kindsSheet), styled(marksSheet), import('../quiz/PointOptions')];
      return place ? [...list, fetchPicture(place, lang)] : list;
    }
    default:
      return kind satisfies never;
  }
}

/** Fetches what the questions need, each part on its own: what does not come is asked for again with its question. */
export async function fetchAhead(questions: readonly QuizQuestion[], lang: Lang): Promise<void> {
  await Promise.allSettled(questions.flatMap((question) => partsOf(question, lang)));
}
