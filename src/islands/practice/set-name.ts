/** Why: a choice is said in words wherever it is shown: at the door, over a session, in a label. */
import { topicName } from '../../i18n/topics';
import type { FilterName } from '../../learning/practice/bank';
import type { PracticeSpec } from '../../learning/practice/spec';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { quizText } from '../quiz/messages';
import { lessonTitle, type Catalogue } from './catalogue';
import { practiceText } from './messages';

/** What the values of a filter are called. */
export function valueName(
  filter: 'lessons' | 'topics' | 'kinds' | 'difficulty',
  value: string,
  catalogue: Catalogue,
  lang: Lang,
): string {
  switch (filter) {
    case 'lessons':
      return lessonTitle(catalogue, value);
    case 'topics':
      return topicName(value, lang);
    case 'kinds':
      return (quizText(lang) as Readonly<Record<string, string>>)[value] ?? value;
    case 'difficulty':
      return (practiceText(lang) as Readonly<Record<string, string>>)[`difficulty${value}`] ?? value;
  }
}

export const filterName = (filter: FilterName, lang: Lang): string => practiceText(lang)[filter];

/** The choice in one line: “KVM, Xen · Single choice · up to 20”. */
export function setName(spec: PracticeSpec, catalogue: Catalogue, lang: Lang): string {
  const text = practiceText(lang);
  const comma = lang === 'en' ? ', ' : '、';
  const names = (['lessons', 'topics', 'kinds', 'difficulty'] as const).flatMap((filter) => {
    const values = spec[filter];
    if (values.length === 0) return [];
    return [values.map((value) => valueName(filter, String(value), catalogue, lang)).join(comma)];
  });
  if (spec.only !== 'all') names.push(text[spec.only]);
  if (spec.questions.length > 0) names.push(text.questions);
  if (names.length === 0) names.push(text.everything);
  if (spec.count !== 'all') names.push(fill(text.upTo, { n: spec.count }));
  return names.join(' · ');
}
