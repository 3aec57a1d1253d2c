/** Why: what the learner may change, as native inputs: arrow keys, screen readers and touch come with them. */
import type { Control, Figure, ScenarioValues } from '../../figures/contract';
import type { Translate } from '../../lib/message';
import { widthOf } from '../../lib/width';

interface ControlsProps {
  readonly figure: Figure;
  readonly scenario: ScenarioValues;
  readonly t: Translate;
  readonly uid: string;
  /** Before that a `select` holds its chosen option only. */
  readonly running: boolean;
  readonly onChange: (change: ScenarioValues) => void;
}

interface ControlProps extends Omit<ControlsProps, 'figure'> {
  readonly control: Control;
}

function Segments({ control, scenario, t, uid, onChange }: ControlProps) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{t(control.label)}</legend>
      {control.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={`${uid}-${control.name}`}
            value={value}
            checked={scenario[control.name] === value}
            onChange={() => onChange({ [control.name]: value })}
          />
          <span>{t(label)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Choices of up to this many letters fit a narrow list. */
const SHORT = 16;

function Select({ control, scenario, t, running, onChange }: ControlProps) {
  const options = running
    ? control.options
    : control.options.filter((option) => option.value === scenario[control.name]);
  const longest = Math.max(...control.options.map((option) => widthOf(t(option.label))));
  const groups = [...new Set(options.map((option) => option.group))];
  const optionsOf = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {t(label)}
        </option>
      ));
  return (
    <label className={longest > SHORT ? 'figure-select' : 'figure-select is-short'}>
      <span>{t(control.label)}</span>
      <select
        value={scenario[control.name]}
        onChange={(event) => onChange({ [control.name]: event.target.value })}
      >
        {groups.map((group) =>
          group === undefined ? (
            optionsOf(group)
          ) : (
            <optgroup key={group} label={t(group)}>
              {optionsOf(group)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

export function Controls({ figure, ...rest }: ControlsProps) {
  return (
    <div className="figure-controls">
      {figure.controls.map((control) =>
        control.kind === 'segments' ? (
          <Segments key={control.name} control={control} {...rest} />
        ) : (
          <Select key={control.name} control={control} {...rest} />
        ),
      )}
    </div>
  );
}
