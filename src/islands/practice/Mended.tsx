/** Why: an address with a slip still opens; what was made of it is told once, politely. */
import type { SpecProblem } from '../../learning/practice/spec';
import { fill } from '../../lib/fill';
import type { PracticeText } from './messages';

interface MendedProps {
  readonly problems: readonly SpecProblem[];
  /** How many questions of a kept session are no longer there. */
  readonly gone?: number;
  readonly text: PracticeText;
}

const FEW = 5;

export function Mended({ problems, gone = 0, text }: MendedProps) {
  return (
    <div className="practice-notice" role="status">
      {problems.length > 0 && (
        <>
          <p>{text.mendedTitle}</p>
          <ul>
            {problems.slice(0, FEW).map(({ name, found, taken }) => (
              <li key={`${name}=${found}`}>
                {taken === null
                  ? fill(text.mendedOut, { name, found: found.slice(0, 60) })
                  : fill(text.mended, { name, found: found.slice(0, 60), taken })}
              </li>
            ))}
            {problems.length > FEW && <li>…</li>}
          </ul>
        </>
      )}
      {gone > 0 && <p>{fill(text.gone, { n: gone })}</p>}
    </div>
  );
}
