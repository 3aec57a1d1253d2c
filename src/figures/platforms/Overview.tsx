/** Why: all events on all platforms at a glance; each number is counted from the way it opens. */
import { countsOf } from '../../models/platforms/counts';
import { PATHS } from '../../models/platforms/paths';
import { EVENTS, nameOf, PLATFORMS, type PlatformsState } from '../../models/platforms/types';
import type { OverviewProps } from '../contract';
import { read, spell } from './columns';

export function Overview({ t, scenario, onScenario }: OverviewProps<PlatformsState>) {
  const chosen = read(scenario['columns'] ?? '');
  return (
    <table className="pf-overview">
      <caption>{t('overview')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('control-event')}</th>
          {PLATFORMS.map((platform) => (
            <th key={platform} scope="col">
              {t(nameOf(platform))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {EVENTS.map((event) => (
          <tr key={event}>
            <th scope="row">{t(`event-${event}`)}</th>
            {PLATFORMS.map((platform) => {
              const path = PATHS[event][platform];
              const { crossings, entered } = countsOf(platform, path);
              const unsure = path.some(({ certainty }) => certainty === 'unverified');
              const here = scenario['event'] === event && chosen.includes(platform);
              return (
                <td key={platform}>
                  <button
                    type="button"
                    className={entered > 0 ? 'own-vmm' : 'own-host'}
                    {...(here ? { 'aria-current': 'true' as const } : {})}
                    onClick={() => onScenario?.({ event, columns: spell([platform]) }, 'beat-1')}
                  >
                    <b>{t({ key: 'number', values: { value: crossings } })}</b>{' '}
                    <span>
                      {t({ key: 'overview-entered', values: { entered } })}
                      {unsure && ` · ${t('unverified')}`}
                    </span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
