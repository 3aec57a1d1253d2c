/** Why: components inside a lesson's text need its page: numbered sources, terms used, sections for the table of contents. */
import type { LessonContent } from '../../content/check';
import { sectionsOf } from '../../content/outline';
import type { Lang } from '../../lib/message';

export interface LessonContext {
  /** Lesson id. */
  readonly id: string;
  /** Source ids in the order of their numbers (first citation first, then those only listed). */
  readonly sources: readonly string[];
  /** Glossary ids: those that the lesson teaches, then others that it uses. */
  readonly terms: readonly string[];
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** Ids of the figures it shows, in order. */
  readonly figures: readonly string[];
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Astro reads this name
  namespace App {
    interface Locals {
      /** Set by every page that renders a lesson's text, before it renders it. */
      lesson?: LessonContext;
      /** The lesson is being projected: with its notes and slides, without what is only to be read. */
      deck?: boolean;
    }
  }
}

/** What a lesson's page must know of its text before it is rendered. */
export function lessonContext(lesson: LessonContent, lang: Lang): LessonContext {
  const outline = lesson.outline[lang];
  const matter = lesson.matter[lang];
  const ids = (name: string) =>
    outline.uses.filter((use) => use.name === name).map((use) => use.attributes['id'] ?? '');
  return {
    id: lesson.id,
    sources: [...new Set([...ids('Source'), ...matter.sources])],
    terms: [...new Set([...matter.terms, ...ids('Term')])],
    sections: sectionsOf(outline),
    figures: [...new Set(ids('Figure'))],
  };
}
