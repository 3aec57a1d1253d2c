/** Why: the same paper on paper: a class without machines sits it, and the teacher has the key. */
import { useMemo } from 'react';
import { assemble } from '../../learning/exam/assemble';
import { laidOut } from '../../learning/exam/lay-out';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { goTo, paperSearch, seedOf } from './address';
import { paperOf, stillThere, type ExamCourse } from './exam-course';
import type { ExamText } from './messages';
import { PaperKey } from './PaperKey';
import { PaperSheet } from './PaperSheet';
import { useTexts } from './use-exam-course';

interface PrintPaperProps {
  readonly course: ExamCourse;
  /** As they stand in the address. */
  readonly preset: string | null;
  readonly seed: string | null;
  readonly lang: Lang;
  readonly text: ExamText;
}

export function PrintPaper({ course, preset: presetId, seed: seedText, lang, text }: PrintPaperProps) {
  const preset = course.presets.find(({ id }) => id === presetId);
  const seed = seedOf(seedText ?? '');
  const paper = useMemo(() => {
    if (!preset || seed === null) return [];
    const assembly = assemble(course.bank, preset, seed);
    return assembly.kind === 'paper' ? stillThere(paperOf(assembly.questions, course.bank)) : [];
  }, [course, preset, seed]);
  const [texts, retry] = useTexts([...new Set(paper.map(({ lesson }) => lesson))].join(' '), lang);
  const questions = useMemo(
    () =>
      texts && texts !== 'failed' && seed !== null
        ? paper.flatMap(({ id }) => {
            const found = texts.get(id);
            return found ? [laidOut(found, seed)] : [];
          })
        : [],
    [texts, paper, seed],
  );
  if (!preset || seed === null)
    return (
      <div role="alert" className="exam-alert">
        <p>
          {preset
            ? `${text.seed} · ${fill(text.seedBad, { found: seedText ?? '—' })}`
            : fill(text.presetUnknown, { found: presetId ?? '—' })}
        </p>
        <button type="button" onClick={() => goTo('')}>
          {text.toExams}
        </button>
      </div>
    );
  return (
    <div className="exam-print" tabIndex={-1}>
      <div className="exam-print-tools">
        <p>{text.printPreview}</p>
        <p className="exam-line">
          <button
            type="button"
            className="is-primary"
            disabled={questions.length === 0}
            onClick={() => print()}
          >
            {text.printNow}
          </button>
          <button type="button" onClick={() => goTo(paperSearch(preset.id, seed))}>
            {text.back}
          </button>
        </p>
      </div>
      {texts === null && <p role="status">{text.textsLoading}</p>}
      {texts === 'failed' && (
        <div role="alert" className="exam-alert">
          <p>{text.startFailed}</p>
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        </div>
      )}
      {questions.length > 0 && (
        <>
          <PaperSheet {...{ preset, seed, questions, lang, text }} />
          <PaperKey {...{ preset, seed, questions, lang, text }} />
        </>
      )}
    </div>
  );
}
