/** Why: exact search, in any script, over the names of things; small enough to send whole. */
import type { APIRoute } from 'astro';
import { allLessons } from '../../components/course-data';
import { figureText } from '../../components/figure-text';
import { figures } from '../../content/figures';
import { glossary, lessons, questionsOf } from '../../content/load';
import { sectionsOf } from '../../content/outline';
import { href, langOf, langParam, otherLang } from '../../i18n/href';
import { ui } from '../../i18n/ui';
import { LANGUAGES } from '../../lib/message';
import type { SearchEntry, SearchIndex } from '../../scripts/search-match';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: langParam(lang) }));

const plain = (text: string) => text.replace(/\*\*|`/g, '');

export const GET: APIRoute = ({ params }) => {
  const lang = langOf(params['lang']);
  const other = otherLang(lang);
  const ready = allLessons(lang).filter((lesson) => lesson.ready);
  const lessonEntries = ready.flatMap(({ id, title, about }): SearchEntry[] => {
    const u = href(`lessons/${id}/`, lang);
    const lesson = lessons.get(id)!;
    return [
      { k: 'lesson', t: title, u, c: lesson.matter[lang].title, a: `${lesson.matter[lang].title} ${about}` },
      ...sectionsOf(lesson.outline[lang]).map((section): SearchEntry => ({
        k: 'section',
        t: section.title,
        u: `${u}#${section.id}`,
        c: title,
      })),
    ];
  });
  const questionEntries = allLessons(lang).flatMap(({ id, title }) =>
    questionsOf(id).map((question): SearchEntry => ({
      k: 'question',
      t: plain(question.stem[lang]),
      u: `${href(`practice/${id}/`, lang)}#q-${question.id}`,
      c: title,
    })),
  );
  const entries: SearchEntry[] = [
    ...lessonEntries,
    ...Object.values(figures).map((figure): SearchEntry => {
      const t = figureText(figure, lang);
      return {
        k: 'figure',
        t: t(figure.title),
        u: href(`figures/${figure.id}/`, lang),
        c: plain(t(figure.intro[0])),
      };
    }),
    ...glossary.map((term): SearchEntry => ({
      k: 'term',
      t: term.name[lang],
      u: `${href('glossary/', lang)}#${term.id}`,
      c: plain(term.definition[lang]),
      a: [term.name[other], ...term.aliases].join(' '),
    })),
    ...questionEntries,
  ];
  const t = ui(lang);
  const index: SearchIndex = {
    words: {
      none: t('searchNone', { query: '{query}' }),
      some: t('searchSome', { count: '{count}' }),
      one: t('searchOne'),
      partial: t('searchPartial'),
      kinds: {
        lesson: t('kindLesson'),
        section: t('kindSection'),
        term: t('kindTerm'),
        figure: t('kindFigure'),
        question: t('kindQuestion'),
        page: t('kindPage'),
      },
    },
    entries,
  };
  return new Response(JSON.stringify(index), { headers: { 'content-type': 'application/json' } });
};
