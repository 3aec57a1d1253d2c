/** Why: a term's card is turned over without a page load; all terms travel once, when the first one is asked. */
import type { APIRoute } from 'astro';
import { termCards } from '../../islands/review/syllabus-data';
import { LANGUAGES, type Lang } from '../../lib/message';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang }, props: { lang } }));

export const GET: APIRoute<{ lang: Lang }> = ({ props }) => Response.json(termCards(props.lang));
