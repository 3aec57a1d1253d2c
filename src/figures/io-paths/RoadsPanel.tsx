/** Why: the four roads beside each other. The other roads' numbers wait for the end, so that a learner can predict. */
import { KEPT, totalsOf } from '../../models/io-paths/run';
import { COUNTS, ROADS, type IoState } from '../../models/io-paths/types';
import type { ViewProps } from '../contract';

export function RoadsPanel({ frame, t, onScenario }: ViewProps<IoState>) {
  const { settings, counts, last } = frame.step.state;
  const number = (value: number) => t({ key: 'number', values: { value } });
  return (
    <div className="io-roads">
      <table>
        <caption>{t(`roads.${settings.scene}`)}</caption>
        <thead>
          <tr>
            <td />
            {ROADS.map((road) => (
              <th key={road} scope="col" className={road === settings.road ? 'is-own' : undefined}>
                {onScenario ? (
                  <button type="button" onClick={() => onScenario({ road }, last ? 'end' : 'start')}>
                    {t(`column.${road}`)}
                  </button>
                ) : (
                  t(`column.${road}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COUNTS.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`count.${name}`)}</th>
              {ROADS.map((road) => {
                const own = road === settings.road;
                const value = own ? counts[name] : last ? totalsOf({ ...settings, road })[name] : undefined;
                return (
                  <td key={road} className={own ? 'is-own' : undefined}>
                    {value === undefined ? '·' : number(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="io-move">
        <b>{t('migrate.title')}</b> {t(`migrate.${KEPT[settings.road]}`)}
      </p>
    </div>
  );
}
