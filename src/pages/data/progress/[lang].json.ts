/** Why: the progress page compares the learner's log with the course as it stands in this build. */
import type { APIRoute } from 'astro';
import { progressCourse } from '../../../islands/progress/progress-data';
import { LANGUAGES, type Lang } from '../../../lib/message';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang }, props: { lang } }));

export const GET: APIRoute<{ lang: Lang }> = ({ props }) => Response.json(progressCourse(props.lang));
