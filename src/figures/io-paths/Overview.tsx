/** Why: all roads in all scenes at once, every number counted by the model, and why each road is easy or hard to migrate. */
import { KEPT, totalsOf } from '../../models/io-paths/run';
import { COUNTS, PACES, ROADS, type IoState, type Settings } from '../../models/io-paths/types';
import type { OverviewProps } from '../contract';

const VIEWS: readonly Pick<Settings, 'scene' | 'pace'>[] = [
  { scene: 'send', pace: PACES[0] },
  { scene: 'receive', pace: PACES[0] },
  ...PACES.map((pace) => ({ scene: 'stream' as const, pace })),
];

export function Overview({ t, scenario, onScenario }: OverviewProps<IoState>) {
  const number = (value: number) => t({ key: 'number', values: { value } });
  return (
    <div className="io-overview">
      {VIEWS.map(({ scene, pace }) => (
        <table key={`${scene}-${pace}`}>
          <caption>
            {t(`scene.${scene}`)}
            {scene === 'stream' && <> · {t(`pace.${pace}`)}</>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('control.road')}</th>
              {COUNTS.map((name) => (
                <th key={name} scope="col">
                  {t(`short.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROADS.map((road) => {
              const counts = totalsOf({ road, scene, pace });
              const here =
                scenario['road'] === road &&
                scenario['scene'] === scene &&
                (scene !== 'stream' || scenario['pace'] === pace);
              return (
                <tr key={road} aria-current={here ? 'true' : undefined}>
                  <th scope="row">
                    <button type="button" onClick={() => onScenario?.({ road, scene, pace }, 'start')}>
                      {t(`column.${road}`)}
                    </button>
                  </th>
                  {COUNTS.map((name) => (
                    <td key={name} className={counts[name] === 0 ? 'is-none' : undefined}>
                      {number(counts[name])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
      <dl>
        <div>
          <dt>{t('migrate.title')}</dt>
        </div>
        {ROADS.map((road) => (
          <div key={road}>
            <dt>{t(`road.${road}`)}</dt>
            <dd>{t(`migrate.${KEPT[road]}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
