/** Why: the learner's hand on the machine: move a process, give it work, set a limit; each is an edit of the scenario. */
import { useState } from 'react';
import { readEdits, spellEdits, type Edit } from '../../models/cgroups/edits';
import type { CgroupsState } from '../../models/cgroups/run';
import { SETUP } from '../../models/cgroups/scenes';
import {
  DEFAULTS,
  FILE,
  GROUPS,
  LOADS,
  PATH,
  PROCESSES,
  VALUES,
  type GroupId,
  type KnobName,
  type Limit,
  type ProcessId,
} from '../../models/cgroups/types';
import type { ViewProps } from '../contract';
import { contentOf, contentV1 } from './commands';
import { EditList } from './EditList';

const KNOBS = Object.keys(FILE) as KnobName[];

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly name: (option: T) => string;
  readonly off: boolean;
  readonly onChoose: (option: T) => void;
}

function Choice<T extends string>({ label, value, options, name, off, onChoose }: ChoiceProps<T>) {
  return (
    <select
      aria-label={label}
      value={value}
      disabled={off}
      onChange={(event) => onChoose(options.find((option) => option === event.target.value) ?? value)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {name(option)}
        </option>
      ))}
    </select>
  );
}

/** Each scene opens with its own file, in the group where it is set. */
export function ChangePanel(props: ViewProps<CgroupsState>) {
  const { scene } = props.frame.step.state;
  return <ChangeForm key={scene} {...props} />;
}

function ChangeForm({ frame, t, onScenario }: ViewProps<CgroupsState>) {
  const { setup, refused, scene } = frame.step.state;
  const [process, setProcess] = useState<ProcessId>('python');
  const [knob, setKnob] = useState<KnobName>(scene);
  const [group, setGroup] = useState<GroupId>(
    () => GROUPS.findLast((id) => SETUP[scene].knobs[id][scene] !== DEFAULTS[scene]) ?? 'batch',
  );
  const edits = readEdits(frame.scenario['edits'] ?? '');
  const off = onScenario === undefined;
  const set = (next: readonly Edit[]) => onScenario?.({ edits: spellEdits(next) }, frame.step.id);
  const add = (edit: Edit) => set([...edits, edit]);
  const place = setup.processes[process];
  const value: Limit = setup.knobs[group][knob];
  return (
    <div className="cg-change">
      <fieldset>
        <legend>{t('change-process')}</legend>
        <Choice
          label={t('change-which')}
          value={process}
          options={PROCESSES}
          name={String}
          off={off}
          onChoose={setProcess}
        />
        <Choice
          label={t('change-group')}
          value={place.group}
          options={GROUPS}
          name={(id) => t({ key: 'in', values: { path: PATH[id] } })}
          off={off}
          onChoose={(to) => add({ kind: 'move', process, group: to })}
        />
        <Choice
          label={t('change-load')}
          value={place.load}
          options={LOADS}
          name={(load) => t(`load-${load}`)}
          off={off}
          onChoose={(load) => add({ kind: 'load', process, load })}
        />
      </fieldset>
      <fieldset>
        <legend>{t('change-limit')}</legend>
        <Choice
          label={t('change-where')}
          value={group}
          options={GROUPS}
          name={(id) => PATH[id]}
          off={off}
          onChoose={setGroup}
        />
        <Choice
          label={t('change-file')}
          value={knob}
          options={KNOBS}
          name={(id) => FILE[id].v2}
          off={off}
          onChoose={setKnob}
        />
        <Choice
          label={t('change-value')}
          value={String(value)}
          options={VALUES[knob].map(String)}
          name={(option) =>
            contentOf(
              knob,
              VALUES[knob].find((each) => String(each) === option)!,
            )
          }
          off={off}
          onChoose={(option) =>
            add({ kind: 'set', group, knob, value: VALUES[knob].find((each) => String(each) === option)! })
          }
        />
      </fieldset>
      <p className="cg-v1">
        {t('change-v1')} <code>{contentV1(knob, value)}</code>
      </p>
      <EditList edits={edits} refused={refused} off={off} t={t} onEdits={set} />
    </div>
  );
}
