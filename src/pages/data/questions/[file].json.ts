/** Why: a quiz loads its questions when it comes into view, one lesson in one language. */
import type { APIRoute } from 'astro';
import { questions } from '../../../content/load';
import { quizQuestions } from '../../../islands/quiz/quiz-data';
import { LANGUAGES, type Lang } from '../../../lib/message';

export const getStaticPaths = () =>
  [...questions.keys()].flatMap((lesson) =>
    LANGUAGES.map((lang) => ({ params: { file: `${lesson}.${lang}` }, props: { lesson, lang } })),
  );

export const GET: APIRoute<{ lesson: string; lang: Lang }> = ({ props }) =>
  Response.json(quizQuestions(props.lesson, props.lang));
