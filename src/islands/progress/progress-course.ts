/** Why: what a browser must know of the course to say what is done and to name what is missing. */

export interface ProgressLesson {
  readonly id: string;
  readonly title: string;
  /** Whether it has a text to open. */
  readonly readable: boolean;
  readonly questions: readonly { readonly id: string; readonly stem: string }[];
}

export interface ProgressCourse {
  /** Lessons with a text or questions, in the order of the course. */
  readonly lessons: readonly ProgressLesson[];
  readonly figures: readonly { readonly id: string; readonly title: string }[];
}
