/** Why: what the pages of practice must call by name, handed to their islands by the build. */
export interface Catalogue {
  /** Lessons that have questions, in the order of the course. */
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
  /** Topics and kinds that occur. */
  readonly topics: readonly string[];
  readonly kinds: readonly string[];
}

export const lessonTitle = ({ lessons }: Pick<Catalogue, 'lessons'>, id: string): string =>
  lessons.find((lesson) => lesson.id === id)?.title ?? id;
