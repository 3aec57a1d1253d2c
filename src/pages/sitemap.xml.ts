/** Why: search engines find every page in both languages, each naming its translation. */
import type { APIRoute } from 'astro';
import { allLessons } from '../components/course-data';
import { PLACES } from '../components/places';
import { figures } from '../content/figures';
import { href, HTML_LANG } from '../i18n/href';
import { LANGUAGES } from '../lib/message';

/** Every indexed place without base path and language. */
function paths(): string[] {
  const lessons = allLessons('en');
  return [
    ...PLACES.map((place) => place.path),
    'exam/',
    'about/',
    'exam-sheet/',
    'practice/generated/',
    ...lessons
      .filter((lesson) => lesson.ready)
      .flatMap((lesson) => [`lessons/${lesson.id}/`, `handout/${lesson.id}/`]),
    ...Object.keys(figures).map((id) => `figures/${id}/`),
    ...lessons.filter((lesson) => lesson.questions > 0).map((lesson) => `practice/${lesson.id}/`),
  ];
}

export const GET: APIRoute = ({ site }) => {
  const absolute = (address: string) => new URL(address, site).href;
  const urls = paths().flatMap((path) => {
    const links = LANGUAGES.map(
      (lang) =>
        `<xhtml:link rel="alternate" hreflang="${HTML_LANG[lang]}" href="${absolute(href(path, lang))}"/>`,
    ).join('');
    return LANGUAGES.map((lang) => `<url><loc>${absolute(href(path, lang))}</loc>${links}</url>`);
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
  return new Response(body, { headers: { 'content-type': 'application/xml' } });
};
