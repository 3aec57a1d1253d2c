/** Why: the counts beside the picture: the rounds as a table, and what the whole has cost so far. */
import type { Message } from '../../lib/message';
import { pagesOf, sizeOf, timeOf } from '../../models/live-migration/amounts';
import { downtimeUs } from '../../models/live-migration/story-closing';
import type { MigrationState } from '../../models/live-migration/types';
import type { ViewProps } from '../contract';

/** Rows of the table at most; of more rounds the first and the last are told. */
const ROWS = 7;

export function RoundsPanel({ frame, t }: ViewProps<MigrationState>) {
  const { state } = frame.step;
  const recorded = frame.trace.source === 'recorded';
  const size = (n: number): Message => (recorded ? pagesOf(n) : sizeOf(n));
  // The column's head says that pages are counted.
  const amount = (n: number) => t(recorded ? { key: 'number', values: { n } } : sizeOf(n));
  const { rounds } = state;
  const shown = rounds.length > ROWS ? [...rounds.slice(0, 2), ...rounds.slice(2 - ROWS)] : rounds;
  // Above this row others are left out.
  const cut = rounds.length > ROWS ? shown[2]!.number : 0;
  const totals: readonly (readonly [string, string])[] = [
    ['total-time', t(timeOf(state.us))],
    ['total-down', t(timeOf(downtimeUs(state)))],
    ['total-sent', t(size(state.sent))],
    ...(state.scene.includes('post-copy')
      ? [['total-faults', t({ key: 'number', values: { n: state.faults } })] as const]
      : []),
  ];
  return (
    <div className="lm-counts">
      <dl>
        {totals.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {shown.length > 0 && (
        <table>
          <thead>
            <tr>
              {['round', ...(recorded ? ['pages', 'next'] : ['sent', 'written']), 'lasted'].map((key) => (
                <th key={key} scope="col">
                  {t(`column-${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ number, sent, written, fromUs, toUs }) => (
              <tr key={number} {...(number === cut ? { className: 'is-cut' } : {})}>
                <th scope="row">{number}</th>
                <td>{amount(sent)}</td>
                <td>{written === undefined ? '' : amount(written)}</td>
                <td>{t(timeOf(toUs - fromUs))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
