/** Why: the exam page draws and grades in the browser; its questions' texts come from `data/questions/`. */
import type { APIRoute } from 'astro';
import { examCourse } from '../../../islands/exam/exam-data';
import { LANGUAGES, type Lang } from '../../../lib/message';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang }, props: { lang } }));

export const GET: APIRoute<{ lang: Lang }> = ({ props }) => Response.json(examCourse(props.lang));
