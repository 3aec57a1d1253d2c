/** Why: a set over the whole bank is chosen here; what it holds is said before it starts, and an empty one says why. */
import { useRef, useState } from 'react';
import { href } from '../../i18n/href';
import {
  matching,
  NOTHING_KNOWN,
  ways,
  without,
  type Bank,
  type FilterName,
  type Known,
} from '../../learning/practice/bank';
import {
  ANSWERS,
  COUNTS,
  DEFAULT_SPEC,
  DIFFICULTIES,
  ONLY,
  writeSpec,
  type PracticeSpec,
} from '../../learning/practice/spec';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Catalogue } from './catalogue';
import { Chips, OneOf } from './Chips';
import type { PracticeText } from './messages';
import { newSeed } from './seed';
import { filterName, valueName } from './set-name';

interface ChooserProps {
  readonly lang: Lang;
  readonly text: PracticeText;
  readonly catalogue: Catalogue;
  /** Null until it has come. */
  readonly bank: Bank | null;
  /** Null until the log has been read. */
  readonly known: Known | null;
  readonly spec: PracticeSpec;
  readonly onChange: (spec: PracticeSpec) => void;
}

const NONE = {
  all: 'noMatch',
  wrong: 'noneWrong',
  unseen: 'noneUnseen',
  favourites: 'noneFavourites',
} as const;

export function Chooser({ lang, text, catalogue, bank, known, spec, onChange }: ChooserProps) {
  const form = useRef<HTMLFormElement>(null);
  /** An address may name questions, and any number. */
  const named = spec.questions.length;
  const counts = COUNTS.some((count) => count === spec.count) ? COUNTS : [spec.count, ...COUNTS];
  const chips = (filter: 'lessons' | 'topics' | 'kinds' | 'difficulty', values: readonly string[]) => (
    <Chips
      legend={filterName(filter, lang)}
      every={text.every}
      options={values.map((value) => ({ value, label: valueName(filter, value, catalogue, lang) }))}
      chosen={spec[filter].map(String)}
      onChoose={(chosen) =>
        onChange({ ...spec, [filter]: filter === 'difficulty' ? chosen.map(Number) : chosen })
      }
    />
  );
  return (
    <form
      ref={form}
      className="chooser"
      onSubmit={(event) => event.preventDefault()}
      aria-busy={bank === null}
    >
      {named > 0 && (
        <Chips
          legend={text.questions}
          every={text.every}
          options={[{ value: 'named', label: String(named) }]}
          chosen={['named']}
          onChoose={() => {
            onChange(without(spec, 'questions'));
            requestAnimationFrame(() => form.current?.querySelector('input')?.focus());
          }}
        />
      )}
      {chips(
        'lessons',
        catalogue.lessons.map(({ id }) => id),
      )}
      {chips('topics', catalogue.topics)}
      <div className="chooser-pair">
        {chips('kinds', catalogue.kinds)}
        {chips('difficulty', DIFFICULTIES.map(String))}
      </div>
      <OneOf
        legend={text.only}
        name="only"
        options={ONLY.map((value) => ({
          value,
          label: text[value],
          ...(bank && known && { count: matching(bank, { ...spec, only: value }, known).length }),
        }))}
        chosen={spec.only}
        onChoose={(only) => onChange({ ...spec, only })}
      />
      <div className="chooser-pair">
        <OneOf
          legend={text.count}
          name="count"
          options={counts.map((value) => ({
            value: String(value),
            label: value === 'all' ? text.countAll : String(value),
          }))}
          chosen={String(spec.count)}
          onChoose={(count) => onChange({ ...spec, count: count === 'all' ? 'all' : Number(count) })}
        />
        <OneOf
          legend={text.answers}
          name="answers"
          options={ANSWERS.map((value) => ({ value, label: text[value] }))}
          chosen={spec.answers}
          onChoose={(answers) => onChange({ ...spec, answers })}
        />
      </div>
      {writeSpec(spec) !== '?' && (
        <button
          type="button"
          className="is-quiet"
          onClick={() => {
            onChange(DEFAULT_SPEC);
            // The button goes with what it takes back.
            requestAnimationFrame(() => form.current?.querySelector('input')?.focus());
          }}
        >
          {text.reset}
        </button>
      )}
      <Outcome {...{ lang, text, bank, known, spec, onChange }} />
    </form>
  );
}

/** What the choice takes, and the way into it; of an empty one, what to widen. */
function Outcome({ lang, text, bank, known, spec, onChange }: Omit<ChooserProps, 'catalogue'>) {
  const [seed] = useState(newSeed);
  const ready = bank !== null && (spec.only === 'all' || known !== null);
  const found = ready ? matching(bank, spec, known ?? NOTHING_KNOWN).length : 0;
  const taken = spec.count === 'all' ? found : Math.min(found, spec.count);
  const widen = ready && found === 0 ? ways(bank, spec, known ?? NOTHING_KNOWN) : [];
  const outcome = useRef<HTMLParagraphElement>(null);
  const set = (filter: FilterName) => {
    onChange(without(spec, filter));
    outcome.current?.focus();
  };
  return (
    <div className={`chooser-outcome${ready && found === 0 ? ' is-empty' : ''}`}>
      <p ref={outcome} tabIndex={-1} role="status" data-matches={ready ? found : undefined}>
        {ready ? said(text, spec, found, taken) : bank ? text.reading : text.loading}
        {ready && found === 0 && widen.length === 0 && ` ${text.noMatchMany}`}
      </p>
      {found > 0 && (
        <a
          className="button button-primary"
          href={href(`practice/session/${writeSpec({ ...spec, seed })}`, lang)}
        >
          {text.start}
        </a>
      )}
      {widen.map(({ filter, count }) => (
        <button key={filter} type="button" onClick={() => set(filter)}>
          {fill(text.widen, { filter: filterName(filter, lang), n: count })}
        </button>
      ))}
    </div>
  );
}

function said(text: PracticeText, { only }: PracticeSpec, found: number, taken: number): string {
  if (found === 0) return text[NONE[only]];
  if (found === 1) return text.matchesOne;
  return fill(taken === found ? text.matchesAll : text.matches, { n: found, m: taken });
}
