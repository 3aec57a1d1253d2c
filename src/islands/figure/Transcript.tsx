/** Why: the whole story as text: for reading at once, for screen readers, for looking a step up. */
import type { PlayerText } from '../../i18n/player';
import type { Translate } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { RichText } from '../../marks/RichText';

interface TranscriptProps {
  readonly trace: Trace<unknown>;
  /** The step shown, or -1 for none. */
  readonly index: number;
  readonly t: Translate;
  readonly text: PlayerText;
  /** Without it the steps are plain text. */
  readonly onStep?: (index: number) => void;
}

export function Transcript({ trace, index, t, text, onStep }: TranscriptProps) {
  const unit = trace.steps[0]?.unit ?? 'steps';
  const counted = unit !== 'steps';
  return (
    <div className="figure-transcript">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.stepColumn}</th>
            <th scope="col">{text.whatColumn}</th>
            {counted && <th scope="col">{`${text.at} (${text[unit]})`}</th>}
          </tr>
        </thead>
        <tbody>
          {trace.steps.map((step, i) => (
            <tr key={step.id} aria-current={i === index ? 'step' : undefined}>
              <th scope="row">
                {onStep ? (
                  <button type="button" onClick={() => onStep(i)}>
                    {i + 1}
                  </button>
                ) : (
                  i + 1
                )}
              </th>
              <td>
                <RichText text={t(step.caption)} />
              </td>
              {counted && <td className="number">{step.at.toLocaleString('en-US')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
