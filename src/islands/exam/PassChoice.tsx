/** Why: no pass mark is official, so the candidate sets one, knowing where those on offer come from. */
import { fill } from '../../lib/fill';
import type { Preset } from './exam-course';
import type { ExamText } from './messages';
import { CertaintySign } from './PresetFacts';

export interface Pass {
  /** Which of the preset's pass marks, or the candidate's own. */
  readonly choice: number | 'own';
  /** The own one as it was typed. */
  readonly own: string;
}

interface PassChoiceProps {
  readonly preset: Preset;
  readonly text: ExamText;
  readonly pass: Pass;
  readonly bad: boolean;
  readonly onPass: (pass: Pass) => void;
}

export function PassChoice({ preset, text, pass, bad, onPass }: PassChoiceProps) {
  return (
    <fieldset className="exam-pass">
      <legend>{text.pass}</legend>
      {preset.pass.map(({ percent, from, certainty }, i) => (
        <label key={i}>
          <input
            type="radio"
            name="exam-pass"
            checked={pass.choice === i}
            onChange={() => onPass({ ...pass, choice: i })}
          />
          <span>
            {fill(text.passOf, { percent, from })} <CertaintySign of={certainty} text={text} />
          </span>
        </label>
      ))}
      <div className="exam-pass-own">
        <label>
          <input
            type="radio"
            name="exam-pass"
            checked={pass.choice === 'own'}
            onChange={() => onPass({ ...pass, choice: 'own' })}
          />
          <span>{text.passFree}</span>
        </label>
        <input
          className="exam-field"
          inputMode="decimal"
          aria-label={text.passPercent}
          aria-invalid={pass.choice === 'own' && bad}
          aria-describedby="exam-pass-bad"
          value={pass.own}
          onChange={(event) => onPass({ choice: 'own', own: event.target.value })}
        />
        <span aria-hidden="true">%</span>
      </div>
      <p id="exam-pass-bad" role="status" className="exam-bad">
        {pass.choice === 'own' && bad && fill(text.passBad, { found: pass.own || '—' })}
      </p>
    </fieldset>
  );
}
