/** Why: where the marks were lost, lesson by lesson and topic by topic. */
import type { Part } from '../../learning/exam/grade-paper';
import type { ExamText } from './messages';
import { percentText } from './spell';

interface PartTableProps {
  readonly parts: readonly Part[];
  readonly title: string;
  /** Head of the first column. */
  readonly what: string;
  readonly name: (id: string) => string;
  readonly text: ExamText;
}

export function PartTable({ parts, title, what, name, text }: PartTableProps) {
  if (parts.length === 0) return null;
  return (
    <table className="exam-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{text.right}</th>
          <th scope="col">{text.percent}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ id, right, total }) => (
          <tr key={id}>
            <th scope="row">{name(id)}</th>
            <td>
              {right} / {total}
            </td>
            <td>{percentText((100 * right) / total)}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
