/** Why: a prediction that was missed is won back where it was made: at its step of the figure. */
import { href } from '../../i18n/href';
import type { WrongPrediction } from '../../learning/wrong-book';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { WrongText } from './wrong-messages';

interface WrongPredictionsProps {
  readonly lang: Lang;
  readonly text: WrongText;
  /** Not empty. */
  readonly predictions: readonly WrongPrediction[];
  /** Titles of figures by id; one of an older edition has none, and no page. */
  readonly figures: Readonly<Record<string, string>>;
}

export function WrongPredictions({ lang, text, predictions, figures }: WrongPredictionsProps) {
  return (
    <section className="wrong-group" data-predictions={predictions.length}>
      <h2>{text.predictions}</h2>
      <p>{text.predictionsNote}</p>
      <ul className="wrong-list">
        {predictions.map(({ id, figure, scenario, step, missing }) => (
          <li key={id}>
            <p className="wrong-stem">
              {figures[figure] === undefined ? (
                figure
              ) : (
                <a href={`${href(`figures/${figure}/`, lang)}?${figure}=${scenario}@${step}`}>
                  {figures[figure]}
                </a>
              )}{' '}
              <small>
                <code>{scenario}</code> · {fill(text.atStep, { step })}
              </small>
            </p>
            <p className="wrong-missing">{fill(text.missing, { n: missing })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
