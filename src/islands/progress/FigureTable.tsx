/** Why: predictions are counted by place and by figure, so that a learner sees where intuition still fails. */
import { href } from '../../i18n/href';
import type { FigureProgress } from '../../learning/progress';
import type { Lang } from '../../lib/message';
import type { ProgressText } from './messages';
import type { ProgressCourse } from './progress-course';

interface FigureTableProps {
  readonly figures: readonly FigureProgress[];
  readonly known: ProgressCourse['figures'];
  readonly lang: Lang;
  readonly text: ProgressText;
}

/** Figures that the course no longer holds are passed over. */
export function FigureTable({ figures, known, lang, text }: FigureTableProps) {
  const rows = figures.flatMap((row) => {
    const figure = known.find(({ id }) => id === row.figure);
    return figure ? [{ ...row, title: figure.title }] : [];
  });
  if (rows.length === 0) return <p>{text.noPredictions}</p>;
  return (
    <table className="progress-table">
      <thead>
        <tr>
          <th scope="col">{text.figure}</th>
          <th scope="col">{text.made}</th>
          <th scope="col">{text.right}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ figure, title, made, right }) => (
          <tr key={figure}>
            <th scope="row">
              <a href={href(`figures/${figure}/`, lang)}>{title}</a>
            </th>
            <td>{made}</td>
            <td>{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
