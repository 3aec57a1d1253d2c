/** Why: a selection is ticked, not typed; each box says how many questions it would give. */
import { counts, FACETS, ticked, type Facet, type Listed, type Selection } from '../../exchange/select';
import type { Lang } from '../../lib/message';
import { KINDS_SHOWN } from './kinds';
import { quizText } from '../quiz/messages';
import { exchangeText } from './messages';
import { OWN_LESSON } from './own-quiz';
import { topicName } from '../../i18n/topics';

interface FacetsProps {
  readonly questions: readonly Listed[];
  readonly selection: Selection;
  readonly titles: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly onChange: (selection: Selection) => void;
}

export function Facets({ questions, selection, titles, lang, onChange }: FacetsProps) {
  const text = exchangeText(lang);
  const nameOf = (facet: Facet, value: string): string => {
    switch (facet) {
      case 'lesson':
        return value === OWN_LESSON ? text.own : (titles[value] ?? value);
      case 'topic':
        return topicName(value, lang);
      case 'kind':
        return quizText(lang)[value as (typeof KINDS_SHOWN)[number]];
      case 'difficulty':
        return text[`difficulty${value as '1' | '2' | '3'}`];
    }
  };
  const valuesOf = (facet: Facet, found: Map<string, number>) => {
    const values = [...found.keys()];
    if (facet === 'kind') return KINDS_SHOWN.filter((kind) => found.has(kind));
    if (facet === 'topic')
      return values.sort((a, b) => nameOf(facet, a).localeCompare(nameOf(facet, b), lang));
    return facet === 'difficulty' ? values.sort() : values;
  };
  return (
    <div className="exchange-facets">
      {FACETS.map((facet) => {
        // Own questions go out only when they are asked for, so only then do they count in the other groups.
        const asked = facet === 'lesson' || selection.lesson.includes(OWN_LESSON);
        const pool = asked ? questions : questions.filter(({ lesson }) => lesson !== OWN_LESSON);
        const found = counts(pool, selection, facet);
        return (
          <fieldset key={facet} className="exchange-box" data-facet={facet}>
            <legend>{text[facet]}</legend>
            {valuesOf(facet, found).map((value) => (
              <label key={value}>
                <input
                  type="checkbox"
                  value={value}
                  checked={selection[facet].includes(value)}
                  onChange={() => onChange(ticked(selection, facet, value))}
                />
                <span>{nameOf(facet, value)}</span> <small>{found.get(value)}</small>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
