/** Why: what is exported is loaded then, by lesson and language, from the files that the quizzes use. */
import type { ExchangeQuestion } from '../../exchange/edition';
import type { Listed } from '../../exchange/select';
import type { Lang } from '../../lib/message';
import type { QuizQuestion } from '../quiz/quiz-question';
import { loadJson } from '../site-json';

/** One question from its two editions, which are the same but for their words. */
export function joined(en: QuizQuestion, zh: QuizQuestion, lesson: string): ExchangeQuestion {
  const { id, kind, difficulty, topic, answer, choices } = en;
  const both = (one: string, other: string) => ({ en: one, 'zh-cn': other });
  return {
    ...{ id, lesson, kind, difficulty, topic, answer },
    stem: both(en.stem, zh.stem),
    options: en.options.map((option, i) => ({
      id: option.id,
      text: both(option.text, zh.options[i]!.text),
      why: both(option.why, zh.options[i]!.why),
    })),
    ...(choices && {
      choices: choices.map((choice, i) => ({ id: choice.id, text: both(choice.text, zh.choices![i]!.text) })),
    }),
  };
}

/** The questions of a list, in its order. Rejects when one of the files does not come. */
export async function loadBank(list: readonly Listed[]): Promise<ExchangeQuestion[]> {
  const lessons = [...new Set(list.map(({ lesson }) => lesson))];
  const load = (lesson: string, lang: Lang) =>
    loadJson<QuizQuestion[]>(`data/questions/${lesson}.${lang}.json`);
  const loaded = await Promise.all(
    lessons.map(async (lesson) => {
      const [en, zh] = await Promise.all([load(lesson, 'en'), load(lesson, 'zh-cn')]);
      return en.map((question, i) => joined(question, zh[i]!, lesson));
    }),
  );
  const byId = new Map(loaded.flat().map((question) => [`${question.lesson}/${question.id}`, question]));
  return list.flatMap(({ lesson, id }) => byId.get(`${lesson}/${id}`) ?? []);
}
