/** Why: how a session came out, group by group, in numbers that a screen reader reads as a table. */
import type { Tally } from '../../learning/practice/session';
import { ProgressBar } from '../progress/LessonCards';
import type { PracticeText } from './messages';

interface TalliesProps {
  readonly title: string;
  readonly text: PracticeText;
  readonly rows: readonly Tally[];
}

export function Tallies({ title, text, rows }: TalliesProps) {
  return (
    <table className="session-tallies">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.group}</th>
          <th scope="col">{text.groupRight}</th>
          <th scope="col">{text.groupWrong}</th>
          <th scope="col">{text.groupOpen}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, right, wrong, open }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <ProgressBar done={right} total={right + wrong + open} />
            </th>
            <td>{right}</td>
            <td>{wrong}</td>
            <td>{open}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
