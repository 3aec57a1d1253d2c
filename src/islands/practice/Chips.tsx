/** Why: several of a few things, each one touch away; none chosen is all, and “All” says so. */
interface ChipsProps {
  readonly legend: string;
  /** Name of the choice that takes everything. */
  readonly every: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  /** The values chosen, in the order of the options. */
  readonly onChoose: (chosen: string[]) => void;
}

export function Chips({ legend, every, options, chosen, onChoose }: ChipsProps) {
  const toggle = (value: string) =>
    onChoose(
      options
        .map((option) => option.value)
        .filter((other) => (other === value ? !chosen.includes(other) : chosen.includes(other))),
    );
  return (
    <fieldset className="chips">
      <legend>{legend}</legend>
      <label>
        <input type="checkbox" checked={chosen.length === 0} onChange={() => onChoose([])} />
        <span>{every}</span>
      </label>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            value={value}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface OneOfProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count?: number }[];
  readonly chosen: Value;
  readonly onChoose: (chosen: Value) => void;
}

/** Exactly one of a few. */
export function OneOf<Value extends string>({ legend, name, options, chosen, onChoose }: OneOfProps<Value>) {
  return (
    <fieldset className="chips">
      <legend>{legend}</legend>
      {options.map(({ value, label, count }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>
            {label}
            {count !== undefined && <small>{count}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
