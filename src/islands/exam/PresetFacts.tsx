/** Why: each number of a mock exam is shown with how surely it is known of the real one. */
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { QuestionKind } from '../../learning/grade';
import type { Certainty } from '../../schemas/exam';
import { quizText } from '../quiz/messages';
import type { Preset } from './exam-course';
import type { ExamText } from './messages';
import { listOf, percentText } from './spell';

interface PresetFactsProps {
  readonly preset: Preset;
  readonly lang: Lang;
  readonly text: ExamText;
}

export function PresetFacts({ preset, lang, text }: PresetFactsProps) {
  const quiz = quizText(lang);
  const { certainty, drawn, kinds, marks, shares, weights } = preset;
  const counts = Object.entries(drawn) as [QuestionKind, number][];
  const total = counts.reduce((sum, [, n]) => sum + n, 0);
  const short = Object.entries(kinds).some(([kind, n]) => (drawn[kind as QuestionKind] ?? 0) < n);
  const spread = weights.of
    ? fill(text.spreadOf, {
        list: listOf(
          shares.map(({ title, percent }) => fill(text.share, { title, percent: percentText(percent) })),
          lang,
        ),
      })
    : fill(text.spreadEven, { n: shares.length });
  const rows: (readonly [string, string, Certainty | null])[] = [
    [text.edition, preset.edition, null],
    [text.source, preset.source, null],
    [text.date, preset.date === 'unknown' ? text.dateUnknown : preset.date, null],
    [
      text.questionsFact,
      fill(text.counts, {
        total,
        list: listOf(
          counts.map(([kind, n]) => `${quiz[kind]} ${n}`),
          lang,
        ),
      }),
      certainty.kinds,
    ],
    [text.time, fill(text.minutes, { n: preset.minutes }), certainty.minutes],
    [text.marks, fill(text.marksEach, { n: marks, total: marks * total }), certainty.marks],
    [text.scoring, text.scoringExact, 'own'],
    [text.spread, spread, certainty.weights],
  ];
  return (
    <section className="exam-facts" aria-labelledby="exam-facts">
      <h2 id="exam-facts">{text.facts}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.fact}</th>
            <th scope="col">{text.value}</th>
            <th scope="col">{text.certainty}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, value, sure]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{value}</td>
              <td>{sure ? <CertaintySign of={sure} text={text} /> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {preset.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {short && <li>{text.standIns}</li>}
        <li>{text.unofficial}</li>
      </ul>
    </section>
  );
}

export const CertaintySign = ({ of, text }: { readonly of: Certainty; readonly text: ExamText }) => (
  <span className={`exam-certainty is-${of}`}>{text[of]}</span>
);
