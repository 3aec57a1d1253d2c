/** Why: one Open Graph picture for each lesson and one for the rest, in each language. */
import type { APIRoute } from 'astro';
import { allLessons } from '../../../components/course-data';
import { drawCard, type Card } from '../../../components/open-graph';
import { lessons } from '../../../content/load';
import { langOf, langParam } from '../../../i18n/href';
import { ui } from '../../../i18n/ui';
import { LANGUAGES } from '../../../lib/message';

export const getStaticPaths = () =>
  ['course', ...lessons.keys()].flatMap((picture) =>
    LANGUAGES.map((lang) => ({ params: { ...langParam(lang), picture } })),
  );

export const GET: APIRoute = async ({ params }) => {
  const lang = langOf(params['lang']);
  const t = ui(lang);
  const lesson = allLessons(lang).find(({ id }) => id === params['picture']);
  const under = lang === 'en' ? 'Ringside · 环视' : '环视 · Ringside';
  const matter = lesson && lessons.get(lesson.id)?.matter[lang];
  const card: Card =
    lesson && matter
      ? {
          title: matter.title,
          over: `${lesson.unitTitle} · ${t('lessonNumber', { n: lesson.number })}`,
          under,
        }
      : { title: t('homeTitle'), over: 'KVM · Xen · VMware · Hyper-V', under };
  return new Response(await drawCard(card), { headers: { 'content-type': 'image/png' } });
};
