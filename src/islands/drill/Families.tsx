/** Why: a learner who is weak in one thing drills that one; native check boxes, one of them always checked. */
import { FAMILIES, type FamilyId } from '../../drills/numbered';
import { fill } from '../../lib/fill';
import { familyName, type DrillText } from './messages';

interface FamiliesProps {
  readonly chosen: readonly FamilyId[];
  readonly text: DrillText;
  /** Why the last change was not taken. */
  readonly note: string;
  readonly onChange: (family: FamilyId, on: boolean) => void;
}

export function Families({ chosen, text, note, onChange }: FamiliesProps) {
  return (
    <details className="drill-families">
      <summary>
        {text.families} <span>{fill(text.chosen, { n: chosen.length, count: FAMILIES.length })}</span>
      </summary>
      <fieldset>
        <legend className="visually-hidden">{text.families}</legend>
        <div>
          {FAMILIES.map((family) => (
            <label key={family}>
              <input
                type="checkbox"
                name="drill-family"
                value={family}
                checked={chosen.includes(family)}
                onChange={(event) => onChange(family, event.currentTarget.checked)}
              />
              <span>{familyName(text, family)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p role="status">{note}</p>
    </details>
  );
}
