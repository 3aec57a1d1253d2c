/** Why: whether one gets better is seen over all exams, not in the last one. */
import { passes, tally } from '../../learning/exam/grade-paper';
import type { ExamRecord } from '../../learning/summary';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { examSearch, goTo } from './address';
import type { ExamCourse } from './exam-course';
import { HistoryChart } from './HistoryChart';
import type { ExamText } from './messages';
import { clockTime, dateTime, percentText } from './spell';

interface HistoryProps {
  readonly exams: readonly ExamRecord[];
  readonly course: ExamCourse;
  readonly lang: Lang;
  readonly text: ExamText;
}

export function History({ exams, course, lang, text }: HistoryProps) {
  const rows = exams.flatMap(({ start, end }) => {
    if (!end) return [];
    const grade = tally(
      start.paper.map((id) => ({ id })),
      end.right,
    );
    const { percent } = grade;
    return [
      {
        start,
        end,
        percent,
        total: grade.total,
        right: grade.right.length,
        passed: passes(grade, start.pass),
      },
    ];
  });
  const titleOf = (id: string) =>
    course.presets.find((preset) => preset.id === id)?.title ?? fill(text.oldPreset, { id });
  return (
    <section className="exam-history" aria-labelledby="exam-history">
      <h2 id="exam-history">{text.history}</h2>
      {rows.length === 0 && <p>{text.noHistory}</p>}
      {rows.length > 0 && (
        <>
          <HistoryChart
            points={rows.map(({ start, percent, passed }) => ({
              id: start.id,
              percent,
              pass: start.pass,
              passed,
            }))}
            name={text.chart}
          />
          {/* A long table scrolls by itself, so keys must reach it. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="exam-scroll" role="region" aria-label={text.table} tabIndex={0}>
            <table className="exam-table">
              <thead>
                <tr>
                  {/* What one looks for stands first: a phone shows three columns. */}
                  {[
                    text.when,
                    text.percent,
                    text.result,
                    text.exam,
                    text.right,
                    text.passMark,
                    text.timeUsed,
                  ].map((head) => (
                    <th scope="col" key={head}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.toReversed().map(({ start, end, percent, right, total, passed }) => (
                  <tr key={start.id}>
                    <th scope="row">{dateTime(start.at, lang)}</th>
                    <td>{percentText(percent)}%</td>
                    <td>
                      <button
                        type="button"
                        aria-label={fill(text.openOf, { date: dateTime(start.at, lang) })}
                        onClick={() => goTo(examSearch(start.id))}
                      >
                        {text.open}
                      </button>
                    </td>
                    <td>{titleOf(start.preset)}</td>
                    <td>
                      {right} / {total}
                    </td>
                    <td>
                      {start.pass}% · {passed ? text.passed : text.failed}
                    </td>
                    <td>{clockTime(end.seconds)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
