/** Why: a learner who opens the page asks "what now?"; three answers, each with its reason. */
import { href } from '../../i18n/href';
import { topicName } from '../../i18n/topics';
import type { Suggestion } from '../../learning/study-next';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { lessonsOf, type Syllabus } from '../review/syllabus';
import type { MasteryText } from './messages';
import { percentOf } from './say-mastery';

interface StudyNextProps {
  readonly suggestions: readonly Suggestion[];
  readonly syllabus: Syllabus;
  readonly lang: Lang;
  readonly text: MasteryText;
}

export function StudyNext({ suggestions, syllabus, lang, text }: StudyNextProps) {
  const titles = new Map(lessonsOf(syllabus).map(({ id, title }) => [id, title]));
  const said = (one: Suggestion): readonly [path: string, go: string, why: string] => {
    if (one.kind === 'due') return ['review/', text.goDue, fill(text.whyDue, { n: one.count })];
    const title = titles.get(one.lesson) ?? one.lesson;
    const go = (template: string) => fill(template, { title });
    const practice = `practice/${one.lesson}/`;
    switch (one.kind) {
      case 'misses':
        return [practice, go(text.goMisses), fill(text.whyMisses, { n: one.count })];
      case 'weak': {
        const topic = topicName(one.topic, lang);
        const percent = fill(text.percent, { n: percentOf(one.mastery.value) });
        return [practice, go(text.goWeak), fill(text.whyWeak, { topic, percent })];
      }
      case 'unopened':
        return [`lessons/${one.lesson}/`, go(text.goUnopened), text.whyUnopened];
      case 'unanswered':
        return [practice, go(text.goUnanswered), fill(text.whyUnanswered, { n: one.count })];
    }
  };
  return (
    <section aria-labelledby="study-next">
      <h2 id="study-next">{text.next}</h2>
      {suggestions.length === 0 ? (
        <p>{text.nextNone}</p>
      ) : (
        <ol className="study-next">
          {suggestions.map((one) => {
            const [path, go, why] = said(one);
            return (
              <li key={`${one.kind}${path}`} data-suggestion={one.kind}>
                <a href={href(path, lang)}>{go}</a> <span>{why}</span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
