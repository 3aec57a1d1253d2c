/** Why: a candidate chooses an exam knowing what is known of it; a teacher gets an address for the class. */
import { useState } from 'react';
import { assemble } from '../../learning/exam/assemble';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Log } from '../log/use-summary';
import { examSearch, goTo, newSeed, paperSearch, seedOf, type Place } from './address';
import { paperOf, stillThere, type ExamCourse } from './exam-course';
import { startExam } from './exam-log';
import { fetchAhead } from './fetch-ahead';
import { History } from './History';
import type { ExamText } from './messages';
import { PassChoice, type Pass } from './PassChoice';
import { PresetFacts } from './PresetFacts';
import { RunningNotice } from './RunningNotice';
import { SeedChoice } from './SeedChoice';
import { loadTexts } from './use-exam-course';

interface LobbyProps {
  readonly course: ExamCourse;
  readonly log: Log;
  readonly lang: Lang;
  readonly text: ExamText;
  readonly place: Extract<Place, { kind: 'paper' }>;
}

export function Lobby({ course, log, lang, text, place }: LobbyProps) {
  const { presets, bank } = course;
  const asked = presets.find(({ id }) => id === place.preset);
  const [presetId, setPresetId] = useState((asked ?? presets[0])?.id);
  const [seedText, setSeedText] = useState(() => place.seed ?? String(newSeed()));
  const [pass, setPass] = useState<Pass>({ choice: 0, own: '' });
  const [trouble, setTrouble] = useState<'' | 'starting' | 'failed' | 'short'>('');
  const preset = presets.find(({ id }) => id === presetId);
  const running = [...log.summary.exams.values()].find((exam) => !exam.end);
  if (!preset) return <p role="alert">{text.loadFailed}</p>;

  const seed = seedOf(seedText);
  const own = pass.choice === 'own';
  const percent = own
    ? /^\d+([.,]\d+)?$/.test(pass.own.trim())
      ? Number(pass.own.replace(',', '.'))
      : NaN
    : preset.pass[pass.choice]!.percent;
  const passFine = percent >= 0 && percent <= 100;

  const start = async () => {
    if (seed === null || !passFine || trouble === 'starting') return;
    const assembly = assemble(bank, preset, seed);
    if (assembly.kind === 'short') return setTrouble('short');
    setTrouble('starting');
    try {
      const paper = stillThere(paperOf(assembly.questions, bank));
      const texts = await loadTexts(
        paper.map(({ lesson }) => lesson),
        lang,
      );
      await fetchAhead(
        paper.flatMap(({ id }) => texts.get(id) ?? []),
        lang,
      );
    } catch {
      return setTrouble('failed');
    }
    const { minutes } = preset;
    const id = await startExam(
      log.store,
      { preset: preset.id, seed, minutes, pass: percent },
      assembly.questions,
    );
    goTo(examSearch(id));
  };

  return (
    <div className="exam-lobby" tabIndex={-1}>
      {place.preset !== null && !asked && (
        <p role="alert" className="exam-alert">
          {fill(text.presetUnknown, { found: place.preset })}
        </p>
      )}
      {running && <RunningNotice {...{ running, course, lang, text }} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <fieldset className="exam-presets">
          <legend>{text.choose}</legend>
          {presets.map(({ id, title, about, minutes, drawn }) => (
            <label key={id}>
              <input
                type="radio"
                name="exam-preset"
                value={id}
                checked={id === preset.id}
                onChange={() => {
                  setPresetId(id);
                  setPass({ ...pass, choice: pass.choice === 'own' ? 'own' : 0 });
                }}
              />
              <b>{title}</b>
              <small>
                {fill(text.questionsTime, {
                  n: Object.values(drawn).reduce((sum, n) => sum + n, 0),
                  minutes,
                })}
              </small>
              <span>{about}</span>
            </label>
          ))}
        </fieldset>
        <PresetFacts {...{ preset, lang, text }} />
        <div className="exam-choices">
          <PassChoice {...{ preset, text, pass }} bad={!passFine} onPass={(next) => setPass(next)} />
          <SeedChoice
            text={text}
            seed={seedText}
            bad={seed === null}
            address={seed === null ? null : paperSearch(preset.id, seed)}
            onSeed={setSeedText}
            onNew={() => setSeedText(String(newSeed()))}
          />
        </div>
        <div className="exam-start">
          <button
            type="submit"
            className="is-primary"
            disabled={running !== undefined || seed === null || !passFine || trouble === 'starting'}
          >
            {text.start}
          </button>
          <button
            type="button"
            disabled={seed === null}
            onClick={() => seed !== null && goTo(paperSearch(preset.id, seed, true))}
          >
            {text.print}
          </button>
          <p>{running ? text.running : text.startNote}</p>
        </div>
        <div role="status">
          {trouble === 'starting' && <p>{text.textsLoading}</p>}
          {trouble === 'failed' && <p className="exam-alert">{text.startFailed}</p>}
          {trouble === 'short' && <p className="exam-alert">{text.short}</p>}
        </div>
      </form>
      <History exams={[...log.summary.exams.values()]} {...{ course, lang, text }} />
    </div>
  );
}
