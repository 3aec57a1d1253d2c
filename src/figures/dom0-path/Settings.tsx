/** Why: the learner looks for the knee with five settings; each is a step of a slider, and stands in the URL. */
import { CHOICES, NUMBERS, spellChoice, type Choice, type NumberName } from '../../models/dom0-path/choice';
import { RUN } from '../../models/dom0-path/knee';
import { RichText } from '../../marks/RichText';
import type { ViewProps } from '../contract';
import { dom0Memory } from './recordings';
import type { LoadState, PathState } from './state';

const NICS = ['split', 'passthrough'] as const;

export function Settings({
  state,
  t,
  uid,
  onScenario,
}: ViewProps<PathState> & { readonly state: LoadState }) {
  const { choice } = state;
  // A change keeps the place: before the run, at its end, or where settings are compared.
  const at = state.over ? 'end' : state.shown > 0 ? `ms-${RUN.count}` : 'start';
  const change = (next: Partial<Choice>) => onScenario?.({ load: spellChoice({ ...choice, ...next }) }, at);
  const slider = (name: NumberName) => {
    const values: readonly number[] = CHOICES[name];
    const said = t({ key: `setting.${name}.value`, values: { value: choice[name] } });
    return (
      <label key={name} className="dp-setting">
        <span>{t(`setting.${name}`)}</span>
        <output>{said}</output>
        <input
          type="range"
          min={0}
          max={values.length - 1}
          value={values.indexOf(choice[name])}
          aria-valuetext={said}
          disabled={onScenario === undefined}
          onChange={(event) => change({ [name]: values[event.target.valueAsNumber] ?? choice[name] })}
        />
      </label>
    );
  };
  return (
    <div className="dp-settings">
      {NUMBERS.map(slider)}
      <fieldset className="dp-nics">
        <legend>{t('setting.nic')}</legend>
        {NICS.map((nic) => (
          <label key={nic}>
            <input
              type="radio"
              name={`${uid}-nic`}
              checked={choice.nic === nic}
              disabled={onScenario === undefined}
              onChange={() => change({ nic })}
            />
            <span>{t(`nic.${nic}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="dp-note">
        <RichText
          text={t({
            key: 'setting.recorded',
            values: {
              reserved: dom0Memory('reserved', 'after'),
              before: dom0Memory('unreserved', 'before'),
              after: dom0Memory('unreserved', 'after'),
            },
          })}
        />
      </p>
    </div>
  );
}
