/** Why: what a browser gets of a question: one language, and a proof that it can link to without knowing the course. */
import type { KINDS } from '../../schemas/question';

export interface QuizOption {
  readonly id: string;
  readonly text: string;
  /** Why it is right, or what is wrong with it. */
  readonly why: string;
}

export type QuizProof =
  | {
      readonly kind: 'step';
      readonly figure: string;
      /** The scenario, spelled out in full. */
      readonly ref: string;
      readonly at: string;
      /** Whether the figure stands in the question's own lesson. */
      readonly inLesson: boolean;
    }
  | { readonly kind: 'section'; readonly section: string };

export interface QuizQuestion {
  readonly id: string;
  readonly kind: (typeof KINDS)[number];
  readonly stem: string;
  readonly options: readonly QuizOption[];
  /** Ids of the right options. */
  readonly answer: readonly string[];
  readonly proof: QuizProof;
}

/** Where a question is being answered. */
export type QuizMode = 'lesson' | 'practice';
