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

function Range({ control, scenario, t, uid, onChange }: ControlProps) {
  const { options, name } = control;
  const index = Math.max(
    0,
    options.findIndex((option) => option.value === scenario[name]),
  );
  const said = t(options[index]!.label);
  return (
    <label className="figure-select">
      <span>{t(control.label)}</span>
      <input
        type="range"
        min={0}
        max={options.length - 1}
        value={index}
        aria-valuetext={said}
        onChange={(event) => onChange({ [name]: options[event.target.valueAsNumber]!.value })}
      />
      <output id={`${uid}-${name}`}>{said}</output>
    </label>
  );
}

const INPUT = { segments: Segments, select: Select, range: Range } as const;

export function Controls({ figure, ...rest }: ControlsProps) {
  return (
    <div className="figure-controls">
      {figure.controls.map((control) => {
        if (control.kind === 'free') return null;
        const Input = INPUT[control.kind];
        return <Input key={control.name} control={control} {...rest} />;
      })}
    </div>
  );
}
