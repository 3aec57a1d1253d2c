/** Why: what a browser gets of a question: one language, and a proof that it can link to without knowing the course. */
import type { QuestionKind } from '../../learning/grade';

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

/** Of a question that is not the course's own: there is no place that proves it. */
export const NO_PROOF: QuizProof = { kind: 'section', section: '' };

export interface QuizQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly difficulty: 1 | 2 | 3;
  /** Syllabus topic. */
  readonly topic: string;
  readonly stem: string;
  readonly options: readonly QuizOption[];
  /** Of a `matching`: the meanings. */
  readonly choices?: readonly { readonly id: string; readonly text: string }[];
  /** Of a `point`: the picture to click in, its scenario spelled out in full. */
  readonly place?: { readonly figure: string; readonly ref: string; readonly at: string };
  /** As `grade` takes it. */
  readonly answer: readonly string[];
  readonly proof: QuizProof;
}

/** Where a question is being answered. */
export type QuizMode = 'lesson' | 'practice';
