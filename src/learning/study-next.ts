/** Why: "what now?" deserves an answer with a reason, and the reason must be in the log. */
import { masteryOf, type Mastery } from './mastery';
import type { Summary } from './summary';

export interface StudyLesson {
  readonly id: string;
  /** Whether there is a text to open. */
  readonly readable: boolean;
  readonly questions: readonly { readonly id: string; readonly topic: string }[];
}

export type Suggestion =
  | { readonly kind: 'due'; readonly count: number }
  | { readonly kind: 'misses'; readonly lesson: string; readonly count: number }
  | { readonly kind: 'weak'; readonly lesson: string; readonly topic: string; readonly mastery: Mastery }
  | { readonly kind: 'unopened'; readonly lesson: string }
  | { readonly kind: 'unanswered'; readonly lesson: string; readonly count: number };

/** How many questions of a topic must have been answered before it is called weak. */
const JUDGED = 3;

/** The ids of the questions of each topic, topics in the order of the course. */
export function topicsOf(lessons: readonly StudyLesson[]): Map<string, string[]> {
  const topics = new Map<string, string[]>();
  for (const { questions } of lessons)
    for (const { id, topic } of questions) topics.set(topic, [...(topics.get(topic) ?? []), id]);
  return topics;
}

/**
 * Up to three things to do next, the most pressing first: cards due, the lesson with most misses, the weakest topic,
 * the next lesson never opened, the next with questions never answered. No lesson is named twice.
 * @param due number of cards due now @param now ms since 1970
 */
export function studyNext(
  summary: Pick<Summary, 'questions' | 'visits'>,
  lessons: readonly StudyLesson[],
  due: number,
  now: number,
): Suggestion[] {
  const of = (lesson: StudyLesson) =>
    masteryOf(
      summary.questions,
      lesson.questions.map(({ id }) => id),
      now,
    );
  const misses = lessons
    .map((lesson) => ({ kind: 'misses' as const, lesson: lesson.id, count: of(lesson).missed }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const weak = [...topicsOf(lessons)]
    .map(([topic, ids]) => ({ topic, mastery: masteryOf(summary.questions, ids, now) }))
    .filter(({ mastery }) => mastery.seen >= JUDGED && mastery.value < 0.5)
    .sort((a, b) => a.mastery.value - b.mastery.value)
    .flatMap(({ topic, mastery }) => {
      const count = (lesson: StudyLesson) => lesson.questions.filter((q) => q.topic === topic).length;
      const home = [...lessons].sort((a, b) => count(b) - count(a))[0];
      return home ? [{ kind: 'weak' as const, lesson: home.id, topic, mastery }] : [];
    });
  const unopened = lessons
    .filter(({ id, readable }) => readable && !summary.visits.has(id))
    .map(({ id }) => ({ kind: 'unopened' as const, lesson: id }));
  const unanswered = lessons.flatMap((lesson) => {
    const { seen, total } = of(lesson);
    return total > seen ? [{ kind: 'unanswered' as const, lesson: lesson.id, count: total - seen }] : [];
  });

  const chosen: Suggestion[] = due > 0 ? [{ kind: 'due', count: due }] : [];
  const named = new Set<string>();
  for (const list of [misses, weak, unopened, unanswered, unopened.slice(1)]) {
    const first = list.find(({ lesson }) => !named.has(lesson));
    if (!first || chosen.length === 3) continue;
    named.add(first.lesson);
    chosen.push(first);
  }
  return chosen;
}
