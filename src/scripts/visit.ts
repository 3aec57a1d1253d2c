/** Why: progress counts lessons that were read, not opened by mistake: past the first section counts. */
import { onSection } from './sections';

/** Notes the visit once a page; the store is loaded only then. */
export function startVisit(): void {
  const lesson = document.querySelector<HTMLElement>('[data-lesson-page]')?.dataset['lessonPage'];
  if (!lesson) return;
  let noted = false;
  onSection((section) => {
    if (noted || section === '') return;
    noted = true;
    import('../store/shared').then(
      (store) => store.recordVisit({ lesson, section }),
      () => (noted = false),
    );
  });
}
