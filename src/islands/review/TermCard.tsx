/** Why: a term is recalled before its definition is seen. */
import { useEffect } from 'react';
import { HTML_LANG, href, otherLang } from '../../i18n/href';
import { RichText } from '../../marks/RichText';
import type { CardProps } from './card-props';
import { GradeButtons } from './GradeButtons';
import type { TermCardText } from './syllabus';
import { useJson } from '../site-json';

export function TermCard(props: CardProps) {
  const { desk, lesson, lang, text, onShown } = props;
  const { session, act, card } = desk;
  const [terms, retry] = useJson<readonly TermCardText[]>(`data/glossary.${lang}.json`);
  const ready = terms.kind === 'ready';
  // The parent's focus goes to what is on the page by then.
  useEffect(() => {
    onShown();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready]);
  const term = ready ? terms.value.find(({ id }) => id === card.item) : undefined;
  if (!term)
    return (
      <div className="quiz-card" role="status">
        <p>{terms.kind === 'failed' ? text.loadFailed : text.loading}</p>
        {terms.kind === 'failed' && (
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        )}
      </div>
    );
  const reveal = () => {
    act({ kind: 'reveal', right: null });
    onShown();
  };
  return (
    // Space turns the card over from anywhere in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="quiz-card review-term"
      onKeyDown={(event) => {
        if (event.key !== ' ' || session.revealed) return;
        event.preventDefault();
        reveal();
      }}
    >
      <p className="quiz-kind">
        {text.termCard} · {lesson}
      </p>
      <h2 className="quiz-stem" tabIndex={-1} {...(!session.revealed && { 'data-focus': '' })}>
        {term.name}
      </h2>
      <div className="review-back" role="status">
        {session.revealed && (
          <>
            <p>
              <RichText text={term.definition} />
            </p>
            {term.other !== term.name && (
              <p className="review-other">
                {text.otherName}
                <b lang={HTML_LANG[otherLang(lang)]}>{term.other}</b>
              </p>
            )}
            <p>
              <a href={href(`glossary/#${term.id}`, lang)}>{text.inGlossary}</a>
            </p>
          </>
        )}
        {!session.revealed && <p className="review-hint">{text.recallFirst}</p>}
      </div>
      {session.revealed ? (
        <GradeButtons {...props} />
      ) : (
        <div className="quiz-actions">
          <span className="quiz-onward">
            <button type="button" className="is-primary" onClick={reveal}>
              {text.reveal}
            </button>
          </span>
        </div>
      )}
    </div>
  );
}
