/** Why: review and mastery compare the learner's log with the course as it stands in this build. */
import type { APIRoute } from 'astro';
import { syllabusOf } from '../../../islands/review/syllabus-data';
import { LANGUAGES, type Lang } from '../../../lib/message';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang }, props: { lang } }));

export const GET: APIRoute<{ lang: Lang }> = ({ props }) => Response.json(syllabusOf(props.lang));
