/** Why: a reader comes back tomorrow and goes on where they stopped. Only the last lesson and section are kept, in this browser. */
import { recall, remember } from '../store/saved';
import { onSection } from './sections';

interface LastPlace {
  readonly lesson: string;
  readonly title: string;
  readonly section: string;
}

/** The last lesson that was read here, or null. */
export function lastPlace(): LastPlace | null {
  try {
    const value: unknown = JSON.parse(recall('last-place') ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { lesson, title, section } = value as Record<string, unknown>;
    if (typeof lesson !== 'string' || typeof title !== 'string' || typeof section !== 'string') return null;
    return /^[a-z0-9-]+$/.test(lesson) ? { lesson, title, section } : null;
  } catch {
    return null;
  }
}

export function startLastPlace(): void {
  const page = document.querySelector<HTMLElement>('[data-lesson-page]');
  if (page) {
    const save = (section: string) =>
      remember(
        'last-place',
        JSON.stringify({ lesson: page.dataset.lessonPage, title: page.dataset.title, section }),
      );
    save('');
    onSection(save);
    return;
  }
  const button = document.querySelector<HTMLAnchorElement>('[data-resume]');
  const last = lastPlace();
  if (!button || !last) return;
  // The map of the course knows the lesson's name in this page's language, and whether it still exists.
  const link = document.querySelector<HTMLAnchorElement>(`.course a[data-lesson="${last.lesson}"]`);
  if (!link) return;
  button.href = link.href + (last.section ? `#${last.section}` : '');
  button.textContent = (button.dataset.resume ?? '').replace('{title}', link.textContent.trim());
}
