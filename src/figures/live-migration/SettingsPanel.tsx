/** Why: what the learner may turn in the model; of a recorded run, what was set when it was made, and what its numbers are not. */
import { KNOBS, KNOB_NAMES, type KnobName } from '../../models/live-migration/setup';
import { RECORDED, type MigrationState } from '../../models/live-migration/types';
import { RichText } from '../../marks/RichText';
import type { ViewProps } from '../contract';
import { PROVENANCE, recordedRun } from './recording';

type Props = ViewProps<MigrationState>;

function Recorded({ frame, t, lang }: Props) {
  const id = RECORDED.find((each) => each === frame.step.state.scene)!;
  const { parameters } = recordedRun(id);
  return (
    <div className="lm-settings">
      <dl className="lm-parameters">
        {Object.entries(parameters).map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{typeof value === 'number' ? t({ key: 'number', values: { n: value } }) : value}</dd>
          </div>
        ))}
      </dl>
      <p className="lm-note">{t('recorded-fixed')}</p>
      <details className="lm-caveats">
        <summary>{t('recorded-caveats')}</summary>
        <ul>
          {PROVENANCE.caveats.map((caveat) => (
            <li key={caveat.en}>
              <RichText text={caveat[lang]} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Knobs({ frame, t, onScenario }: Props) {
  const slider = (name: KnobName) => {
    const values: readonly number[] = KNOBS[name];
    const index = values.indexOf(Number(frame.scenario[name]));
    const said = t({ key: `option-${name}`, values: { n: values[index] ?? values[0]! } });
    return (
      <label key={name} className="lm-setting">
        <span>{t(`control-${name}`)}</span>
        <output>{said}</output>
        <input
          type="range"
          min={0}
          max={values.length - 1}
          value={index}
          aria-valuetext={said}
          disabled={onScenario === undefined}
          onChange={(event) =>
            onScenario?.({ [name]: String(values[event.target.valueAsNumber] ?? values[0]) }, frame.step.id)
          }
        />
      </label>
    );
  };
  return (
    <div className="lm-settings">
      {KNOB_NAMES.map(slider)}
      <p className="lm-note">{t('settings-note')}</p>
    </div>
  );
}

export function SettingsPanel(props: Props) {
  return props.frame.trace.source === 'recorded' ? <Recorded {...props} /> : <Knobs {...props} />;
}
