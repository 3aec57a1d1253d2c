/** Why: the learner picks the columns: checkboxes where all fit; on a phone the two to look at. */
import { PLATFORMS, nameOf, type PlatformId } from '../../models/platforms/types';
import type { Translate } from '../../lib/message';
import { toggle } from './columns';

interface ChoiceProps {
  readonly chosen: readonly PlatformId[];
  /** The two that a phone shows. */
  readonly pair: readonly PlatformId[];
  readonly t: Translate;
  readonly onChosen: (chosen: readonly PlatformId[]) => void;
  readonly onPair: (platform: PlatformId) => void;
}

export function Choice({ chosen, pair, t, onChosen, onPair }: ChoiceProps) {
  return (
    <>
      <fieldset className="pf-choice needs-js">
        <legend>{t('choice')}</legend>
        {PLATFORMS.map((platform) => (
          <label key={platform}>
            <input
              type="checkbox"
              checked={chosen.includes(platform)}
              disabled={chosen.length === 1 && chosen[0] === platform}
              onChange={() => onChosen(toggle(chosen, platform))}
            />
            {t(nameOf(platform))}
          </label>
        ))}
      </fieldset>
      <div className="pf-pair needs-js" role="group" aria-label={t('choice-pair')}>
        {PLATFORMS.map((platform) => (
          <button
            key={platform}
            type="button"
            aria-pressed={pair.includes(platform)}
            onClick={() => onPair(platform)}
          >
            {t(nameOf(platform))}
          </button>
        ))}
      </div>
    </>
  );
}
